#include "kiosk/platform/display/corners.h"

#include <algorithm>
#include <cmath>

namespace tingdu::platform {
namespace {

/// Share of the pixel (x, y) inside a quarter plane whose corner, at (0, 0), is rounded.
double inside(int x, int y, int radius) {
    if (x < 0 || y < 0) return 0;
    if (x >= radius || y >= radius) return 1;
    const double dx = radius - x - 0.5;
    const double dy = radius - y - 0.5;
    return std::clamp(radius - std::sqrt(dx * dx + dy * dy) + 0.5, 0.0, 1.0);
}

}  // namespace

int side_px(Corner corner) {
    return std::max(corner.radius_px, corner.stroke_px);
}

Coverage four_corners(Corner corner) {
    const auto [radius, stroke] = corner;
    const int side = side_px(corner);
    Coverage result = blank(2 * side, 2 * side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double hole = stroke > 0 ? inside(x - stroke, y - stroke, std::max(0, radius - stroke)) : 0;
            const auto ink = static_cast<std::uint8_t>(std::lround(255 * std::max(0.0, inside(x, y, radius) - hole)));
            const int far_x = 2 * side - 1 - x;
            const int far_y = 2 * side - 1 - y;
            result.row(y)[x] = result.row(y)[far_x] = result.row(far_y)[x] = result.row(far_y)[far_x] = ink;
        }
    return result;
}

}  // namespace tingdu::platform
