// Which syllables have a tone in the dictionary and lose it in speech: the second one of 知识, 个 that counts, 地方
// that is a place. Between what a word reads and what sandhi makes of it; how characters are read is not its business.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "kiosk/mandarin/readings.h"

namespace tingdu::mandarin {

/// The tone of a syllable without one of its own.
inline constexpr int neutral_tone = 5;

/// With the tone that dictionaries of characters give to a syllable which the lexicon has without: 部分 fen5 → fen4.
/// The syllable itself where there is none, as for 子 and 们.
[[nodiscard]] Syllable with_full_tone(char32_t hanzi, Syllable syllable);

/// The syllables of a word of the clause as they are said before tone sandhi: without their tone where they lose it.
[[nodiscard]] std::vector<Syllable> lightened(std::span<const Draft> clause, std::size_t word);

}  // namespace tingdu::mandarin
