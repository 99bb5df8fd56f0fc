// The sockets of screens, which carry sound as well: whether the screen at the other end says that it has loudspeakers.
// It asks the card, and opens nothing that plays.
#pragma once

#include <optional>
#include <string_view>

namespace tingdu::platform {

/// By the name of the device as PortAudio has it, "… (hw:0,3)", and by what the screen has told of itself (its ELD,
/// CEA-861). Nothing where the device keeps none: it is no such socket, or not to be opened.
[[nodiscard]] std::optional<bool> has_loudspeakers(std::string_view device);

}  // namespace tingdu::platform
