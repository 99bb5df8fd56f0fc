#include "kiosk/app/bookmarks.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "kiosk/app/phrases.h"
#include "tests/support/trial.h"

using namespace tingdu;
using namespace tingdu::app;

namespace {

/// Long enough for what has been heard of it to be worth a number.
std::shared_ptr<const text::Article> long_article(
    std::u32string second = U"请带身份证和户口本，到一楼大厅三号窗口办理。") {
    auto article = std::make_shared<text::Article>();
    const std::u32string first = U"社区食堂从下周一起开门，每天供应早饭、午饭和晚饭，六十岁以上的老人打八折。";
    const std::u32string third = U"有问题请打电话，工作日都有人接。";
    article->title = U"社区食堂";
    for (const std::u32string& text : {article->title, first, second, third}) {
        if (!article->text.empty()) article->text += U'\n';
        const std::size_t begin = article->text.size();
        article->text += text;
        article->blocks.push_back({article->blocks.empty() ? text::BlockKind::title : text::BlockKind::paragraph,
                                   {begin, article->text.size()},
                                   false});
    }
    return article;
}

std::shared_ptr<const library::Catalogue> catalogue() {
    auto all = std::make_shared<library::Catalogue>();
    all->subjects.push_back({U"通知", {{"/a/通知/01 停水.txt", U"停水通知", {}, 2}}});
    all->subjects.push_back(
        {U"生活", {{"/a/生活/01 花.txt", U"园里的花", {}, 3}, {"/a/生活/02 食堂.txt", U"社区食堂", {}, 1}}});
    return all;
}

Trial visitor() {
    Trial trial;
    trial.tell(LuckIs{7});
    trial.tell(DayIs{{2026, 10, 1}});
    trial.tell(CatalogueRead{catalogue()});
    return trial;
}

/// Reads the second article of the second subject, at its third paragraph.
void read(Trial& trial, std::shared_ptr<const text::Article> article = long_article()) {
    trial.press(Key::select);
    trial.press(Key::down);
    trial.press(Key::select);
    trial.press(Key::down);
    trial.press(Key::select);
    trial.tell(ArticleOpened{"/a/生活/02 食堂.txt", article});
    trial.hear({2, 0}, text::range_of(*article, {2, 0}));
}

void type(Trial& trial, int number) {
    for (const int place : {1000, 100, 10, 1})
        trial.press(static_cast<Key>(static_cast<int>(Key::digit_0) + number / place % 10));
}

int number_of(const Trial& trial) {
    REQUIRE(trial.state.number);
    return trial.state.number->number;
}

int another(int number) {
    return number == 4729 ? 5729 : 4729;
}

Bookmark mark(int number, Date day, std::string file = "a.txt") {
    return {number, day, U"生活", std::move(file), U"社区食堂", {2, 0}, 1};
}

}  // namespace

TEST_CASE("whoever goes home from an unfinished article is given a number, said digit by digit and kept") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    const int number = number_of(trial);
    CHECK(is_number(number));
    CHECK(trial.says(digits_apart(number, words(trial.state))));
    CHECK(shows_number(trial.state));
    REQUIRE(trial.want<KeepBookmarks>());
    REQUIRE(trial.want<KeepBookmarks>()->bookmarks->size() == 1);
    const Bookmark& kept = trial.want<KeepBookmarks>()->bookmarks->front();
    CHECK(kept ==
          Bookmark{
              number, {2026, 10, 1}, U"生活", "02 食堂.txt", U"社区食堂", {2, 0}, hash_of_block(*long_article(), 2)});
}

TEST_CASE("so is whoever goes back, holds home, pulls the headphones or just leaves") {
    for (int way = 0; way < 4; ++way) {
        CAPTURE(way);
        Trial trial = visitor();
        if (way == 2) trial.tell(HeadphonesIn{});
        read(trial);
        if (way == 0) trial.press(Key::back);
        if (way == 1) trial.tell(HomeHeld{});
        if (way == 2) trial.tell(HeadphonesOut{});
        if (way == 3) trial.tell(NobodyStirs{});
        if (way == 3) trial.tell(QuestionHeard{});
        if (way == 3) trial.tell(Tick{30'000});
        CHECK(is_number(number_of(trial)));
        CHECK(shows_number(trial.state));
        CHECK(trial.want<KeepBookmarks>());
        if (way != 2) CHECK(trial.says(digits_apart(number_of(trial), words(trial.state))));
        if (way == 2) CHECK(trial.said.empty());  // there is nobody who wears them
    }
}

TEST_CASE("back among the articles the number is said after all that a visitor who goes on wants to hear") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::back);
    REQUIRE(trial.said.size() == 3);
    CHECK(trial.said.back().text == number_given(number_of(trial), words(trial.state)));
    REQUIRE(trial.state.notice);
    CHECK(trial.state.notice->is_large);
    trial.press(Key::up);
    CHECK_FALSE(trial.says(U"号码"));
    trial.press(Key::where);
    CHECK(trial.says(number_given(number_of(trial), words(trial.state))));
    trial.press(Key::home);  // the visit may be over now
    CHECK(trial.says(number_given(number_of(trial), words(trial.state))));
}

