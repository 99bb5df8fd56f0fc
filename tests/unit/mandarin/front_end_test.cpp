#include "kiosk/mandarin/front_end.h"

#include <fstream>
#include <random>

#include <doctest/doctest.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "said.h"

using namespace tingdu;
using namespace tingdu::mandarin;

namespace {

/// What has to hold for any text at all.
void check_promises(std::u32string_view shown) {
    std::u32string hanzi;
    std::size_t last = 0;
    for (const Clause& clause : read(shown, shipped_lexicon())) {
        std::size_t syllables = 0;
        CHECK_FALSE(clause.words.empty());
        for (const Word& word : clause.words) {
            REQUIRE(last <= word.shown.begin);
            REQUIRE(word.shown.begin < word.shown.end);
            REQUIRE(word.shown.end <= shown.size());
            last = word.shown.end;
            CHECK(word.tokens.empty() == (word.kind != WordKind::hanzi));
            CHECK_FALSE(word.said.empty());
            std::u32string said;
            std::size_t token_end = word.shown.begin;
            for (const Token& token : word.tokens) {
                CHECK(token_end <= token.shown.begin);
                CHECK(token.shown.end <= word.shown.end);
                token_end = token.shown.end;
                for (const Reading& reading : token.readings) {
                    said += reading.hanzi;
                    CHECK(reading.lexical != Syllable{});
                    CHECK(reading.spoken != Syllable{});
                    ++syllables;
                }
                if (token.shown.size() == 1 && is_hanzi(shown[token.shown.begin])) {
                    REQUIRE(token.readings.size() == 1);
                    CHECK(token.readings[0].hanzi == shown[token.shown.begin]);
                    hanzi += token.readings[0].hanzi;
                } else {  // the 亿 of $1.5亿 is said before its sign
                    for (std::size_t i = token.shown.begin; i < token.shown.end; ++i) {
                        if (!is_hanzi(shown[i])) continue;
                        CHECK(word.said.find(shown[i]) != std::u32string::npos);
                        hanzi += shown[i];
                    }
                }
            }
            if (word.kind == WordKind::hanzi) CHECK(said == word.said);
        }
        CHECK(syllables <= longest_clause);
    }
    std::u32string expected;
    for (const char32_t c : shown) {
        if (is_hanzi(c)) expected += c;
    }
    CHECK(hanzi == expected);
}

}  // namespace

TEST_CASE("words light up in pieces of a few characters, a number with what it counts") {
    CHECK(lit(U"2024年3月12日，120余人参加") == "2024年|3月|12日|120余人|参加");
    CHECK(lit(U"我们的窗口") == "我们的|窗口");
    CHECK(lit(U"第3条") == "第3条");
    CHECK(lit(U"由张志华同志主持") == "由|张志华|同志|主持");
    CHECK(lit(U"8:00-18:00") == "8:00|-|18:00");
    CHECK(lit(U"中华人民共和国") == "中华人民|共和国");
}

TEST_CASE("punctuation ends clauses and is in no word") {
    const auto clauses = read(U"“你好”，请坐：一、二？好！", shipped_lexicon());
    std::vector<Boundary> ends;
    for (const Clause& clause : clauses) ends.push_back(clause.end);
    CHECK(ends == std::vector{Boundary::comma, Boundary::colon, Boundary::enumeration, Boundary::question,
                              Boundary::exclamation});
    CHECK(lit(U"“你好”，请坐") == "你好|请|坐");
}

TEST_CASE("a shown number is one token with all its syllables") {
    const auto clauses = read(U"共101人", shipped_lexicon());
    const Word& word = clauses.at(0).words.at(1);
    REQUIRE(word.tokens.size() == 2);
    CHECK(word.tokens[0].shown == TextRange{1, 4});
    CHECK(word.tokens[0].readings.size() == 4);
    CHECK(word.tokens[1].shown == TextRange{4, 5});
    CHECK(word.said == U"一百零一人");
}

TEST_CASE("English texts come back as the words between their spaces") {
    const auto clauses = read(U"Mr. Li's e-mail: open 24 hours (free)!", shipped_lexicon());
    CHECK(lit(U"Mr. Li's e-mail: open 24 hours (free)!") == "Mr|Li's|e-mail|open|24|hours|free");
    CHECK(clauses.back().end == Boundary::exclamation);
    for (const Clause& clause : clauses) {
        for (const Word& word : clause.words) CHECK(word.kind == WordKind::latin);
    }
}

