// How articles are used is counted by what happens, and nothing about anybody is.
#include "kiosk/app/usage.h"

#include <doctest/doctest.h>

#include "tests/support/trial.h"

using namespace tingdu;
using namespace tingdu::app;

namespace {

/// A trial whose every message is looked at.
struct Counted {
    Trial trial;
    Usage usage;

    Counted() {
        auto all = std::make_shared<library::Catalogue>();
        all->subjects.push_back({U"养老", {{"养老/一.txt", U"通知", {}, 1}}});
        tell(CatalogueRead{all});
        tell(DayIs{{2026, 10, 1}});
    }
    void tell(const Message& message) {
        const State before = trial.state;
        trial.tell(message);
        usage.see(before, trial.state);
    }
    void open() {
        for (int i = 0; i < 3; ++i) tell(Pressed{Key::select});
        tell(ArticleOpened{"养老/一.txt", small_article()});
    }
    void hear(text::Place place, TextRange sentence) {
        tell(WordHeard{place, sentence, {sentence.begin, sentence.begin + 1}, nullptr, {}});
    }
    [[nodiscard]] const ArticleUse& of_today() const { return usage.articles().at({{2026, 10, 1}, U"养老", U"通知"}); }
};

}  // namespace

TEST_CASE("an article that is left counts, how long it was heard, and where") {
    Counted counted;
    counted.tell(Tick{1'000});
    counted.open();
    CHECK(counted.of_today().opened == 1);
    counted.hear({1, 0}, {3, 7});
    counted.tell(Tick{5'000});
    counted.tell(Pressed{Key::back});
    CHECK(counted.of_today().heard_ms == 4'000);
    CHECK(counted.of_today().heard == 0);
    CHECK(counted.of_today().places.at(U"第一句。").left == 1);
}

TEST_CASE("a pause is not heard, and an end is no leaving") {
    Counted counted;
    counted.open();
    counted.hear({1, 0}, {3, 7});
    counted.tell(Tick{2'000});
    counted.tell(Pressed{Key::select});
    counted.tell(Tick{60'000});
    counted.tell(Pressed{Key::select});
    counted.tell(Tick{61'000});
    counted.tell(ArticleHeard{});
    CHECK(counted.of_today().heard == 1);
    counted.tell(Pressed{Key::home});
    CHECK(counted.of_today().heard_ms == 3'000);
    CHECK(counted.of_today().places.empty());
}

TEST_CASE("a sentence that is asked for again counts each time") {
    Counted counted;
    counted.open();
    counted.hear({1, 0}, {3, 7});
    counted.tell(Tick{5'000});
    for (int i = 0; i < 3; ++i) counted.tell(Pressed{Key::repeat});
    CHECK(counted.of_today().places.at(U"第一句。").repeated == 3);
    const UsageSum sum = sum_of(counted.usage);
    CHECK(sum.opened == 1);
    CHECK(sum.repeated == 3);
}

TEST_CASE("what staff listen to in their room is no use") {
    Counted counted;
    counted.open();
    State before = support::fresh_state();
    State after = counted.trial.state;
    before.staff.is_in = after.staff.is_in = true;
    Usage usage;
    usage.see(before, after);
    usage.see(after, before);
    CHECK(usage.articles().empty());
}

TEST_CASE("it does not grow without end") {
    Usage usage;
    for (std::size_t i = 0; i < Usage::most_articles + 10; ++i)
        usage.add({{2026, 1 + static_cast<int>(i / 3000), 1 + static_cast<int>(i % 28)},
                   U"养老",
                   std::u32string(1, static_cast<char32_t>(0x4E00 + i))},
                  {1, 0, 0, {}});
    Counted counted;
    counted.usage = usage;
    counted.open();
    CHECK(counted.usage.articles().size() == Usage::most_articles);
    CHECK(counted.of_today().opened == 1);
}
