#include "kiosk/mandarin/syllable.h"

#include <doctest/doctest.h>

#include "kiosk/mandarin/pinyin.h"

using tingdu::mandarin::Syllable;

TEST_CASE("a syllable comes back from its pinyin and from its number") {
    for (const char* pinyin : {"a1", "zhong1", "lv4", "nve4", "er5", "r5", "zuo4"}) {
        const auto syllable = Syllable::from_pinyin(pinyin);
        REQUIRE(syllable);
        CHECK(syllable->pinyin() == pinyin);
        CHECK(Syllable::from_number(syllable->number()) == *syllable);
    }
}

TEST_CASE("every number below the count but 0 is a syllable with a tone of its own") {
    for (std::uint16_t number = 1; number < Syllable::count(); ++number) {
        const Syllable syllable = Syllable::from_number(number);
        CHECK(Syllable::from_pinyin(syllable.pinyin()) == syllable);
    }
    CHECK(Syllable::from_number(0).pinyin().empty());
    CHECK(Syllable::from_number(Syllable::count()).number() == 0);
}

TEST_CASE("what is no pinyin is no syllable") {
    for (const char* other : {"", "1", "zhong", "zhong0", "zhong6", "lu:4", "ZHONG1", "xyz3", "zhong12"}) {
        CHECK_FALSE(Syllable::from_pinyin(other));
    }
}

TEST_CASE("a tone can be changed and no syllable has none") {
    CHECK(Syllable::from_pinyin("hao3")->with_tone(2).pinyin() == "hao2");
    CHECK(Syllable::from_pinyin("hao3")->with_tone(7).pinyin() == "hao3");
    CHECK(Syllable{}.tone() == 0);
    CHECK(Syllable{}.with_tone(3) == Syllable{});
}

TEST_CASE("a syllable is printed with its mark where a textbook has it") {
    const auto printed = [](const char* pinyin) { return tingdu::mandarin::printed(*Syllable::from_pinyin(pinyin)); };
    CHECK(printed("zhuang1") == U"zhuāng");
    CHECK(printed("lv4") == U"lǜ");
    CHECK(printed("nve4") == U"nüè");
    CHECK(printed("gui3") == U"guǐ");
    CHECK(printed("liu2") == U"liú");
    CHECK(printed("dou4") == U"dòu");
    CHECK(printed("xiong2") == U"xióng");
    CHECK(printed("ma5") == U"ma");
    CHECK(printed("lv5") == U"lü");
    CHECK(printed("r5") == U"r");
    CHECK(printed("ng2") == U"ńg");
    CHECK(printed("m2") == U"m\u0301");
    CHECK(printed("eh4") == U"ê\u0300");
    CHECK(tingdu::mandarin::printed(Syllable()).empty());
}

TEST_CASE("what is printed can be read again") {
    for (std::uint16_t number = 1; number < Syllable::count(); ++number) {
        const Syllable syllable = Syllable::from_number(number);
        const std::string pinyin = syllable.pinyin();
        const bool bears_no_mark = pinyin.starts_with("eh") || pinyin.substr(0, pinyin.size() - 1) == "r";
        if (syllable.tone() == 5 || bears_no_mark) continue;
        const auto read = tingdu::mandarin::spellings(tingdu::mandarin::printed(syllable));
        INFO(pinyin);
        REQUIRE(read.size() == 1);
        CHECK(read.front().syllable() == syllable);
    }
}
