#include "kiosk/mandarin/unsaid.h"

#include <doctest/doctest.h>

using tingdu::TextRange;
using tingdu::mandarin::unsaid;

TEST_CASE("what has no name in Mandarin is passed over and told") {
    CHECK(unsaid(U"办理成功😊👍，请取证") == std::vector<TextRange>{{4, 6}});
    CHECK(unsaid(U"★须知\U0000E001\U0000FFFD") == std::vector<TextRange>{{0, 1}, {3, 5}});
    CHECK(unsaid(U"Привет，朋友") == std::vector<TextRange>{{0, 6}});
}

TEST_CASE("what is said or heard as a pause is not among the unsaid") {
    CHECK(unsaid(U"2024年3月1日，120㎡、①《办法》（试行）……GB/T 1000—2019：https://www.gov.cn/").empty());
    CHECK(unsaid(U"Open 9:00-17:00, (free) — $5 & more.").empty());
    CHECK(unsaid(U"").empty());
}
