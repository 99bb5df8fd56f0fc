#include "kiosk/platform/sound/mixer.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

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

/// One switch that stands in the way of everything is enough; a card without any is never muted.
bool is_muted(snd_mixer_t* mixer) {
    for (auto* control = snd_mixer_first_elem(mixer); control; control = snd_mixer_elem_next(control)) {
        const bool is_of_all = fader_of(snd_mixer_selem_get_name(control)) == Fader::all;
        if (!is_of_all || !snd_mixer_selem_has_playback_switch(control)) continue;
        int is_on = 1;
        if (snd_mixer_selem_get_playback_switch(control, SND_MIXER_SCHN_FRONT_LEFT, &is_on) >= 0 && is_on == 0)
            return true;
    }
    return false;
}

using Control = std::unique_ptr<snd_ctl_t, decltype(&snd_ctl_close)>;

std::string name_of_card(snd_ctl_t* control) {
    snd_ctl_card_info_t* about = nullptr;
    snd_ctl_card_info_alloca(&about);
    return snd_ctl_card_info(control, about) >= 0 ? snd_ctl_card_info_get_name(about) : std::string();
}

void look_at_devices(snd_ctl_t* control, int number, SoundCard& card) {
    for (int device = -1; snd_ctl_pcm_next_device(control, &device) >= 0 && device >= 0;) {
        snd_pcm_info_t* about = nullptr;
        snd_pcm_info_alloca(&about);
        snd_pcm_info_set_device(about, static_cast<unsigned>(device));
        snd_pcm_info_set_stream(about, SND_PCM_STREAM_PLAYBACK);
        if (snd_ctl_pcm_info(control, about) < 0) continue;
        card.devices.push_back(card.name + ": " + snd_pcm_info_get_name(about) + " (plughw:" + std::to_string(number) +
                               "," + std::to_string(device) + ")");
        if (snd_pcm_info_get_subdevices_avail(about) == 0) card.busy.push_back(card.devices.back());
    }
}

}  // namespace

std::vector<SoundCard> sound_cards(const std::string& sys) {
    std::vector<SoundCard> cards;
    std::error_code error;
    constexpr int most = 32;  // ALSA's own limit (SNDRV_CARDS)
    for (int number = 0; number < most; ++number) {
        const std::filesystem::path folder = sys + "/class/sound/card" + std::to_string(number);
        if (!std::filesystem::exists(folder, error)) continue;
        SoundCard card;
        std::getline(std::ifstream(folder / "id") >> std::ws, card.name);
        snd_ctl_t* opened = nullptr;
        const std::string name = "hw:" + std::to_string(number);
        card.opens = snd_ctl_open(&opened, name.c_str(), SND_CTL_READONLY) >= 0;
        if (card.opens) {
            const Control control{opened, &snd_ctl_close};
            if (std::string whole = name_of_card(opened); !whole.empty()) card.name = std::move(whole);
            look_at_devices(opened, number, card);
            if (const Mixer mixer = mixer_of(number)) card.is_muted = is_muted(mixer.get());
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

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
