#include "kiosk/app/update.h"

#include <algorithm>
#include <array>
#include <random>

#include <doctest/doctest.h>

#include "kiosk/app/phrases.h"
#include "tests/support/trial.h"

using namespace tingdu;
using namespace tingdu::app;

namespace {

std::shared_ptr<const library::Catalogue> small_catalogue() {
    auto catalogue = std::make_shared<library::Catalogue>();
    catalogue->subjects.push_back(
        {U"最新消息", {{"a.txt", U"停水通知", Date{2026, 9, 1}, 2}, {"b.txt", U"公园开放", {}, 3}}});
    catalogue->subjects.push_back({U"养老服务", {{"c.txt", U"老年食堂", {}, 1}}});
    return catalogue;
}

Trial with_catalogue() {
    Trial trial;
    trial.tell(CatalogueRead{small_catalogue()});
    return trial;
}

Trial reading() {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    trial.press(Key::select);
    trial.press(Key::select);
    trial.tell(ArticleOpened{"a.txt", small_article()});
    return trial;
}

}  // namespace

TEST_CASE("with nothing to read nobody is invited: it is said in every language, looked for again, and forgotten") {
    Trial trial;
    trial.tell(CatalogueRead{std::make_shared<library::Catalogue>()});
    CHECK(trial.want<Silence>());  // of the greeting
    CHECK(trial.says(U"请告诉这里的工作人员"));
    CHECK(trial.says(U"Please tell the staff"));
    trial.tell(CatalogueFailed{{Fault::unreadable, "content", {}}});
    CHECK(trial.said.empty());

    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::welcome);
    CHECK(trial.want<LookForArticles>());
    CHECK(trial.says(U"请告诉这里的工作人员"));
    trial.tell(Tick{9'999});
    CHECK_FALSE(trial.want<LookForArticles>());
    trial.tell(Tick{10'000});
    CHECK(trial.want<LookForArticles>());
    CHECK(trial.said.empty());

    trial.tell(CatalogueRead{small_catalogue()});
    CHECK(trial.says(U"您好"));
    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::subjects);
}

TEST_CASE("three presses lead from the welcome to an article being read") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::subjects);
    CHECK(trial.says(U"最新消息"));
    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::articles);
    CHECK(trial.says(U"停水通知"));
    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::article);
    REQUIRE(trial.want<Open>());
    CHECK(trial.want<Open>()->path == "a.txt");
    trial.tell(ArticleOpened{"a.txt", small_article()});
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{0, 0});
    CHECK(trial.state.open->reading == Reading::playing);
}

TEST_CASE("any key begins, as the welcome screen says") {
    for (const Key key : {Key::up, Key::down, Key::left, Key::right, Key::back, Key::next, Key::pause, Key::repeat,
                          Key::where, Key::digit_0, Key::digit_5}) {
        Trial trial = with_catalogue();
        trial.press(key);
        CHECK(trial.state.screen == Screen::subjects);
    }
    Trial trial = with_catalogue();
    trial.tell(RawDown{{42, 0}});
    CHECK(trial.state.screen == Screen::subjects);
    CHECK(trial.says(U"想听什么"));
    CHECK(trial.state.keypad.strange.at_ms.size() == 1);
}

TEST_CASE("the first list of a visit says how one goes on, and shows it; whoever sees and touches is spared that") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    CHECK(trial.says(support::chinese()[Phrase::list_hint]));
    REQUIRE(trial.state.notice);
    CHECK(trial.state.notice->text.starts_with(support::chinese()[Phrase::list_hint]));
    CHECK(trial.state.notice->text.ends_with(support::chinese()[Phrase::help_how]));
    trial.press(Key::select);
    CHECK_FALSE(trial.says(support::chinese()[Phrase::list_hint]));
    trial.press(Key::back);
    CHECK(trial.state.screen == Screen::subjects);
    CHECK_FALSE(trial.says(support::chinese()[Phrase::list_hint]));
    trial.press(Key::home);
    trial.tell(HandChanged{Hand::touch});
    trial.press(Key::select);
    CHECK(trial.says(U"想听什么"));
    CHECK_FALSE(trial.says(support::chinese()[Phrase::list_hint_touch]));
    CHECK_FALSE(trial.state.notice);
    trial.press(Key::home);
    trial.state.settings.set(Setting::touch, 1);
    trial.press(Key::select);
    CHECK(trial.says(support::chinese()[Phrase::list_hint_explore]));
}

TEST_CASE("where one is names the subject, the article and how far it is, also while something of it is copied") {
    Trial trial = reading();
    trial.press(Key::down);
    trial.press(Key::where);
    CHECK(trial.says(U"您在“最新消息”里"));
    CHECK(trial.says(U"现在读的是《通知》，第2段，共3段"));
    auto items = std::make_shared<std::vector<prepare::ToCopy>>(1);
    items->front().groups = {{U"5550", U"5550"}};
    trial.tell(ToCopyFound{trial.state.open->article, items});
    trial.press(Key::copy);
    trial.press(Key::where);
    CHECK(trial.says(U"您在“最新消息”里"));
    CHECK(trial.says(U"第1样，共1样"));

    Trial alone;
    alone.tell(FileGiven{"alone.txt"});
    alone.tell(ArticleOpened{"alone.txt", small_article()});
    alone.press(Key::where);
    CHECK_FALSE(alone.says(U"您在"));
    CHECK(alone.says(U"现在读的是《通知》"));
}

TEST_CASE("the length of an article is as long as the voice takes at the visitor's speed") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    trial.press(Key::select);
    CHECK(trial.says(U"约2分钟"));
    for (int i = 0; i < 6; ++i) trial.press(Key::slower);
    trial.press(Key::down);
    CHECK(trial.says(U"约6分钟"));
    for (int i = 0; i < 9; ++i) trial.press(Key::faster);
    trial.press(Key::up);
    CHECK(trial.says(U"约1分钟"));
}

TEST_CASE("moving on a list says the entry and stops what is being said") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    trial.press(Key::down);
    CHECK(trial.want<Silence>());
    CHECK(focus_label(trial.state) == U"养老服务");
    CHECK(trial.says(U"养老服务"));
}

