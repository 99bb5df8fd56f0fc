#include "kiosk/speech/utterance.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/support/voices.h"

using namespace tingdu;
using namespace tingdu::speech;

namespace {

Utterance composed(std::u32string_view text, Standing standing) {
    return compose(text, {0, text.size()}, standing, support::shipped_lexicon());
}

Ending ending(std::u32string_view text, Standing standing) {
    return composed(text, standing).breaths.back().piece.ending;
}

double pause_between(Part part, Part next) {
    return composed(U"大厅", {part, Follows::block, next}).breaths.back().pause_s;
}

constexpr Standing item_before_item{Part::item, Follows::block, Part::item};
constexpr Standing last_item{Part::item, Follows::block, Part::prose};

}  // namespace

TEST_CASE("a list goes on until its last item, however its items are marked") {
    for (const std::u32string_view item : {U"本人身份证", U"本人身份证；", U"本人身份证。", U"本人身份证，"}) {
        CHECK(ending(item, item_before_item) == Ending::going_on);
        CHECK(ending(item, last_item) == Ending::falling);
        CHECK(ending(item, {Part::item, Follows::nothing, {}}) == Ending::falling);
    }
    CHECK(ending(U"请带身份证。没有的可以补办。", item_before_item) == Ending::falling);
    CHECK(ending(U"带什么材料？", item_before_item) == Ending::asking);
}

TEST_CASE("prose closes where it stops and goes on where its punctuation does") {
    const Standing paragraph{Part::prose, Follows::block, Part::item};
    CHECK(ending(U"请带齐材料", paragraph) == Ending::falling);
    CHECK(ending(U"请带齐材料。", paragraph) == Ending::falling);
    CHECK(ending(U"请带齐下列材料：", paragraph) == Ending::going_on);
    CHECK(ending(U"一是本人到场；", paragraph) == Ending::going_on);
    CHECK(ending(U"材料带齐了吗？", paragraph) == Ending::asking);
}

TEST_CASE("what goes on keeps its voice up: items of an enumeration do, the last one closes") {
    const auto last_tone = [](const Breath& breath) {
        const std::size_t end = breath.piece.input.find_last_of(U"12345");
        return breath.piece.input.substr(end - 1, 2);
    };
    const Utterance utterance = composed(U"老人、大厅、花生。", {});
    REQUIRE(utterance.breaths.size() == 3);
    CHECK(last_tone(utterance.breaths[1]) == U"55");
    CHECK(last_tone(utterance.breaths[2]) == U"44");
    CHECK(last_tone(composed(U"大厅", item_before_item).breaths[0]) == U"55");
    CHECK(last_tone(composed(U"大厅", last_item).breaths[0]) == U"44");
}

TEST_CASE("titles, headings and asides are set off, items follow one another closely") {
    CHECK(pause_between(Part::title, Part::prose) > pause_between(Part::prose, Part::heading));
    CHECK(pause_between(Part::prose, Part::heading) > pause_between(Part::heading, Part::prose));
    CHECK(pause_between(Part::heading, Part::prose) > pause_between(Part::prose, Part::prose));
    CHECK(pause_between(Part::prose, Part::aside) > pause_between(Part::prose, Part::prose));
    CHECK(pause_between(Part::aside, Part::prose) == pause_between(Part::prose, Part::aside));
    CHECK(pause_between(Part::item, Part::item) < pause_between(Part::prose, Part::prose));
    CHECK(pause_between(Part::item, Part::prose) == pause_between(Part::prose, Part::prose));
}

TEST_CASE("a title is said slower than prose, a caption lighter") {
    CHECK(composed(U"大厅", {Part::title, {}, {}}).pace < composed(U"大厅", {Part::heading, {}, {}}).pace);
    CHECK(composed(U"大厅", {Part::heading, {}, {}}).pace < 1);
    CHECK(composed(U"大厅", {}).pace == 1);
    CHECK(composed(U"大厅", {Part::aside, {}, {}}).pace > 1);
}

TEST_CASE("paragraphs that bear numbers follow one another as the items of a list") {
    const auto pause_after_first = [](std::u32string_view first, std::u32string_view second) {
        const std::u32string text = std::u32string(first) + U'\n' + std::u32string(second);
        const Standing paragraph{Part::prose, Follows::block, Part::prose};
        return compose(text, {0, first.size()}, paragraph, support::shipped_lexicon()).breaths.back().pause_s;
    };
    const double between_items = pause_between(Part::item, Part::item);
    const double between_paragraphs = pause_between(Part::prose, Part::prose);
    CHECK(pause_after_first(U"1. 身份证；", U"2. 户口簿。") == between_items);
    CHECK(pause_after_first(U"（一）填表；", U"（二）审核。") == between_items);
    CHECK(pause_after_first(U"一、办理条件", U"二、办理材料") == between_items);
    CHECK(pause_after_first(U"①取号", U"②填表") == between_items);
    CHECK(pause_after_first(U"3.5平方米。", U"4.2平方米。") == between_paragraphs);
    CHECK(pause_after_first(U"2024年的事。", U"1. 身份证；") == between_paragraphs);
    CHECK(pause_after_first(U"二、办理材料", U"详情见附件。") == between_paragraphs);
}

TEST_CASE("the later sentences of a numbered paragraph belong to its item") {
    const std::u32string_view text = U"1. 带身份证。没有的可以补办。\n2. 带照片。";
    const Standing paragraph{Part::prose, Follows::block, Part::prose};
    CHECK(compose(text, {8, 16}, paragraph, support::shipped_lexicon()).breaths.back().pause_s ==
          pause_between(Part::item, Part::item));
}
