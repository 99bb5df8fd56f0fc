// How fast a voice must be told to speak to be as fast as was asked for.
// It knows the two voices' tempo, measured once; nothing of sound or of the engine's calls.
#pragma once

#include "kiosk/base/language.h"
#include "kiosk/speech/take.h"

namespace tingdu::platform {

/// eSpeak NG's own two numbers: words a minute, and what it adds between words.
struct Pace {
    int words_per_minute{};
    int word_gap{};
};

/// At rate 1: 150 Hanzi a minute of running Mandarin, 125 words of English, the usual pauses between clauses counted.
/// Rates beyond 0.5 and 2 are taken as 0.5 and 2.
[[nodiscard]] Pace pace(Language language, speech::Rate rate);

}  // namespace tingdu::platform
