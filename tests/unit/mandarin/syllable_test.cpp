#include "kiosk/mandarin/syllable.h"

#include <doctest/doctest.h>

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
