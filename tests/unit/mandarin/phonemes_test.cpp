#include "kiosk/mandarin/phonemes.h"

#include <sstream>
#include <vector>

#include <doctest/doctest.h>

using namespace tingdu::mandarin;

namespace {

std::string said(const std::string& pinyin, Position position) {
    std::istringstream words(pinyin);
    std::vector<Syllable> syllables;
    for (std::string one; words >> one;) syllables.push_back(Syllable::from_pinyin(one).value());
    return phonemes(syllables, position);
}

}  // namespace

TEST_CASE("a word is said with the tones that its place demands") {
    CHECK(said("zhong1 hua2", Position::inside) == "ts.'ong55Xw'A35");
    CHECK(said("ni2 hao3", Position::inside) == "n'i35X'Au21");
    CHECK(said("ni2 hao3", Position::going_on) == "n'i35X'Au214");
    CHECK(said("ni2 hao3", Position::closing) == "n'i35X'Au214");
    CHECK(said("lao3 shi1", Position::inside) == "l'Au21s.'i.55");
    CHECK(said("hui4 yi4", Position::inside) == "X'uei53j'i51");
}

TEST_CASE("the last tone tells whether the sentence goes on after the pause") {
    CHECK(said("lao3 shi1", Position::going_on) == "l'Au21s.'i.55");
    CHECK(said("lao3 shi1", Position::closing) == "l'Au21s.'i.44");
    CHECK(said("hui4 yi4", Position::going_on) == "X'uei53j'i53");
    CHECK(said("hui4 yi4", Position::closing) == "X'uei53j'i51");
    CHECK(said("shi1 shi1", Position::closing) == "s.'i.55s.'i.44");
}

TEST_CASE("a neutral tone follows the tone before it and is not stressed") {
    CHECK(said("ma1 de5", Position::inside) == "m'A55t@22");
    CHECK(said("hao3 de5", Position::inside) == "X'Au21t@44");
    CHECK(said("shi4 de5", Position::inside) == "s.'i.51t@11");
    CHECK(said("hua1 r5", Position::inside) == "Xw'A55@r22");
}

TEST_CASE("every syllable has mnemonics in plain ASCII") {
    for (std::uint16_t number = 1; number < Syllable::count(); ++number) {
        const Syllable syllable = Syllable::from_number(number);
        const std::string mnemonics = phonemes({&syllable, 1}, Position::closing);
        CHECK(mnemonics.size() > 2);
        for (const char c : mnemonics) CHECK((c > 0x20 && c < 0x7F && c != ']'));
    }
    CHECK(phonemes({}, Position::inside).empty());
}
