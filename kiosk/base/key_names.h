// The names that operators and rehearsals have for what keys mean: "up", "cycle_rate", "7".
// What stands on a key or is said of it is wording, and not here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/input_event.h"

namespace tingdu {

[[nodiscard]] std::optional<Key> key_named(std::string_view name);
/// Empty for what only a touch can mean.
[[nodiscard]] std::string_view name_of(Key key);
/// All of them, a space before each.
[[nodiscard]] std::string all_key_names();

}  // namespace tingdu
