#include "kiosk/platform/display/raster.h"

#include <algorithm>

namespace tingdu::platform {
namespace {

std::uint32_t pixel_of(scene::Color color) {
    return 0xFF000000U | (std::uint32_t{color.red} << 16U) | (std::uint32_t{color.green} << 8U) | color.blue;
}

/// Both channels of `pair` (0x00HH00LL) divided by 255 and rounded.
std::uint32_t divided_by_255(std::uint32_t pair) {
    pair += 0x00800080U;
    return ((pair + ((pair >> 8U) & 0x00FF00FFU)) >> 8U) & 0x00FF00FFU;
}

std::uint32_t mixed(std::uint32_t under, std::uint32_t over, std::uint32_t share) {
    const std::uint32_t rest = 255U - share;
    const std::uint32_t red_blue = (under & 0x00FF00FFU) * rest + (over & 0x00FF00FFU) * share;
    const std::uint32_t green = ((under >> 8U) & 0xFFU) * rest + ((over >> 8U) & 0xFFU) * share;
    return 0xFF000000U | divided_by_255(red_blue) | (divided_by_255(green) << 8U);
}

}  // namespace

Coverage blank(int width, int height) {
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    return {0, 0, width, height, std::vector<std::uint8_t>(size)};
}

scene::Rect intersection(const scene::Rect& a, const scene::Rect& b) {
    const int x = std::max(a.x, b.x);
    const int y = std::max(a.y, b.y);
    return {x, y, std::max(0, std::min(a.right(), b.right()) - x), std::max(0, std::min(a.bottom(), b.bottom()) - y)};
}

void fill(const Raster& raster, const scene::Rect& clip, const scene::Rect& rect, scene::Color color) {
    const auto box = intersection(intersection(clip, rect), raster.whole());
    for (int y = box.y; y < box.bottom(); ++y) std::fill_n(raster.row(y) + box.x, box.width, pixel_of(color));
}

void copy(const Raster& raster, const scene::Rect& clip, const Bitmap& bitmap, const scene::Rect& rect) {
    const auto box = intersection(intersection(clip, rect), raster.whole());
    if (box.width == 0 || box.height == 0 || bitmap.pixels.empty()) return;
    const auto nearest = [](int at, int of, int in) {
        return static_cast<int>((std::int64_t{2} * at + 1) * in / (std::int64_t{2} * of));
    };
    for (int y = box.y; y < box.bottom(); ++y) {
        const std::uint32_t* from = bitmap.row(nearest(y - rect.y, rect.height, bitmap.height_px));
        std::uint32_t* to = raster.row(y) + box.x;
        if (rect.width == bitmap.width_px) {
            std::copy_n(from + (box.x - rect.x), box.width, to);
        } else {
            for (int x = 0; x < box.width; ++x) to[x] = from[nearest(box.x + x - rect.x, rect.width, bitmap.width_px)];
        }
    }
}

void lay(const Raster& raster, const scene::Rect& clip, const Coverage& coverage, const scene::Rect& part, int x, int y,
         scene::Color color) {
    const auto box = intersection(intersection(clip, {x, y, part.width, part.height}), raster.whole());
    const std::uint32_t over = pixel_of(color);
    for (int row = box.y; row < box.bottom(); ++row) {
        const std::uint8_t* ink = coverage.row(part.y + row - y) + part.x + (box.x - x);
        std::uint32_t* pixel = raster.row(row) + box.x;
        for (int i = 0; i < box.width; ++i) {
            if (ink[i] == 255) {
                pixel[i] = over;
            } else if (ink[i] != 0) {
                pixel[i] = mixed(pixel[i], over, ink[i]);
            }
        }
    }
}

}  // namespace tingdu::platform
