// An article as bytes, from the process that has read it to the one that shows it. Whoever wrote them may be hostile by
// then: what comes back from `article_in` keeps every rule that an Article has, or nothing comes back.
// It knows no processes.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "kiosk/base/bitmap.h"
#include "kiosk/base/result.h"
#include "kiosk/parsing/wire.h"
#include "kiosk/text/article.h"

namespace tingdu::parsing {

/// No picture is longer (libpng's own limit, which is the largest of the three).
inline constexpr int longest_side_px = 1'000'000;

void carry(const text::OpenedArticle& opened, Writer& into);
[[nodiscard]] std::optional<text::OpenedArticle> article_in(Reader& from);

void carry(const text::Picture& picture, Writer& into);
[[nodiscard]] std::optional<text::Picture> picture_in(Reader& from);

/// Without its subject: whoever asks knows better what it is about.
void carry(const Error& error, Writer& into);
/// Only faults that a file can have; anything else is damaged.
[[nodiscard]] Error error_in(Reader& from);

}  // namespace tingdu::parsing
