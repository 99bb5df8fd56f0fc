// The mixer of a sound card, which lies behind whatever a program plays, and which on many machines begins muted. It is
// opened once for good: how loud it is to be is the kiosk's matter and the visitor's, not the card's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tingdu::platform {

/// How loud the cards themselves are, dB below what they give unchanged: -60 to 0.
struct MixerWish {
    double loudspeaker_db = 0;
    double headphones_db = 0;
};

/// What one control of a mixer is for, by the names that ALSA's drivers use (the kernel's
/// Documentation/sound/designs/control-names.rst).
enum class Fader {
    all,          ///< everything that the card plays
    loudspeaker,  ///< sockets and loudspeakers but headphones'
    headphones,
    other,  ///< what is recorded, what is heard of that, beeps
};
[[nodiscard]] Fader fader_of(std::string_view control);

struct SoundCard {
    std::string name;                  ///< as ALSA has it, or the kernel's short one for a card that does not open
    bool opens{};                      ///< this program may use it
    bool is_muted{};                   ///< all that it plays is silent until its mixer is opened
    std::vector<std::string> devices;  ///< what of it plays, named as PortAudio names it
    std::vector<std::string> busy;     ///< those of them that somebody plays on now
};
/// What the kernel knows of, those that this program may not use as well. `sys` is where sysfs is mounted.
[[nodiscard]] std::vector<SoundCard> sound_cards(const std::string& sys = "/sys");

/// Takes away what mutes the cards that are there, and sets how loud they are. What has no such control stays as it is.
void open_mixers(const MixerWish& wish);

}  // namespace tingdu::platform