TEST_CASE("a list goes round at its ends, and a sound says so") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    trial.press(Key::up);
    CHECK(focus_label(trial.state) == U"养老服务");
    REQUIRE(trial.want<Chime>());
    CHECK(trial.want<Chime>()->earcon == Earcon::edge);
    CHECK(trial.says(U"养老服务"));
    trial.press(Key::down);
    CHECK(focus_label(trial.state) == U"最新消息");
    CHECK(trial.want<Chime>());
    trial.press(Key::down);
    CHECK(trial.want<Chime>()->earcon == Earcon::moved);
}

TEST_CASE("a list of one says its entry again, whichever way one moves") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    trial.press(Key::down);
    trial.press(Key::select);
    trial.press(Key::up);
    CHECK(trial.says(U"老年食堂"));
    trial.press(Key::down);
    CHECK(trial.says(U"老年食堂"));
}

TEST_CASE("speed, loudness and size answer without stopping what is being said") {
    Trial trial = reading();
    for (const Key key : {Key::slower, Key::faster, Key::quieter, Key::louder, Key::smaller, Key::larger}) {
        trial.press(key);
        CHECK(trial.want<Answer>());
        CHECK_FALSE(trial.want<Silence>());
        CHECK_FALSE(trial.want<Read>());
        CHECK(trial.said.empty());
        CHECK(trial.state.open->reading == Reading::playing);
    }
}

TEST_CASE("a setting stops at its ends and says so by another sound") {
    Trial trial = reading();
    for (int i = 0; i < 20; ++i) trial.press(Key::louder);
    CHECK(trial.state.settings[Setting::volume] == 6);
    CHECK(trial.want<Answer>()->earcon == Earcon::limit);
    for (int i = 0; i < 20; ++i) trial.press(Key::slower);
    CHECK(trial.state.settings[Setting::rate] == 0);
    CHECK(trial.want<SetDiction>()->diction.rate == 0.5);
}

TEST_CASE("the settings lie over an article, which goes on where it was when they go") {
    Trial trial = reading();
    trial.tell(WordHeard{{1, 1}, {7, 11}, {7, 9}, nullptr, {}});
    trial.press(Key::settings);
    CHECK(trial.state.screen == Screen::settings);
    CHECK(trial.says(name_of(Setting::size, trial.state)));
    CHECK(trial.says(U"一共16项"));
    trial.press(Key::down);
    CHECK(trial.says(name_of(Setting::rate, trial.state)));
    trial.press(Key::right);
    CHECK(trial.want<SetDiction>()->diction.rate == 1.25);
    trial.press(Key::back);
    CHECK(trial.state.screen == Screen::article);
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{1, 1});
    trial.press(Key::where);
    CHECK(trial.says(step_name(Setting::rate, 4, trial.state)));
    trial.press(Key::normal);
    CHECK(trial.state.settings == Settings{});
    CHECK(trial.want<SetDiction>()->diction.rate == 1);
}

TEST_CASE("an article that opens below the settings waits for them to go") {
    Trial trial = with_catalogue();
    for (int i = 0; i < 3; ++i) trial.press(Key::select);
    trial.press(Key::settings);
    trial.tell(ArticleOpened{"a.txt", small_article()});
    CHECK_FALSE(trial.want<Read>());
    trial.press(Key::back);
    CHECK(trial.want<Read>());
}

TEST_CASE("in help every key but that for the language is named and does nothing else, and help twice leaves") {
    Trial trial = with_catalogue();
    trial.press(Key::help);
    CHECK(trial.says(support::chinese()[Phrase::help_spoken]));
    for (int i = 0; i <= static_cast<int>(Key::digit_9); ++i) {
        const Key key = static_cast<Key>(i);
        if (key == Key::leave || key == Key::leave_home || key == Key::help || key == Key::language) continue;
        trial.press(key);
        CHECK(trial.state.screen == Screen::help);
        CHECK(trial.says(key_help(key, support::chinese())));
        CHECK(trial.state.settings == Settings{});
    }
    trial.press(Key::help);
    CHECK(trial.state.screen == Screen::help);
    trial.press(Key::help);
    CHECK(trial.state.screen == Screen::welcome);
}

TEST_CASE("in help the key for the language changes it at once, and is named in the new one") {
    Trial trial = with_catalogue();
    trial.press(Key::help);
    trial.press(Key::language);
    CHECK(trial.state.settings[Setting::language] == 1);
    CHECK(trial.state.screen == Screen::help);
    CHECK(trial.says(support::english()[Phrase::language_now]));
    CHECK(trial.says(support::english()[Phrase::help_language]));
    trial.press(Key::language);
    CHECK(trial.state.settings[Setting::language] == 0);
    CHECK(trial.says(support::chinese()[Phrase::help_language]));
}

TEST_CASE("in help the way out keeps its own name, whatever key was told last") {
    Trial trial = with_catalogue();
    trial.press(Key::help);
    trial.press(Key::up);
    CHECK(focus_label(trial.state) == support::chinese()[Phrase::leave_help]);
}

TEST_CASE("asking where one is keeps the wish to stop after each sentence") {
    Trial trial = reading();
    trial.state.settings.set(Setting::onward, 1);
    trial.press(Key::where);
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->extent == Extent::sentence);
}

TEST_CASE("a short pause goes on at the sample, a long one at the clause") {
    Trial trial = reading();
    trial.tell(Tick{5000});
    trial.press(Key::pause);
    CHECK(trial.want<Hold>());
    CHECK(trial.state.open->reading == Reading::paused);
    trial.tell(Tick{15000});
    trial.press(Key::pause);
    CHECK(trial.want<GoOn>());
    trial.press(Key::pause);
    trial.tell(Tick{25001});
    trial.press(Key::pause);
    CHECK(trial.want<GoOnFromClause>());
}

