// Dictionary tones → spoken tones: 一, 不, and third tones before third tones.
// It knows words and pauses, no meanings.
#pragma once

#include <cstddef>
#include <span>

#include "kiosk/mandarin/lexicon.h"
#include "kiosk/mandarin/pieces.h"

namespace tingdu::mandarin {

/// One syllable on its way to being said. `word` numbers the words of the clause, pauses not included; `spoken` is
/// `lexical`, or the same without its tone.
struct Sounding {
    char32_t hanzi{};
    Syllable lexical;
    Syllable spoken;
    std::size_t word{};
    Counting counting{};
    bool number{};  ///< said for a number or a symbol
};

/// Changes `spoken` for the syllables of one clause, in order. Words of other scripts between them count as words.
void apply_sandhi(std::span<Sounding> clause, const Lexicon& lexicon);

}  // namespace tingdu::mandarin
