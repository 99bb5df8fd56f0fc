// The coverage of round corners, of filled boxes and of outlines, as a pattern to lay ink through.
// Knows no colours and no places.
#pragma once

#include "kiosk/platform/display/raster.h"

namespace tingdu::platform {

/// How a box is rounded. `stroke_px` 0: it is filled.
struct Corner {
    int radius_px{};
    int stroke_px{};
    friend bool operator==(Corner, Corner) = default;
};

/// The side of one corner's square: all that is not a straight edge.
[[nodiscard]] int side_px(Corner corner);

/// All four corners pushed together, two sides wide and high.
[[nodiscard]] Coverage four_corners(Corner corner);

}  // namespace tingdu::platform
