// Bytes of a file → an Article. The kind is told by content and name, the encoding by content.
// Broken input is repaired and reported; only what holds no readable text at all is refused.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/text/article.h"
#include "kiosk/text/pictures.h"

namespace tingdu::text {

/// Files beyond this are refused before they are read, in bytes.
inline constexpr std::size_t largest_file = 64U << 20U;

/// Text that is in no other wrapping ends here: it takes seven times its size to open.
inline constexpr std::size_t largest_bare_text = 32U << 20U;

/// `file_name` is the last part of the path, UTF-8: its ending hints at the kind, its stem is the title of last
/// resort, and it is the subject of the Error. Faults: empty, too_large, binary, kind_not_taken, damaged,
/// too_much_memory for what unpacks to more than an article can be.
/// Pictures are looked at through `look`, those of them that lie elsewhere never are.
/// Pure; time is linear in the size, and nesting is bounded.
[[nodiscard]] Result<OpenedArticle> open_article(std::span<const std::byte> bytes, std::string_view file_name,
                                                 const LookAtPicture& look = {});

}  // namespace tingdu::text