TEST_CASE("what has hardly begun, and what has been heard to its end, needs no number") {
    Trial trial = visitor();
    read(trial);
    trial.hear({0, 0}, {0, 4});
    trial.press(Key::home);
    CHECK_FALSE(trial.state.number);
    CHECK_FALSE(trial.want<KeepBookmarks>());

    // However long its first sentence, whoever is in it has begun.
    Trial begun = visitor();
    read(begun);
    begun.hear({1, 0}, text::range_of(*long_article(), {1, 0}));
    begun.press(Key::home);
    CHECK(is_number(number_of(begun)));

    Trial other = visitor();
    read(other);
    other.press(Key::back);
    CHECK(other.state.number);
    other.press(Key::select);
    other.tell(ArticleOpened{"/a/生活/02 食堂.txt", long_article()});
    other.tell(ArticleHeard{});
    other.press(Key::back);
    CHECK_FALSE(other.state.number);
}

TEST_CASE("after a sentence that ended in a pause one goes on with the next") {
    Trial trial = visitor();
    read(trial);
    trial.state.settings.set(Setting::onward, 1);
    trial.tell(ArticleHeard{});
    trial.press(Key::home);
    CHECK(trial.state.bookmarks->back().place == text::Place{3, 0});
}

TEST_CASE("on the welcome screen the number is said again when it is asked for, and gone with the next visitor") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    const std::u32string given = number_given(number_of(trial), words(trial.state));
    trial.press(Key::repeat);
    CHECK(trial.state.screen == Screen::welcome);
    CHECK(trial.says(given));
    trial.press(Key::where);
    CHECK(trial.says(given));
    trial.tell(Tick{60'000});
    CHECK_FALSE(trial.state.number);

    Trial held = visitor();
    read(held);
    held.tell(HomeHeld{});
    held.press(Key::select);
    CHECK(held.state.screen == Screen::subjects);
    CHECK_FALSE(held.state.number);
}

TEST_CASE("the number leads back to the sentence, in the article's own list") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    const int number = number_of(trial);
    trial.tell(HomeHeld{});
    trial.tell(DayIs{{2026, 10, 31}});
    trial.press(Key::resume);
    CHECK(trial.state.screen == Screen::resuming);
    CHECK(trial.says(U"请输四位号码"));
    type(trial, number);
    REQUIRE(trial.want<Open>());
    CHECK(trial.want<Open>()->path == "/a/生活/02 食堂.txt");
    trial.tell(ArticleOpened{"/a/生活/02 食堂.txt", long_article()});
    CHECK(trial.says(U"从上次停下的地方"));
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{2, 0});
    trial.press(Key::back);
    CHECK(trial.state.screen == Screen::articles);
    CHECK(trial.state.subject == 1);
    CHECK(trial.state.entry == 1);
    // Left where it was come to, it has the number that it had.
    CHECK(number_of(trial) == number);
}

TEST_CASE("after thirty days the number is no longer good") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    const int number = number_of(trial);
    trial.press(Key::select);
    trial.press(Key::resume);
    CHECK(trial.state.screen == Screen::resuming);
    trial.tell(DayIs{{2026, 11, 1}});
    type(trial, number);
    CHECK(trial.state.screen == Screen::resuming);
    CHECK(trial.says(U"没有"));
    trial.press(Key::back);
    trial.press(Key::resume);
    CHECK(trial.state.screen == Screen::subjects);
    CHECK(trial.state.notice->text == words(trial.state)[Phrase::number_none]);
}

