#include "kiosk/speech/clip.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::speech;

namespace {

Breath breath_of_words(std::size_t count) {
    Breath breath;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) breath.piece.input += U' ';
        breath.piece.words.push_back(breath.piece.input.size());
        breath.piece.input += U"[[m'a55]]";
    }
    breath.piece.syllables = count;
    breath.pause_s = 0.1;
    breath.clause_begins = true;
    return breath;
}

/// A synthesizer that drops every word beyond `most` without telling, as eSpeak NG does with long clauses.
Say forgetful(std::size_t most) {
    return [most](const Piece& piece) -> Result<Take> {
        Take take;
        const std::size_t said = std::min(most, piece.words.size());
        take.pcm.assign(said * 100, 1);
        for (std::size_t i = 0; i < piece.words.size(); ++i)
            take.starts.push_back(std::min(i * 100, take.pcm.size() - 1));
        take.syllables = said;
        take.words = said;
        return take;
    };
}

}  // namespace

TEST_CASE("a breath is performed with a mark for each word and its silence behind") {
    const auto performance = perform(breath_of_words(3), 0, {}, forgetful(100));
    REQUIRE(performance);
    CHECK(performance->shortfalls.empty());
    CHECK(performance->clip.marks == std::vector<Mark>{{0, 0, 100}, {1, 100, 200}, {2, 200, 300}});
    CHECK(performance->clip.pcm.size() == 300 + 2205);
}

TEST_CASE("the silence shrinks as the rate grows") {
    CHECK(perform(breath_of_words(1), 0, {2.0}, forgetful(9))->clip.pcm.size() == 100 + 1102);
}

TEST_CASE("what the synthesizer drops is asked for again in smaller portions") {
    const auto performance = perform(breath_of_words(21), 0, {}, forgetful(4));
    REQUIRE(performance);
    CHECK(performance->shortfalls.empty());
    REQUIRE(performance->clip.marks.size() == 21);
    for (std::size_t i = 0; i < 21; ++i) CHECK(performance->clip.marks[i] == Mark{i, i * 100, i * 100 + 100});
}

TEST_CASE("a word that cannot be said at all is reported, not hidden") {
    Breath breath = breath_of_words(1);
    breath.piece.syllables = 2;
    const auto performance = perform(breath, 0, {}, forgetful(1));
    REQUIRE(performance->shortfalls.size() == 1);
    CHECK(performance->shortfalls[0].asked == 2);
    CHECK(performance->shortfalls[0].sounded == 1);
}

TEST_CASE("a breath can be performed from any of its words on") {
    Breath breath = breath_of_words(5);
    breath.first_word = 10;
    const auto performance = perform(breath, 13, {}, forgetful(100));
    CHECK(performance->clip.marks == std::vector<Mark>{{13, 0, 100}, {14, 100, 200}});
    CHECK_FALSE(performance->clip.clause_begins);
    CHECK(perform(breath, 15, {}, forgetful(100))->clip.pcm.empty());
}

TEST_CASE("a synthesizer that fails fails the performance") {
    const Say broken = [](const Piece&) -> Result<Take> { return fail(Fault::no_voice, "test"); };
    const auto performance = perform(breath_of_words(1), 0, {}, broken);
    REQUIRE_FALSE(performance);
    CHECK(performance.error().fault == Fault::no_voice);
}
