#include "kiosk/platform/display/turn.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "kiosk/platform/display/raster.h"

namespace tingdu::platform {
namespace {

/// Where a pixel of the picture lies on the screen.
Pixel own_at(const Pixel& seen, const Extent& screen, Turn turn) {
    switch (turn) {
        case Turn::quarter:
            return {screen.width_px - 1 - seen.y, seen.x};
        case Turn::half:
            return {screen.width_px - 1 - seen.x, screen.height_px - 1 - seen.y};
        case Turn::three_quarters:
            return {seen.y, screen.height_px - 1 - seen.x};
        case Turn::none:
            break;
    }
    return seen;
}

}  // namespace

Extent turned(const Extent& extent, Turn turn) {
    const bool lies = turn == Turn::quarter || turn == Turn::three_quarters;
    return lies ? Extent{extent.height_px, extent.width_px} : extent;
}

Pixel seen_at(const Pixel& own, const Extent& screen, Turn turn) {
    switch (turn) {
        case Turn::quarter:
            return {own.y, screen.width_px - 1 - own.x};
        case Turn::half:
            return {screen.width_px - 1 - own.x, screen.height_px - 1 - own.y};
        case Turn::three_quarters:
            return {screen.height_px - 1 - own.y, own.x};
        case Turn::none:
            break;
    }
    return own;
}

scene::Rect lay_turned(const Raster& screen, const Raster& picture, const scene::Rect& part, Turn turn) {
    const scene::Rect box = intersection(part, picture.whole());
    if (box.width <= 0 || box.height <= 0) return {};
    const Extent size{screen.width_px, screen.height_px};
    const Pixel first = own_at({box.x, box.y}, size, turn);
    const Pixel last = own_at({box.x + box.width - 1, box.y + box.height - 1}, size, turn);
    const scene::Rect there{std::min(first.x, last.x), std::min(first.y, last.y), std::abs(last.x - first.x) + 1,
                            std::abs(last.y - first.y) + 1};
    for (int y = there.y; y < there.y + there.height; ++y) {
        std::uint32_t* row = screen.row(y);
        for (int x = there.x; x < there.x + there.width; ++x) {
            const Pixel seen = seen_at({x, y}, size, turn);
            row[x] = picture.row(seen.y)[seen.x];
        }
    }
    return there;
}

}  // namespace tingdu::platform
