#include "kiosk/app/settings.h"

#include <algorithm>
#include <functional>
#include <numbers>

#include <doctest/doctest.h>

#include "kiosk/app/state.h"
#include "tests/support/fresh_state.h"

using namespace tingdu;
using namespace tingdu::app;

namespace {

bool rises(const auto& steps) {
    return std::adjacent_find(steps.begin(), steps.end(), std::greater_equal<>()) == steps.end();
}

}  // namespace

TEST_CASE("speed goes by seven steps from half to double") {
    CHECK(rate_factors.size() == 7);
    CHECK(rises(rate_factors));
    CHECK(rate_factors.front() == 0.5);
    CHECK(rate_factors.back() == 2.0);
    CHECK(diction(Settings()).rate == 1.0);
}

TEST_CASE("loudness goes by steps that standards ask for") {
    CHECK(rises(volume_db));
    CHECK(volume_db.back() - volume_db.front() >= 18);  // EN 301 549, 8.2.1.1
    CHECK(std::ranges::any_of(volume_db, [](double db) { return db - volume_db.front() == 12; }));  // … 8.2.1.2
    for (std::size_t step = 1; step < volume_db.size(); ++step)
        CHECK(volume_db[step] - volume_db[step - 1] <= 10);  // VVSG 2.0, 7.1-K
    CHECK(gain_db(support::fresh_state()) == 0);
}

TEST_CASE("type at first is seven tenths of a degree from sixty centimetres, and comes in four sizes") {
    const double seen_mm = 600 * 0.7 / 180 * std::numbers::pi;  // EN 301 549, 5.1.4
    CHECK(capital_mm.size() == 4);
    CHECK(rises(capital_mm));
    CHECK(capital_mm[static_cast<std::size_t>(Settings()[Setting::size])] >= seen_mm);
    CHECK(capital_mm.front() >= 4.8);                    // US 508, 402.4
    CHECK(capital_mm.back() >= 2 * capital_mm.front());  // WCAG 2.2, 1.4.4
}