TEST_CASE("next and previous go by sentences, down and up by paragraphs") {
    Trial trial = reading();
    trial.press(Key::next);
    CHECK(trial.state.open->place == text::Place{1, 0});
    trial.press(Key::right);
    CHECK(trial.state.open->place == text::Place{1, 1});
    trial.press(Key::down);
    CHECK(trial.state.open->place == text::Place{2, 0});
    trial.press(Key::previous);
    CHECK(trial.state.open->place == text::Place{1, 1});
    trial.press(Key::up);
    CHECK(trial.state.open->place == text::Place{1, 0});
    trial.press(Key::down);
    trial.press(Key::next);
    CHECK(trial.state.open->reading == Reading::ended);
    CHECK(trial.says(U"《通知》读完了"));
    CHECK(trial.says(next_article(U"公园开放", support::chinese())));
    CHECK(trial.says(support::chinese()[Phrase::back]));
    trial.press(Key::down);
    CHECK(trial.says(U"第2项，下一篇：公园开放"));
    trial.press(Key::next);
    CHECK(trial.want<Open>()->path == "b.txt");
    CHECK(trial.state.entry == 1);
    trial.tell(ArticleOpened{"b.txt", small_article()});
    trial.tell(ArticleHeard{});
    CHECK_FALSE(trial.says(U"下一篇"));
    trial.press(Key::right);
    CHECK_FALSE(trial.want<Open>());
    CHECK(trial.says(U"读完了"));
    trial.press(Key::select);
    CHECK(trial.state.open->reading == Reading::playing);
    CHECK(trial.state.open->place == text::Place{0, 0});
}

TEST_CASE("a file that cannot be opened is named, shown and said, and the list is back") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    trial.press(Key::select);
    trial.press(Key::select);
    trial.tell(ArticleFailed{"a.txt", Error{Fault::damaged, "a.txt", {}}});
    CHECK(trial.state.screen == Screen::articles);
    CHECK(trial.says(U"a.txt"));
    REQUIRE(trial.state.notice);
    CHECK(trial.state.notice->text.find(U"损坏") != std::u32string::npos);
}

TEST_CASE("an article that comes after the visitor has left is not read") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    trial.press(Key::select);
    trial.press(Key::select);
    trial.press(Key::home);
    trial.tell(ArticleOpened{"a.txt", small_article()});
    CHECK(trial.state.screen == Screen::welcome);
    CHECK_FALSE(trial.want<Read>());
}

TEST_CASE("Pinyin comes and goes at its key, and brings the lens; reading goes on") {
    Trial trial = reading();
    const auto spelled = std::make_shared<const Spelled>();
    trial.tell(WordHeard{{1, 0}, {3, 7}, {3, 5}, spelled, {}});
    CHECK(trial.state.open->spelled == spelled);
    CHECK_FALSE(shows_lens(trial.state.settings));
    trial.press(Key::pinyin);
    CHECK(shows_lens(trial.state.settings));
    CHECK(trial.want<Answer>()->word == step_name(Setting::pinyin, 1, trial.state));
    CHECK(trial.state.open->reading == Reading::playing);
    trial.press(Key::pinyin);
    CHECK_FALSE(shows_lens(trial.state.settings));
    trial.press(Key::next);
    CHECK_FALSE(trial.state.open->spelled);
}

TEST_CASE("where a stop after each sentence is wished, reading stops there, says nothing, and goes on with the next") {
    Trial trial = with_catalogue();
    trial.state.settings.set(Setting::onward, 1);
    for (int i = 0; i < 3; ++i) trial.press(Key::select);
    trial.tell(ArticleOpened{"a.txt", small_article()});
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->extent == Extent::sentence);
    trial.tell(ArticleHeard{});
    CHECK(trial.state.open->reading == Reading::paused);
    CHECK(trial.said.empty());
    CHECK(trial.wanted.empty());
    trial.press(Key::select);
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{1, 0});
    trial.tell(ArticleHeard{});
    trial.press(Key::repeat);
    CHECK(trial.want<Read>()->place == text::Place{1, 0});
    trial.press(Key::pause);  // in mid-sentence it is held
    CHECK(trial.want<Hold>());
    trial.press(Key::pause);
    CHECK(trial.want<GoOn>());
    trial.press(Key::down);
    CHECK(trial.want<Read>()->place == text::Place{2, 0});
    trial.tell(ArticleHeard{});
    CHECK(trial.state.open->reading == Reading::ended);
}

TEST_CASE("a wish to stop after each sentence, or to read on, holds from the sentence that is being read") {
    Trial trial = reading();
    trial.tell(WordHeard{{1, 0}, {3, 7}, {3, 5}, nullptr, {}});
    trial.state.settings.set(Setting::onward, 1);
    trial.tell(WordHeard{{1, 0}, {3, 7}, {5, 7}, nullptr, {}});
    CHECK(trial.state.open->reading == Reading::playing);
    trial.tell(WordHeard{{1, 1}, {7, 11}, {7, 9}, nullptr, {}});
    CHECK(trial.state.open->reading == Reading::paused);
    CHECK(trial.want<Silence>());
    CHECK(trial.state.open->place == text::Place{1, 0});
    trial.press(Key::select);
    CHECK(trial.want<Read>()->place == text::Place{1, 1});
    trial.state.settings.set(Setting::onward, 0);
    trial.tell(ArticleHeard{});
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{2, 0});
    CHECK(trial.want<Read>()->extent == Extent::onward);
}

TEST_CASE("where an article ends the actions of reading are back") {
    Trial trial = reading();
    trial.press(Key::adjust);
    REQUIRE(trial.state.open->bar == Bar::adjusting);
    trial.tell(WordHeard{{2, 0}, {12, 16}, {12, 14}, {}, {}});
    trial.tell(ArticleHeard{});
    CHECK(trial.state.open->reading == Reading::ended);
    CHECK(trial.state.open->bar == Bar::reading);
}

TEST_CASE("what lies in no folder is called so in the visitor's language") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    CHECK(trial.says(U"最新消息"));
    trial.press(Key::language);
    CHECK(trial.says(U"Latest news"));
    CHECK(focus_label(trial.state) == U"Latest news");
}

TEST_CASE("whoever falls silent before a list is told where they are and how one chooses") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    trial.tell(LongSilence{});
    CHECK(trial.says(U"想听什么"));
    CHECK(trial.says(U"第1类"));
    CHECK(trial.says(U"按确定"));
    REQUIRE(trial.state.notice);
    CHECK(trial.state.notice->text.find(U"按确定") != std::u32string::npos);
}

