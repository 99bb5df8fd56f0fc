#include "kiosk/platform/display/strikes.h"

#include <doctest/doctest.h>

using tingdu::platform::Strikes;

TEST_CASE("identical strikes closer than the set time count once") {
    Strikes strikes(120, 4.0);
    CHECK(strikes.key_counts({5}, 1000));
    CHECK_FALSE(strikes.key_counts({5}, 1119));
    CHECK(strikes.key_counts({5}, 1120));
}

TEST_CASE("another key counts at once, and so does the first one after it") {
    Strikes strikes(500, 4.0);
    CHECK(strikes.key_counts({5}, 1000));
    CHECK(strikes.key_counts({6}, 1010));
    CHECK(strikes.key_counts({5}, 1020));
}

TEST_CASE("a hand that trembles without end is still heard") {
    Strikes strikes(500, 4.0);
    int counted = 0;
    for (int now = 0; now < 5000; now += 100) counted += strikes.key_counts({5}, now) ? 1 : 0;
    CHECK(counted == 10);
}

TEST_CASE("with no time set every strike counts") {
    Strikes strikes(0, 4.0);
    CHECK(strikes.key_counts({5}, 1000));
    CHECK(strikes.key_counts({5}, 1000));
}

TEST_CASE("what comes in the first second of a new device does not count") {
    Strikes strikes(120, 4.0);
    strikes.device_came(2000);
    CHECK_FALSE(strikes.key_counts({5}, 2000));
    CHECK_FALSE(strikes.key_counts({6}, 2999));
    CHECK(strikes.key_counts({6}, 3000));
}

TEST_CASE("two touches of one place in quick succession are one, elsewhere or later they are two") {
    Strikes strikes(120, 4.0);
    CHECK(strikes.touch_counts(100, 100, 0));
    strikes.touch_ended(100, 100, 1000);
    CHECK_FALSE(strikes.touch_counts(110, 90, 1249));
    CHECK(strikes.touch_counts(110, 90, 1250));
    CHECK(strikes.touch_counts(200, 100, 1010));
}

TEST_CASE("NumLock counts alone, and not when it is held around another key") {
    tingdu::platform::LoneKey num_lock;
    num_lock.down();
    CHECK(num_lock.up());
    CHECK_FALSE(num_lock.up());
    num_lock.down();
    num_lock.other_down();
    CHECK_FALSE(num_lock.up());
    num_lock.down();
    CHECK(num_lock.up());
}
