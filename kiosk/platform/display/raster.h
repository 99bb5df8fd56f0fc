// Pixels in memory and the two ways they are coloured: a box filled, ink laid on through a coverage.
// Whole numbers only, so that the pixels are the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "kiosk/base/bitmap.h"
#include "kiosk/scene/scene.h"

namespace tingdu::platform {

/// Somebody else's pixels, 0xffRRGGBB each.
struct Raster {
    std::uint32_t* pixels{};
    int pitch_px{};
    int width_px{};
    int height_px{};

    [[nodiscard]] std::uint32_t* row(int y) const { return pixels + std::ptrdiff_t{y} * pitch_px; }
    [[nodiscard]] scene::Rect whole() const { return {0, 0, width_px, height_px}; }
};

/// How much of each pixel is inked, 0 to 255. `left` and `top` are from where the pen stands, on the baseline.
struct Coverage {
    int left{};
    int top{};
    int width{};
    int height{};
    std::vector<std::uint8_t> ink;

    [[nodiscard]] const std::uint8_t* row(int y) const { return ink.data() + std::ptrdiff_t{y} * width; }
    [[nodiscard]] std::uint8_t* row(int y) { return ink.data() + std::ptrdiff_t{y} * width; }
};

/// A blank coverage of that size, left and top at the pen.
[[nodiscard]] Coverage blank(int width, int height);

[[nodiscard]] scene::Rect intersection(const scene::Rect& a, const scene::Rect& b);

/// All leave alone what lies outside of `clip` or of the raster.
void fill(const Raster& raster, const scene::Rect& clip, const scene::Rect& rect, scene::Color color);
/// Copies the bitmap into `rect`; where that is of another size each pixel is the nearest one.
void copy(const Raster& raster, const scene::Rect& clip, const Bitmap& bitmap, const scene::Rect& rect);
/// Lays `part` of the coverage, its upper left corner at (x, y).
void lay(const Raster& raster, const scene::Rect& clip, const Coverage& coverage, const scene::Rect& part, int x, int y,
         scene::Color color);

}  // namespace tingdu::platform
