// What is done for ears: the voice made clearer, a sentence asked for again, the hall's hours, headphones.
#include <algorithm>
#include <memory>

#include <doctest/doctest.h>

#include "kiosk/app/phrases.h"
#include "kiosk/app/update.h"
#include "tests/support/trial.h"

using namespace tingdu;
using namespace tingdu::app;

namespace {

Trial reading() {
    Trial trial;
    trial.tell(FileGiven{"a.txt"});
    trial.tell(ArticleOpened{"a.txt", small_article()});
    trial.hear({1, 0}, {3, 7});
    trial.tell(Tick{10'000});
    return trial;
}

bool is_silent(const Trial& trial) {
    return trial.said.empty() && !trial.want<Chime>() && !trial.want<Answer>() && !trial.want<Read>();
}

}  // namespace

TEST_CASE("each press of the key makes the voice clearer by one thing more, and the last makes it as it was") {
    Trial trial = reading();
    const Diction usual = diction(trial.state.settings);
    trial.press(Key::unclear);
    REQUIRE(trial.want<SetDiction>());
    CHECK(trial.want<Answer>()->word == step_name(Setting::clarity, 1, trial.state));
    CHECK_FALSE(trial.want<Silence>());
    CHECK(trial.want<SetDiction>()->diction.rate < usual.rate);
    CHECK(trial.want<SetDiction>()->diction.pitch == 1);
    trial.press(Key::unclear);
    CHECK(trial.want<SetDiction>()->diction.pitch < 1);
    CHECK(trial.want<SetDiction>()->diction.lift_db == 0);
    trial.press(Key::unclear);
    CHECK(trial.want<SetDiction>()->diction.lift_db > 0);
    CHECK(trial.want<SetDiction>()->diction.gap_s == 0);
    trial.press(Key::unclear);
    CHECK(trial.want<SetDiction>()->diction.gap_s > 0);
    CHECK(trial.want<SetDiction>()->diction.rate < usual.rate);
    trial.press(Key::unclear);
    CHECK(trial.want<SetDiction>()->diction == usual);
    CHECK(trial.state.open->reading == Reading::playing);
}

TEST_CASE("asked for again and again, the sentence is told more slowly, then spelled out, then anew") {
    Trial trial = reading();
    for (const Telling telling : {Telling::plain, Telling::apart, Telling::spelled, Telling::plain}) {
        trial.press(Key::repeat);
        REQUIRE(trial.want<Read>());
        CHECK(trial.want<Read>()->place == text::Place{1, 0});
        CHECK(trial.want<Read>()->telling == telling);
    }
    trial.press(Key::louder);
    trial.press(Key::repeat);
    CHECK(trial.want<Read>()->telling == Telling::plain);
    trial.hear({1, 0}, {3, 7});
    trial.hear({1, 1}, {7, 11});
    trial.tell(Tick{20'000});
    trial.press(Key::repeat);
    CHECK(trial.want<Read>()->place == text::Place{1, 1});
    CHECK(trial.want<Read>()->telling == Telling::plain);
}

TEST_CASE("a sentence that the voice has only just come to is not yet the last one heard") {
    Trial trial = reading();
    trial.press(Key::repeat);
    trial.hear({1, 0}, {3, 7});
    trial.hear({1, 1}, {7, 11});
    trial.tell(Tick{11'000});
    trial.press(Key::repeat);
    CHECK(trial.want<Read>()->place == text::Place{1, 0});
    CHECK(trial.want<Read>()->telling == Telling::apart);
    // Where a hand has chosen it, it is what is meant.
    trial.press(Key::next);
    trial.press(Key::repeat);
    CHECK(trial.want<Read>()->place == text::Place{1, 1});
}

TEST_CASE("whoever is told a sentence slowly has longer to ask for it once more") {
    Trial trial = reading();
    trial.press(Key::repeat);
    trial.press(Key::repeat);
    trial.hear({1, 0}, {3, 7});
    trial.hear({1, 1}, {7, 11});
    trial.tell(Tick{13'000});
    Trial late = trial;
    trial.press(Key::repeat);
    CHECK(trial.want<Read>()->place == text::Place{1, 0});
    CHECK(trial.want<Read>()->telling == Telling::spelled);
    late.tell(Tick{15'000});
    late.press(Key::repeat);
    CHECK(late.want<Read>()->place == text::Place{1, 1});
    CHECK(late.want<Read>()->telling == Telling::plain);
}

TEST_CASE("an entry of a list is told more slowly too, then spelled out, then anew") {
    Trial trial;
    auto all = std::make_shared<library::Catalogue>();
    all->subjects.push_back({U"通知", {{"a.txt", U"停水", {}, 1}, {"b.txt", U"食堂", {}, 1}}});
    trial.tell(CatalogueRead{all});
    trial.press(Key::select);
    trial.press(Key::select);
    for (const Telling telling : {Telling::plain, Telling::apart, Telling::spelled, Telling::plain, Telling::apart}) {
        trial.press(Key::repeat);
        REQUIRE(trial.said.size() == 1);
        CHECK(trial.says(U"停水"));
        CHECK(trial.said.front().telling == telling);
    }
    trial.press(Key::down);
    CHECK(trial.said.front().telling == Telling::plain);
    trial.press(Key::repeat);
    CHECK(trial.said.front().telling == Telling::plain);
    trial.tell(CharacterTold{U"停", U"停止的停"});
    REQUIRE(trial.state.notice);
    CHECK(trial.state.notice->text.find(U"停止的停") != std::u32string::npos);
    CHECK(trial.said.empty());
    trial.press(Key::home);
    CHECK(trial.said.front().telling == Telling::plain);
}

TEST_CASE("what is said of a character stands on the screen") {
    Trial trial = reading();
    trial.tell(WordHeard{{1, 0}, {3, 7}, {3, 4}, nullptr, U"第一的第"});
    REQUIRE(trial.state.notice);
    CHECK(trial.state.notice->text.find(U"第一的第") != std::u32string::npos);
    CHECK(trial.said.empty());
}

TEST_CASE("in the hall's quiet hours the loudspeaker goes no louder than it may, and says so") {
    Trial trial = reading();
    trial.tell(RulesAre{{{{21 * 60, 7 * 60, -6}}, {}}});
    trial.tell(MinuteIs{20 * 60 + 59});
    CHECK(gain_db(trial.state) == 0);
    trial.tell(MinuteIs{21 * 60});
    REQUIRE(trial.want<SetVolume>());
    CHECK(trial.want<SetVolume>()->db == -6);
    trial.press(Key::louder);
    CHECK_FALSE(trial.want<SetVolume>());
    REQUIRE(trial.want<Answer>());
    CHECK(trial.want<Answer>()->earcon == Earcon::limit);
    CHECK(trial.want<Answer>()->word == words(trial.state)[Phrase::volume_limit]);
    trial.press(Key::quieter);
    CHECK(trial.want<SetVolume>()->db == -8);
    trial.tell(MinuteIs{6 * 60 + 59});
    CHECK(gain_db(trial.state) == -8);
    trial.tell(MinuteIs{7 * 60});
    trial.press(Key::louder);
    CHECK(trial.want<SetVolume>()->db == -4);
    trial.press(Key::louder);
    CHECK(trial.want<SetVolume>()->db == 0);
}

TEST_CASE("what is heard in headphones only knows no quiet hours") {
    Trial trial = reading();
    trial.tell(RulesAre{{{{0, 0, -12}}, {}}});
    trial.tell(MinuteIs{12 * 60});
    CHECK(gain_db(trial.state) == -12);
    trial.tell(HeadphonesIn{});
    CHECK(gain_db(trial.state) == 0);
}

TEST_CASE("what the kiosk says is said by the voice of the language that is wanted") {
    Trial trial;
    trial.press(Key::select);
    REQUIRE_FALSE(trial.said.empty());
    CHECK(trial.said.front().voice == Language::mandarin);
    trial.press(Key::language);
    REQUIRE_FALSE(trial.said.empty());
    for (const Prompt& prompt : trial.said) CHECK(prompt.voice == Language::english);
    // Whoever comes next may understand either.
    trial.tell(HomeHeld{});
    const auto is = [](Language voice) { return [voice](const Prompt& prompt) { return prompt.voice == voice; }; };
    CHECK(std::ranges::any_of(trial.said, is(Language::mandarin)));
    CHECK(std::ranges::any_of(trial.said, is(Language::english)));
}

TEST_CASE("headphones in: the sound goes there, says so softly first, and reads the sentence again") {
    Trial trial = reading();
    for (int i = 0; i < 3; ++i) trial.press(Key::louder);
    trial.tell(HeadphonesIn{});
    REQUIRE(trial.want<Route>());
    CHECK(trial.want<Route>()->outlet == Outlet::headphones);
    CHECK(trial.want<SetVolume>()->db == 0);
    REQUIRE(trial.said.size() == 1);
    CHECK(trial.said.front().telling == Telling::softly);
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{1, 0});
    trial.tell(HeadphonesIn{});
    CHECK(trial.wanted.empty());
}

TEST_CASE("headphones out: the visit is over, and nothing is heard until somebody acts") {
    Trial trial = reading();
    trial.press(Key::larger);
    trial.tell(HeadphonesIn{});
    trial.tell(HeadphonesOut{});
    CHECK(trial.want<Route>()->outlet == Outlet::nowhere);
    CHECK(is_silent(trial));
    CHECK(trial.state.screen == Screen::welcome);
    CHECK(trial.state.settings == Settings());
    trial.tell(LongSilence{});
    CHECK(is_silent(trial));
    trial.press(Key::select);
    CHECK(trial.want<Route>()->outlet == Outlet::loudspeaker);
    CHECK(trial.state.screen == Screen::returning);
    CHECK_FALSE(trial.said.empty());
    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::article);
    CHECK(trial.state.settings[Setting::size] == 2);
}

TEST_CASE("where the hall wants it so, the visit goes on out of the loudspeaker, from the start of its sentence") {
    Trial trial = reading();
    trial.tell(RulesAre{{{}, HouseRules::Unplugged::goes_on}});
    trial.tell(HeadphonesIn{});
    for (int i = 0; i < 4; ++i) trial.press(Key::louder);
    trial.press(Key::larger);
    trial.tell(HeadphonesOut{});
    REQUIRE(trial.want<Route>());
    CHECK(trial.want<Route>()->outlet == Outlet::loudspeaker);
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{1, 0});
    REQUIRE(trial.said.size() == 1);
    CHECK(trial.said.front().text == words(trial.state)[Phrase::headphones_out]);
    // Nobody has chosen for the hall how loud it is; all else is as it was.
    CHECK(trial.want<SetVolume>()->db == 0);
    CHECK(trial.state.settings[Setting::size] == 2);
    CHECK_FALSE(trial.state.left);

    // So on a list, and when somebody is asked for: whoever pulls them is there.
    trial.tell(HeadphonesIn{});
    trial.press(Key::back);
    trial.tell(NobodyStirs{});
    trial.tell(HeadphonesOut{});
    CHECK_FALSE(trial.state.leaving);
    CHECK(trial.state.screen == Screen::articles);
    CHECK(trial.said.size() == 2);
}

TEST_CASE("a loose contact does not lose the visit") {
    Trial trial = reading();
    for (int i = 0; i < 20; ++i) {
        trial.tell(HeadphonesIn{});
        trial.tell(HeadphonesOut{});
        CHECK(trial.state.screen == Screen::welcome);
        CHECK(is_silent(trial));
    }
    trial.tell(HeadphonesIn{});
    CHECK(trial.state.screen == Screen::returning);
    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::article);
    CHECK(trial.want<Read>()->place == text::Place{1, 0});
}
