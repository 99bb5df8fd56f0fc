// Which of the sound devices that there are is tried before which other, by their names as PortAudio has them. It opens
// none; the first that works is for whoever tries.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tingdu::platform {

/// A device that plays.
struct Output {
    int number{};      ///< PortAudio's
    std::string name;  ///< such as "HDA Intel PCH: ALC256 Analog (hw:0,0)", or "default"
    bool is_mute{};    ///< it leads to no screen, or to one that says that it has no loudspeaker
};

/// The numbers of those that bear the wished name. Without a wish: the system's `usual` one; cards; and then the
/// sockets of screens (HDMI, DisplayPort), which take whatever they are handed, though most screens have no
/// loudspeaker. Where the first card has such sockets only, the usual one is one of them and waits like them.
/// Either way those that are mute come last.
[[nodiscard]] std::vector<int> candidates(std::span<const Output> outputs, int usual, std::string_view wished);

}  // namespace tingdu::platform
