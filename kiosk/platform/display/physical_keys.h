// The names of the keys themselves, as a configuration has them: SDL's ("F5", "Keypad 7", the same whatever the
// layout), or a number where there is none. It needs no screen and knows no meanings.
#pragma once

#include <optional>
#include <string>

#include "kiosk/base/input_event.h"

namespace tingdu::platform {

/// "KP_7" is taken for "Keypad 7", as X11 has it; "scancode:104", "linux:240" and "keysym:241" name a key by number.
[[nodiscard]] std::optional<PhysicalKey> physical_key_named(const std::string& name);
/// What `physical_key_named` takes for the same key.
[[nodiscard]] std::string name_of(PhysicalKey key);

}  // namespace tingdu::platform
