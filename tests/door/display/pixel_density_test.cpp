#include "kiosk/platform/display/pixel_density.h"

#include <doctest/doctest.h>

using tingdu::platform::px_per_mm;

namespace {

const double usual = px_per_mm({1920, 1080, {}, {}});

}  // namespace

TEST_CASE("a screen of which nothing is known is 21.5 inches") {
    CHECK(usual == doctest::Approx(1920 / 476.1).epsilon(0.001));  // 21.5 in at 16:9 is 476 mm wide
    CHECK(px_per_mm({3840, 2160, {}, {}}) == doctest::Approx(2 * usual));
}

TEST_CASE("the owner is believed before the screen") {
    CHECK(px_per_mm({1920, 1080, 43.0, 200.0}) == doctest::Approx(usual / 2));
    CHECK(px_per_mm({1920, 1080, 0.0, {}}) == doctest::Approx(usual));
}

TEST_CASE("a screen is believed only where it says something likely") {
    CHECK(px_per_mm({3840, 2160, {}, 163.0}) == doctest::Approx(163 / 25.4));
    for (const double lie : {0.0, 40.0, 96.0, 400.0}) CHECK(px_per_mm({1920, 1080, {}, lie}) == doctest::Approx(usual));
    CHECK(px_per_mm({1920, 1080, {}, 304.8}) == doctest::Approx(usual));  // 16 by 9 cm, the ratio and not a size
}
