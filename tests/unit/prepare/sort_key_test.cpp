#include "kiosk/prepare/sort_key.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "tests/support/voices.h"

namespace tingdu::prepare {

TEST_CASE("names are sorted as they are read: characters with two readings by the one they have in their word") {
    const auto key = [](std::string_view name) { return sort_key(from_utf8(name), support::shipped_lexicon()); };
    CHECK(key("长城") == " chang2  cheng2 ");
    CHECK(key("重庆").starts_with(" chong2 "));
    CHECK(key("行政").starts_with(" xing2 "));
    CHECK(key("乐山").starts_with(" le4 "));
    CHECK(key("乐队").starts_with(" yue4 "));
    CHECK(key("长者") == " zhang3  zhe3 ");
    CHECK(key("2 WiFi.txt") == "2 WiFi.txt");
}

}  // namespace tingdu::prepare
