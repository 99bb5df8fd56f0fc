// What is done to sound that has been made already, so that it is understood: consonants lifted, loudness set.
// It knows samples, not what they say.
#pragma once

#include "kiosk/base/pcm.h"

namespace tingdu::speech {

/// Raises what lies between 2 and 4 kHz by so much, the rest staying as it is; as loud as before in the whole.
void lift(Pcm& pcm, double db);

/// How loud it is to the ear, by the measure of EBU R 128 (ITU-R BS.1770-4): of all 400 ms those in which something is
/// heard. What is shorter is measured with silence about it, as it stands in a stream. -70 where nothing is heard.
[[nodiscard]] double loudness_lufs(const Pcm& pcm);

/// All that is said is equally loud, whichever vowels it happens to have: brings it there, by 9 dB at most. So soft
/// that of speech 12 dB louder, the most that can be chosen, only the highest peaks must be held back, and seldom by a
/// decibel (tests/loudness measures it).
inline constexpr double common_lufs = -28;
void level(Pcm& pcm);

/// As loud as before and so much more. Beyond full scale it is cut off.
void amplify(Pcm& pcm, double db);

}  // namespace tingdu::speech
