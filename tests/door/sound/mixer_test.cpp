#include "kiosk/platform/sound/mixer.h"

#include <doctest/doctest.h>

using tingdu::platform::Fader;
using tingdu::platform::fader_of;

TEST_CASE("a card's controls are known by their names, and what is recorded is left alone") {
    for (const char* name : {"Master", "PCM", "Digital", "IEC958", "HDMI/DP,pcm=3"})
        CHECK(fader_of(name) == Fader::all);
    for (const char* name : {"Speaker", "Bass Speaker", "Front", "Line Out", "Master Mono"})
        CHECK(fader_of(name) == Fader::loudspeaker);
    for (const char* name : {"Headphone", "Headphone+LO", "Headset"}) CHECK(fader_of(name) == Fader::headphones);
    for (const char* name : {"Mic", "Front Mic", "Front Mic Boost", "Capture", "Beep", "PC Speaker", "Loopback Mixing",
                             "Auto-Mute Mode", "Headset Mic", "Input Source"})
        CHECK(fader_of(name) == Fader::other);
}

TEST_CASE("where there is no card, or none with a mixer, nothing happens") {
    tingdu::platform::open_mixers({-6, -12});
    tingdu::platform::open_mixers({});
}
