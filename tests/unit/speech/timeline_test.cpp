#include "kiosk/speech/timeline.h"

#include <numeric>

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::speech;

namespace {

/// A clip of two words, 100 samples each, counting up from `first`, with 50 samples of silence behind.
Clip clip_of(std::size_t first_word, std::int16_t first) {
    Clip clip;
    clip.pcm.resize(200);
    std::iota(clip.pcm.begin(), clip.pcm.end(), first);
    clip.pcm.resize(250, 0);
    clip.marks = {{first_word, 0, 100}, {first_word + 1, 100, 200}};
    clip.clause_begins = true;
    return clip;
}

}  // namespace

TEST_CASE("clips lie end to end from where the timeline was restarted") {
    Timeline timeline;
    timeline.restart(1000);
    timeline.append(1, clip_of(0, 1));
    timeline.append(1, clip_of(2, 1000));
    CHECK(timeline.end() == 1500);
    CHECK_FALSE(timeline.at(999));
    CHECK(timeline.at(1000)->word == 0);
    CHECK(timeline.at(1100)->word == 1);
    CHECK(timeline.at(1249)->word == 1);  // its silence belongs to the last word
    CHECK(timeline.at(1250)->word == 2);
    CHECK_FALSE(timeline.at(1500));
}

TEST_CASE("the next word is found from any sample") {
    Timeline timeline;
    timeline.restart(0);
    timeline.append(7, clip_of(0, 1));
    CHECK(timeline.word_from(0)->word == 0);
    CHECK(timeline.word_from(1)->position == 100);
    CHECK_FALSE(timeline.word_from(101));
    CHECK(timeline.clause_from(1) == 250);
}

TEST_CASE("what is met next is the next word, clip or the end, whichever comes first") {
    Timeline timeline;
    timeline.restart(10);
    CHECK(timeline.change_after(10) == 10);
    timeline.append(7, clip_of(0, 1));
    timeline.append(8, clip_of(5, 1000));
    CHECK(timeline.change_after(0) == 10);
    CHECK(timeline.change_after(10) == 110);
    CHECK(timeline.change_after(110) == 260);
    CHECK(timeline.change_after(260) == 360);
    CHECK(timeline.change_after(360) == 510);
    CHECK(timeline.change_after(510) == 510);
}

TEST_CASE("a clip parted in mid-word goes on with that word, sample for sample") {
    Timeline timeline;
    timeline.restart(0);
    timeline.append(1, clip_of(0, 1));
    timeline.append(2, clip_of(5, 1000));
    auto taken = timeline.take_from(140);
    CHECK(timeline.end() == 140);
    CHECK(timeline.placed().back().clip.pcm.size() == 140);
    REQUIRE(taken.size() == 2);
    CHECK(taken[0].clip.pcm.front() == 141);
    REQUIRE(taken[0].clip.marks.size() == 1);
    CHECK(taken[0].clip.marks[0] == Mark{1, 0, 60});
    CHECK(taken[1].utterance == 2);
    for (Placed& placed : taken) timeline.append(placed.utterance, std::move(placed.clip));
    CHECK(timeline.end() == 500);
    CHECK(timeline.samples_from(140).front() == 141);
    CHECK(timeline.at(250)->word == 5);
}

TEST_CASE("what is laid in between moves the rest back") {
    Timeline timeline;
    timeline.restart(0);
    timeline.append(1, clip_of(0, 1));
    timeline.append(2, clip_of(0, 1000));
    Clip aside;
    aside.pcm.assign(40, 9);
    timeline.insert(250, 3, aside);
    CHECK(timeline.at(260)->utterance == 3);
    CHECK_FALSE(timeline.at(260)->word);
    CHECK(timeline.at(290)->utterance == 2);
    CHECK(timeline.end() == 540);
}

TEST_CASE("sound before a splice fades away and nothing else changes") {
    Timeline timeline;
    timeline.restart(0);
    Clip loud;
    loud.pcm.assign(100, 10000);
    timeline.append(1, loud);
    timeline.fade_out(60);
    CHECK(timeline.samples_from(59).front() == 10000);
    CHECK(timeline.samples_from(99).front() < 500);
}
