// What of a text is passed over in silence because it has no name in Mandarin: pictures, letters of other scripts,
// private characters, what could not be decoded. Punctuation and spaces are heard as pauses and are not among it.
// Whether that matters is for whoever checks an article.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/base/text_range.h"

namespace tingdu::mandarin {

/// Rising ranges of `shown`, as long as such characters stand together.
[[nodiscard]] std::vector<TextRange> unsaid(std::u32string_view shown);

}  // namespace tingdu::mandarin
