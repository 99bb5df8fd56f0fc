// How a stretch of text is said, as far as eyes can use it: the words that light up whole, and the Pinyin that may
// stand over a Hanzi. Both count in the text that the stretch is part of. It knows nothing of sound.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/base/text_range.h"

namespace tingdu {

/// What stands small over the character at `offset`.
struct Ruby {
    std::size_t offset{};
    std::u32string text;
    friend bool operator==(const Ruby&, const Ruby&) = default;
};

/// Both in rising order.
struct Spelled {
    std::vector<TextRange> words;
    std::vector<Ruby> pinyin;  ///< as a textbook has it: before sandhi, with tone marks; none over numbers and Latin
};

}  // namespace tingdu
