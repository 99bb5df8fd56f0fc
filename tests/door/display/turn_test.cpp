#include "kiosk/platform/display/turn.h"

#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/platform/display/raster.h"

using namespace tingdu;
using namespace tingdu::platform;

namespace {

/// A picture of 3 by 2:  1 2 3
///                       4 5 6
std::vector<std::uint32_t> turned_picture(Turn turn) {
    std::vector<std::uint32_t> picture = {1, 2, 3, 4, 5, 6};
    const Extent screen = turned({3, 2}, turn);
    std::vector<std::uint32_t> pixels(6);
    const scene::Rect whole{0, 0, 3, 2};
    const scene::Rect there = lay_turned({pixels.data(), screen.width_px, screen.width_px, screen.height_px},
                                         {picture.data(), 3, 3, 2}, whole, turn);
    CHECK(there == scene::Rect{0, 0, screen.width_px, screen.height_px});
    return pixels;
}

}  // namespace

TEST_CASE("a picture is turned clockwise") {
    using Pixels = std::vector<std::uint32_t>;
    CHECK(turned_picture(Turn::none) == Pixels{1, 2, 3, 4, 5, 6});
    CHECK(turned_picture(Turn::quarter) == Pixels{4, 1, 5, 2, 6, 3});
    CHECK(turned_picture(Turn::half) == Pixels{6, 5, 4, 3, 2, 1});
    CHECK(turned_picture(Turn::three_quarters) == Pixels{3, 6, 2, 5, 1, 4});
}

TEST_CASE("a part of it goes where that part is, and touches nothing else") {
    std::vector<std::uint32_t> picture = {1, 2, 3, 4, 5, 6};
    std::vector<std::uint32_t> pixels(6);
    const scene::Rect there =
        lay_turned({pixels.data(), 2, 2, 3}, {picture.data(), 3, 3, 2}, {2, 0, 9, 9}, Turn::quarter);
    CHECK(there == scene::Rect{0, 2, 2, 1});
    CHECK(pixels == std::vector<std::uint32_t>{0, 0, 0, 0, 6, 3});
    CHECK(lay_turned({pixels.data(), 2, 2, 3}, {picture.data(), 3, 3, 2}, {3, 0, 1, 1}, Turn::quarter).width == 0);
}

TEST_CASE("a finger on the glass is where people see it") {
    const Extent screen{1920, 1080};
    CHECK(seen_at({0, 0}, screen, Turn::quarter) == Pixel{0, 1919});
    CHECK(seen_at({1919, 0}, screen, Turn::quarter) == Pixel{0, 0});
    CHECK(seen_at({0, 0}, screen, Turn::half) == Pixel{1919, 1079});
    CHECK(seen_at({0, 1079}, screen, Turn::three_quarters) == Pixel{0, 0});
    CHECK(seen_at({7, 9}, screen, Turn::none) == Pixel{7, 9});
}
