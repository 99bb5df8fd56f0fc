#include "kiosk/mandarin/unsaid.h"

#include <doctest/doctest.h>

#include "said.h"

using tingdu::TextRange;
using tingdu::mandarin::said;
using tingdu::mandarin::unsaid;

TEST_CASE("what has no name in Mandarin is passed over and told") {
    CHECK(unsaid(U"办理成功😊👍，请取证") == std::vector<TextRange>{{4, 6}});
    CHECK(unsaid(U"★须知\U0000E001\U0000FFFD") == std::vector<TextRange>{{0, 1}, {3, 5}});
}

TEST_CASE("what is said or heard as a pause is not among the unsaid") {
    CHECK(unsaid(U"2024年3月1日，120㎡、①《办法》（试行）……GB/T 1000—2019：https://www.gov.cn/").empty());
    CHECK(unsaid(U"Open 9:00-17:00, (free) — $5 & more.").empty());
    CHECK(unsaid(U"").empty());
}

TEST_CASE("text in another script is announced once in a clause, and is not among the unsaid") {
    CHECK(unsaid(U"Привет，朋友").empty());
    CHECK(said(U"他会说日语ありがとう，也会说한국어 말") == "他会说日语日文，也会说韩文");
    CHECK(said(U"བོད་ཡིག") == "藏文");
    CHECK(said(U"بۇ ئۇيغۇرچە") == "维吾尔文");
    CHECK(said(U"あの人は学生です。これは本です。") == "日文。日文。");
    CHECK(said(U"日本語の案内は2階にあります。") == "日文。");
    CHECK(said(U"한국어 안내는 2층입니다") == "韩文");
    CHECK(said(U"鲜の每日") == "鲜的每日");
}
