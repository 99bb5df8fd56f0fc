// A sentence spelled out: which character is which, one at a time.
#include <algorithm>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "kiosk/speech/utterance.h"
#include "tests/support/voices.h"

using namespace tingdu;
using namespace tingdu::speech;

namespace {

Utterance spelled(std::u32string_view text) {
    return spell_out(text, {0, text.size()}, support::shipped_lexicon());
}

/// What is said of the character at `offset`; nothing where nothing is.
std::u32string said_at(const Utterance& utterance, std::size_t offset) {
    const auto found = std::ranges::find(utterance.words, TextRange{offset, offset + 1}, &SaidWord::shown);
    return found == utterance.words.end() ? std::u32string() : found->said;
}

}  // namespace

TEST_CASE("each character is explained, and lit alone") {
    const Utterance utterance = spelled(U"宛、张。");
    CHECK(said_at(utterance, 0) == U"宛如的宛");
    CHECK(said_at(utterance, 1).empty());
    CHECK(said_at(utterance, 2) == U"弓长张");
    CHECK(utterance.said == U"宛如的宛，弓长张");
    std::size_t words = 0;
    for (const Breath& breath : utterance.breaths) {
        CHECK(breath.first_word == words);
        words += breath.piece.words.size();
    }
    CHECK(words == utterance.words.size());
    CHECK(utterance.breaths.back().pause_s >= 0.3);
}

TEST_CASE("a character is explained as it is read in its sentence, and said so") {
    const Utterance grown = spelled(U"长大");
    const Utterance length = spelled(U"长度");
    CHECK(said_at(grown, 0) != said_at(length, 0));
    const auto last_of_first = [](const Utterance& utterance) {
        const auto last =
            std::ranges::find_if(utterance.words, [](const SaidWord& word) { return word.shown.begin == 1; });
        const auto at = static_cast<std::size_t>(last - utterance.words.begin()) - 1;
        const Breath& breath = utterance.breaths[breath_of(utterance, at)];
        return breath.piece.input.substr(breath.piece.words[at - breath.first_word]);
    };
    CHECK(last_of_first(grown) != last_of_first(length));
}

TEST_CASE("digits are said one by one, a point between them too, a full stop not") {
    const Utterance utterance = spelled(U"电话 1203-5.");
    CHECK(said_at(utterance, 3) == U"一");
    CHECK(said_at(utterance, 4) == U"二");
    CHECK(said_at(utterance, 5) == U"零");
    CHECK(said_at(utterance, 7) == U"杠");
    CHECK(said_at(utterance, 9).empty());
    CHECK(said_at(spelled(U"涨了3.5%"), 3) == U"点");
    CHECK(said_at(spelled(U"涨了3.5%"), 5) == U"百分号");
}

TEST_CASE("an English sentence is spelled by its letters, after each of its words") {
    const Utterance utterance = spelled(U"Room 12 a.");
    CHECK(said_at(utterance, 0) == U"R");
    CHECK(said_at(utterance, 1) == U"O");
    CHECK(said_at(utterance, 5) == U"one");
    CHECK(utterance.language == Language::english);
    CHECK(utterance.said == U"Room, R, O, O, M, one, two, A");
    CHECK(utterance.words[0].shown == TextRange{0, 4});
    CHECK(utterance.words[0].said == U"R o o m");
    // Its words stand apart.
    CHECK(utterance.breaths[4].pause_s > 1.5 * utterance.breaths[3].pause_s);
    CHECK(spelled(U"……").breaths.empty());
}

TEST_CASE("so are English words in a Mandarin sentence; what is said by its letters anyway is not said twice") {
    CHECK(spelled(U"看Reader").said.ends_with(U"看，Reader，R，E，A，D，E，R"));
    CHECK(spelled(U"找APP").said.ends_with(U"，A，P，P"));
}
