// How words are to sound, beside what they are: what the settings come to, on its way to the synthesizer.
// It knows no engine; what a voice makes of it is that voice's matter.
#pragma once

#include <cstdint>

namespace tingdu {

struct Diction {
    double rate = 1;     ///< speed as a factor of the normal one, 0.4 to 2; the pitch never changes with it
    int voice = 0;       ///< of the voices that are shipped
    double pitch = 1;    ///< a factor of the voice's own
    double lift_db = 0;  ///< of what lies between 2 and 4 kHz, where consonants are told apart
    double gap_s = 0;    ///< of silence between words, beyond what the rate makes
    double gain_db = 0;
    friend bool operator==(const Diction&, const Diction&) = default;
};

/// How a sentence is told.
enum class Telling : std::uint8_t {
    plain,
    apart,    ///< more slowly, its words set apart
    spelled,  ///< character by character, each explained
    softly,   ///< more quietly than everything else
};

}  // namespace tingdu
