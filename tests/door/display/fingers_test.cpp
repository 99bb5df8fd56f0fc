#include "kiosk/platform/display/fingers.h"

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::platform;

TEST_CASE("a lone finger touches, moves by millimetres and leaves") {
    Fingers fingers(4.0);
    CHECK(fingers.down(7, 10, 20) == InputEvent{TouchDown{10, 20}});
    CHECK(fingers.moved(7, 12, 60) == InputEvent{TouchMove{12, 60, 10}});
    CHECK(fingers.moved(7, 12, 12) == InputEvent{TouchMove{12, 12, -2}});
    CHECK(fingers.up(7, 12, 60) == InputEvent{TouchUp{12, 60}});
}

TEST_CASE("a second finger ends the touch of the first, and nothing counts until all have left") {
    Fingers fingers(4.0);
    CHECK(fingers.down(1, 0, 0) == InputEvent{TouchDown{0, 0}});
    CHECK(fingers.down(2, 50, 0) == InputEvent{TouchLost{}});
    for (int more = 3; more <= 6; ++more) CHECK_FALSE(fingers.down(more, 0, 0));
    CHECK_FALSE(fingers.moved(1, 5, 5));
    for (int finger = 1; finger <= 5; ++finger) CHECK_FALSE(fingers.up(finger, 0, 0));
    CHECK_FALSE(fingers.down(1, 0, 0));
    CHECK_FALSE(fingers.up(1, 0, 0));
    CHECK_FALSE(fingers.up(6, 0, 0));
    CHECK(fingers.down(8, 1, 1) == InputEvent{TouchDown{1, 1}});
}

TEST_CASE("what rests on the glass and never leaves does not keep others from touching") {
    Fingers fingers(4.0);
    CHECK(fingers.down(1, 0, 0, 1'000) == InputEvent{TouchDown{0, 0}});
    CHECK(fingers.down(2, 50, 0, 20'999) == InputEvent{TouchLost{}});
    CHECK_FALSE(fingers.up(2, 50, 0));
    CHECK(fingers.down(2, 50, 0, 21'000) == InputEvent{TouchDown{50, 0}});
    CHECK_FALSE(fingers.moved(1, 1, 1));
    CHECK(fingers.moved(2, 50, 40) == InputEvent{TouchMove{50, 40, 10}});
    CHECK(fingers.up(2, 50, 40) == InputEvent{TouchUp{50, 40}});
    CHECK(fingers.down(3, 7, 7, 22'000) == InputEvent{TouchDown{7, 7}});
    CHECK_FALSE(fingers.up(1, 0, 0));
    CHECK(fingers.up(3, 7, 7) == InputEvent{TouchUp{7, 7}});
}

TEST_CASE("fingers whose leaving was never told do not shut the glass for ever") {
    Fingers fingers(4.0);
    CHECK(fingers.down(1, 0, 0));
    CHECK(fingers.down(2, 0, 0));
    fingers.forget();
    CHECK(fingers.down(3, 5, 5) == InputEvent{TouchDown{5, 5}});
}
