#include "kiosk/mandarin/lexicon.h"

#include <doctest/doctest.h>

#include "said.h"

using namespace tingdu;
using namespace tingdu::mandarin;

TEST_CASE("the shipped lexicon opens and knows words and characters") {
    const Lexicon& lexicon = shipped_lexicon();
    const auto bank = lexicon.word(U"银行");
    REQUIRE(bank);
    CHECK(lexicon.reading(*bank, 1, U'行').pinyin() == "hang2");
    CHECK(lexicon.default_reading(U'行').pinyin() == "xing2");
    CHECK(lexicon.character(U'銀')->simplified == U'银');
    CHECK_FALSE(lexicon.word(U"行银行银"));
    CHECK_FALSE(lexicon.character(U'A'));
}

TEST_CASE("一 and 不 stand in the lexicon with their citation tones") {
    const Lexicon& lexicon = shipped_lexicon();
    CHECK(lexicon.reading(*lexicon.word(U"一下"), 0, U'一').pinyin() == "yi1");
    CHECK(lexicon.reading(*lexicon.word(U"不是"), 0, U'不').pinyin() == "bu4");
}

TEST_CASE("bytes that are not a lexicon, or only part of one, are refused") {
    const auto& bytes = lexicon_bytes();
    CHECK_FALSE(Lexicon::over({}));
    for (const std::size_t size : {std::size_t{7}, std::size_t{30}, bytes.size() / 2, bytes.size() - 1}) {
        const auto cut = Lexicon::over(std::span(bytes).first(size));
        REQUIRE_FALSE(cut);
        CHECK(cut.error().fault == Fault::no_lexicon);
    }
    std::vector<std::byte> other = bytes;
    other[0] = std::byte{'X'};
    CHECK_FALSE(Lexicon::over(other));
}

TEST_CASE("a lexicon whose counts were tampered with is refused or stays within its bytes") {
    for (std::size_t at = 8; at < 72; ++at) {
        std::vector<std::byte> other = lexicon_bytes();
        other[at] ^= std::byte{0x41};
        CHECK_FALSE(Lexicon::over(other));
    }
    std::vector<std::byte> other = lexicon_bytes();
    for (std::size_t at = 72; at < other.size(); at += 97) other[at] ^= std::byte{0xFF};
    const auto lexicon = Lexicon::over(other);
    REQUIRE(lexicon);
    CHECK(read(U"银行行长长期重视老年人，重庆的重要性。", *lexicon).size() == 2);
}
