// What moves on the welcome screen while nobody is there.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include <doctest/doctest.h>

#include "kiosk/view/eyes.h"
#include "tests/support/fresh_state.h"

using namespace tingdu;

TEST_CASE("the ring of the welcome breathes as slowly as somebody at rest, and not where nothing is to move") {
    const view::Viewport viewport{1920, 1080, 4};
    app::State state = support::fresh_state();
    const auto at = [&](std::int64_t ms) {
        state.now_ms = ms;
        return view::Eyes::breath(state, viewport);
    };
    int turns = 0;
    int largest_step = 0;
    bool went_out = true;
    for (std::int64_t ms = 0; ms < 60'000; ms += 16) {
        const int step = at(ms + 16) - at(ms);
        largest_step = std::max(largest_step, std::abs(step));
        if (step != 0 && went_out != (step > 0)) {
            ++turns;
            went_out = step > 0;
        }
    }
    CHECK(turns >= 20);  // out and in, twelve times a minute
    CHECK(turns <= 26);
    CHECK(largest_step <= 1);
    state.settings.set(app::Setting::motion, 1);
    CHECK(at(1'250) == 0);
    CHECK(at(2'500) == 0);
}
