#include "kiosk/platform/sound/mixer.h"

#include <algorithm>
#include <memory>
#include <string>

#include <alsa/asoundlib.h>

namespace tingdu::platform {
namespace {

using Mixer = std::unique_ptr<snd_mixer_t, decltype(&snd_mixer_close)>;

Mixer mixer_of(int card) {
    snd_mixer_t* opened = nullptr;
    if (snd_mixer_open(&opened, 0) < 0) return {nullptr, &snd_mixer_close};
    Mixer mixer{opened, &snd_mixer_close};
    const std::string name = "hw:" + std::to_string(card);
    const bool is_read = snd_mixer_attach(opened, name.c_str()) >= 0 &&
                         snd_mixer_selem_register(opened, nullptr, nullptr) >= 0 && snd_mixer_load(opened) >= 0;
    if (!is_read) mixer.reset();
    return mixer;
}

void open_control(snd_mixer_elem_t* control, double db) {
    if (snd_mixer_selem_has_playback_switch(control)) snd_mixer_selem_set_playback_switch_all(control, 1);
    if (!snd_mixer_selem_has_playback_volume(control)) return;
    long least = 0;  // hundredths of a dB
    long most = 0;
    constexpr int rounded_down = -1;
    if (snd_mixer_selem_get_playback_dB_range(control, &least, &most) >= 0 && least < most) {
        const long wanted = std::min(most, 0L) + static_cast<long>(100 * db);
        snd_mixer_selem_set_playback_dB_all(control, std::max(least, wanted), rounded_down);
    } else if (snd_mixer_selem_get_playback_volume_range(control, &least, &most) >= 0) {
        snd_mixer_selem_set_playback_volume_all(control, most);
    }
}

}  // namespace

Fader fader_of(std::string_view control) {
    const auto has = [&](std::string_view part) { return control.find(part) != std::string_view::npos; };
    if (has("Mic") || has("Capture") || has("Boost") || has("Beep") || has("PC Speaker") || has("Loopback") ||
        has("Sidetone") || has("Input"))
        return Fader::other;
    if (has("Headphone") || has("Headset")) return Fader::headphones;
    if (has("Speaker") || has("Front") || has("Line Out") || has("Mono")) return Fader::loudspeaker;
    if (has("Master") || has("PCM") || has("Digital") || has("IEC958") || has("HDMI") || has("DAC")) return Fader::all;
    return Fader::other;
}

void open_mixers(const MixerWish& wish) {
    for (int card = -1; snd_card_next(&card) >= 0 && card >= 0;) {
        const Mixer mixer = mixer_of(card);
        if (!mixer) continue;
        for (auto* control = snd_mixer_first_elem(mixer.get()); control; control = snd_mixer_elem_next(control)) {
            const Fader fader = fader_of(snd_mixer_selem_get_name(control));
            if (fader == Fader::other || !snd_mixer_selem_is_active(control)) continue;
            open_control(control, fader == Fader::all           ? 0.0
                                  : fader == Fader::loudspeaker ? wish.loudspeaker_db
                                                                : wish.headphones_db);
        }
    }
}

}  // namespace tingdu::platform
