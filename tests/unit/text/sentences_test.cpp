#include "kiosk/text/sentences.h"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "tests/unit/text/reading.h"

namespace tingdu::text {
namespace {

Article of_blocks(std::initializer_list<Block> kinds, std::initializer_list<std::u32string_view> texts) {
    Article article;
    auto kind = kinds.begin();
    for (const std::u32string_view text : texts) {
        if (!article.text.empty()) article.text.push_back(U'\n');
        const std::size_t begin = article.text.size();
        article.text += text;
        article.blocks.push_back({kind->kind, {begin, article.text.size()}, kind->continues});
        ++kind;
    }
    return article;
}

std::vector<std::string> split(std::u32string_view text, BlockKind kind = BlockKind::paragraph) {
    const Article article = of_blocks({{kind, {}, false}}, {text});
    std::vector<std::string> parts;
    for (const TextRange range : sentences(article, 0))
        parts.push_back(utf8(std::u32string_view(article.text).substr(range.begin, range.size())));
    return parts;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("a sentence ends with its mark and what closes after it") {
    CHECK(split(U"今天停水。请储水！好吗？") == Parts{"今天停水。", "请储水！", "好吗？"});
    CHECK(split(U"“今天停水。”他说。（请储水。）好。") == Parts{"“今天停水。”", "他说。", "（请储水。）", "好。"});
    CHECK(split(U"真的吗？！太好了。") == Parts{"真的吗？！", "太好了。"});
    CHECK(split(U"\"Stop.\" He said so. \"Why?\" No reason.") ==
          Parts{"\"Stop.\"", "He said so.", "\"Why?\"", "No reason."});
    CHECK(split(U"第一；第二;第三") == Parts{"第一；", "第二;", "第三"});
}

TEST_CASE("a comma after the closing quote shows that the sentence goes on") {
    CHECK(split(U"“今天停水。”，他说。") == Parts{"“今天停水。”，他说。"});
}

TEST_CASE("numbers, abbreviations and addresses do not end sentences") {
    CHECK(split(U"It costs 3.14 yuan. Open at 9 a.m. on Mondays. See No. 5, e.g. the form.").size() == 3);
    CHECK(split(U"Mr. Li lives in the U.S. He is at www.example.com/a?b=c now.") ==
          Parts{"Mr. Li lives in the U.S. He is at www.example.com/a?b=c now."});
    CHECK(split(U"共3.5元，见http://a.gov.cn/x.html。好") == Parts{"共3.5元，见http://a.gov.cn/x.html。", "好"});
    CHECK(split(U"1. Bring your card. 2. Wait.") == Parts{"1. Bring your card.", "2. Wait."});
    CHECK(split(U"No. I will not.") == Parts{"No.", "I will not."});
}

TEST_CASE("a title in book marks is one thing") {
    CHECK(split(U"他读了《谁来了？我们！》这本书。好看。") == Parts{"他读了《谁来了？我们！》这本书。", "好看。"});
}

TEST_CASE("an ellipsis ends a sentence when a new one begins") {
    CHECK(split(U"他走了很远很远……天黑了。") == Parts{"他走了很远很远……", "天黑了。"});
    CHECK(split(U"苹果、梨子、桃子……等水果。") == Parts{"苹果、梨子、桃子……等水果。"});
    CHECK(split(U"他走了很远，很远……。天黑了。") == Parts{"他走了很远，很远……。", "天黑了。"});
}

TEST_CASE("a heading is one sentence however it is punctuated") {
    CHECK(split(U"一、总结成绩。坚定信心。", BlockKind::heading) == Parts{"一、总结成绩。坚定信心。"});
    CHECK(split(U"取号；填表；等候。", BlockKind::list_item) == Parts{"取号；填表；等候。"});
}

TEST_CASE("no sentence is longer than speech is prepared for, and none is lost") {
    std::u32string with_commas;
    while (with_commas.size() < 590) with_commas += U"请到一号窗口办理业务，";
    std::u32string without;
    while (without.size() < 590) without += U"请到一号窗口办理业务";
    for (const std::u32string& text : {with_commas, without}) {
        std::string joined;
        for (const std::string& part : split(text)) {
            CHECK(from_utf8(part).size() <= 160);
            joined += part;
        }
        CHECK(joined == utf8(text));
    }
    for (const std::string& part : split(with_commas)) CHECK(part.ends_with("，"));
}

TEST_CASE("what says nothing joins its neighbour") {
    CHECK(split(U"——。今天停水。……！好。") == Parts{"——。今天停水。……！", "好。"});
    CHECK(split(U"***") == Parts{"***"});
}

TEST_CASE("next and previous cross blocks and pass over what says nothing") {
    const Article article = of_blocks({{BlockKind::title, {}, false},
                                       {BlockKind::paragraph, {}, false},
                                       {BlockKind::paragraph, {}, false},
                                       {BlockKind::paragraph, {}, false}},
                                      {U"标题", U"一句。二句。", U"——————", U"三句。"});
    std::vector<Place> forth;
    for (auto place = first(article); place; place = next_sentence(article, *place)) forth.push_back(*place);
    CHECK(forth == std::vector<Place>{{0, 0}, {1, 0}, {1, 1}, {3, 0}});
    std::vector<Place> back;
    for (std::optional<Place> place = forth.back(); place; place = previous_sentence(article, *place))
        back.push_back(*place);
    CHECK(back == std::vector<Place>{{3, 0}, {1, 1}, {1, 0}, {0, 0}});
    CHECK(range_of(article, {1, 1}) == TextRange{6, 9});
    CHECK(range_of(article, {9, 9}).empty());
    CHECK_FALSE(first(of_blocks({{BlockKind::paragraph, {}, false}}, {U"——"})));
}

TEST_CASE("a paragraph cut into several blocks counts once") {
    const Article article = of_blocks({{BlockKind::paragraph, {}, false},
                                       {BlockKind::paragraph, {}, true},
                                       {BlockKind::paragraph, {}, true},
                                       {BlockKind::paragraph, {}, false}},
                                      {U"一。二。", U"三。", U"四。", U"五。"});
    CHECK(next_paragraph(article, {0, 1}) == Place{3, 0});
    CHECK(next_paragraph(article, {1, 0}) == Place{3, 0});
    CHECK_FALSE(next_paragraph(article, {3, 0}));
    CHECK(previous_paragraph(article, {2, 0}) == Place{0, 0});
    CHECK(previous_paragraph(article, {0, 1}) == Place{0, 0});
    CHECK(previous_paragraph(article, {3, 0}) == Place{0, 0});
    CHECK_FALSE(previous_paragraph(article, {0, 0}));
}

TEST_CASE("any character of a sentence is in its place, and the space after it too") {
    const Article article = of_blocks({{BlockKind::title, {}, false}, {BlockKind::paragraph, {}, false}},
                                      {U"通知", U"One stop. Two stops.  三站。"});
    CHECK(place_at(article, 0) == Place{0, 0});
    CHECK_FALSE(place_at(article, 2));
    for (std::size_t sentence = 0; sentence < 3; ++sentence) {
        const TextRange range = range_of(article, {1, sentence});
        REQUIRE_FALSE(range.empty());
        for (std::size_t offset = range.begin; offset < range.end; ++offset)
            CHECK(place_at(article, offset) == Place{1, sentence});
    }
    CHECK(place_at(article, range_of(article, {1, 0}).end) == Place{1, 0});
    CHECK_FALSE(place_at(article, article.text.size()));
    CHECK_FALSE(place_at(Article{}, 0));
}

TEST_CASE("a text without any punctuation is cut between words") {
    std::string text;
    for (int i = 0; i < 150; ++i) text += "人民政府公园长椅社区食堂";
    const auto opened = open("停水通知\n\n" + text);
    REQUIRE(opened);
    const Article& article = opened->article;
    std::u32string all;
    for (std::size_t block = 1; block < article.blocks.size(); ++block)
        for (const TextRange range : sentences(article, block)) {
            const auto sentence = std::u32string_view(article.text).substr(range.begin, range.size());
            all += sentence;
            CAPTURE(utf8(sentence));
            const auto begins = [&](std::u32string_view word) { return sentence.starts_with(word); };
            CHECK(std::ranges::any_of(
                std::array<std::u32string_view, 6>{U"人民", U"政府", U"公园", U"长椅", U"社区", U"食堂"}, begins));
        }
    CHECK(utf8(all) == text);
}

}  // namespace tingdu::text
