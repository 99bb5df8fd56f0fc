// A screen that hangs on its side, or on its head: between the picture as people see it and the pixels as the screen
// has them. It knows no screen and no picture, only where what goes.
#pragma once

#include "kiosk/scene/scene.h"

namespace tingdu::platform {

struct Raster;

/// How far the picture is turned on the screen, clockwise.
enum class Turn { none, quarter, half, three_quarters };

/// Width and height as seen of a screen whose own they are, and back.
struct Extent {
    int width_px{};
    int height_px{};
    friend bool operator==(const Extent&, const Extent&) = default;
};
[[nodiscard]] Extent turned(const Extent& extent, Turn turn);

/// What is seen at a pixel of the screen's own.
struct Pixel {
    int x{};
    int y{};
    friend bool operator==(const Pixel&, const Pixel&) = default;
};
[[nodiscard]] Pixel seen_at(const Pixel& own, const Extent& screen, Turn turn);

/// Lays `part` of the picture onto the screen, which is of the turned size. Returns the box there.
scene::Rect lay_turned(const Raster& screen, const Raster& picture, const scene::Rect& part, Turn turn);

}  // namespace tingdu::platform