TEST_CASE("a clock that is put back in the middle of a visit makes no number older, then or afterwards") {
    Trial trial = visitor();
    trial.tell(DayIs{{2025, 10, 1}});
    read(trial);
    trial.press(Key::home);
    const int number = number_of(trial);
    CHECK(bookmark_of(*trial.state.bookmarks, number, trial.state.today));
    trial.tell(DayIs{{2026, 10, 2}});
    CHECK(bookmark_of(*trial.state.bookmarks, number, trial.state.today));
}

TEST_CASE("a clock that is years ahead makes no number good for longer, and none void once it is right again") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    const int before = number_of(trial);
    trial.tell(DayIs{{2029, 10, 1}});
    read(trial);
    trial.hear({3, 0}, text::range_of(*long_article(), {3, 0}));
    trial.press(Key::home);
    const int ahead = number_of(trial);
    REQUIRE(ahead != before);
    const auto is_good = [&](int number) { return bookmark_of(*trial.state.bookmarks, number, trial.state.today); };
    CHECK_FALSE(is_good(before));
    CHECK(is_good(ahead));
    trial.tell(DayIs{{2026, 10, 1}});
    CHECK(is_good(before));
    CHECK(is_good(ahead));
    REQUIRE(trial.want<KeepBookmarks>());
    trial.tell(DayIs{{2026, 10, 31}});
    CHECK(is_good(ahead));
    trial.tell(DayIs{{2026, 11, 1}});
    CHECK_FALSE(is_good(before));
    CHECK_FALSE(is_good(ahead));
}

TEST_CASE("a number given while the clock was behind is good when it is right again, and thirty days from then") {
    Trial trial = visitor();
    trial.tell(DayIs{{2025, 10, 1}});
    read(trial);
    trial.press(Key::home);
    const int number = number_of(trial);
    const auto is_good = [&] { return bookmark_of(*trial.state.bookmarks, number, trial.state.today); };
    trial.tell(DayIs{{2025, 10, 31}});
    CHECK(is_good());
    trial.tell(DayIs{{2025, 11, 1}});
    CHECK_FALSE(is_good());
    trial.tell(DayIs{{2026, 10, 31}});
    CHECK(is_good());
    trial.tell(DayIs{{2026, 11, 1}});
    CHECK_FALSE(is_good());
}

TEST_CASE("whoever switches the kiosk off and on to guess has to wait all the same, and nobody the day after") {
    Trial trial = visitor();
    trial.tell(MinuteIs{9 * 60});
    read(trial);
    trial.press(Key::home);
    const int number = number_of(trial);
    trial.press(Key::resume);
    for (int i = 0; i < 4; ++i) {
        type(trial, another(number));
        REQUIRE(trial.want<KeepBookmarks>());
        trial.tell(Tick{trial.state.now_ms + 1000 * (i < 3 ? trial.state.guesses.closed_s : 0)});
    }
    type(trial, another(number));
    const auto again = [&](Date day, int minute) {
        Trial next = visitor();
        next.tell(DayIs{day});
        next.tell(MinuteIs{minute});
        next.tell(BookmarksKnown{trial.state.bookmarks, {4, {2026, 10, 1}, 9 * 60}});
        next.press(Key::resume);
        return next;
    };
    CHECK(again({2026, 10, 1}, 9 * 60).state.guesses.closed_s == 20);
    CHECK(again({2025, 10, 1}, 9 * 60).state.guesses.closed_s == 20);
    CHECK(again({2026, 10, 1}, 9 * 60 + 2).state.guesses.closed_s == 0);
    CHECK(again({2026, 10, 1}, 9 * 60 + 2).state.guesses.wrong == 2);
    CHECK(again({2026, 10, 2}, 8 * 60).state.guesses.wrong == 0);
}

TEST_CASE("whoever goes on with a number and leaves further on is told another; the first leads where it led") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    const int first = number_of(trial);
    trial.press(Key::resume);
    type(trial, first);
    trial.tell(ArticleOpened{"/a/生活/02 食堂.txt", long_article()});
    trial.hear({3, 0}, text::range_of(*long_article(), {3, 0}));
    trial.press(Key::home);
    const int second = number_of(trial);
    CHECK(second != first);
    CHECK(trial.says(number_given(second, words(trial.state))));
    CHECK(bookmark_of(*trial.state.bookmarks, first, trial.state.today)->place == text::Place{2, 0});
    CHECK(bookmark_of(*trial.state.bookmarks, second, trial.state.today)->place == text::Place{3, 0});
}

