// Words → how they are read. The lexicon reads words; what stands alone or has several readings is chosen here by its
// neighbours. This is where a learned model would sit. It knows no pauses within and no sandhi.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/mandarin/segment.h"
#include "kiosk/mandarin/syllable.h"

namespace tingdu::mandarin {

/// What the reading of a word rests on, weakest first.
enum class Ground : std::uint8_t {
    habit,  ///< a character alone, read as it mostly is
    rule,   ///< … as its neighbours ask
    word,   ///< as the lexicon has the word
    place,  ///< as the place has settled it: nothing changes that
};

/// A word of a clause on its way to being read.
struct Draft {
    std::u32string_view text;  ///< simplified Hanzi; for a number what is said; for Latin words nothing
    WordClass word_class{};
    bool number{};
    Ground ground{};
    std::vector<Syllable> syllables;  ///< one for each character of `text`
};

/// How many drafts from `begin` on are one person's name, before a title and not in the lexicon: 张|志华|同志 → 2.
[[nodiscard]] std::size_t name_at(std::span<const Draft> clause, std::size_t begin, const Lexicon& lexicon);

/// How the lexicon alone reads a segment of `simplified`.
[[nodiscard]] Draft draft(std::u32string_view simplified, const Segment& segment, const Lexicon& lexicon);

/// Chooses among the readings of the characters that stand alone in a clause.
void choose_readings(std::span<Draft> clause, const Lexicon& lexicon);

}  // namespace tingdu::mandarin
