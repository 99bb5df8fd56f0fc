#include "kiosk/platform/display/pixel_density.h"

#include <cmath>

namespace tingdu::platform {
namespace {

/// Screens lie about their size: X servers without one answer 96 dpi flat, projectors and television sets send the
/// ratio of their sides in centimetres (16 by 9) or nothing. Below 60 dpi it is a wall, seen from afar, and type in
/// millimetres of it would be too small.
bool is_likely(double dpi, double diagonal_px) {
    const double diagonal_in = diagonal_px / dpi;
    return dpi > 60 && dpi < 350 && std::abs(dpi - 96) > 0.5 && diagonal_in > 9;
}

bool has_measured(const ScreenFacts& screen) {
    return screen.diagonal_in && *screen.diagonal_in > 0;
}

bool says_likely(const ScreenFacts& screen) {
    return screen.dpi && is_likely(*screen.dpi, std::hypot(screen.width_px, screen.height_px));
}

}  // namespace

bool is_size_known(const ScreenFacts& screen) {
    return has_measured(screen) || says_likely(screen);
}

double px_per_mm(const ScreenFacts& screen) {
    const double diagonal_px = std::hypot(screen.width_px, screen.height_px);
    if (has_measured(screen)) return diagonal_px / (*screen.diagonal_in * mm_per_in);
    if (says_likely(screen)) return *screen.dpi / mm_per_in;
    return diagonal_px / (usual_diagonal_in * mm_per_in);
}

}  // namespace tingdu::platform
