// What of the screen is different between two scenes, so that lighting another word does not paint a whole page.
// It compares drawing commands; it knows no pixels and nothing of what the scenes mean.
#pragma once

#include "kiosk/scene/scene.h"

namespace tingdu::scene {

/// A box outside of which `after`, painted, looks as `before` does; without width or height where nothing differs.
[[nodiscard]] Rect changed(const Scene& before, const Scene& after);

}  // namespace tingdu::scene