TEST_CASE("an article that has been changed is gone on with where it makes sense") {
    const auto before = long_article();
    Bookmark left = mark(4729, {2026, 10, 1});
    left.paragraph = hash_of_block(*before, 2);
    CHECK(place_of(left, *before) == std::pair(text::Place{2, 0}, Found::there));

    auto longer = std::make_shared<text::Article>(*before);
    const std::size_t begin = longer->text.size() + 1;
    longer->text += U"\n搬到二楼了。";
    longer->blocks.insert(longer->blocks.begin() + 1,
                          {text::BlockKind::paragraph, {begin, longer->text.size()}, false});
    CHECK(place_of(left, *longer) == std::pair(text::Place{3, 0}, Found::changed));

    CHECK(place_of(left, *long_article(U"请带身份证，到二楼办理。")) == std::pair(text::Place{2, 0}, Found::about));

    auto other = std::make_shared<text::Article>(*small_article());
    CHECK(place_of(left, *other) == std::pair(text::Place{0, 0}, Found::anew));
    CHECK(place_of(left, text::Article{}).second == Found::anew);
}

TEST_CASE("an article that is numbered anew or has moved is found by its title; one that is gone is told by it") {
    Bookmark left = mark(4729, {2026, 10, 1}, "02 食堂.txt");
    const auto with = [](std::u32string first, std::u32string second, std::initializer_list<library::Entry> entries) {
        library::Catalogue now;
        now.subjects.push_back({std::move(first), entries});
        now.subjects.push_back({std::move(second), {{"/a/停水.txt", U"停水通知", {}, 2}}});
        return now;
    };
    const library::Entry flowers{"/a/01 花.txt", U"园里的花", {}, 3};
    CHECK(entry_of(left, *catalogue()) == std::pair(1, 1));
    CHECK(entry_of(left, with(U"生活", U"通知", {flowers, {"/b/07 食堂.txt", U"社区食堂", {}, 1}})) == std::pair(0, 1));
    CHECK(entry_of(left, with(U"吃饭", U"通知", {flowers, {"/b/07 食堂.txt", U"社区食堂", {}, 1}})) == std::pair(0, 1));
    CHECK(entry_of(left, with(U"生活", U"通知", {flowers, {"/b/02 食堂.txt", U"食堂", {}, 1}})) == std::pair(0, 1));
    const library::Catalogue now = with(U"吃饭", U"通知", {flowers});
    CHECK_FALSE(entry_of(left, now));

    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    const int number = number_of(trial);
    trial.tell(CatalogueRead{std::make_shared<const library::Catalogue>(now)});
    trial.press(Key::resume);
    type(trial, number);
    CHECK(trial.state.screen == Screen::resuming);
    CHECK(trial.says(U"《社区食堂》已经不在这里了"));
    CHECK(trial.state.guesses.wrong == 0);
}

TEST_CASE("numbers are never two at once, bear no 1, come to nobody's mind, and follow from nothing") {
    Bookmarks all;
    std::uint64_t luck = 1;
    std::set<int> numbers;
    int rising = 0;
    int before = 0;
    for (int i = 0; i < 1000; ++i) {
        Marked marked = with(std::move(all), mark(0, {2026, 10, 1}, std::to_string(i)), luck);
        all = std::move(marked.bookmarks);
        luck = marked.luck;
        CHECK(is_number(marked.number));
        CHECK(std::to_string(marked.number).find('1') == std::string::npos);
        CHECK(numbers.insert(marked.number).second);
        rising += marked.number > before ? 1 : 0;
        before = marked.number;
    }
    for (const int tried : {2222, 5555, 2345, 9876}) CHECK_FALSE(numbers.contains(tried));
    CHECK(rising > 400);
    CHECK(rising < 600);
    CHECK(with({}, mark(0, {2026, 10, 1}), 1).number != with({}, mark(0, {2026, 10, 1}), 2).number);
}

TEST_CASE("so many are kept and no more") {
    Bookmarks all;
    std::uint64_t luck = 1;
    for (std::size_t i = 0; i < most_bookmarks + 3; ++i) {
        Marked marked = with(std::move(all), mark(0, {2026, 10, 1}, std::to_string(i)), luck);
        all = std::move(marked.bookmarks);
        luck = marked.luck;
    }
    CHECK(all.size() == most_bookmarks);
    CHECK(all.front().file == "3");
}