TEST_CASE("an article that is over says so, once its title has been read") {
    const auto warning = [](std::optional<Date> date, std::optional<Date> last, Date today) {
        Trial trial = with_catalogue();
        trial.tell(DayIs{today});
        for (int i = 0; i < 3; ++i) trial.press(Key::select);
        auto article = std::make_shared<text::Article>(*small_article());
        article->date = date;
        article->last_day = last;
        trial.tell(ArticleOpened{"a.txt", article});
        REQUIRE(trial.want<Read>());
        CHECK(trial.said.empty());
        return trial.want<Read>()->asides.after_title;
    };
    CHECK(warning(Date{2024, 3, 5}, {}, {2026, 10, 1}) == U"这篇是 2024 年 3 月发布的，可能已经过时。");
    CHECK(warning(Date{2025, 10, 1}, {}, {2026, 10, 1}).empty());
    CHECK(warning(Date{2025, 9, 30}, {}, {2026, 10, 1}).find(U"2025 年 9 月") != std::u32string::npos);
    CHECK(warning(Date{2025, 0, 0}, {}, {2026, 10, 1}).empty());
    CHECK(warning({}, {}, {2026, 10, 1}).empty());
    CHECK(warning(Date{2026, 3, 5}, Date{2026, 9, 30}, {2026, 10, 1}) ==
          U"这里说的日期（2026 年 9 月 30 日）已经过了。");
    CHECK(warning(Date{2026, 3, 5}, Date{2026, 10, 1}, {2026, 10, 1}).empty());
    CHECK(warning(Date{2026, 3, 5}, Date{2026, 10, 0}, {2026, 10, 31}).empty());
}

TEST_CASE("that an article is over is said once, and again to whoever begins it anew") {
    Trial trial = with_catalogue();
    trial.tell(DayIs{{2026, 10, 1}});
    for (int i = 0; i < 3; ++i) trial.press(Key::select);
    auto article = std::make_shared<text::Article>(*small_article());
    article->date = Date{2024, 3, 5};
    trial.tell(ArticleOpened{"a.txt", article});
    const auto warns = [&] {
        REQUIRE(trial.want<Read>());
        return !trial.want<Read>()->asides.after_title.empty();
    };
    CHECK(warns());
    trial.press(Key::next);  // before the warning has been heard
    CHECK(warns());
    trial.hear({1, 0}, {3, 7});
    trial.press(Key::next);
    CHECK_FALSE(warns());
    trial.press(Key::previous);
    CHECK_FALSE(warns());
    trial.press(Key::previous);
    CHECK(trial.state.open->place == text::Place{0, 0});
    CHECK(warns());
}

TEST_CASE("the end of an article is a list like any other") {
    Trial trial = reading();
    trial.tell(ArticleHeard{});
    REQUIRE(trial.state.open->reading == Reading::ended);
    CHECK(trial.says(U"读完了"));
    CHECK(trial.says(U"第1项，从头再听"));
    CHECK(trial.says(U"用方向键选一项"));
    CHECK(focus(trial.state) == Press{Choice{0}});
    const int last = entry_count(trial.state) - 1;
    trial.press(Key::up);
    CHECK(focus(trial.state) == Press{Choice{last}});
    CHECK(trial.says(U"返回"));
    trial.press(Key::down);
    CHECK(focus_label(trial.state) == U"从头再听");
    trial.press(Key::select);
    CHECK(trial.state.open->reading == Reading::playing);
    trial.tell(ArticleHeard{});
    trial.press(Key::up);
    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::articles);
}

TEST_CASE("asking where one is in a pause costs the held sample, and going on reads the sentence again") {
    Trial trial = reading();
    trial.press(Key::next);
    trial.press(Key::pause);
    trial.press(Key::where);
    CHECK(trial.says(U"通知"));
    CHECK(trial.state.open->reading == Reading::paused);
    trial.press(Key::pause);
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{1, 0});
}

TEST_CASE("a digit in an article does not stop it") {
    Trial trial = reading();
    trial.press(Key::digit_7);
    CHECK(trial.said.empty());
    CHECK(trial.want<Answer>());
    CHECK(trial.state.open->reading == Reading::playing);
}

TEST_CASE("sound that comes back says the word again that was being read") {
    Trial trial = reading();
    trial.tell(SoundLost{});
    CHECK(trial.state.sound == Sound::lost);
    trial.tell(SoundBack{});
    CHECK(trial.want<SayWordAgain>());
}

TEST_CASE("a digit chooses the entry on the screen whose number ends with it") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    const std::vector<Reachable> page{{Choice{9}, 0, 0, 10, 10, U"九"}, {Choice{10}, 0, 20, 10, 10, U"十"}};
    const auto message = intent(KeyDown{Key::digit_0}, trial.state, page);
    REQUIRE(message);
    CHECK(std::get<Pressed>(*message).press == Press{Choice{9}});
}

TEST_CASE("a touch counts when it ends where it began") {
    Trial trial = with_catalogue();
    const std::vector<Reachable> places{{Key::select, 0, 0, 10, 10, U"开始"},
                                        {Key::language, 20, 0, 10, 10, U"English"}};
    trial.tell(*intent(TouchDown{5, 5}, trial.state, places));
    CHECK(trial.state.held == Press{Key::select});
    trial.tell(*intent(TouchUp{25, 5}, trial.state, places));
    CHECK(trial.state.screen == Screen::welcome);
    CHECK_FALSE(trial.state.held);
    trial.tell(*intent(TouchDown{5, 5}, trial.state, places));
    trial.tell(*intent(TouchUp{6, 6}, trial.state, places));
    CHECK(trial.state.screen == Screen::subjects);
}

TEST_CASE("a finger that has slid off its target does nothing any more, wherever it leaves") {
    Trial trial = with_catalogue();
    const std::vector<Reachable> places{{Key::select, 0, 0, 10, 10, U"开始"}};
    trial.tell(*intent(TouchDown{5, 5}, trial.state, places));
    trial.tell(*intent(TouchMove{25, 5, 0}, trial.state, places));
    CHECK_FALSE(trial.state.held);
    CHECK_FALSE(intent(TouchMove{5, 5, 0}, trial.state, places));
    trial.tell(*intent(TouchUp{5, 5}, trial.state, places));
    CHECK(trial.state.screen == Screen::welcome);
    CHECK_FALSE(trial.state.finger);
}

