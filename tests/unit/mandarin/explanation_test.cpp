#include "kiosk/mandarin/explanation.h"

#include <array>
#include <chrono>

#include <doctest/doctest.h>
#include <iconv.h>

#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/explanation_table.h"
#include "said.h"

using namespace tingdu;
using namespace tingdu::mandarin;

namespace {

std::string explained(char32_t hanzi, const char* pinyin = "") {
    return to_utf8(explain(hanzi, Syllable::from_pinyin(pinyin).value_or(Syllable{}), shipped_lexicon()));
}

/// Rows 16 to 87 of GB 2312, less the five places left empty at the end of row 55.
std::u32string gb_2312_hanzi() {
    const iconv_t decoder = iconv_open("UTF-32LE", "EUC-CN");
    std::u32string hanzi;
    for (int row = 16; row <= 87; ++row) {
        for (int cell = 1; cell <= 94; ++cell) {
            std::array<char, 2> bytes{static_cast<char>(0xA0 + row), static_cast<char>(0xA0 + cell)};
            char32_t c = 0;
            char* in = bytes.data();
            char* out = reinterpret_cast<char*>(&c);
            std::size_t left = bytes.size();
            std::size_t room = sizeof c;
            if (iconv(decoder, &in, &left, &out, &room) == 0) hanzi.push_back(c);
            iconv(decoder, nullptr, nullptr, nullptr, nullptr);
        }
    }
    iconv_close(decoder);
    return hanzi;
}

}  // namespace

TEST_CASE("a surname is explained as its bearers do") {
    CHECK(explained(U'张') == "弓长张");
    CHECK(explained(U'李') == "木子李");
    CHECK(explained(U'宛') == "宛如的宛");
    CHECK(explained(U'仇', "qiu2") != explained(U'仇', "chou2"));
}

TEST_CASE("each reading of a character has its own explanation") {
    CHECK(explained(U'长', "chang2") == "长短的长");
    CHECK(explained(U'长', "zhang3") == "长大的长");
    CHECK(explained(U'行', "hang2") == "银行的行");
    CHECK(explained(U'调', "diao4") == "调查的调");
    CHECK(explained(U'调', "tiao2") == "调整的调");
}

TEST_CASE("a reading that no word bears out is explained as the usual one") {
    CHECK(explained(U'东', "ma3") == explained(U'东'));
    CHECK(explained(U'东') == "东西的东");
}

TEST_CASE("a traditional character is explained by its simplified form, and said to be traditional") {
    CHECK(explained(U'張') == "弓长张，繁体字");
}

TEST_CASE("the commonest word explains, though it says the character lightly or is long") {
    CHECK(explained(U'萄') == "葡萄的萄");
    CHECK(explained(U'睛') == "眼睛的睛");
    CHECK(explained(U'栩') == "栩栩如生的栩");
    CHECK(explained(U'兢') == "兢兢业业的兢");
    CHECK(explained(U'甯') == "宝盖头，中间一个心，下面使用的用");
}

TEST_CASE("what is unknown is given back as it is") {
    CHECK(explained(U'A') == "A");
    CHECK(explained(U'\U0002A6D6') == "\U0002A6D6");
}

TEST_CASE("every Hanzi of GB 2312 is explained by more than itself, too quickly to be noticed") {
    const std::u32string all = gb_2312_hanzi();
    REQUIRE(all.size() == 6763);
    const auto begun = std::chrono::steady_clock::now();
    for (const char32_t c : all) {
        const std::u32string text = explain(c, {}, shipped_lexicon());
        INFO(to_utf8(std::u32string(1, c)));
        CHECK(text.size() >= 3);
        CHECK(text.find_first_not_of(c) != std::u32string::npos);
    }
    // Some 0.6 ms each where it is optimised; a sanitizer may take ten times that.
    CHECK((std::chrono::steady_clock::now() - begun) / all.size() < std::chrono::milliseconds(20));
}

TEST_CASE("every surname that the lexicon knows is explained, read as a surname") {
    const Lexicon& lexicon = shipped_lexicon();
    for (char32_t c = U'㐀'; c <= U'鿿'; ++c) {
        const auto known = lexicon.character(c);
        if (!known || known->surname == 0) continue;
        INFO(to_utf8(std::u32string(1, c)));
        CHECK(explain(c, lexicon.candidate(*known, known->surname - 1U), lexicon).size() >= 3);
    }
}

TEST_CASE("the table is sorted and each of its lines is whole") {
    std::string_view rest = explanation_table.substr(1);
    std::string_view last;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(line.size() + 1);
        INFO(line);
        const std::size_t reading = line.find('\t') + 1;
        const std::size_t text = line.find('\t', reading) + 1;
        REQUIRE(text > reading);
        CHECK(from_utf8(line.substr(0, reading - 1)).size() == 1);
        CHECK(Syllable::from_pinyin(line.substr(reading, text - 1 - reading)));
        CHECK(from_utf8(line.substr(text)).size() >= 3);
        CHECK(last < line);
        last = line;
    }
}

TEST_CASE("a character made of one several times is explained by that one") {
    CHECK(explained(U'龘') == "三个繁体龙字的龘");
    CHECK(explained(U'骉') == "三个马的骉");
    CHECK(explained(U'幺') == "老幺的幺");
}
