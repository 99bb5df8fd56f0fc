// Syllables → the phoneme mnemonics that eSpeak NG 1.51 says right. The one place that knows them.
// It calls no synthesizer and knows no text.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "kiosk/mandarin/syllable.h"

namespace tingdu::mandarin {

/// Mnemonics of a word for eSpeak NG's voice `cmn` inside [[ ]], brackets not included; ASCII. The tones are
/// final: third tones stand as 35, 21 or 214 as `spoken` and the place in the clause demand, so that the
/// synthesizer's own sandhi, which has no limit, never fires. The voice `cmn` heeds no punctuation: whether a sentence
/// goes on after a pause or closes is heard by the last tone alone, which stays up or comes to rest.
enum class Position : std::uint8_t { inside, going_on, closing };
[[nodiscard]] std::string phonemes(std::span<const Syllable> word, Position position);

}  // namespace tingdu::mandarin
