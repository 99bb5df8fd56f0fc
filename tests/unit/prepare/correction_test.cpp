#include "kiosk/prepare/correction.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/own_words.h"
#include "tests/support/voices.h"

using namespace tingdu;
using prepare::Way;

namespace {

std::vector<Way> ways(std::u32string_view sentence, char32_t hanzi) {
    return prepare::ways_to_read(sentence, sentence.find(hanzi), support::shipped_lexicon());
}

std::string line(const Way& way) {
    return to_utf8(mandarin::written(way.word));
}

}  // namespace

TEST_CASE("a character is put right with the word that it stands in, and the first way is how it is read now") {
    const auto all = ways(U"请到三号窗口找单女士签字。", U'单');
    REQUIRE(all.size() > 1);
    CHECK(line(all[0]) == "单女士 = shan4 nv3 shi4");
    CHECK(std::ranges::any_of(all, [](const Way& way) { return line(way) == "单女士 = dan1 nv3 shi4"; }));
    const auto dan = std::ranges::find_if(all, [](const Way& way) { return way.reading.pinyin() == "dan1"; });
    REQUIRE(dan != all.end());
    CHECK(dan->explained.ends_with(U"的单"));
    CHECK(std::ranges::none_of(all, [&](const Way& way) { return &way != &*dan && way.explained == dan->explained; }));
}

TEST_CASE("every way that is offered is how the sentence is read once it stands in the list") {
    for (const auto& [sentence, hanzi] : {std::pair{U"还书请到二楼。", U'还'},
                                          {U"他姓仇，叫仇小明。", U'仇'},
                                          {U"重物请放在长桌上。", U'重'},
                                          {U"这条路长。", U'长'},
                                          {U"3长2短", U'长'}}) {
        const auto all = ways(sentence, hanzi);
        REQUIRE(all.size() > 1);
        for (const Way& way : all) {
            CAPTURE(line(way));
            const mandarin::LocalReadings own({way.word});
            const auto again = prepare::ways_to_read(sentence, std::u32string_view(sentence).find(hanzi),
                                                     {support::shipped_lexicon(), &own});
            CHECK(again.front().reading.pinyin() == way.reading.pinyin());
        }
    }
}

TEST_CASE("a character that no dictionary knows has no ways to choose among") {
    CHECK(ways(U"𠮷家", U'𠮷').size() < 2);
}
