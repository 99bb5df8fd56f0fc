// A screen as the kernel tells of it, for whoever looks while a kiosk draws there: only one program may have it.
// It opens no device and draws nothing.
#pragma once

#include <optional>
#include <string>

#include "kiosk/platform/display/pixel_density.h"

namespace tingdu::platform {

/// The first that is plugged in, its best resolution, and how dense that is where its EDID (VESA E-EDID, the first
/// detailed timing) gives its size; none where nothing is plugged in. `sys` is where sysfs is mounted.
[[nodiscard]] std::optional<ScreenFacts> connected_screen(const std::string& sys = "/sys");

/// There are sockets for screens, and nothing is plugged into any: a screen may yet come. Where there are none, or a
/// screen is plugged in that cannot be drawn on, none will.
[[nodiscard]] bool may_come_yet(const std::string& sys = "/sys");

}  // namespace tingdu::platform
