// Which key of a keyboard or a number pad means what: the table of the commands, as values.
// Knows no events, no held keys and nothing of what a meaning does.
#pragma once

#include <optional>

#include "kiosk/base/input_event.h"
#include "kiosk/platform/display/display.h"

namespace tingdu::platform {

/// A key as the keyboard names it. `place` is its usage in USB's HID tables (page 7), and SDL's own number for a media
/// key: the same whatever the layout and NumLock. `sign` is what the layout has on it unshifted, 0 where nothing is.
struct PhysicalKey {
    int place{};
    char32_t sign{};
};

[[nodiscard]] std::optional<Key> meaning(PhysicalKey key, Pad pad);

}  // namespace tingdu::platform
