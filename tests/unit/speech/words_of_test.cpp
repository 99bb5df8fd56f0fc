#include "kiosk/speech/words_of.h"

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"
#include "tests/support/voices.h"

using namespace tingdu;
using namespace tingdu::speech;

namespace {

/// The words in order, those of Mandarin in brackets, `|` where a clause ends.
std::string told(std::u32string_view text, Language language) {
    std::string line;
    for (const mandarin::Clause& clause : words_of(text, language, support::shipped_lexicon()).clauses) {
        for (const mandarin::Word& word : clause.words) {
            const bool hanzi = word.kind == mandarin::WordKind::hanzi;
            line += (line.empty() ? "" : " ") + (hanzi ? "[" + to_utf8(word.said) + "]" : to_utf8(word.said));
            CHECK(word.shown.end <= text.size());
        }
        if (clause.end != mandarin::Boundary::none) line += " |";
    }
    return line;
}

}  // namespace

TEST_CASE("what is told in English keeps its numbers in English, and reads Hanzi as Mandarin") {
    CHECK(told(U"2. 养老服务, 4 articles.", Language::english) == "2 | [养老] [服务] | 4 articles |");
    CHECK(told(U"Next: 2026年计划", Language::english) == "Next | [二零二六年] [计划]");
    CHECK(told(U"Page 3 of 12", Language::english) == "Page 3 of 12");
}

TEST_CASE("a language that is only a voice is left to it word by word") {
    constexpr Language third{2};
    CHECK(told(U"Que voulez-vous écouter ? 12 articles.", third) == "Que voulez-vous écouter | 12 articles |");
    CHECK(told(U"Suite : 公园开放了.", third) == "Suite | [公园] [开放了] |");
    CHECK(words_of(U"Бо, 3.", third, support::shipped_lexicon()).said == U"Бо, 3.");
    CHECK(told(U"", third).empty());
    CHECK(told(U" … ", third).empty());
}

TEST_CASE("what is told in Mandarin is the front end's alone") {
    CHECK(told(U"第2类，GDP。", Language::mandarin) == "[第二类] | G D P |");
}
