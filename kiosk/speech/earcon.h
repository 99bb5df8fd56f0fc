// Short sounds that answer a key before a word can.
// Which key deserves which sound is not known here.
#pragma once

#include <span>

#include "kiosk/base/pcm.h"

namespace tingdu::speech {

/// One tone: `hz` within 300 to 3000, where old ears still hear well (accessibility of non-speech signals).
struct Note {
    double hz{};
    double seconds{};
};

/// The notes one after another, each swelling and fading so that none clicks, as loud as speech.
[[nodiscard]] Pcm earcon(std::span<const Note> notes);

}  // namespace tingdu::speech
