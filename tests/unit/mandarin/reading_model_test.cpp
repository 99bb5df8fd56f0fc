#include "kiosk/mandarin/reading_model.h"

#include <random>

#include <doctest/doctest.h>

#include "kiosk/mandarin/context.h"
#include "said.h"

using namespace tingdu;
using namespace tingdu::mandarin;

TEST_CASE("a character alone is read by what stands about it") {
    CHECK(lexical(U"请按时还书") == "qing3 an4 shi2 huan2 shu1");
    CHECK(lexical(U"还要排队") == "hai2 yao4 pai2 dui4");
    CHECK(lexical(U"这行字") == "zhe4 hang2 zi4");
    CHECK(lexical(U"孩子又长高了") == "hai2 zi5 you4 zhang3 gao1 le5");
    CHECK(lexical(U"绳子长三米") == "sheng2 zi5 chang2 san1 mi3");
    CHECK(lexical(U"我们得早点走") == "wo3 men5 dei3 zao3 dian3 zou3");
}

TEST_CASE("what the lexicon says of a word is seldom overruled") {
    CHECK(lexical(U"银行行长重视重庆的会计") == "yin2 hang2 hang2 zhang3 zhong4 shi4 chong2 qing4 de5 kuai4 ji4");
}

TEST_CASE("a character that the model was not taught is left to the lexicon") {
    const auto model = ReadingModel::over(model_bytes()).value();
    CHECK(model.knows(U'行'));
    CHECK_FALSE(model.knows(U'猫'));
    CHECK_FALSE(model.opinion(U'猫', {}, {}).has_value());
}

TEST_CASE("a reading that was never seen for a character yields to any that was") {
    const auto model = ReadingModel::over(model_bytes()).value();
    const auto opinion = model.opinion(U'行', {}, *Syllable::from_pinyin("ma1"));
    REQUIRE(opinion.has_value());
    CHECK(opinion->gain == std::numeric_limits<int>::max());
}

TEST_CASE("a file that is cut short, lengthened or of another kind is no model") {
    const auto& whole = model_bytes();
    REQUIRE(ReadingModel::over(whole).has_value());
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{7}, std::size_t{40}, whole.size() / 2, whole.size() - 1}) {
        const auto cut = ReadingModel::over(std::span(whole).first(size));
        REQUIRE_FALSE(cut.has_value());
        CHECK(cut.error().fault == Fault::no_lexicon);
    }
    auto longer = whole;
    longer.push_back({});
    CHECK_FALSE(ReadingModel::over(longer).has_value());
    CHECK_FALSE(ReadingModel::over(lexicon_bytes()).has_value());
}

TEST_CASE("a damaged model may read wrongly but never beyond its bytes") {
    std::minstd_rand chance{3};
    auto damaged = model_bytes();
    const std::size_t tables = 16'000;  // header, characters and classes: what the rest is found by
    for (int round = 0; round < 40; ++round) {
        for (int i = 0; i < 20; ++i) damaged[28 + chance() % tables] = static_cast<std::byte>(chance() % 256);
        const auto model = ReadingModel::over(damaged);
        if (model) {
            const std::array<std::uint32_t, 3> features{1U, 0x80000000U, 0xFFFFFFFFU};
            for (const char32_t c : std::u32string_view(U"行长重得地"))
                (void)model->opinion(
                    c, {.features = features, .neighbours = {}, .lexical = {}, .by_rule = {}, .alone = {}}, {});
        }
        if (round % 4 == 3) damaged = model_bytes();
    }
}
