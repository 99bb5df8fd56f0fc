// What no visitor means: articles that go while they are read, clocks that are put back.
#include <algorithm>

#include <doctest/doctest.h>

#include "kiosk/app/phrases.h"
#include "kiosk/app/update.h"
#include "tests/support/fresh_state.h"

using namespace tingdu;
using namespace tingdu::app;

namespace {

std::shared_ptr<const library::Catalogue> catalogue(std::vector<library::Entry> entries) {
    auto made = std::make_shared<library::Catalogue>();
    made->subjects.push_back({U"最新消息", std::move(entries)});
    return made;
}

std::shared_ptr<const text::Article> article() {
    auto made = std::make_shared<text::Article>();
    made->text = U"停水\n今晚停水。请存水。";
    made->title = U"停水";
    made->blocks = {{text::BlockKind::title, {0, 2}, false, {}}, {text::BlockKind::paragraph, {3, 12}, false, {}}};
    made->date = Date{2026, 9, 1};
    return made;
}

State told(State state, const Message& message) {
    return update(std::move(state), message).state;
}

/// In the middle of the first of two articles.
State reading() {
    State state = support::fresh_state();
    state = told(state, CatalogueRead{catalogue({{"a.txt", U"停水", {}, 1}, {"b.txt", U"食堂", {}, 1}})});
    for (int i = 0; i < 3; ++i) state = told(state, Pressed{Key::select});
    return told(state, ArticleOpened{"a.txt", article()});
}

}  // namespace

TEST_CASE("an article that is withdrawn while it is read is read on, and is no longer in the list it came from") {
    const Step withdrawn = update(reading(), CatalogueRead{catalogue({{"b.txt", U"食堂", {}, 1}})});
    State state = withdrawn.state;
    CHECK(state.screen == Screen::article);
    CHECK(state.open->reading == Reading::playing);
    REQUIRE(state.notice);
    CHECK(state.notice->text == words(state)[Phrase::withdrawn]);
    const bool is_said = std::ranges::any_of(withdrawn.effects, [&](const Effect& effect) {
        const auto* answer = std::get_if<Answer>(&effect);
        return answer && answer->word == words(state)[Phrase::withdrawn];
    });
    CHECK(is_said);
    state = told(state, Pressed{Key::next});
    CHECK(state.open->place == text::Place{1, 0});
    // Nobody is given a number with which there is nothing to go on with.
    CHECK_FALSE(told(state, Pressed{Key::home}).number);
    state = told(state, ArticleHeard{});
    state = told(state, Pressed{Key::back});
    CHECK(state.screen == Screen::articles);
    CHECK(focus_label(state) == U"食堂");
}

TEST_CASE("an article that is put back while it is read is an article like any other") {
    const auto both = catalogue({{"a.txt", U"停水", {}, 1}, {"b.txt", U"食堂", {}, 1}});
    State state = told(reading(), CatalogueRead{catalogue({{"b.txt", U"食堂", {}, 1}})});
    state = told(told(state, CatalogueRead{both}), Pressed{Key::next});
    CHECK(told(state, Pressed{Key::home}).number);
}

TEST_CASE("where every article is withdrawn while one is read, the list says that there is nothing") {
    State state = told(reading(), CatalogueRead{std::make_shared<library::Catalogue>()});
    CHECK(state.open->reading == Reading::playing);
    CHECK_FALSE(next_entry(state));
    const State left = told(state, Pressed{Key::back});
    CHECK_FALSE(announce(state, left).empty());
    CHECK(told(left, Pressed{Key::home}).screen == Screen::welcome);
}

TEST_CASE("an article that is gone when it is opened again is told of where the visitor comes from") {
    State state = told(reading(), Pressed{Key::back});
    state = told(state, Pressed{Key::select});
    const State before = state;
    state = told(state, ArticleFailed{"a.txt", Error{Fault::missing, "a.txt", {}}});
    CHECK(state.screen == Screen::articles);
    const auto said = announce(before, state);
    REQUIRE_FALSE(said.empty());
    CHECK(said.front().text.find(U"a.txt") != std::u32string::npos);
}

TEST_CASE("a clock that is put back a year changes nothing of what is read, nor of how long one may be silent") {
    State state = told(told(reading(), DayIs{{2026, 10, 1}}), Tick{50'000});
    const State before = state;
    state = told(state, DayIs{{2025, 10, 1}});
    CHECK(state.open->reading == Reading::playing);
    CHECK(state.open->place == before.open->place);
    CHECK(state.now_ms == before.now_ms);
    CHECK(announce(before, state).empty());
    CHECK(told(state, Tick{10}).now_ms == 50'000);
}
