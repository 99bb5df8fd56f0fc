// Every screen, at every size of type, on every kind of screen, in both languages, held against the rules of the grid.
#include "kiosk/view/screens.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/app/phrases.h"
#include "kiosk/app/update.h"
#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/view/eyes.h"
#include "kiosk/view/theme.h"
#include "tests/support/fresh_state.h"
#include "tests/support/rule_measure.h"
#include "tests/support/scene_rules.h"

using namespace tingdu;
using support::all;

namespace {

view::Viewport viewport(int width, int height, double inches) {
    return {width, height, std::hypot(width, height) / inches / 25.4};
}

const std::vector<view::Viewport> viewports = {viewport(1920, 1080, 21.5), viewport(1080, 1920, 21.5),
                                               viewport(1366, 768, 15.6), viewport(3840, 2160, 32)};

std::shared_ptr<const library::Catalogue> catalogue() {
    auto made = std::make_shared<library::Catalogue>();
    const char32_t* names[] = {U"最新消息", U"养老服务",  U"办事指南", U"看病就医", U"平安防骗与社区治安巡逻",
                               U"社区生活", U"In English"};
    int number = 0;
    for (const char32_t* name : names) {
        std::vector<library::Entry> entries;
        for (int i = 0; i < 9; ++i) {
            library::Entry entry;
            entry.path = std::to_string(number++);
            entry.title = i % 3 == 0
                              ? U"关于进一步做好二〇二六年度高龄老人生活津贴申领和资格认证工作的通知（征求意见稿）"
                              : U"公园晨练点开放了";
            if (i % 2 == 0) entry.date = Date{2026, 12, 30};
            entry.minutes = 12;
            entries.push_back(std::move(entry));
        }
        made->subjects.push_back({name, entries});
        // As long as a pack may say it, signed, and not the only one.
        if (made->subjects.size() % 2 == 1)
            made->subjects.back().sources = {{"清水河市柳塘区政务服务和数据管理局便民服务中心第二分中心宣传组",
                                              {2026, 12, 30},
                                              library::Source::Proof::signature},
                                             {}};
    }
    return made;
}

std::shared_ptr<const text::Article> article() {
    auto made = std::make_shared<text::Article>();
    made->title = U"关于公园晨练点开放时间和轮椅借用办法的通知";
    made->source = U"柳塘街道";
    made->date = Date{2026, 9, 1};
    const auto add = [&](text::BlockKind kind, std::u32string_view text) {
        if (!made->text.empty()) made->text += U'\n';
        made->blocks.push_back({kind, {made->text.size(), made->text.size() + text.size()}, false});
        made->text += text;
    };
    add(text::BlockKind::title, made->title);
    for (int i = 0; i < 6; ++i) {
        add(text::BlockKind::heading, U"一、开放时间");
        add(text::BlockKind::paragraph,
            U"柳塘公园的晨练点从本月起每天早上六点开放。园内新铺了防滑步道，添了三十把带扶手的长椅，夜里有灯。雨天路滑"
            U"，请大家慢慢走，扶好栏杆。");
        add(text::BlockKind::caption, U"东门的服务台");
    }
    return made;
}

/// Words of two characters, over every other Hanzi the longest syllable there is.
std::shared_ptr<const Spelled> spelled(const text::Article& article, TextRange sentence) {
    auto made = std::make_shared<Spelled>();
    for (std::size_t i = sentence.begin; i < sentence.end; i += 2)
        made->words.push_back({i, std::min(i + 2, sentence.end)});
    for (std::size_t i = sentence.begin; i < sentence.end; ++i)
        if (is_hanzi(article.text[i])) made->pinyin.push_back({i, i % 2 == 0 ? U"zhuàng" : U"lǜ"});
    return made;
}

/// A number, a long address, a list longer than a screen, words that break nowhere, more words than a code holds.
std::shared_ptr<const std::vector<prepare::ToCopy>> to_copy() {
    using Kind = prepare::ToCopy::Kind;
    auto made = std::make_shared<std::vector<prepare::ToCopy>>();
    const auto item = [&](Kind kind, std::u32string about, const std::vector<std::u32string>& groups) {
        prepare::ToCopy one;
        one.kind = kind;
        one.about = std::move(about);
        for (const std::u32string& group : groups) {
            one.words += group;
            one.groups.push_back({group, group});
        }
        made->push_back(std::move(one));
    };
    const std::u32string about =
        U"问路、借轮椅、约康复师，电话都是5550 1218，夜里也有人接，请慢慢说，说清楚是几幢几楼几室。";
    item(Kind::telephone, about, {U"0571", U"8888", U"9999", U"123"});
    item(Kind::address, about + about, {U"浙江省杭州市", U"西湖区", U"文三路123号", U"5幢201室"});
    item(Kind::papers, {}, std::vector<std::u32string>(30, U"身份证原件和复印件各一份，正反面都要"));
    item(Kind::hours, U"Hours", {std::u32string(60, U'W')});
    item(Kind::amount, {}, {std::u32string(3000, U'好')});
    return made;
}

/// The article while a block of it is read.
app::State reading(std::size_t block) {
    app::State state = support::fresh_state();
    state.screen = app::Screen::article;
    state.open = app::OpenArticle{};
    state.open->article = article();
    state.open->reading = app::Reading::playing;
    state.open->place = {block, 0};
    state.open->sentence = state.open->article->blocks[block].range;
    return state;
}

struct Shown {
    std::string name;
    app::State state = support::fresh_state();
    view::Viewport viewport;
    scene::Scene scene;
};

/// As it begins, and with every answer to every question.
std::vector<app::Wizard> wizards() {
    using Answer = app::Wizard::Answer;
    std::vector<app::Wizard> all{app::Wizard{}};
    for (const Key meaning : app::Wizard::wanted)
        for (const Answer answer : {Answer::learned, Answer::kept, Answer::taken, Answer::configured, Answer::passed}) {
            app::Wizard wizard = asked_for(app::Wizard{}, meaning);
            wizard.answer = answer;
            wizard.taught.assign(app::Wizard::enough, {{1, 0}, wizard.left[1]});
            all.push_back(wizard);
        }
    return all;
}

/// A stick at every stage, with much to be said of it.
std::vector<app::Delivery> deliveries() {
    using Stage = app::Delivery::Stage;
    auto brings = std::make_shared<app::Delivered>();
    brings->fresh = brings->replaced = brings->unchanged = brings->refused = brings->others = 1234;
    brings->remark_count = 5678;
    for (int i = 0; i < 9; ++i) {
        brings->remarks.push_back({"表.pdf", 0, Error{Fault::kind_not_taken, "二〇二六年度汇总表（定稿）.pdf", {}}});
        brings->remarks.push_back({"20 办事指南/01 身份证换领.md", 12,
                                   text::Problem{text::Problem::Kind::picture_too_large, 3, "图/大厅正门.png"}});
    }
    const auto syllable = *mandarin::Syllable::from_pinyin("zhuang4");
    const prepare::Way way{
        {U"这个名字很长的单位负责人", std::vector(12, syllable), 0}, syllable, U"单位负责人的单，繁体字"};
    std::u32string sentence;
    for (int i = 0; i < 20; ++i) sentence += U"请到便民服务大厅三号窗口找单女士签字，";
    brings->remarks.insert(
        brings->remarks.begin(),
        {"20 办事指南/01 身份证换领.md", 12,
         prepare::InSentence{
             {prepare::Finding::Kind::surname, {203, 204}, {}, {syllable, syllable}}, sentence, {6, way}}});
    std::vector<app::Delivery> all;
    for (const Stage stage : {Stage::reading, Stage::checking, Stage::offered, Stage::arriving, Stage::done,
                              Stage::nothing_new, Stage::failed, Stage::pulled, Stage::going_back, Stage::went_back}) {
        app::Delivery delivery;
        delivery.stick = {1, "/media/资料"};
        delivery.stage = stage;
        delivery.brings = brings;
        delivery.error = Error{Fault::source_gone, "社区宣传资料", {}};
        delivery.receipt = app::Delivery::Receipt::written;
        delivery.count = 1234;
        delivery.of = stage == Stage::reading ? 0 : 9876;
        delivery.seconds_left = stage == Stage::checking ? 120 : 0;
        all.push_back(delivery);
    }
    return all;
}

/// The staff's door and every page of their room, with as much on them as there may be.
std::vector<app::State> of_staff(app::State state) {
    std::vector<app::State> all;
    state.staff.pin.is = app::Pin::Is::none;
    state.sticks.reception = app::Reception::library;
    state.screen = app::Screen::welcome;
    all.push_back(state);  // which asks for a PIN
    state.staff.pin.is = app::Pin::Is::set;
    state.screen = app::Screen::pin;
    for (const app::Hand hand : {app::Hand::pad, app::Hand::touch, app::Hand::switches})
        for (const auto asks : {app::PinPad::Asks::entry, app::PinPad::Asks::choice, app::PinPad::Asks::again}) {
            state.hand = hand;
            state.staff.pad = app::PinPad{asks, {}, U"25802", {}, 10, false};
            all.push_back(state);
        }
    for (const int closed_s : {30, 900}) {
        state.staff.pin.closed_s = closed_s;
        all.push_back(state);
    }
    state.staff.pad.reset();
    state.staff.pin.closed_s = 0;
    app::Facts facts;
    facts.screen = tl::unexpected(Error{Fault::no_display, {}, {}});
    facts.hands = std::vector<app::Facts::Hand>{{"Usb KeyBoard of a very long name, Consumer Control", false}};
    facts.hottest_celsius = 40;
    facts.disk = app::Facts::Disk{"/var/lib/tingdu", 1, false};
    state.staff.health = std::make_shared<const app::Health>(app::examined(facts, *state.languages));
    state.staff.all = state.catalogue;
    app::House house;
    house.ceilings.emplace(app::most_ceilings - 1, app::Ceiling{20 * 60, 8 * 60, -4});
    const library::Subject& subject = state.catalogue->subjects[4];
    house.curation.articles[library::key_of(subject.name, subject.entries[0].path)] = {true, {}};
    house.curation.articles[library::key_of(subject.name, subject.entries[1].path)] = {false, Date{2026, 12, 30}};
    state.house = std::make_shared<const app::House>(house);
    state.minute_of_day = 8 * 60 + 30;
    state.sticks.reception = app::Reception::library;
    const auto tang = *mandarin::Syllable::from_pinyin("tang2");
    state.staff.readings = std::make_shared<const mandarin::OwnWords>(
        mandarin::OwnWords{{U"柳塘", {tang, tang}, 1}, {U"柳塘街道便民服务中心", std::vector(10, tang), 2}});
    state.staff.keys = std::make_shared<const std::vector<app::TrustedKey>>(std::vector<app::TrustedKey>{
        {"民政局", "0123456789ABCDEF", app::TrustedKey::Is::believed, false},
        {"a key with a rather long name of its own", "0123456789ABCDEF", app::TrustedKey::Is::revoked, true}});
    app::BroughtHouse brought;
    brought.house.idle_s = 300;
    brought.house.ceilings.emplace(app::most_ceilings, app::Ceiling{20 * 60, 8 * 60, -4});
    brought.house.languages_off = {"en"};
    brought.errors.push_back({Fault::bad_setting, "settings.toml:3 house.screen_scale", "0.5 to 2"});
    state.staff.brought = std::make_shared<const app::BroughtHouse>(brought);
    const prepare::InSentence doubtful{
        {prepare::Finding::Kind::polyphone, {16, 17}, {}, {}},
        U"社区食堂开饭时间以门口张贴的公告为准，单女士请到二楼大厅领取行车记录",
        {{{U"行车", {tang, tang}, 0}, tang, {}}, {{U"行车", {tang, tang}, 0}, tang, {}}}};
    state.staff.doubts = std::make_shared<const app::Doubts>("a.txt", std::vector(7, doubtful));
    state.screen = app::Screen::staff;
    using app::StaffPage;
    for (const auto page :
         {StaffPage::room, StaffPage::subjects, StaffPage::articles, StaffPage::article, StaffPage::health,
          StaffPage::loudness, StaffPage::ceiling, StaffPage::languages, StaffPage::screen, StaffPage::clock,
          StaffPage::doubts, StaffPage::readings, StaffPage::trusted, StaffPage::stick, StaffPage::changes}) {
        state.staff.way = {{StaffPage::room, 0, 0}};
        if (page == StaffPage::article) state.staff.way.push_back({StaffPage::articles, 4, 0});
        if (page != StaffPage::room) state.staff.way.push_back({page, page == StaffPage::articles ? 4 : 0, 0});
        const int rows = app::staff_row_count(state);
        for (int entry = 0; entry < rows; entry += std::max(1, rows / 3)) {
            state.staff.way.back().entry = entry;
            all.push_back(state);
        }
    }
    state.staff.is_looking = true;
    state.staff.way = {{StaffPage::room, 0, 0}, {StaffPage::health, 0, 0}};
    all.push_back(state);
    return all;
}

/// Calls `check` for each screen in each state, size of type, language and viewport.
template <class Check>
void for_each_screen(Check check) {
    const support::RuleMeasure measure;
    const auto text = article();
    for (const view::Viewport& on : viewports)
        for (int size = 0; size < 4; ++size)
            for (int language = 0; language < support::languages()->count(); ++language) {
                app::State state = support::fresh_state();
                state.settings.set(app::Setting::language, language);
                state.settings.set(app::Setting::size, size);
                state.catalogue = catalogue();
                state.today = Date{2029, 1, 1};
                std::vector<app::State> states{state};
                app::State out_of_order = state;
                out_of_order.catalogue_error = Error{Fault::unreadable, "content", {}};
                states.push_back(out_of_order);
                app::State leaving = state;
                leaving.leaving = app::Leaving{30'000, 30, 30};
                states.push_back(leaving);
                app::State marked = state;
                marked.bookmarks = std::make_shared<const app::Bookmarks>(app::Bookmarks{app::Bookmark{}});
                marked.today.reset();
                states.push_back(marked);
                marked.number = app::GivenNumber{9535, {}, 60'000, 1};
                states.push_back(marked);
                marked.sticks.delivery = deliveries().front();
                states.push_back(marked);
                marked.screen = app::Screen::articles;
                marked.subject = 4;
                marked.notice = app::Notice{app::number_given(9535, app::words(marked)), 60'000, false, true};
                states.push_back(marked);
                marked.notice.reset();
                marked.screen = app::Screen::resuming;
                for (const app::Hand hand : {app::Hand::pad, app::Hand::touch, app::Hand::switches})
                    for (const int waiting_s : {0, 60}) {
                        marked.hand = hand;
                        marked.guesses.closed_s = waiting_s;
                        marked.entering = {waiting_s == 0 ? U"953" : U"", static_cast<int>(hand) * 5};
                        states.push_back(marked);
                    }
                for (const app::Hand hand : {app::Hand::pad, app::Hand::touch, app::Hand::switches}) {
                    app::State returning = state;
                    returning.screen = app::Screen::returning;
                    returning.hand = hand;
                    states.push_back(returning);
                }
                state.settings.set(app::Setting::reach, 1);
                for (const auto list : {app::Screen::subjects, app::Screen::articles}) {
                    state.screen = list;
                    states.push_back(state);
                }
                state.settings.set(app::Setting::reach, 0);
                state.screen = app::Screen::subjects;
                state.subject = 4;
                states.push_back(state);
                state.screen = app::Screen::articles;
                state.entry = 7;
                states.push_back(state);
                state.sound = app::Sound::lost;
                states.push_back(state);
                state.screen = app::Screen::article;
                state.open = app::OpenArticle{};
                states.push_back(state);
                state.open->article = text;
                for (std::size_t block = 0; block < text->blocks.size(); block += 2) {
                    state.sound = app::Sound::there;
                    state.open->reading = app::Reading::playing;
                    state.open->place = {block, 0};
                    state.open->sentence = text->blocks[block].range;
                    state.open->word = TextRange{state.open->sentence.end - 2, state.open->sentence.end};
                    states.push_back(state);
                }
                for (const app::Hand hand : {app::Hand::touch, app::Hand::keyboard, app::Hand::pad}) {
                    state.hand = hand;
                    states.push_back(state);
                }
                state.open->bar = app::Bar::adjusting;
                states.push_back(state);
                app::State ended = state;
                ended.open->reading = app::Reading::ended;
                states.push_back(ended);
                ended.open->bar = app::Bar::reading;
                ended.open->path = ended.catalogue->subjects[4].entries[5].path;
                for (const int entry : {5, 8}) {
                    ended.entry = entry;
                    ended.open->path = ended.catalogue->subjects[4].entries[static_cast<std::size_t>(entry)].path;
                    states.push_back(ended);
                }
                state.open->bar = app::Bar::reading;
                state.open->to_copy = to_copy();
                states.push_back(state);
                ended.open->to_copy = state.open->to_copy;
                states.push_back(ended);
                app::State copying = state;
                copying.screen = app::Screen::copying;
                copying.open->reading = app::Reading::paused;
                for (std::size_t item = 0; item < copying.open->to_copy->size(); ++item)
                    for (const std::size_t group : {0, 1, 7}) {
                        copying.copying = {item, group};
                        states.push_back(copying);
                    }
                state.settings.set(app::Setting::lens, 1);
                states.push_back(state);
                state.open->spelled = spelled(*text, state.open->sentence);
                state.settings.set(app::Setting::pinyin, 1);
                states.push_back(state);
                state.open->word = TextRange{state.open->sentence.begin, state.open->sentence.begin + 2};
                states.push_back(state);
                state.open->spelled.reset();
                state.settings = {};
                state.settings.set(app::Setting::size, size);
                state.settings.set(app::Setting::language, language);
                state.screen = app::Screen::settings;
                for (std::size_t row = 0; row < app::setting_count; ++row) {
                    state.setting = static_cast<int>(row);
                    const auto setting = static_cast<app::Setting>(row);
                    if (setting != app::Setting::size && setting != app::Setting::curtain &&
                        setting != app::Setting::language)
                        state.settings.set(setting, app::step_count(setting, state) / 2);
                    states.push_back(state);
                }
                state.screen = app::Screen::help;
                states.push_back(state);
                for (const Key key : {Key::help, Key::up, Key::pause, Key::settings, Key::digit_3}) {
                    state.learned = key;
                    states.push_back(state);
                }
                for (const app::Delivery& delivery : deliveries()) {
                    app::State staff = state;
                    staff.sticks.delivery = delivery;
                    staff.screen = app::Screen::welcome;
                    states.push_back(staff);
                    staff.screen = app::Screen::stick;
                    states.push_back(staff);
                    if (delivery.stage != app::Delivery::Stage::offered) continue;
                    staff.screen = app::Screen::remarks;
                    states.push_back(staff);
                    staff.sticks.delivery->remark = 3;
                    states.push_back(staff);
                    staff.screen = app::Screen::correcting;
                    const prepare::InSentence& doubtful =
                        std::get<prepare::InSentence>(delivery.brings->remarks.front().what);
                    for (const int entry : {0, 3, 6}) {
                        staff.correcting = app::Correcting{doubtful, {}, 1, delivery.brings->remarks.size()};
                        staff.correcting->tried = static_cast<std::size_t>(entry % 4);
                        staff.correcting->entry = entry;
                        states.push_back(staff);
                    }
                }
                std::ranges::move(of_staff(state), std::back_inserter(states));
                state.screen = app::Screen::wizard;
                for (const app::Wizard& wizard : wizards()) {
                    state.keypad.wizard = wizard;
                    states.push_back(state);
                }
                state.keypad.wizard.reset();
                state.screen = app::Screen::help;
                state.settings.set(app::Setting::curtain, 1);
                states.push_back(state);
                // With headphones, what they say stands on each of them.
                const std::size_t without = states.size();
                for (std::size_t i = 0; i < without; i += 3) {
                    states.push_back(states[i]);
                    states.back().outlet = Outlet::headphones;
                    states.back().saying =
                        app::Saying{text->text.substr(text->blocks[1].range.begin, text->blocks[1].range.size()), i};
                }
                for (const app::State& each : states) {
                    view::Eyes eyes(measure);
                    const std::string name = std::to_string(on.width_px) + "x" + std::to_string(on.height_px) +
                                             " size " + std::to_string(size) + " screen " +
                                             std::to_string(static_cast<int>(each.screen)) +
                                             (" " + (*support::languages())[language].code());
                    check(Shown{name, each, on, eyes.look(each, on)});
                }
            }
}

double luminance(scene::Color color) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast(scene::Color a, scene::Color b) {
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace

TEST_CASE("every text stands whole on the screen, and runs into no other") {
    for_each_screen([](const Shown& shown) {
        INFO(shown.name);
        CHECK(support::cut_texts(shown.scene) == "");
        CHECK(support::texts_that_meet(shown.scene) == "");
    });
}

namespace {

std::u32string without_blanks(std::u32string_view text) {
    std::u32string rest(text);
    std::erase_if(rest, [](char32_t c) { return c == U' ' || c == U'\n'; });
    return rest;
}

std::u32string written_on(const scene::Scene& scene) {
    std::u32string all_of_it;
    for (const scene::Text& text : all<scene::Text>(scene)) all_of_it += without_blanks(text.text);
    return all_of_it;
}

}  // namespace

TEST_CASE("all that is told of a stick stands on its screen, whole, and so does what can be chosen") {
    int seen = 0;
    for_each_screen([&](const Shown& shown) {
        const app::State& state = shown.state;
        if (state.screen != app::Screen::stick || state.leaving || state.settings[app::Setting::curtain] == 1) return;
        const app::Delivery& delivery = *state.sticks.delivery;
        const auto& words = app::words(state);
        std::vector<std::u32string> wanted{told(delivery, words), details(delivery, words), progress(delivery, words)};
        for (const app::StickOffer offer : offers(delivery)) wanted.push_back(label_of(offer, delivery, words));
        if (offers(delivery).size() > 1) wanted.emplace_back(words[app::offers_hint.by(state.hand)]);
        const std::u32string written = written_on(shown.scene);
        for (const std::u32string& text : wanted) {
            INFO(shown.name << ": " << to_utf8(text));
            CHECK(written.find(without_blanks(text)) != std::u32string::npos);
            ++seen;
        }
    });
    CHECK(seen > 1000);
}

TEST_CASE("how one goes on from a list lies over nothing, and what is longer over no part of anything") {
    const support::RuleMeasure measure;
    int seen = 0;
    for_each_screen([&](const Shown& shown) {
        app::State state = shown.state;
        const bool is_list = state.screen == app::Screen::subjects || state.screen == app::Screen::articles;
        if (state.leaving || state.settings[app::Setting::curtain] == 1 || state.notice) return;
        if (!is_list && state.screen != app::Screen::article) return;  // nothing so long is shown elsewhere
        std::u32string longer = app::hints_on_list(state, state.hand);
        while (longer.size() < 150) longer += longer;
        for (const bool is_hint : {true, false}) {
            if (is_hint && !is_list) continue;
            const auto text = is_hint ? app::hints_on_list(state, state.hand) : longer;
            state.notice = app::Notice{text, 60'000, false};
            const scene::Scene scene = view::Eyes(measure).look(state, shown.viewport);
            const auto covered = support::covered_by_notice(scene);
            INFO(shown.name << (is_hint ? ", a hint" : ", a long notice"));
            REQUIRE(covered);
            ++seen;
            const auto is_amiss = [&](const scene::Rect& rect) {
                return rect.overlaps(*covered) && (is_hint || !covered->covers(rect));
            };
            const std::size_t notice = scene.layers.size() - 1;
            for (std::size_t layer = 0; layer < notice; ++layer)
                for (const scene::Command& command : scene.layers[layer].commands)
                    if (const auto* written = std::get_if<scene::Text>(&command)) {
                        INFO(to_utf8(written->text));
                        CHECK_FALSE(is_amiss(support::ink(*written)));
                    }
            for (const scene::Target& target : scene.targets) {
                INFO(to_utf8(target.label));
                CHECK_FALSE((is_list && is_amiss(target.rect)));
            }
        }
    });
    CHECK(seen > 500);
}

TEST_CASE("whoever cannot read the screen finds their own language on it, beside the way home") {
    for_each_screen([](const Shown& shown) {
        if (shown.state.leaving || shown.state.settings[app::Setting::curtain] == 1) return;
        INFO(shown.name);
        const auto& targets = shown.scene.targets;
        const auto language = std::ranges::find(targets, Press{Key::language}, &scene::Target::press);
        REQUIRE(language != targets.end());
        CHECK(language->label == app::next_words(shown.state).name());
    });
}

TEST_CASE("no note is below a capital of 4.8 millimetres") {
    for_each_screen([](const Shown& shown) {
        for (const scene::Text& text : all<scene::Text>(shown.scene)) {
            INFO(shown.name << " " << to_utf8(text.text));
            CHECK(text.style.size_px * 0.733 >= 4.8 * shown.viewport.px_per_mm - 1);
        }
    });
}

TEST_CASE("targets are large, apart, on the screen, and bear their labels inside") {
    for_each_screen([](const Shown& shown) {
        INFO(shown.name);
        CHECK_FALSE(shown.scene.targets.empty());
        CHECK(support::targets_amiss(shown.scene, shown.viewport.px_per_mm) == "");
    });
}

TEST_CASE("sentences can be touched where they stand, and nothing else there") {
    int seen = 0;
    for_each_screen([&](const Shown& shown) {
        for (const scene::Target& target : shown.scene.targets) {
            if (!std::holds_alternative<SentenceAt>(target.press)) continue;
            ++seen;
            INFO(shown.name << " " << to_utf8(target.label));
            CHECK(shown.state.open->article->text.find(target.label) != std::u32string::npos);
            CHECK(target.rect.height >= 12.7 * shown.viewport.px_per_mm);
            for (const scene::Target& other : shown.scene.targets)
                if (&other != &target) CHECK_FALSE(other.rect.overlaps(target.rect));
        }
    });
    CHECK(seen > 100);
}

TEST_CASE("filled with the accent is what can be acted on, the word that is heard, how far and where one is") {
    for_each_screen([](const Shown& shown) {
        const view::Theme& theme = view::themes()[static_cast<std::size_t>(shown.state.settings[app::Setting::theme])];
        for (const scene::Fill& fill : all<scene::Fill>(shown.scene)) {
            if (!(fill.color == theme.accent) || fill.color == theme.word_lit) continue;
            INFO(shown.name << ", " << fill.rect.x << " " << fill.rect.y << ", " << fill.rect.width << "x"
                            << fill.rect.height);
            const bool acts = std::ranges::any_of(
                shown.scene.targets, [&](const scene::Target& target) { return target.rect.overlaps(fill.rect); });
            const bool is_measure =
                fill.rect.height <= 2 * shown.viewport.px_per_mm || fill.rect.width <= 2 * shown.viewport.px_per_mm;
            const bool is_beside_sentence =
                shown.state.screen == app::Screen::article &&
                fill.rect.width == view::grid(shown.viewport, shown.state.settings[app::Setting::size], 0).ring_px;
            CHECK((acts || is_measure || is_beside_sentence));
        }
    });
}

TEST_CASE("a tall screen has every action in its lower half") {
    for_each_screen([](const Shown& shown) {
        if (shown.viewport.height_px < shown.viewport.width_px) return;
        if (shown.state.settings[app::Setting::curtain] == 1) return;  // the whole screen ends it
        for (const scene::Target& target : shown.scene.targets)
            if (std::holds_alternative<Key>(target.press)) {
                INFO(shown.name << " " << to_utf8(target.label));
                CHECK(target.rect.y >= shown.viewport.height_px / 2);
            }
    });
}

namespace {

/// The article's first line stands right below the band.
bool shows_begin(const Shown& shown) {
    const auto& article = *shown.state.open->article;
    const auto texts = all<scene::Text>(shown.scene);
    return std::ranges::any_of(texts, [&](const scene::Text& text) {
        return text.text.size() > 1 && article.text.starts_with(text.text) &&
               text.baseline_y - text.style.size_px < shown.viewport.height_px / 5;
    });
}

}  // namespace

TEST_CASE("the word being heard is lit, in the middle third of the screen") {
    const auto lit = view::themes()[0].word_lit;
    for_each_screen([&](const Shown& shown) {
        if (shown.state.screen != app::Screen::article || !shown.state.open || !shown.state.open->word ||
            shown.state.open->reading == app::Reading::ended || app::shows_lens(shown.state.settings))
            return;
        INFO(shown.name);
        int boxes = 0;
        for (const scene::Fill& fill : all<scene::Fill>(shown.scene)) {
            if (!(fill.color == lit)) continue;
            if (++boxes > 1) continue;  // the rest of a word that a line's end has parted
            const int middle = fill.rect.y + fill.rect.height / 2;
            CHECK((middle >= shown.viewport.height_px / 3 || shows_begin(shown)));
            CHECK(middle <= shown.viewport.height_px * 2 / 3);
        }
        CHECK(boxes >= 1);
    });
}

TEST_CASE("where one is in an article is marked beside its sentence, playing or paused, as thick as a ring") {
    for_each_screen([&](const Shown& shown) {
        if (shown.state.screen != app::Screen::article || !shown.state.open || !shown.state.open->word ||
            shown.state.open->reading == app::Reading::ended || app::shows_lens(shown.state.settings))
            return;
        INFO(shown.name);
        const view::Theme& theme = view::themes()[static_cast<std::size_t>(shown.state.settings[app::Setting::theme])];
        const view::Grid grid = view::grid(shown.viewport, shown.state.settings[app::Setting::size], 1);
        scene::Rect lit;
        for (const scene::Fill& fill : all<scene::Fill>(shown.scene))
            if (fill.color == theme.word_lit) lit = fill.rect;
        int bars = 0;
        for (const scene::Fill& fill : all<scene::Fill>(shown.scene)) {
            const bool is_bar = fill.color == theme.accent && fill.rect.width == grid.ring_px &&
                                fill.rect.right() < grid.column.x && fill.rect.y <= lit.y &&
                                fill.rect.bottom() >= lit.y + lit.height / 2;
            bars += is_bar ? 1 : 0;
        }
        CHECK(bars == 1);
    });
}

TEST_CASE("the largest type still shows ten Hanzi a line where the height allows it, and three lines") {
    for (const view::Viewport& on : viewports) {
        const view::Grid grid = view::grid(on, 3, 1);
        CHECK(grid.content.width / grid.r_px >= 10);
        CHECK(grid.content.height >= 3 * 1.5 * grid.r_px);
        CHECK((grid.content.width / grid.r_px == 10 || grid.content.height < (3 * 1.5 + 0.1) * grid.r_px));
        CHECK(grid.r_px > view::grid(on, 2, 1).r_px);
    }
}

TEST_CASE("at the largest type the lines before and after the one being read are whole") {
    const support::RuleMeasure measure;
    for (const view::Viewport& on : viewports) {
        view::Eyes eyes(measure);
        app::State state = reading(0);
        state.settings.set(app::Setting::size, 3);
        const auto long_text = std::make_shared<text::Article>(*state.open->article);
        long_text->text = std::u32string(300, U'字');
        long_text->blocks = {{text::BlockKind::paragraph, {0, 300}, false}};
        state.open->article = long_text;
        state.open->place = {0, 0};
        state.open->sentence = {0, 300};
        state.open->word = TextRange{120, 122};
        state.open->spelled.reset();
        std::set<int> baselines;
        const scene::Scene scene = eyes.look(state, on);
        for (const scene::Text& text : all<scene::Text>(scene))
            if (text.text.find(U'字') != std::u32string::npos) baselines.insert(text.baseline_y);
        CAPTURE(on.width_px);
        CHECK(baselines.size() >= 3);
    }
}

TEST_CASE("the page glides from line to line and then stands still") {
    const support::RuleMeasure measure;
    view::Eyes eyes(measure);
    app::State state = reading(0);
    // Far from its beginning, where the page would rest at its top.
    const auto long_text = std::make_shared<text::Article>(*state.open->article);
    long_text->text = std::u32string(2000, U'字');
    long_text->blocks = {{text::BlockKind::paragraph, {0, 2000}, false}};
    state.open->article = long_text;
    state.open->place = {0, 0};
    state.open->sentence = {0, 2000};
    state.open->spelled.reset();
    const TextRange block{1000, 1060};
    const auto lit_y = [&] {
        for (const scene::Fill& fill : all<scene::Fill>(eyes.look(state, viewports[0])))
            if (fill.color == view::themes()[0].word_lit) return fill.rect.y;
        return -1;
    };
    state.open->word = TextRange{block.begin, block.begin + 2};
    const int rest = lit_y();
    CHECK_FALSE(eyes.is_gliding(state.now_ms));
    state.now_ms = 1000;
    state.open->word = TextRange{block.end - 3, block.end - 1};
    const int start = lit_y();
    CHECK(start > rest);
    CHECK(eyes.is_gliding(state.now_ms));
    state.now_ms = 1100;
    const int middle = lit_y();
    CHECK(middle < start);
    CHECK(middle > rest);
    state.now_ms = 1200;
    CHECK(lit_y() == rest);
    CHECK_FALSE(eyes.is_gliding(state.now_ms));
    state.settings.set(app::Setting::motion, 1);
    state.open->word = TextRange{block.begin, block.begin + 2};
    CHECK(lit_y() == rest);
    CHECK_FALSE(eyes.is_gliding(state.now_ms));
}

TEST_CASE("what is not being read is dimmed unless that is not wished, and the reading line stands under its line") {
    const support::RuleMeasure measure;
    const view::Theme& theme = view::themes()[0];
    app::State state = reading(2);
    const auto dimmed = [&](const scene::Scene& scene) {
        const auto texts = all<scene::Text>(scene);
        return std::count_if(texts.begin(), texts.end(), [&](const auto& text) { return text.color == theme.dimmed; });
    };
    const auto lines = [&](const scene::Scene& scene) {
        auto fills = all<scene::Fill>(scene);
        std::erase_if(fills, [&](const scene::Fill& fill) {
            return !(fill.color == theme.accent) || fill.rect.x != 96 || fill.rect.width != 1920 - 2 * 96;
        });
        return fills;
    };
    const scene::Scene plain = view::Eyes(measure).look(state, viewports[0]);
    CHECK(dimmed(plain) > 0);
    CHECK(lines(plain).empty());
    state.settings.set(app::Setting::dimming, 1);
    state.settings.set(app::Setting::line, 1);
    const scene::Scene lined = view::Eyes(measure).look(state, viewports[0]);
    CHECK(dimmed(lined) == 0);
    const auto drawn = lines(lined);
    REQUIRE(drawn.size() == 1);
    for (const scene::Text& text : all<scene::Text>(lined)) CHECK_FALSE(support::ink(text).overlaps(drawn[0].rect));
    const auto first = all<scene::Text>(lined);
    const auto read =
        std::find_if(first.begin(), first.end(), [](const auto& text) { return text.text.starts_with(U"柳塘公园"); });
    REQUIRE(read != first.end());
    CHECK(drawn[0].rect.y > read->baseline_y);
    CHECK(drawn[0].rect.y < read->baseline_y + read->style.size_px);
}

TEST_CASE("a page that a hand has moved stands where it was put, within its ends, and glides back") {
    const support::RuleMeasure measure;
    view::Eyes eyes(measure);
    app::State state = reading(2);
    const std::size_t offset = state.open->article->blocks[3].range.begin;
    const auto line_y = [&]() -> std::optional<int> {
        for (const scene::Target& target : eyes.look(state, viewports[0]).targets)
            if (target.press == Press{SentenceAt{offset}}) return target.rect.y + target.rect.height / 2;
        return std::nullopt;
    };
    const auto rest = line_y();
    REQUIRE(rest);
    state.open->scroll = app::Scroll{offset, *rest - 120, 9000};
    CHECK(line_y() == *rest - 120);
    CHECK_FALSE(eyes.is_gliding(state.now_ms));
    state.open->scroll->line_y_px = 100'000;
    const auto lowest = line_y();
    CHECK((!lowest || *lowest < viewports[0].height_px));
    state.open->scroll->line_y_px = *rest - 120;
    CHECK(line_y() == *rest - 120);
    state.now_ms = 5000;
    state.open->scroll.reset();
    CHECK(line_y() == *rest - 120);
    CHECK(eyes.is_gliding(state.now_ms));
    state.now_ms += view::glide_ms;
    CHECK(line_y() == rest);
}

TEST_CASE("the ring goes with the switches, and is on nothing else") {
    const support::RuleMeasure measure;
    app::State state = support::fresh_state();
    state.catalogue = catalogue();
    for (const app::Screen screen : {app::Screen::welcome, app::Screen::subjects, app::Screen::articles}) {
        state.screen = screen;
        state.switch_focus = app::SwitchFocus{Key::language, U"English"};
        const scene::Scene scene = view::Eyes(measure).look(state, viewports[0]);
        int rings = 0;
        for (const scene::Outline& outline : all<scene::Outline>(scene)) {
            if (outline.stroke_px != view::grid(viewports[0], 1, 1).ring_px) continue;
            ++rings;
            for (const scene::Target& target : scene.targets)
                CHECK(outline.rect.overlaps(target.rect) == (target.press == Press{Key::language}));
        }
        CHECK(rings == 1);
    }
}

TEST_CASE("in an article two switches have their ring alone, and every other hand the bar alone") {
    const support::RuleMeasure measure;
    for (const view::Viewport& on : viewports)
        for (const int lens : {0, 1})
            for (const app::Hand hand : {app::Hand::pad, app::Hand::touch, app::Hand::switches}) {
                app::State state = reading(1);
                state.hand = hand;
                state.settings.set(app::Setting::lens, lens);
                const view::Theme& theme = view::themes()[0];
                const int ring_px = view::grid(on, 1, 1).ring_px;
                const scene::Scene scene = view::Eyes(measure).look(state, on);
                const auto rings = std::ranges::count(all<scene::Outline>(scene), ring_px, &scene::Outline::stroke_px);
                const auto fills = all<scene::Fill>(scene);
                const auto bars = std::ranges::count_if(fills, [&](const scene::Fill& fill) {
                    return fill.color == theme.accent && fill.rect.width == ring_px;
                });
                CAPTURE(on.width_px);
                CHECK(rings == (hand == app::Hand::switches ? 1 : 0));
                CHECK(bars == (hand == app::Hand::switches ? 0 : 1));
            }
}

TEST_CASE("the main thing of a screen is at least two centimetres high and wide") {
    int seen = 0;
    for_each_screen([&](const Shown& shown) {
        const view::Theme& theme = view::themes()[static_cast<std::size_t>(shown.state.settings[app::Setting::theme])];
        for (const scene::Fill& fill : all<scene::Fill>(shown.scene)) {
            const bool is_main =
                fill.color == theme.accent &&
                std::ranges::find(shown.scene.targets, fill.rect, &scene::Target::rect) != shown.scene.targets.end();
            if (!is_main || shown.state.screen == app::Screen::help || shown.state.screen == app::Screen::wizard)
                continue;
            ++seen;
            INFO(shown.name << " " << fill.rect.width << "x" << fill.rect.height);
            CHECK(fill.rect.height >= 20 * shown.viewport.px_per_mm - 1);
            CHECK(fill.rect.width >= 20 * shown.viewport.px_per_mm - 1);
        }
    });
    CHECK(seen > 100);
}

TEST_CASE("every pair of colours that meets has the contrast it must have") {
    for (std::size_t i = 0; i < view::themes().size(); ++i) {
        INFO(to_utf8(app::step_name(app::Setting::theme, static_cast<int>(i), support::fresh_state())));
        const view::Theme& theme = view::themes()[i];
        CHECK(contrast(theme.ink, theme.ground) >= 10);
        CHECK(contrast(theme.ink, theme.card) >= 10);
        CHECK(contrast(theme.on_word, theme.word_lit) >= 7);
        CHECK(contrast(theme.ink, theme.sentence_lit) >= 9);
        CHECK(contrast(theme.second_ink, theme.ground) >= 7);
        CHECK(contrast(theme.second_ink, theme.card) >= 7);
        CHECK(contrast(theme.dimmed, theme.ground) >= 4.5);
        CHECK(contrast(theme.dimmed, theme.sentence_lit) >= 4.5);
        CHECK(contrast(theme.accent, theme.ground) >= 7);
        CHECK(contrast(theme.accent, theme.card) >= 7);
        CHECK(contrast(theme.on_accent, theme.accent) >= 7);
        CHECK(contrast(theme.edge, theme.ground) >= 3);
        CHECK(contrast(theme.edge, theme.card) >= 3);
        CHECK(theme.sentence_lit != theme.ground);
        CHECK(theme.word_lit != theme.sentence_lit);
    }
    CHECK(view::themes().size() ==
          static_cast<std::size_t>(app::step_count(app::Setting::theme, support::fresh_state())));
    for (const std::size_t strong : {1U, 2U}) {
        const view::Theme& theme = view::themes()[strong];
        for (const scene::Color ink : {theme.ink, theme.second_ink, theme.accent})
            for (const scene::Color ground : {theme.ground, theme.card, theme.sentence_lit})
                CHECK(contrast(ink, ground) >= 20);
        CHECK(contrast(theme.on_word, theme.word_lit) >= 20);
        CHECK(contrast(theme.on_accent, theme.accent) >= 20);
    }
}

TEST_CASE("whoever reaches only the lower half of a tall screen reaches everything there") {
    const support::RuleMeasure measure;
    for_each_screen([&](const Shown& shown) {
        if (view::shape_of(shown.viewport) != view::Shape::tall || shown.state.settings[app::Setting::curtain] == 1)
            return;
        // A card is held against the screen, and the large tile wants room: by then staff have come near.
        if (shown.state.screen == app::Screen::staff && !shown.state.staff.way.empty() &&
            (shown.state.staff.way.back().page == app::StaffPage::screen ||
             shown.state.staff.way.back().page == app::StaffPage::health ||
             shown.state.staff.way.back().page == app::StaffPage::changes))
            return;
        app::State low = shown.state;
        low.settings.set(app::Setting::reach, 1);
        INFO(shown.name);
        const scene::Scene scene = view::Eyes(measure).look(low, shown.viewport);
        REQUIRE(!scene.targets.empty());
        for (const scene::Target& target : scene.targets) {
            INFO(to_utf8(target.label));
            REQUIRE(target.rect.y >= shown.viewport.height_px / 2);
        }
    });
}

TEST_CASE("the code to take home is dark on light, its modules half a millimetre, with four of quiet around it") {
    for_each_screen([](const Shown& shown) {
        if (shown.state.screen != app::Screen::copying || shown.state.copying.item > 1) return;
        INFO(shown.name);
        const scene::Color light{0xFF, 0xFF, 0xFF};
        const scene::Color dark{0, 0, 0};
        const auto fills = all<scene::Fill>(shown.scene);
        const auto zone = std::ranges::find_if(fills, [&](const scene::Fill& fill) {
            return fill.color == light && fill.rect.width == fill.rect.height && fill.radius_px == 0;
        });
        REQUIRE(zone != fills.end());
        int module = zone->rect.width;
        scene::Rect ink{zone->rect.right(), zone->rect.bottom(), 0, 0};
        for (auto fill = zone + 1; fill != fills.end() && fill->color == dark; ++fill) {
            module = std::min({module, fill->rect.width, fill->rect.height});
            ink = {std::min(ink.x, fill->rect.x), std::min(ink.y, fill->rect.y), 0, 0};
        }
        CHECK(module >= 0.5 * shown.viewport.px_per_mm);
        CHECK(ink.x - zone->rect.x == 4 * module);
        CHECK(ink.y - zone->rect.y == 4 * module);
        for (const scene::Text& text : all<scene::Text>(shown.scene))
            CHECK_FALSE(support::ink(text).overlaps(zone->rect));
    });
}
