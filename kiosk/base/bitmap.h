// A picture as pixels, made by one thread and shown by another.
// It is whole and opaque, and nobody changes it once it is made: it is shared as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tingdu {

struct Bitmap {
    int width_px{};
    int height_px{};
    std::vector<std::uint32_t> pixels;  ///< 0xffRRGGBB, row by row

    [[nodiscard]] const std::uint32_t* row(int y) const { return pixels.data() + std::ptrdiff_t{y} * width_px; }
    [[nodiscard]] std::uint32_t* row(int y) { return pixels.data() + std::ptrdiff_t{y} * width_px; }
};

}  // namespace tingdu
