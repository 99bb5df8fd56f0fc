// Words → how they are read. The lexicon reads words; what stands alone or has several readings is chosen here by its
// neighbours: first by rules, then by the model that has learned from many sentences, which knows what the rules said.
// It knows no pauses within and no sandhi.
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
    name,   ///< its first character as a surname
    sure,   ///< as its neighbours leave no doubt, or as somebody settled the word, whatever was learned
    place,  ///< as the place has settled it: nothing changes that
};

/// A word of a clause on its way to being read.
struct Draft {
    std::u32string_view text;  ///< simplified Hanzi; for a number what is said; for Latin words nothing
    WordClass word_class{};
    std::size_t begin{};  ///< where it is shown
    bool number{};
    Ground ground{};
    std::size_t name{};               ///< how many drafts from here on are one person's name; as a rule none
    std::vector<Syllable> syllables;  ///< one for each character of `text`
    std::vector<Syllable> lexical{};  ///< … as the lexicon alone has them
    std::vector<Syllable> said{};  ///< … as it has them said in a word, some without their tone; none if it has no word
};

/// How the lexicon alone reads a segment of `simplified`.
[[nodiscard]] Draft draft(std::u32string_view simplified, const Segment& segment, const Lexicon& lexicon);

/// Chooses among the readings of the characters that stand alone in a clause whose names have been found.
void choose_by_rule(std::span<Draft> clause, const Lexicon& lexicon);

/// A character that could well be read otherwise.
struct Unsure {
    std::size_t word{};   ///< of the clause
    std::size_t place{};  ///< in the word
    Syllable other;       ///< the reading that was not chosen
};

/// Lets the model have its say, for every character that it knows; without a model nothing happens.
[[nodiscard]] std::vector<Unsure> choose_by_model(std::span<Draft> clause, const Lexicon& lexicon);

}  // namespace tingdu::mandarin
