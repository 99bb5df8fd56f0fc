#include "kiosk/platform/display/lru.h"

#include <functional>
#include <string>

#include <doctest/doctest.h>

namespace {

using Kept = tingdu::platform::Lru<std::string, int, std::hash<std::string>, std::equal_to<>>;

}  // namespace

TEST_CASE("what was not asked for longest goes first") {
    Kept kept{30};
    kept.keep("a", 1, 10);
    kept.keep("b", 2, 10);
    kept.keep("c", 3, 10);
    REQUIRE(kept.find(std::string{"a"}) != nullptr);
    kept.keep("d", 4, 10);
    CHECK(kept.find(std::string{"b"}) == nullptr);
    CHECK(*kept.find(std::string{"a"}) == 1);
    CHECK(*kept.find(std::string{"d"}) == 4);
    CHECK(kept.used_bytes() == 30);
}

TEST_CASE("one that is kept again replaces itself, and one larger than the room stays alone") {
    Kept kept{30};
    kept.keep("a", 1, 10);
    kept.keep("a", 2, 20);
    CHECK(*kept.find(std::string{"a"}) == 2);
    CHECK(kept.used_bytes() == 20);
    CHECK(kept.keep("b", 3, 100) == 3);
    CHECK(kept.find(std::string{"a"}) == nullptr);
    CHECK(kept.used_bytes() == 100);
}
