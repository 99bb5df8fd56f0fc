// What is asked of a synthesizer, and what comes back: the two values between this room and the synthesizer's door.
// Neither side knows more of the other.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "kiosk/base/language.h"
#include "kiosk/base/pcm.h"

namespace tingdu::speech {

/// How the last words are to sound.
enum class Ending { falling, going_on, asking };

/// One call of the synthesizer: words of one language in one breath. ASCII for Mandarin (phoneme mnemonics in
/// [[ ]], a block a word, spaces between), any text for English; `words[i]` is the code point in `input` where word i
/// begins. `syllables` is how many Mandarin syllables must come back; 0 for English, where words are counted.
struct Piece {
    Language language{};
    std::u32string input;
    std::vector<std::size_t> words;
    std::size_t syllables{};
    Ending ending{};
};

/// The sound of a Piece, silence before and after it taken off (one zero sample stays at each end).
/// `starts[i]` is the sample where word i begins: as many as the piece has words, rising strictly, the first 0.
/// `syllables` counts what was really sounded (0 for English); `words` how many of the words were.
struct Take {
    Pcm pcm;
    std::vector<std::size_t> starts;
    std::size_t syllables{};
    std::size_t words{};
};

}  // namespace tingdu::speech