TEST_CASE("the welcome screen can be touched anywhere, and only there") {
    Trial trial = with_catalogue();
    const std::vector<Reachable> places{{Key::select, 0, 0, 10, 10, U"开始"},
                                        {Key::language, 20, 0, 10, 10, U"English"}};
    trial.tell(*intent(TouchDown{50, 50}, trial.state, places));
    CHECK(trial.state.held == Press{Key::select});
    trial.tell(Tick{1500});
    CHECK(trial.says(would_press(support::chinese()[Phrase::start], support::chinese())));
    CHECK_FALSE(intent(TouchMove{55, 60, 0}, trial.state, places));
    trial.tell(*intent(TouchMove{25, 5, 0}, trial.state, places));
    trial.tell(*intent(TouchUp{25, 5}, trial.state, places));
    CHECK(trial.state.screen == Screen::welcome);
    CHECK(trial.state.settings == Settings{});
    trial.tell(*intent(TouchDown{50, 50}, trial.state, places));
    trial.tell(*intent(TouchUp{60, 50}, trial.state, places));
    CHECK(trial.state.screen == Screen::subjects);
    trial.tell(*intent(TouchDown{50, 50}, trial.state, places));
    CHECK_FALSE(trial.state.held);
    trial.tell(*intent(TouchUp{50, 50}, trial.state, places));
    CHECK(trial.state.screen == Screen::subjects);
}

TEST_CASE("a finger joined by others does nothing") {
    Trial trial = with_catalogue();
    const std::vector<Reachable> places{{Key::select, 0, 0, 10, 10, U"开始"}};
    trial.tell(*intent(TouchDown{5, 5}, trial.state, places));
    trial.tell(*intent(TouchLost{}, trial.state, places));
    CHECK_FALSE(trial.state.held);
    CHECK_FALSE(intent(TouchUp{5, 5}, trial.state, places));
}

TEST_CASE("a finger held on a target hears what leaving it would do, once, and still does it") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    trial.press(Key::select);
    const std::vector<Reachable> places{{Choice{1}, 0, 0, 10, 10, U"公园开放"}};
    trial.tell(*intent(TouchDown{5, 5}, trial.state, places));
    trial.tell(Tick{1499});
    CHECK(trial.said.empty());
    trial.tell(Tick{1500});
    CHECK(trial.says(U"松开后会打开第2篇，《公园开放》"));
    REQUIRE(trial.state.notice);
    CHECK(trial.state.notice->text == trial.said.front().text);
    trial.tell(Tick{4000});
    CHECK(trial.said.empty());
    CHECK(trial.state.notice);
    trial.tell(*intent(TouchMove{50, 5, 0}, trial.state, places));
    CHECK_FALSE(trial.state.notice);
    trial.tell(LetGo{});
    trial.tell(*intent(TouchDown{5, 5}, trial.state, places));
    trial.tell(Tick{6000});
    trial.tell(*intent(TouchUp{5, 5}, trial.state, places));
    CHECK(trial.state.screen == Screen::article);
}

TEST_CASE("what is explained in an article breaks into a sentence that is then read again") {
    Trial trial = reading();
    trial.press(Key::next);
    const std::vector<Reachable> places{{Key::adjust, 0, 0, 10, 10, U"调整"}};
    trial.tell(*intent(TouchDown{5, 5}, trial.state, places));
    trial.tell(Tick{2000});
    CHECK(trial.says(U"调整"));
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{1, 0});
    CHECK(trial.state.open->reading == Reading::playing);
}

TEST_CASE("a touch on any line of a sentence reads from its start") {
    Trial trial = reading();
    const std::vector<Reachable> page{{SentenceAt{7}, 0, 0, 50, 20, U"第二句。"},
                                      {SentenceAt{9}, 0, 20, 50, 20, U"第二句。"}};
    trial.tell(*intent(TouchDown{5, 25}, trial.state, page));
    trial.tell(*intent(TouchUp{5, 15}, trial.state, page));
    CHECK(trial.state.open->place == text::Place{1, 1});
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == text::Place{1, 1});
}

TEST_CASE("a finger drags the page without the voice, and some time later the page is back") {
    Trial trial = reading();
    const std::vector<Reachable> page{{SentenceAt{3}, 0, 100, 50, 20, U"第一句。"}};
    trial.tell(*intent(TouchDown{5, 105}, trial.state, page));
    CHECK_FALSE(intent(TouchMove{5, 108, 7.9}, trial.state, page));
    trial.tell(*intent(TouchMove{5, 145, 8}, trial.state, page));
    REQUIRE(trial.state.open->scroll);
    CHECK(trial.state.open->scroll->offset == 3);
    CHECK(trial.state.open->scroll->line_y_px == 150);
    CHECK(trial.wanted.empty());
    trial.tell(*intent(TouchMove{5, 125, 4}, trial.state, page));
    CHECK(trial.state.open->scroll->line_y_px == 130);
    trial.tell(Tick{60000});
    CHECK(trial.state.open->scroll);
    trial.tell(*intent(TouchUp{5, 125}, trial.state, page));
    CHECK(trial.state.open->place == text::Place{0, 0});
    trial.tell(Tick{67999});
    CHECK(trial.state.open->scroll);
    trial.tell(Tick{68000});
    CHECK_FALSE(trial.state.open->scroll);
}

TEST_CASE("a drag on a list turns one page, and none beyond its end") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    const std::vector<Reachable> page{{Choice{0}, 0, 0, 50, 50, U"最新消息"},
                                      {PageTurn{1}, 0, 90, 10, 10, U"下一页"},
                                      {PageTurn{-1}, 20, 90, 10, 10, U"上一页"}};
    trial.tell(*intent(TouchDown{5, 45}, trial.state, page));
    trial.tell(*intent(TouchMove{5, 5, -10}, trial.state, page));
    CHECK(focus_label(trial.state) == U"养老服务");
    CHECK_FALSE(intent(TouchMove{5, 0, -12}, trial.state, page));
    trial.tell(*intent(TouchUp{5, 5}, trial.state, page));
    CHECK(trial.state.screen == Screen::subjects);
    const std::vector<Reachable> last{{Choice{1}, 0, 0, 50, 50, U"养老服务"}, {PageTurn{1}, 0, 90, 10, 10, U"下一页"}};
    trial.tell(*intent(TouchDown{5, 45}, trial.state, last));
    trial.tell(*intent(TouchMove{5, 5, -10}, trial.state, last));
    CHECK(focus_label(trial.state) == U"养老服务");
}

