// What must be true of the kiosk at every moment, whatever has been done to it before: it can be heard, it can be left,
// one sees where one is, and nothing on the screen is cut or out of reach.
#pragma once

#include <string>

#include "kiosk/app/state.h"
#include "kiosk/scene/scene.h"
#include "kiosk/scene/text_measure.h"
#include "kiosk/view/grid.h"

namespace tingdu::soak {

struct Moment {
    const app::State& state;
    const scene::Scene& scene;  ///< what stands on the screen
    const view::Viewport& viewport;
    const scene::TextMeasure& measure;
};

/// What does not hold, a line each; empty where all does.
[[nodiscard]] std::string broken_rules(const Moment& moment);

}  // namespace tingdu::soak
