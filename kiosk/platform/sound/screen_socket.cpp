#include "kiosk/platform/sound/screen_socket.h"

#include <charconv>
#include <memory>
#include <string>

#include <alsa/asoundlib.h>

namespace tingdu::platform {

std::optional<bool> has_loudspeakers(std::string_view device) {
    constexpr std::string_view place = "hw:";
    const auto at = device.rfind(place);
    if (at == std::string_view::npos) return std::nullopt;
    const char* const end = device.data() + device.size();
    int card = 0;
    unsigned number = 0;
    const auto [comma, is_no_card] = std::from_chars(device.data() + at + place.size(), end, card);
    if (is_no_card != std::errc() || comma == end || *comma != ',') return std::nullopt;
    if (std::from_chars(comma + 1, end, number).ec != std::errc()) return std::nullopt;

    snd_ctl_t* opened = nullptr;
    if (snd_ctl_open(&opened, ("hw:" + std::to_string(card)).c_str(), SND_CTL_READONLY) < 0) return std::nullopt;
    const std::unique_ptr<snd_ctl_t, decltype(&snd_ctl_close)> control{opened, &snd_ctl_close};
    snd_ctl_elem_id_t* id = nullptr;
    snd_ctl_elem_id_alloca(&id);
    snd_ctl_elem_info_t* info = nullptr;
    snd_ctl_elem_info_alloca(&info);
    snd_ctl_elem_info_set_interface(info, SND_CTL_ELEM_IFACE_PCM);
    snd_ctl_elem_info_set_name(info, "ELD");
    snd_ctl_elem_info_set_device(info, number);
    if (snd_ctl_elem_info(opened, info) < 0) return std::nullopt;
    const unsigned count = snd_ctl_elem_info_get_count(info);
    // Of the header its version, which is nought where nothing is plugged in and some drivers write all the same; of
    // what follows how many kinds of sound the screen takes (CEA-861-D, 7.10: SAD_Count).
    constexpr unsigned kinds_at = 5;
    if (count <= kinds_at) return false;
    snd_ctl_elem_value_t* value = nullptr;
    snd_ctl_elem_value_alloca(&value);
    snd_ctl_elem_info_get_id(info, id);
    snd_ctl_elem_value_set_id(value, id);
    if (snd_ctl_elem_read(opened, value) < 0) return std::nullopt;
    return snd_ctl_elem_value_get_byte(value, 0) >> 3U != 0 && snd_ctl_elem_value_get_byte(value, kinds_at) >> 4U != 0;
}

}  // namespace tingdu::platform
