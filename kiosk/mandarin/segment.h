// Hanzi → words: the likeliest way to cut a stretch of them by how common its words are.
// It knows no readings and no numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/mandarin/lexicon.h"

namespace tingdu::mandarin {

struct Segment {
    std::size_t begin{};
    std::size_t length{};
    std::optional<Entry> entry;  ///< none for one character alone
};

/// Cuts the simplified Hanzi into words of the lexicon and single characters, in order, leaving none out.
[[nodiscard]] std::vector<Segment> segment(std::u32string_view simplified, const Lexicon& lexicon);

/// How uncommon a cut of that text is.
[[nodiscard]] Cost cost_of(std::span<const Segment> cut, std::u32string_view simplified, const Lexicon& lexicon);

/// Cuts the inside of one word: parts of two to four characters, as far as the lexicon has them.
[[nodiscard]] std::vector<Segment> parts(std::u32string_view word, const Lexicon& lexicon);

}  // namespace tingdu::mandarin