TEST_CASE("a list of several pages is turned by the keys for next and previous, one of a single page goes by entries") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    const std::vector<Reachable> single{{Choice{0}, 0, 0, 50, 50, U"最新消息"},
                                        {Choice{1}, 0, 60, 50, 50, U"养老服务"}};
    const std::vector<Reachable> first{{Choice{0}, 0, 0, 50, 50, U"最新消息"},
                                       {PageTurn{-1}, 20, 90, 10, 10, U"上一页"},
                                       {PageTurn{1}, 0, 90, 10, 10, U"下一页"}};
    trial.tell(*intent(KeyDown{Key::next}, trial.state, first));
    CHECK(focus_label(trial.state) == U"养老服务");
    trial.tell(*intent(KeyDown{Key::previous}, trial.state, single));
    CHECK(focus_label(trial.state) == U"最新消息");
    trial.tell(*intent(KeyDown{Key::right}, trial.state, first));  // among tiles from one to the next
    CHECK(focus_label(trial.state) == U"养老服务");
}

TEST_CASE("a switch goes by every entry and every action, is spoken, and comes round") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    const std::vector<Reachable> places{{Choice{0}, 0, 0, 10, 10, U"最新消息"},
                                        {Choice{1}, 0, 20, 10, 10, U"养老服务"},
                                        {Key::back, 0, 40, 10, 10, U"返回"},
                                        {Key::home, 20, 40, 10, 10, U"主页"}};
    const auto strike = [&](Key key) { trial.tell(*intent(KeyDown{key}, trial.state, places)); };
    for (const char32_t* label : {U"养老服务", U"返回", U"主页", U"最新消息"}) {
        strike(Key::switch_move);
        CHECK(focus_label(trial.state) == label);
        CHECK(trial.says(label));
        CHECK(trial.want<Silence>());
    }
    CHECK(trial.want<Chime>()->earcon == Earcon::edge);
    strike(Key::switch_move);
    strike(Key::switch_move);
    strike(Key::switch_choose);
    CHECK(trial.state.screen == Screen::welcome);
    CHECK(focus_label(trial.state) == U"开始");
}

TEST_CASE("select chooses what a switch has moved to, and arrows take the focus back") {
    Trial trial = with_catalogue();
    trial.press(Key::select);
    const std::vector<Reachable> places{{Choice{0}, 0, 0, 10, 10, U"最新消息"}, {Key::home, 20, 40, 10, 10, U"主页"}};
    trial.tell(*intent(KeyDown{Key::switch_move}, trial.state, places));
    CHECK(focus_label(trial.state) == U"主页");
    trial.press(Key::down);
    CHECK(focus_label(trial.state) == U"养老服务");
    trial.tell(SwitchMoved{{Key::home, U"主页"}, false});
    trial.tell(*intent(KeyDown{Key::select}, trial.state, places));
    CHECK(trial.state.screen == Screen::welcome);
}

TEST_CASE("a switch that moves while an article is read holds the voice and names the action") {
    Trial trial = reading();
    const std::vector<Reachable> bar{{Key::pause, 0, 0, 10, 10, U"暂停"}, {Key::next, 20, 0, 10, 10, U"下一句"}};
    const auto strike = [&](Key key) { trial.tell(*intent(KeyDown{key}, trial.state, bar)); };
    strike(Key::switch_move);
    CHECK(trial.want<Hold>());
    REQUIRE(trial.want<Answer>());
    CHECK(trial.want<Answer>()->word == U"下一句");
    strike(Key::switch_move);
    CHECK_FALSE(trial.want<Hold>());
    CHECK(trial.want<Answer>()->word == U"继续");
    strike(Key::switch_choose);
    CHECK(trial.want<GoOn>());
    strike(Key::switch_choose);
    CHECK(trial.want<Hold>());
}

TEST_CASE("a switch before anything stands on the screen does nothing") {
    Trial trial;
    for (const Key key : {Key::switch_move, Key::switch_choose}) {
        trial.press(key);
        CHECK(trial.state.screen == Screen::welcome);
        CHECK(trial.wanted.empty());
    }
}

TEST_CASE("pictures are kept for the article that is open, as many as memory allows, those near the last the longest") {
    Trial trial = reading();
    const auto bitmap = [](std::size_t pixels) {
        return std::make_shared<const Bitmap>(Bitmap{static_cast<int>(pixels), 1, std::vector<std::uint32_t>(pixels)});
    };
    trial.tell(PictureMade{small_article(), 0, bitmap(1)});
    CHECK(trial.state.open->pictures.empty());
    const auto article = trial.state.open->article;
    for (std::size_t i = 0; i < 10; ++i) trial.tell(PictureMade{article, i, bitmap(5'000'000)});
    CHECK(trial.state.open->pictures.size() == 6);
    CHECK(trial.state.open->pictures.contains(9));
    CHECK_FALSE(trial.state.open->pictures.contains(0));
    trial.tell(PictureMade{article, 3, nullptr});
    CHECK(trial.state.open->pictures.at(3) == nullptr);
    trial.press(Key::back);
    trial.tell(PictureMade{article, 4, bitmap(1)});
    CHECK_FALSE(trial.state.open);
}

