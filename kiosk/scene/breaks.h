// Where a line of Chinese, or of Chinese and Latin mixed, may end, and how gladly.
// Knows no widths, so it never says where a line does end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tingdu::scene {

/// How good it is to end a line at a place. A worse one is taken only where no better one fits on the line.
enum class Break : std::uint8_t {
    must,            ///< the text itself ends a line here
    free,            ///< between words, and between any two Hanzi
    inside_date,     ///< at a joint of what had better stay whole: a date, an address, a number in groups
    inside_word,     ///< in a word, or between a number and its unit
    against_custom,  ///< leaves a mark where printed Chinese never has one
    never,           ///< inside one character as the eye sees it
};

/// `breaks(text)[i]` is for a line that ends before `text[i]`; one more than the text is long, the last is `must`.
[[nodiscard]] std::vector<Break> breaks(std::u32string_view text);

}  // namespace tingdu::scene
