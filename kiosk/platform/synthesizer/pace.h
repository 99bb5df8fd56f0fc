// How fast a voice must be told to speak to be as fast as was asked for.
// It knows the two voices' tempo, measured once; nothing of sound or of the engine's calls.
#pragma once

#include "kiosk/base/language.h"

namespace tingdu::platform {

/// eSpeak NG's own two numbers: words a minute, and what it adds between words.
struct Pace {
    int words_per_minute{};
    int word_gap{};
};

/// `gap_s` more silence between two words than the rate makes. At rate 1: 150 Hanzi a minute of running Mandarin, 125
/// words of English, the usual pauses between clauses counted. Slower than four fifths of that, the words stay as they
/// are and the silence between them grows. Rates beyond 0.4 and 2 are taken as 0.4 and 2.
[[nodiscard]] Pace pace(Language language, double rate, double gap_s);

}  // namespace tingdu::platform
