// Which key of a keyboard or a number pad means what: the table of the commands, as values.
// Knows no events, no held keys and nothing of what a meaning does.
#pragma once

#include <optional>

#include "kiosk/base/input_event.h"
#include "kiosk/platform/display/display.h"

namespace tingdu::platform {

/// What a key means before anything is bound.
[[nodiscard]] std::optional<Key> meaning(PhysicalKey key, Pad pad);

}  // namespace tingdu::platform
