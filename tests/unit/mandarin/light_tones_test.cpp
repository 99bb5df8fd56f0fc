#include "kiosk/mandarin/light_tones.h"

#include <doctest/doctest.h>

#include "said.h"

using namespace tingdu::mandarin;

TEST_CASE("a word keeps the tones of its characters in the dictionary and loses them in speech") {
    CHECK(lexical(U"一部分知识") == "yi1 bu4 fen4 zhi1 shi2");
    CHECK(spoken(U"一部分知识") == "yi2 bu4 fen5 zhi1 shi5");
    CHECK(spoken(U"头发") == "tou2 fa5");
    CHECK(spoken(U"呼吸困难") == "hu1 xi1 kun4 nan5");
    CHECK(spoken(U"分数") == "fen1 shu4");
}

TEST_CASE("what never had a tone is the same in both") {
    CHECK(lexical(U"孩子们") == "hai2 zi5 men5");
    CHECK(spoken(U"孩子们") == "hai2 zi5 men5");
}

TEST_CASE("个 is light where it counts and has its tone where it is a word of its own") {
    CHECK(spoken(U"三个人") == "san1 ge5 ren2");
    CHECK(spoken(U"30个工作日").starts_with("san1 shi2 ge5"));
    CHECK(spoken(U"六个月") == "liu4 ge5 yue4");
    CHECK(spoken(U"是个好日子").starts_with("shi4 ge5"));
    CHECK(spoken(U"个人所得税").starts_with("ge4 ren2"));
    CHECK(spoken(U"各个窗口").starts_with("ge4 ge4"));
    CHECK(spoken(U"整个大厅").starts_with("zheng3 ge4"));
}

TEST_CASE("地方 is light as a place and has its tones as a part of the state") {
    CHECK(spoken(U"这是个好地方") == "zhe4 shi4 ge5 hao3 di4 fang5");
    CHECK(spoken(U"地方政府") == "di4 fang1 zheng4 fu3");
    CHECK(spoken(U"中国的地方政府").ends_with("di4 fang1 zheng4 fu3"));
}

TEST_CASE("a particle at the end is light, a cry is not") {
    CHECK(spoken(U"快走哇").ends_with("wa5"));
    CHECK(spoken(U"别着急呀").ends_with("ya5"));
    CHECK(spoken(U"哎呀") == "ai1 ya1");
}

TEST_CASE("what the place has settled is not made light") {
    const LocalReadings own = read_list(U"知识 = zhi1 shi2", shipped_lexicon()).readings;
    CHECK(spoken(U"知识", {shipped_lexicon(), &own}) == "zhi1 shi2");
}

TEST_CASE("the full tone of a syllable is its own if it has one") {
    const auto syllable = [](const char* pinyin) { return Syllable::from_pinyin(pinyin).value(); };
    CHECK(with_full_tone(U'分', syllable("fen5")) == syllable("fen4"));
    CHECK(with_full_tone(U'分', syllable("fen1")) == syllable("fen1"));
    CHECK(with_full_tone(U'子', syllable("zi5")) == syllable("zi5"));
}
