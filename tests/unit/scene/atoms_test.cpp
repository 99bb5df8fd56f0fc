#include "kiosk/scene/atoms.h"

#include <string>

#include <doctest/doctest.h>

#include "kiosk/base/utf8.h"

using namespace tingdu;

namespace {

std::string parted(const std::u32string& text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = scene::atom_end(text, at);
        REQUIRE(end > at);
        if (at > 0) result += U'|';
        result += text.substr(at, end - at);
        at = end;
    }
    return to_utf8(result);
}

}  // namespace

TEST_CASE("words and numbers are atoms, Hanzi and marks stand alone") {
    CHECK(parted(U"汉字，abc12.5%") == "汉|字|，|abc|12|.|5|%");
    CHECK(parted(U"it is") == "it| |is");
    CHECK(parted(U"ＡＢ１２") == "Ａ|Ｂ|１|２");
    CHECK(parted(U"lǜ") == "lǜ");
}

TEST_CASE("a pair of dashes or of dots is one atom") {
    CHECK(parted(U"是——的……") == "是|——|的|……");
    CHECK(parted(U"———") == "——|—");
}

TEST_CASE("an apostrophe belongs to the word only inside it") {
    CHECK(parted(U"I’m") == "I’m");
    CHECK(parted(U"‘I’是") == "‘|I|’|是");
}

TEST_CASE("quotation marks belong to the words of an English sentence, and stand alone among Hanzi") {
    CHECK(parted(U"say “Go on”, or") == "say| |“Go| |on”|,| |or");
    CHECK(parted(U"“Select”") == "“Select”");
    CHECK(parted(U"点“English”，") == "点|“|English|”|，");
    CHECK(parted(U"“English”按钮") == "“|English|”|按|钮");
}

TEST_CASE("what sits on a character goes with it") {
    CHECK(parted(U"e\u0301a国\U000E0100人") == "e\u0301a|国\U000E0100|人");
    CHECK(parted(U"\U0001F468\u200D\U0001F469好") == "\U0001F468\u200D\U0001F469|好");
    CHECK(parted(U"\U0001F1E8\U0001F1F3\U0001F1E8") == "\U0001F1E8\U0001F1F3|\U0001F1E8");
}