TEST_CASE("whoever guesses has to wait, longer each time; a moment later anybody may try again") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    const int number = number_of(trial);
    trial.press(Key::resume);
    std::int64_t now_ms = 1'000;
    std::vector<int> waits;
    for (int i = 0; i < 9; ++i) {
        type(trial, another(number));
        waits.push_back(trial.state.guesses.closed_s);
        CHECK(trial.says(waits.back() > 0 ? U"请等" : U"没有"));
        if (waits.back() > 0) {
            // Meanwhile nothing is taken, the right number neither.
            type(trial, number);
            CHECK(trial.state.screen == Screen::resuming);
            CHECK(trial.state.entering.typed.empty());
            CHECK(trial.says(U"请等"));
        }
        now_ms += 1000 * waits.back();
        trial.tell(Tick{now_ms});
        if (waits.back() > 0) REQUIRE(trial.want<Answer>());
    }
    CHECK(waits == std::vector{0, 0, 10, 20, 40, 60, 60, 60, 60});
    // Whoever comes ten minutes later knows nothing of it.
    trial.tell(Tick{now_ms + 600'000});
    type(trial, another(number));
    CHECK(trial.state.guesses.closed_s == 0);
    type(trial, number);
    CHECK(trial.state.screen == Screen::article);
}

TEST_CASE("guesses at random seldom meet a number") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    trial.press(Key::resume);
    std::uint64_t chance = 99;
    std::int64_t now_ms = 0;
    int met = 0;
    for (int i = 0; i < 300; ++i) {
        chance = chance * 6364136223846793005U + 1442695040888963407U;
        type(trial, static_cast<int>((chance >> 33U) % 10'000));
        met += trial.state.screen == Screen::article ? 1 : 0;
        now_ms += 61'000;
        trial.tell(Tick{now_ms});
        if (trial.state.leaving) trial.tell(Stirred{});
    }
    CHECK(met == 0);
}

TEST_CASE("digits are entered by tiles as well, and taken back") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    trial.press(Key::resume);
    CHECK(focus_label(trial.state) == U"1");
    trial.press(Key::down);
    CHECK(focus_label(trial.state) == U"4");
    trial.press(Key::down);
    CHECK(focus_label(trial.state) == U"7");
    trial.press(Key::down);  // below the 7 is nothing
    CHECK(focus_label(trial.state) == U"1");
    trial.press(Key::right);
    trial.press(Key::up);
    CHECK(focus_label(trial.state) == U"0");
    CHECK(trial.says(U"0"));
    trial.press(Key::select);
    CHECK(trial.state.entering.typed == U"0");
    trial.press(Key::right);
    CHECK(focus_label(trial.state) == U"删掉");
    trial.press(Key::select);
    CHECK(trial.state.entering.typed.empty());
    CHECK(trial.says(U"删掉了"));
    trial.press(Key::select);
    CHECK(trial.want<Chime>()->earcon == Earcon::refused);
    CHECK(trial.state.entering.typed.empty());
    trial.tell(Pressed{Choice{3}});
    CHECK(trial.state.entering.typed == U"4");
    CHECK(trial.says(U"4"));
    trial.press(Key::where);
    CHECK(trial.says(U"已经输了 4"));
    trial.press(Key::back);
    CHECK(trial.state.screen == Screen::welcome);
}

TEST_CASE("on the welcome screen the first digit already counts, where somebody may have a number") {
    Trial trial = visitor();
    trial.press(Key::digit_4);  // where nobody has one it begins as any key does
    CHECK(trial.state.screen == Screen::subjects);
    trial.press(Key::home);
    read(trial);
    trial.press(Key::home);
    trial.press(Key::digit_4);
    CHECK(trial.state.screen == Screen::resuming);
    CHECK(trial.state.entering.typed == U"4");
}

TEST_CASE("a number that could not be written down is told to be good for now") {
    Trial trial = visitor();
    read(trial);
    trial.press(Key::home);
    trial.tell(BookmarksNotKept{{Fault::no_space, "bookmarks.tsv", {}}});
    CHECK(trial.says(U"关机以前能用"));
    CHECK(shows_number(trial.state));
}

TEST_CASE("what headphones say is there for whoever stands beside, and goes with them") {
    Trial trial = visitor();
    trial.tell(SaidAside{U"您好", 2});
    CHECK_FALSE(trial.state.saying);
    trial.tell(HeadphonesIn{});
    trial.tell(SaidAside{U"您好", 2});
    REQUIRE(trial.state.saying);
    CHECK(trial.state.saying->text == U"您好");
    trial.tell(HeadphonesOut{});
    CHECK_FALSE(trial.state.saying);
}
