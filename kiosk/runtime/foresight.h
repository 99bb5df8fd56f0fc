// What the next key would have said, so that it can be ready before: the mind is asked what it would do, and nothing is
// done. It knows neither sound nor which key is likely.
#pragma once

#include <vector>

#include "kiosk/app/update.h"
#include "kiosk/runtime/saying.h"

namespace tingdu::runtime {

/// The line that each key would begin with, by the state and by what stands on the screen; each line once.
[[nodiscard]] std::vector<Line> foresee(const app::State& state, const std::vector<app::Reachable>& on_screen);

}  // namespace tingdu::runtime