TEST_CASE("whoever does not stir is asked for, the seconds are counted, and any key stays and does nothing else") {
    Trial trial = reading();
    trial.tell(ArticleHeard{});
    trial.tell(Tick{1'000});
    trial.tell(NobodyStirs{});
    REQUIRE(trial.state.leaving);
    CHECK(trial.want<Silence>());
    CHECK(trial.says(U"30秒"));
    // As long as the question is being said nobody can have answered it.
    trial.tell(Tick{9'000});
    CHECK(trial.state.leaving->seconds == 30);
    trial.tell(QuestionHeard{});
    trial.tell(Tick{18'999});
    CHECK(trial.said.empty());
    CHECK(trial.state.leaving->seconds == 21);
    trial.tell(Tick{19'000});
    CHECK(trial.says(U"20秒"));
    trial.press(Key::home);
    CHECK(trial.state.screen == Screen::article);
    CHECK_FALSE(trial.state.leaving);
    CHECK(trial.want<Answer>());
    trial.tell(Tick{100'000});
    CHECK(trial.state.screen == Screen::article);
}

TEST_CASE("nobody there, all is as at first; for a minute the one who left finds everything again") {
    Trial trial = reading();
    trial.press(Key::larger);
    trial.press(Key::language);
    trial.press(Key::pause);
    const State before = trial.state;
    trial.tell(NobodyStirs{});
    trial.tell(QuestionHeard{});
    trial.tell(Tick{30'000});
    CHECK(trial.state.screen == Screen::welcome);
    CHECK(trial.state.settings == Settings());
    CHECK(trial.want<SetDiction>());
    CHECK_FALSE(trial.state.open);

    Trial other = trial;
    other.tell(Tick{90'000});
    other.press(Key::select);
    CHECK(other.state.screen == Screen::subjects);

    trial.tell(Tick{89'999});
    trial.press(Key::down);  // whatever it is
    CHECK(trial.state.screen == Screen::returning);
    CHECK(trial.says(U"Was it you"));
    CHECK(trial.says(U"1: Go on from there"));
    trial.press(Key::settings);
    trial.tell(Tick{200'000});  // the question waits for its answer
    trial.press(Key::back);
    REQUIRE(trial.state.screen == Screen::returning);
    Trial chosen = trial;
    chosen.press(Key::down);
    CHECK(chosen.says(U"2: Begin anew"));
    chosen.press(Key::down);
    CHECK(chosen.says(U"1: Go on from there"));
    chosen.press(Key::up);
    chosen.press(Key::select);
    CHECK(chosen.state.screen == Screen::subjects);
    CHECK(chosen.state.settings == Settings());
    Trial nobody = trial;
    nobody.tell(NobodyStirs{});
    nobody.tell(QuestionHeard{});
    nobody.tell(Tick{400'000});
    nobody.press(Key::select);
    CHECK(nobody.state.screen == Screen::subjects);
    Trial anew = trial;
    anew.press(Key::back);
    CHECK(anew.state.screen == Screen::subjects);
    CHECK(anew.state.settings == Settings());
    CHECK_FALSE(anew.state.left);

    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::article);
    CHECK(trial.state.settings == before.settings);
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == before.open->place);
}

TEST_CASE(
    "whatever is done first after a visit broke off asks whether it was theirs, by a switch or the key for home too") {
    for (const bool by_switch : {true, false}) {
        Trial trial = reading();
        trial.tell(NobodyStirs{});
        trial.tell(QuestionHeard{});
        trial.tell(Tick{30'000});
        if (by_switch) trial.tell(SwitchMoved{{Key::language, U"English"}});
        if (!by_switch) trial.press(Key::home);
        CHECK(trial.state.screen == Screen::returning);
        CHECK_FALSE(trial.state.switch_focus);
    }
}

TEST_CASE("however a visit ends, all is as at first, every setting and the place") {
    enum class End { home_held, headphones_pulled, nobody_there };
    for (const End end : {End::home_held, End::headphones_pulled, End::nobody_there})
        for (std::size_t i = 0; i < setting_count; ++i) {
            const auto setting = static_cast<Setting>(i);
            CAPTURE(i);
            CAPTURE(static_cast<int>(end));
            Trial trial = reading();
            if (end == End::headphones_pulled) trial.tell(HeadphonesIn{});
            const int other = Settings()[setting] == 0 ? 1 : 0;
            trial.state.settings.set(setting, other);
            if (end == End::home_held) {
                trial.press(Key::home);
                trial.tell(HomeHeld{});
            } else if (end == End::headphones_pulled) {
                trial.tell(HeadphonesOut{});
            } else {
                trial.press(Key::pause);
                trial.tell(NobodyStirs{});
                trial.tell(QuestionHeard{});
                trial.tell(Tick{30'000});
            }
            CHECK(trial.state.screen == Screen::welcome);
            CHECK(trial.state.settings == Settings());
            CHECK(trial.want<SetDiction>()->diction == diction(Settings()));
            CHECK(trial.want<SetVolume>()->db == 0);
            CHECK_FALSE(trial.state.open);
            trial.tell(Tick{200'000});  // and nobody is offered it any more
            trial.press(Key::select);
            CHECK(trial.state.screen == Screen::subjects);
            CHECK(focused_entry(trial.state) == 0);
        }
}

TEST_CASE("what home held has ended is offered once to whoever acts next, and comes back when it is held again") {
    Trial trial = reading();
    trial.press(Key::larger);
    const State before = trial.state;
    trial.press(Key::home);
    trial.tell(Tick{1'500});
    trial.tell(HomeHeld{});
    const std::u32string offer(words(trial.state)[Phrase::hold_to_go_back]);
    Trial switches = trial;
    switches.tell(SwitchMoved{{Key::settings, U"设置"}});
    REQUIRE(switches.said.size() == 3);
    CHECK(switches.said[0].text == offer);
    CHECK(switches.said[1].text == U"设置");
    CHECK(switches.said[2].text == words(trial.state)[Phrase::list_hint_switch]);
    Trial late = trial;
    late.tell(Tick{61'500});
    late.press(Key::select);
    CHECK_FALSE(late.says(offer));

    trial.press(Key::select);  // does what it does
    CHECK(trial.state.screen == Screen::subjects);
    REQUIRE(trial.said.size() > 1);
    CHECK(trial.said[0].text == offer);  // before all else that is there
    REQUIRE(trial.state.notice);
    CHECK(trial.state.notice->text == offer);
    Trial other = trial;
    other.press(Key::down);  // somebody else
    CHECK_FALSE(other.says(offer));
    other.press(Key::home);
    other.tell(HomeHeld{});
    CHECK(other.state.screen == Screen::welcome);

    trial.press(Key::home);
    trial.tell(HomeHeld{});
    CHECK(trial.state.screen == Screen::article);
    CHECK(trial.state.settings == before.settings);
    REQUIRE(trial.want<Read>());
    CHECK(trial.want<Read>()->place == before.open->place);
}

TEST_CASE("who looks at the settings while they are asked whether it was they has begun nothing") {
    for (const bool holds_home : {true, false}) {
        Trial trial = reading();
        trial.tell(HeadphonesIn{});
        trial.tell(HeadphonesOut{});
        trial.press(Key::select);
        REQUIRE(trial.state.screen == Screen::returning);
        trial.press(Key::settings);
        if (holds_home) {
            trial.press(Key::home);
            trial.tell(HomeHeld{});
        } else {
            trial.tell(HeadphonesIn{});
            trial.tell(HeadphonesOut{});
        }
        CHECK(trial.state.screen == Screen::welcome);
        trial.press(Key::select);
        // Whoever pulls headphones is asked again; whoever holds home wants nothing of it.
        CHECK(trial.state.screen == (holds_home ? Screen::subjects : Screen::returning));
        CHECK_FALSE(trial.says(words(trial.state)[Phrase::hold_to_go_back]));
    }
}

TEST_CASE("a visit that follows one that home held has ended is kept like any other") {
    Trial trial = reading();
    trial.press(Key::home);
    trial.tell(HomeHeld{});
    trial.press(Key::select);
    trial.tell(HeadphonesIn{});
    trial.tell(HeadphonesOut{});
    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::returning);
}

TEST_CASE("where nothing had been begun, home held has nothing to offer") {
    Trial trial = with_catalogue();
    trial.press(Key::home);
    trial.tell(HomeHeld{});
    trial.press(Key::select);
    CHECK(trial.state.screen == Screen::subjects);
    CHECK_FALSE(trial.says(words(trial.state)[Phrase::hold_to_go_back]));
}

TEST_CASE("any messages in any order leave a state that stands on its feet") {
    std::mt19937 random(7);
    for (int run = 0; run < 200; ++run) {
        Trial trial = run % 3 == 0 ? Trial{} : with_catalogue();
        for (int i = 0; i < 200; ++i) {
            switch (random() % 17) {
                case 16: {
                    const std::array<Message, 5> ends{QuestionHeard{}, NobodyStirs{}, HomeHeld{}, HeadphonesIn{},
                                                      HeadphonesOut{}};
                    trial.tell(ends[random() % ends.size()]);
                    break;
                }
                case 14: {
                    std::vector<Stick> there;
                    for (std::uint64_t mount = 1; mount <= 3; ++mount)
                        if (random() % 2) there.push_back({mount, "/media/usb"});
                    trial.state.sticks.reception = random() % 8 ? Reception::library : Reception::none;
                    trial.tell(SticksThere{there});
                    break;
                }
                case 15: {
                    const Stick stick{1 + random() % 3, "/media/usb"};
                    auto all = std::make_shared<Delivered>();
                    all->changes_library = random() % 3 > 0;
                    all->others = random() % 2;
                    if (random() % 2) all->remarks.push_back({"a.txt", 1, Error{Fault::empty, "a.txt", {}}});
                    const std::array<Message, 5> results{StickProgress{stick, random() % 5, random() % 5},
                                                         StickLookedAt{stick, all}, StickTaken{stick, all, {}},
                                                         StickFailed{stick, Error{Fault::source_gone, "usb", {}}, all},
                                                         WentBack{stick}};
                    trial.tell(results[random() % results.size()]);
                    break;
                }
                case 0:
                    trial.tell(Tick{static_cast<std::int64_t>(i) * 500});
                    break;
                case 1:
                    trial.tell(Pressed{Choice{static_cast<int>(random() % 5) - 1}});
                    break;
                case 2:
                    trial.tell(ArticleOpened{trial.state.open ? trial.state.open->path : "x", small_article()});
                    break;
                case 3:
                    trial.tell(ArticleFailed{"a.txt", Error{Fault::empty, "a.txt", {}}});
                    break;
                case 4:
                    trial.tell(WordHeard{{1, 0}, {3, 7}, {3, 5}, nullptr, {}});
                    break;
                case 5:
                    trial.tell(ArticleHeard{});
                    break;
                case 6:
                    trial.tell(random() % 2 ? Message{SoundLost{}} : Message{SoundBack{}});
                    break;
                case 7:
                    trial.tell(Focused{static_cast<int>(random() % 9) - 3, random() % 2 == 0});
                    break;
                case 9:
                    trial.tell(Touched{random() % 2 ? std::optional<Press>(SentenceAt{random() % 20})
                                                    : std::optional<Press>(Choice{static_cast<int>(random() % 5) - 1}),
                                       U"键", 5});
                    break;
                case 10:
                    trial.tell(random() % 2 ? Message{SlidOff{}} : Message{LetGo{}});
                    break;
                case 11:
                    if (random() % 2) {
                        trial.tell(PageDragged{random() % 20, 5, 5});
                    } else {
                        trial.tell(ListDragged{static_cast<int>(random() % 5) - 1});
                    }
                    break;
                case 12:
                    if (trial.state.open) trial.tell(PictureMade{trial.state.open->article, random() % 3, nullptr});
                    break;
                case 8:
                    trial.tell(SwitchMoved{{static_cast<Key>(random() % 20), U"键"}, random() % 2 == 0});
                    break;
                default:
                    trial.press(static_cast<Key>(random() % (static_cast<unsigned>(Key::digit_9) + 1)));
            }
            const auto is_article = [](const Below& below) { return below.screen == Screen::article; };
            const auto& below = trial.state.below;
            const bool on_article = trial.state.screen == Screen::article || std::ranges::any_of(below, is_article);
            CHECK(on_article == trial.state.open.has_value());
            constexpr std::array over_others = {Screen::settings, Screen::help,     Screen::remarks,
                                                Screen::copying,  Screen::resuming, Screen::correcting};
            const bool is_over = std::ranges::find(over_others, trial.state.screen) != over_others.end();
            CHECK(is_over != below.empty());
            CHECK(below.size() <= 3);
            if (is_about_stick(trial.state)) CHECK(trial.state.sticks.delivery.has_value());
            if (entry_count(trial.state) > 0) CHECK(focused_entry(trial.state) < entry_count(trial.state));
            CHECK_FALSE(focus_label(trial.state).empty());
        }
    }
}