TEST_CASE("English texts dictate their telephone numbers and name their money and days") {
    CHECK(said(U"For help, call 12345 or 010-65201114.") == "For help, call 1 2 3 4 5 or 0 1 0 6 5 2 0 1 1 1 4.");
    CHECK(said(U"Ask Mr. Li at 138 0013 8000") == "Ask Mister Li at 1 3 8 0 0 1 3 8 0 0 0");
    CHECK(said(U"A copy costs $3.50, ¥1,200.00 in all") == "A copy costs 3 dollars 50, 1,200 yuan in all");
    CHECK(said(U"Valid until 2024-03-05") == "Valid until March 5 2024");
    CHECK(said(U"There are 12,500 people in 24 rooms") == "There are 12,500 people in 24 rooms");
    CHECK(said(U"Call 110 + wait") == "Call 1 1 0 + wait");
}

TEST_CASE("the point of an abbreviation ends no English clause") {
    const auto clauses = [](std::u32string_view text) { return read(text, shipped_lexicon()).size(); };
    CHECK(clauses(U"It opens at 9 a.m. and closes at 5 p.m.") == 1);
    CHECK(clauses(U"Bring card No. 12 to Dr. He") == 1);
    CHECK(clauses(U"It closes at 5 p.m. Bring your card.") == 2);
    CHECK(clauses(U"He said no. Then he left.") == 2);
}

TEST_CASE("a Hanzi that no dictionary knows is still said") {
    const auto clauses = read(U"\U0003106C山", shipped_lexicon());
    CHECK(clauses.at(0).words.at(0).tokens.at(0).readings.at(0).lexical == unknown_syllable());
}

TEST_CASE("long stretches without a pause are cut into clauses that can be said") {
    std::u32string hanzi;
    for (int i = 0; i < 100; ++i) hanzi += U"公安局";
    check_promises(hanzi);
    check_promises(std::u32string(500, U'7'));
    CHECK(read(hanzi, shipped_lexicon()).size() >= 5);
}

TEST_CASE("every Hanzi comes back once and in order, whatever the text") {
    check_promises(U"");
    check_promises(U" \n\t，。");
    check_promises(
        U"12月31日—1月5日，-5~-3℃，¥-3，$，%，9:99:99，1.2.3.4.5，13800138000138001380001，+86-，https://，@。");
    constexpr std::u32string_view pieces[] = {
        U"年", U"月", U"日",   U"第", U"号", U"1",      U"2",    U"0",    U"12", U"2024", U"-",
        U"—",  U":",  U".",    U",",  U"/",  U"%",      U"¥",    U"$",    U"+",  U"=",    U"(",
        U")",  U" ",  U"\n",   U"A",  U"km", U"G",      U"www.", U".cn",  U"@",  U"℃",    U"一",
        U"不", U"好", U"我",   U"行", U"长", U"銀",     U"電話", U"…",    U"·",  U"①",    U"Ⅳ",
        U"#",  U"~",  U"万",   U"个", U"点", U"\xFFFD", U"Dr.",  U"open", U"&",  U"“",    U"”",
        U"s",  U"【", U"电话", U"任", U"单", U"某",     U"局长", U"\x02", U"_",  U"`",    U"姓"};
    for (const std::u32string_view name :
         {U"联系人：王A", U"联系人：单 QQ：123", U"姓名：陈X", U"被告人曾A、任B", U"居民任5", U"局长任A",
          U"维生素、维C", U"请单A", U"姓A", U"任A说", U"任某A", U"单于A", U"副任"})
        check_promises(std::u32string(name));
    std::mt19937 random(20240312);
    for (int round = 0; round < 3000; ++round) {
        std::u32string text;
        for (int i = 0; i < 12; ++i) text += pieces[random() % std::size(pieces)];
        check_promises(text);
    }
    for (int round = 0; round < 300; ++round) {
        std::u32string text;
        for (int i = 0; i < 40; ++i) text += static_cast<char32_t>(random() % 0x30000);
        check_promises(text);
    }
}

// What is no Hanzi has no characters for the rules to look at, wherever it stands.
TEST_CASE("letters and numbers may stand anywhere in a sentence") {
    std::ifstream file(std::string(TINGDU_SOURCE_DIR) + "/voices/mandarin/public_service_dev.tsv");
    std::size_t at = 0;
    for (std::string line; std::getline(file, line);) {
        const std::u32string sentence = from_utf8(line.substr(0, line.find('\t')));
        for (std::size_t place = at++ % 4; place < sentence.size(); place += 4) {
            for (const char32_t other : {U'A', U'5', U'_'}) {
                std::u32string text = sentence;
                text[place] = other;
                (void)read(text, shipped_lexicon());
                if (place + 1 < text.size()) text.erase(place + 1, 1);
                (void)read(text.substr(0, place + 1), shipped_lexicon());
            }
        }
    }
    CHECK(at > 1000);
}

// Where each place looked at all the rest, this would take minutes.
TEST_CASE("what goes on without an end is read through once") {
    for (const std::u32string_view again : {U"12:", U"a:", U"12.", U"1/2 ", U"请单", U"3h20m", U"元/", U"(", U"7"}) {
        std::u32string text;
        while (text.size() < 60000) text += again;
        check_promises(text);
    }
}
