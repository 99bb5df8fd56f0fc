// Syllables → the phoneme mnemonics that eSpeak NG 1.51 says right. The one place that knows them.
// It calls no synthesizer and knows no text.
#pragma once

#include <span>
#include <string>

#include "kiosk/mandarin/syllable.h"

namespace tingdu::mandarin {

/// Mnemonics of a word for eSpeak NG's voice `cmn` inside [[ ]], brackets not included; ASCII. The tones are
/// final: third tones stand as 35, 21 or 214 as `spoken` and the place in the clause demand, so that the
/// synthesizer's own sandhi, which has no limit, never fires. `last_in_clause` tells whether a pause follows the word.
enum class Position : bool { inside, last_in_clause };
[[nodiscard]] std::string phonemes(std::span<const Syllable> word, Position position);

}  // namespace tingdu::mandarin
