#include "kiosk/prepare/findings.h"

#include <string>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "kiosk/prepare/file_lines.h"
#include "kiosk/text/open.h"
#include "tests/support/voices.h"

using namespace tingdu;
using prepare::Finding;
using support::shipped_lexicon;

namespace {

text::Article article(const std::string& bytes, const char* name = "文章.txt") {
    auto opened = text::open_article(std::as_bytes(std::span(bytes)), name);
    REQUIRE(opened);
    return opened->article;
}

/// What is found, spaced.
std::string found(const std::string& bytes, Finding::Kind kind) {
    const text::Article read = article(bytes);
    std::string all;
    for (const Finding& finding : prepare::findings(read, shipped_lexicon(), [](char32_t c) { return c != U'☂'; }))
        if (finding.kind == kind) {
            if (!all.empty()) all += ' ';
            all += to_utf8(std::u32string_view(read.text).substr(finding.shown.begin, finding.shown.size()));
        }
    return all;
}

}  // namespace

TEST_CASE("a character that no font has, and one that no dictionary reads, is named once") {
    CHECK(found("带☂来，带☂走。", Finding::Kind::not_shown) == "☂");
    CHECK(found("去\U0003106C山，到\U0003106C山。", Finding::Kind::not_said) == "\U0003106C");
    CHECK(found("带伞来，去东山。", Finding::Kind::not_said).empty());
}

TEST_CASE("the place of a picture without a description is no character that is missing") {
    text::Article shown;
    shown.text = U"看\n\uFFFC";
    shown.blocks = {{text::BlockKind::paragraph, {0, 1}, false}, {text::BlockKind::picture, {2, 3}, false, 0}};
    shown.pictures.emplace_back();
    CHECK(prepare::findings(shown, shipped_lexicon(), [](char32_t) { return false; }).size() == 1);
}

TEST_CASE("an article that is garbled, empty or takes hours is told of as a whole") {
    CHECK(found("锟斤拷锟斤拷烫烫烫\n涓枃涔辩爜", Finding::Kind::garbled) == "锟斤拷锟斤拷烫烫烫");
    CHECK(!found("涓枃涔辩爜锛屽叕鍥殑閾佹爮鏉嗕慨濂戒簡锛岃澶у\n鏀惧績", Finding::Kind::garbled).empty());
    CHECK(found("停水通知\n明天上午八点到十二点停水，请提前储水。", Finding::Kind::garbled).empty());
    CHECK(found("值班表\n赵钱孙、李周吴、郑王冯、陈褚卫、蒋沈韩、杨朱秦、尤许何", Finding::Kind::garbled).empty());
    CHECK(found("停水通知\n日期：2026-09-12\n——", Finding::Kind::no_body) == "停水通知");
    CHECK(found("停水通知\n明天停水。", Finding::Kind::no_body).empty());
    std::string long_one = "长\n";
    for (int i = 0; i < 3000; ++i) long_one += "公园里有花，请慢走。\n";
    CHECK(found(long_one, Finding::Kind::enormous) == "长");
}

TEST_CASE("what needs no looking at is not told of: a time of day, a letter, a size of paper") {
    CHECK(found("办理时间：周六上午9:00-11:30，请准时到场。", Finding::Kind::number).empty());
    CHECK(found("请带U盘、A4纸，到B座做B超。", Finding::Kind::mixed).empty());
    CHECK(found("请到K2口。", Finding::Kind::mixed) == "K2");
}

TEST_CASE("a character that could well be read otherwise is doubtful, one that its neighbours settle is not") {
    CHECK(found("今天觉得晕。", Finding::Kind::polyphone) == "晕");
    CHECK(found("银行的行长重视重庆。", Finding::Kind::polyphone).empty());
}

TEST_CASE("beyond what anybody corrects only the characters of an article are looked at, and that is said once") {
    std::string long_one = "长\n";
    for (std::size_t i = 0; i < prepare::most_gone_through / 10 + 1; ++i) long_one += "公园里有花，请慢走。\n";
    CHECK(found(long_one + "找单女士签字。带☂来。\n", Finding::Kind::surname).empty());
    CHECK(found(long_one + "带☂来。\n", Finding::Kind::not_shown) == "☂");
    CHECK(found(long_one + "带☂来。\n", Finding::Kind::unchecked).find(' ') == std::string::npos);
    CHECK_FALSE(found(long_one + "带☂来。\n", Finding::Kind::unchecked).empty());
    CHECK(found("短。\n", Finding::Kind::unchecked).empty());
}

TEST_CASE("a surname of its own reading is told where it may be one") {
    CHECK(found("找单女士签字。", Finding::Kind::surname) == "单");
    CHECK(found("找王女士签字。", Finding::Kind::surname).empty());
}

TEST_CASE("numbers that are said in several ways are told, those with a measure are not") {
    CHECK(found("共有48217。", Finding::Kind::number) == "48217");
    CHECK(found("截至12/31，见1-2。", Finding::Kind::number) == "12/31 1-2");
    CHECK(found("见3.12。", Finding::Kind::number) == "3.12");
    CHECK(found("共120人，2026年9月28日8:30，占12.5%，请拨12345。", Finding::Kind::number).empty());
}

TEST_CASE("letters inside Chinese words and other scripts are told, words of English are not") {
    CHECK(found("穿T恤的人，唱卡拉OK的人，WiFi密码问前台。", Finding::Kind::mixed) == "OK");
    CHECK(found("型号B12a，开车60km。", Finding::Kind::mixed) == "B12a");
    CHECK(found("说Привет吧。", Finding::Kind::script) == "Привет");
}

TEST_CASE("what is passed over in silence is told once, and not what nobody expects to hear") {
    CHECK(found("天气好😊，😊出门🚌。", Finding::Kind::skipped) == "😊 🚌");
    CHECK(found("“天气好”——（晴）。", Finding::Kind::skipped).empty());
}

TEST_CASE("the worst stands first") {
    const text::Article read = article("今天觉得晕，截至12/31，带☂来。");
    const auto all = prepare::findings(read, shipped_lexicon(), [](char32_t c) { return c != U'☂'; });
    REQUIRE(all.size() == 3);
    CHECK(all[0].kind == Finding::Kind::not_shown);
    CHECK(all[1].kind == Finding::Kind::polyphone);
    CHECK(all[2].kind == Finding::Kind::number);
}

TEST_CASE("lines are those of the file, and of the shown text where the file has none") {
    const std::string bytes = "# 停水\n\n\n说明\n\n- 请存**好**水\n";
    const text::Article read = article(bytes, "a.md");
    const prepare::FileLines lines(from_utf8(bytes), read);
    CHECK(lines.line_of(read.text.find(U"停水")) == 1);
    CHECK(lines.line_of(read.text.find(U"说明")) == 4);
    CHECK(lines.line_of(read.text.find(U"水", 5)) >= 2);
    CHECK(prepare::FileLines({}, read).line_of(read.text.find(U"说明")) == 2);
}
