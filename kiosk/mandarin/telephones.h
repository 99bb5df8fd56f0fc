// Where in a text telephone numbers stand, by what reading aloud knows of them: for whoever has another use
// for a number than saying it. It does not say whose it is.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/base/text_range.h"

namespace tingdu::mandarin {

/// In order, an extension included. `folded` as fold() leaves it.
[[nodiscard]] std::vector<TextRange> telephones(std::u32string_view folded);

}  // namespace tingdu::mandarin
