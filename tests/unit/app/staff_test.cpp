// Those who see to the kiosk: their door and their room.
#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "kiosk/app/staff/pages/page.h"
#include "kiosk/app/staff/pin.h"
#include "kiosk/app/staff/room.h"
#include "tests/support/trial.h"

using namespace tingdu;
using namespace tingdu::app;

namespace {

std::shared_ptr<const library::Catalogue> catalogue() {
    auto all = std::make_shared<library::Catalogue>();
    all->subjects.push_back({U"养老", {{"养老/一.txt", U"一号", {}, 1}, {"养老/二.txt", U"二号", {}, 1}}});
    all->subjects.push_back({U"看病", {{"看病/三.txt", U"三号", {}, 1}}});
    return all;
}

Trial with_pin() {
    Trial trial;
    trial.tell(CatalogueRead{catalogue()});
    trial.tell(DayIs{{2026, 10, 1}});
    trial.tell(PinIs{true, 0});
    return trial;
}

void type(Trial& trial, std::u32string_view digits) {
    for (const char32_t digit : digits)
        trial.press(static_cast<Key>(static_cast<int>(Key::digit_0) + static_cast<int>(digit - U'0')));
}

Trial inside(Reception reception = Reception::none) {
    Trial trial = with_pin();
    trial.state.sticks.reception = reception;
    trial.press(Key::staff);
    type(trial, U"258025");
    trial.tell(PinTried{true, 0});
    return trial;
}

void choose(Trial& trial, int entry) {
    trial.tell(Pressed{Choice{entry}});
}

void open(Trial& trial, StaffDoor door) {
    const auto doors = staff_doors(trial.state);
    choose(trial, static_cast<int>(std::ranges::find(doors, door) - doors.begin()));
}

}  // namespace

TEST_CASE("six digits open the room, and none of them is said") {
    Trial trial = with_pin();
    trial.press(Key::staff);
    CHECK(trial.state.screen == Screen::pin);
    CHECK(trial.says(U"六位密码"));
    for (const char32_t digit : std::u32string_view(U"25802")) {
        type(trial, std::u32string(1, digit));
        CHECK(trial.said.empty());
        CHECK_FALSE(trial.want<TryPin>());
    }
    type(trial, U"5");
    REQUIRE(trial.want<TryPin>());
    CHECK(trial.want<TryPin>()->pin == "258025");
    type(trial, U"777777");  // while it is looked at, nothing more is taken
    CHECK_FALSE(trial.want<TryPin>());
    trial.tell(PinTried{true, 0});
    CHECK(trial.state.screen == Screen::staff);
    CHECK(trial.state.staff.is_in);
    CHECK_FALSE(trial.state.staff.pad);
}

TEST_CASE("on the loudspeaker the digit with the focus is not said either; in headphones it is") {
    Trial trial = with_pin();
    trial.press(Key::staff);
    trial.press(Key::right);
    CHECK(trial.said.empty());
    trial.tell(SwitchMoved{{Press{Key::back}, U"返回"}, false});
    CHECK(trial.says(U"返回"));
    trial.tell(HeadphonesIn{});
    trial.press(Key::right);
    CHECK(trial.says(U"3"));
}

TEST_CASE("a finger that rests on a digit is not told which it is") {
    Trial trial = with_pin();
    trial.press(Key::staff);
    trial.tell(Touched{Press{Choice{4}}, U"5", 100});
    trial.tell(Tick{5'000});
    CHECK_FALSE(trial.says(U"5"));
    CHECK(trial.says(U"松开"));
}

TEST_CASE("without a PIN one is chosen first, twice, and no easy one") {
    Trial trial;
    trial.tell(PinIs{false, 0});
    trial.press(Key::staff);
    CHECK(trial.says(U"请定一个新的六位密码"));
    for (const char32_t* easy : {U"000000", U"123456", U"987654", U"121212", U"123123", U"555555"}) {
        type(trial, easy);
        CHECK(trial.says(U"太好猜"));
        CHECK(trial.state.staff.pad->asks == PinPad::Asks::choice);
    }
    type(trial, U"258025");
    CHECK(trial.says(U"再输一遍"));
    type(trial, U"258026");
    CHECK(trial.says(U"两遍不一样"));
    type(trial, U"258025");
    type(trial, U"258025");
    REQUIRE(trial.want<KeepPin>());
    CHECK(trial.want<KeepPin>()->pin == "258025");
    trial.tell(PinKept{});
    CHECK(trial.state.screen == Screen::staff);
}

TEST_CASE("a PIN that cannot be kept is none") {
    Trial trial;
    trial.tell(PinIs{false, 0});
    trial.press(Key::staff);
    type(trial, U"258025");
    type(trial, U"258025");
    trial.tell(PinNotKept{Error{Fault::no_space, "pin", {}}});
    CHECK(trial.state.screen == Screen::pin);
    CHECK(trial.state.staff.pin.is == Pin::Is::none);
    CHECK(trial.says(U"没有定成"));
}

TEST_CASE("whoever guesses waits, longer each time, whatever the wall clock says") {
    CHECK(closed_s_after(3) == 0);
    CHECK(closed_s_after(4) == 30);
    CHECK(closed_s_after(5) == 60);
    CHECK(closed_s_after(1000) == 900);
    std::int64_t all_s = 0;
    for (int wrong = 1; wrong <= 10'000; ++wrong) all_s += closed_s_after(wrong);
    CHECK(all_s > std::int64_t{100} * 24 * 3600);

    Trial trial = with_pin();
    trial.press(Key::staff);
    type(trial, U"111222");
    trial.tell(PinTried{false, 3});
    CHECK(trial.says(U"密码不对"));
    type(trial, U"111222");
    trial.tell(PinTried{false, 4});
    CHECK(trial.says(U"请等 30 秒"));
    type(trial, U"258025");
    CHECK_FALSE(trial.want<TryPin>());
    trial.tell(DayIs{{2036, 10, 1}});
    trial.tell(MinuteIs{17});
    type(trial, U"258025");
    CHECK_FALSE(trial.want<TryPin>());
    trial.tell(Tick{29'000});
    type(trial, U"258025");
    CHECK_FALSE(trial.want<TryPin>());
    trial.tell(Tick{30'001});
    type(trial, U"258025");
    CHECK(trial.want<TryPin>());
}

TEST_CASE("whoever has waited does not wait again because they went away and came back") {
    Trial trial;
    trial.tell(PinIs{true, 4});
    trial.tell(Tick{31'000});
    CHECK(trial.state.staff.pin.closed_s == 0);
    trial.press(Key::staff);
    trial.tell(PinIs{true, 4});
    type(trial, U"258025");
    CHECK(trial.want<TryPin>());
}

TEST_CASE("switching off and on does not spare anybody the wait") {
    Trial trial;
    trial.tell(PinIs{true, 6});
    trial.press(Key::staff);
    type(trial, U"258025");
    CHECK_FALSE(trial.want<TryPin>());
    CHECK(trial.state.staff.pin.closed_s == 120);
}

TEST_CASE("on a number pad the digits are digits there") {
    Trial trial = with_pin();
    trial.press(Key::staff);
    const auto strike = [&](int place, Key meaning) {
        const auto message = intent(KeyDown{meaning, {place, 0}}, trial.state, {});
        REQUIRE(message);
        trial.tell(*message);
    };
    strike(0x5A, Key::down);  // 2
    strike(0x5D, Key::pause);
    strike(0x60, Key::up);
    CHECK(trial.state.staff.pad->typed == U"258");
    strike(0x63, Key::back);
    CHECK(trial.state.staff.pad->typed == U"25");
    strike(0x58, Key::select);  // Enter: what there is to do is said
    CHECK(trial.state.staff.pad->typed == U"25");
    strike(0x54, Key::home);
    CHECK(trial.state.screen == Screen::welcome);
    CHECK_FALSE(trial.state.staff.pad);
}

TEST_CASE("the settings over the door lead back to it, and twice before it is once") {
    Trial trial = with_pin();
    trial.press(Key::staff);
    trial.press(Key::settings);
    trial.press(Key::staff);
    CHECK(trial.state.screen == Screen::settings);
    trial.press(Key::back);
    CHECK(trial.state.screen == Screen::pin);
    type(trial, U"258025");
    CHECK(trial.want<TryPin>());
}

TEST_CASE("where nothing can be kept there are no staff") {
    Trial trial;
    trial.press(Key::staff);
    CHECK(trial.state.screen == Screen::welcome);
}

TEST_CASE("the room closes by itself, at home, and goes back to nobody") {
    for (const bool alone : {true, false}) {
        Trial trial = inside();
        if (alone)
            trial.tell(NobodyStirs{});
        else
            trial.press(Key::home);
        CHECK(trial.state.screen == Screen::welcome);
        CHECK_FALSE(trial.state.staff.is_in);
        CHECK_FALSE(trial.state.left);
        trial.press(Key::staff);
        CHECK(trial.state.screen == Screen::pin);
    }
}

TEST_CASE("what a stick brings is taken in by whoever knows the PIN") {
    Trial trial = with_pin();
    trial.state.sticks.reception = Reception::library;
    const Stick stick{1, "/media/usb"};
    trial.tell(SticksThere{{stick}});
    auto brings = std::make_shared<Delivered>();
    brings->fresh = 1;
    brings->changes_library = true;
    trial.tell(StickLookedAt{stick, brings});
    choose(trial, 0);
    CHECK_FALSE(trial.want<TakeStick>());
    CHECK(trial.state.screen == Screen::pin);
    type(trial, U"258025");
    trial.tell(PinTried{true, 0});
    CHECK(trial.state.screen == Screen::stick);
    REQUIRE(trial.want<TakeStick>());
    CHECK(trial.want<TakeStick>()->stick == stick);

    Trial open = with_pin();
    open.state.sticks.reception = Reception::library;
    open.tell(RulesAre{{{}, {}, HouseRules::Admission::anyone}});
    open.tell(SticksThere{{stick}});
    open.tell(StickLookedAt{stick, brings});
    choose(open, 0);
    CHECK(open.want<TakeStick>());
}

TEST_CASE("a stick that is pulled before the PIN is right brings nothing") {
    Trial trial = with_pin();
    trial.state.sticks.reception = Reception::library;
    const Stick stick{1, "/media/usb"};
    trial.tell(SticksThere{{stick}});
    auto brings = std::make_shared<Delivered>();
    brings->fresh = 1;
    brings->changes_library = true;
    trial.tell(StickLookedAt{stick, brings});
    choose(trial, 0);
    trial.tell(SticksThere{{}});
    CHECK(trial.state.screen == Screen::stick);
    CHECK_FALSE(trial.state.staff.pad);
    trial.tell(PinTried{true, 0});
    CHECK_FALSE(trial.want<TakeStick>());
}

TEST_CASE("articles are hidden, end, move up and are listened to") {
    Trial trial = inside();
    open(trial, StaffDoor::articles);
    choose(trial, 0);
    choose(trial, 1);
    CHECK(staff_title(trial.state) == U"二号");
    trial.press(Key::right);
    CHECK(trial.state.catalogue->subjects[0].entries.size() == 1);
    CHECK(trial.state.staff.all->subjects[0].entries.size() == 2);
    trial.press(Key::left);
    CHECK(trial.state.catalogue->subjects[0].entries.size() == 2);
    choose(trial, static_cast<int>(ArticleRow::until));
    CHECK(trial.state.house->curation.articles.at("养老/二.txt").until == Date{2026, 10, 8});
    trial.tell(DayIs{{2026, 10, 9}});
    CHECK(trial.state.catalogue->subjects[0].entries.size() == 1);
    trial.tell(DayIs{{2026, 10, 1}});
    choose(trial, static_cast<int>(ArticleRow::up));
    CHECK(trial.state.catalogue->subjects[0].entries[0].title == U"二号");
    CHECK(staff_title(trial.state) == U"二号");
    choose(trial, static_cast<int>(ArticleRow::listen));
    CHECK(trial.want<Open>());
    trial.press(Key::back);
    CHECK(trial.state.screen == Screen::staff);
    CHECK(staff_title(trial.state) == U"二号");
    CHECK(trial.state.staff.is_in);
}

TEST_CASE("an article that somebody reads is not taken from them when its day is over") {
    Trial trial = with_pin();
    House house;
    house.curation.articles["养老/一.txt"] = {false, Date{2026, 10, 1}};
    trial.tell(HouseIs{house});
    trial.press(Key::select);
    trial.press(Key::select);
    trial.press(Key::select);
    trial.tell(ArticleOpened{"养老/一.txt", small_article()});
    trial.tell(DayIs{{2026, 10, 2}});
    CHECK(trial.state.screen == Screen::article);
    CHECK(trial.state.open->is_withdrawn);
}

TEST_CASE("the loudspeaker is kept down when staff want it, whatever the operator wanted") {
    Trial trial = inside();
    trial.tell(RulesAre{{{{0, 1439, -12}}}});
    trial.tell(MinuteIs{21 * 60});
    CHECK(gain_db(trial.state) == doctest::Approx(-12));
    open(trial, StaffDoor::loudness);
    choose(trial, 0);
    choose(trial, static_cast<int>(CeilingRow::remove));
    CHECK(ceilings(trial.state).empty());
    CHECK(gain_db(trial.state) == doctest::Approx(0));
    choose(trial, 0);  // another one
    REQUIRE(ceilings(trial.state).size() == 1);
    CHECK(gain_db(trial.state) == doctest::Approx(-4));
    trial.press(Key::right);
    CHECK(ceilings(trial.state)[0].from_min == 20 * 60 + 30);
}

TEST_CASE("a language that is off is nobody's, and one has to stay") {
    Trial trial = inside();
    const int count = trial.state.languages->count();
    open(trial, StaffDoor::languages);
    for (int language = count - 1; language >= 0; --language) choose(trial, language);
    CHECK(is_spoken(0, trial.state));
    CHECK_FALSE(is_spoken(1, trial.state));
    trial.press(Key::home);
    trial.press(Key::language);
    CHECK(trial.state.settings[Setting::language] == 0);
    CHECK(trial.said.size() < 4);
}

TEST_CASE("how the kiosk is comes with the worst first") {
    Trial trial = inside();
    CHECK(trial.state.staff.is_looking);
    Facts facts;
    facts.hottest_celsius = 40;
    facts.hands = std::vector<Facts::Hand>{};
    open(trial, StaffDoor::health);
    CHECK(trial.says(U"正在检查"));
    trial.tell(HealthSeen{std::make_shared<const Health>(examined(facts, *trial.state.languages))});
    CHECK(trial.says(U"有 1 处要处理"));
    REQUIRE(conditions(trial.state).size() == 2);
    CHECK(conditions(trial.state)[0].part == Part::hands);
    CHECK_FALSE(is_well(trial.state));
}

TEST_CASE("before the hall opens the kiosk looks at itself, and says nothing of it") {
    Trial trial = with_pin();
    HouseRules rules;
    rules.examined_at_min = 7 * 60 + 30;
    trial.tell(RulesAre{rules});
    trial.tell(MinuteIs{7 * 60 + 29});
    CHECK_FALSE(trial.want<LookAtHealth>());
    trial.tell(MinuteIs{7 * 60 + 30});
    CHECK(trial.want<LookAtHealth>());
    Facts facts;
    facts.hands = std::vector<Facts::Hand>{};
    trial.tell(HealthSeen{std::make_shared<const Health>(examined(facts, *trial.state.languages))});
    CHECK(trial.said.empty());
    CHECK(trial.wanted.empty());
    CHECK_FALSE(is_well(trial.state));
}

TEST_CASE("going back in the library is asked once more") {
    Trial trial = inside();
    trial.state.sticks.reception = Reception::library;
    open(trial, StaffDoor::articles);
    choose(trial, 2);
    CHECK_FALSE(trial.want<GoBackInLibrary>());
    CHECK(trial.says(U"再选一次"));
    trial.press(Key::up);
    choose(trial, 2);
    CHECK_FALSE(trial.want<GoBackInLibrary>());
    choose(trial, 2);
    CHECK(trial.want<GoBackInLibrary>());
}

TEST_CASE("the clock is put right by hand, and follows the machine's again once somebody has set that") {
    Trial trial = inside();
    trial.tell(MinuteIs{8 * 60 + 30});
    open(trial, StaffDoor::clock);
    CHECK(trial.says(U"日期和时间"));
    trial.press(Key::left);  // the year
    CHECK(trial.state.today == Date{2025, 10, 1});
    trial.press(Key::down);
    trial.press(Key::left);  // the month
    CHECK(trial.state.today == Date{2025, 9, 1});
    trial.press(Key::down);
    trial.press(Key::left);  // the day, into the month before
    CHECK(trial.state.today == Date{2025, 8, 31});
    trial.press(Key::up);
    trial.press(Key::right);  // a month of thirty days
    CHECK(trial.state.today == Date{2025, 9, 30});
    for (int i = 0; i < 2; ++i) trial.press(Key::down);
    for (int i = 0; i < 16; ++i) trial.press(Key::right);  // hours, past midnight
    CHECK(trial.state.today == Date{2025, 10, 1});
    CHECK(trial.state.minute_of_day == 30);
    CHECK(trial.state.house->clock_ahead_min == -365 * 24 * 60 - 8 * 60);
    trial.tell(ClockWasSet{});
    CHECK(trial.state.house->clock_ahead_min == 0);
    CHECK(trial.state.today == Date{2026, 10, 1});
    CHECK(trial.state.minute_of_day == 8 * 60 + 30);
}

TEST_CASE("a reading goes when it is chosen twice") {
    Trial trial = inside(Reception::library);
    CHECK(trial.want<LookForReadings>());
    const auto tang = *mandarin::Syllable::from_pinyin("tang2");
    trial.tell(
        ReadingsSeen{std::make_shared<const mandarin::OwnWords>(mandarin::OwnWords{{U"塘塘", {tang, tang}, 1}})});
    open(trial, StaffDoor::readings);
    CHECK(trial.says(U"塘塘"));
    choose(trial, 0);
    CHECK_FALSE(trial.want<ForgetReading>());
    CHECK(trial.says(U"再选一次"));
    choose(trial, 0);
    REQUIRE(trial.want<ForgetReading>());
    CHECK(trial.want<ForgetReading>()->word == U"塘塘");
    trial.tell(ReadingsSeen{std::make_shared<const mandarin::OwnWords>()});
    CHECK(trial.says(U"还没有自己的读音"));
}

TEST_CASE("a character that may be misread is put right where its article stands, and counts at once") {
    Trial trial = inside(Reception::library);
    open(trial, StaffDoor::articles);
    choose(trial, 0);
    choose(trial, 1);
    choose(trial, static_cast<int>(ArticleRow::doubts));
    REQUIRE(trial.want<LookForDoubts>());
    CHECK(trial.want<LookForDoubts>()->path == "养老/二.txt");

    const auto dan = *mandarin::Syllable::from_pinyin("dan1");
    const auto shan = *mandarin::Syllable::from_pinyin("shan4");
    const mandarin::LocalWord now{U"单女士", {dan, dan, dan}, 0};
    const mandarin::LocalWord better{U"单女士", {shan, dan, dan}, 0};
    const prepare::InSentence doubtful{{prepare::Finding::Kind::surname, {7, 8}, {}, {dan, shan}},
                                       U"字写错了，请找单女士签字。",
                                       {{now, dan, U"单位的单"}, {better, shan, {}}}};
    const auto doubts = std::make_shared<const Doubts>("养老/二.txt", std::vector{doubtful});
    trial.tell(DoubtsSeen{std::make_shared<const Doubts>("养老/一.txt", std::vector{doubtful})});
    CHECK(here(trial.state).page == StaffPage::article);  // that was asked of another
    trial.tell(DoubtsSeen{doubts});
    CHECK(here(trial.state).page == StaffPage::doubts);
    CHECK(trial.says(U"请找单女士签字"));
    CHECK_FALSE(trial.says(U"字写错了"));

    choose(trial, 0);
    CHECK(trial.state.screen == Screen::correcting);
    CHECK(trial.says(U"现在这样念"));
    trial.press(Key::back);
    CHECK(trial.state.screen == Screen::staff);
    choose(trial, 0);
    choose(trial, 1);
    choose(trial, 2);
    REQUIRE(trial.want<KeepReading>());
    CHECK(trial.want<KeepReading>()->word == better);
    CHECK(trial.state.screen == Screen::staff);
    CHECK(trial.says(U"从现在起就这样念"));
    trial.tell(ReadingsSeen{std::make_shared<const mandarin::OwnWords>(mandarin::OwnWords{better})});
    CHECK(staff_row(0, trial.state).value == U"单 shàn");

    choose(trial, 0);  // whoever comes back finds it as it is now
    choose(trial, 0);
    choose(trial, 2);
    CHECK_FALSE(trial.want<KeepReading>());
    choose(trial, 0);
    choose(trial, 0);
    choose(trial, 0);  // as it was before anybody put it right
    choose(trial, 2);
    REQUIRE(trial.want<ForgetReading>());
    CHECK(trial.want<ForgetReading>()->word == U"单女士");
}

TEST_CASE("what settings on a stick would change is shown first, and then taken whole") {
    Trial trial = inside(Reception::library);
    open(trial, StaffDoor::stick);
    choose(trial, static_cast<int>(StickRow::take));
    REQUIRE(trial.want<Answer>());
    CHECK(trial.want<Answer>()->word == U"请先插上U盘。");
    trial.state.sticks.there = {{1, "/media/usb"}};
    choose(trial, static_cast<int>(StickRow::take));
    CHECK(trial.want<LookForSettingsOn>());
    BroughtHouse brought;
    brought.house.idle_s = 300;
    brought.house.screen_scale = 1.5;
    brought.house.clock_ahead_min = 99;
    trial.tell(SettingsBrought{std::make_shared<const BroughtHouse>(brought)});
    CHECK(trial.says(U"3 分钟，改成 5 分钟"));
    CHECK(staff_row_count(trial.state) == 2);
    choose(trial, 0);
    CHECK_FALSE(trial.state.house->idle_s);
    choose(trial, 1);
    CHECK(trial.state.house->idle_s == 300);
    CHECK_FALSE(trial.state.house->screen_scale);
    CHECK(trial.state.house->clock_ahead_min == 0);
    CHECK(staff_title(trial.state) == U"把记录和设置存到U盘");
}

TEST_CASE("settings that a pack has brought wait in the room until somebody agrees, and are offered no more then") {
    Trial trial = inside(Reception::library);
    CHECK(trial.want<LookForWaitingSettings>());
    CHECK(staff_doors(trial.state).front() == StaffDoor::articles);
    BroughtHouse brought;
    brought.house.idle_s = 300;
    trial.tell(SettingsWait{std::make_shared<const BroughtHouse>(brought)});
    REQUIRE(staff_doors(trial.state).front() == StaffDoor::waiting);
    CHECK(trial.says(U"随内容包来的新设置"));
    CHECK(trial.says(U"有 1 处不同"));
    open(trial, StaffDoor::waiting);
    CHECK(trial.says(U"3 分钟，改成 5 分钟"));
    CHECK_FALSE(trial.state.house->idle_s);
    choose(trial, 1);
    CHECK(trial.state.house->idle_s == 300);
    CHECK(staff_doors(trial.state).front() == StaffDoor::articles);
    CHECK(here(trial.state) == StaffPlace{StaffPage::room, 0, 0});
}

TEST_CASE("whose packs are believed changes when it is chosen twice") {
    Trial trial = inside(Reception::library);
    trial.tell(TrustSeen{std::make_shared<const std::vector<TrustedKey>>(
        std::vector<TrustedKey>{{"民政局", "0123456789ABCDEF", TrustedKey::Is::offered, false},
                                {"旧的", "F", TrustedKey::Is::revoked, true}})});
    open(trial, StaffDoor::trusted);
    choose(trial, 0);
    CHECK(trial.says(U"核对编号 0123456789ABCDEF"));
    CHECK_FALSE(trial.want<SetTrust>());
    choose(trial, 0);
    REQUIRE(trial.want<SetTrust>());
    CHECK(trial.want<SetTrust>()->key.name == "民政局");
    choose(trial, 1);
    choose(trial, 1);
    CHECK_FALSE(trial.want<SetTrust>());
    REQUIRE(trial.want<Answer>());
    CHECK(trial.want<Answer>()->word.find(U"只有他们能改") != std::u32string::npos);
}

TEST_CASE("what a pack would change of the settings is told before it is taken, and is done with it") {
    Trial trial = with_pin();
    trial.state.sticks.reception = Reception::library;
    const Stick stick{1, "/media/usb"};
    trial.tell(SticksThere{{stick}});
    trial.tell(Tick{1});
    auto brings = std::make_shared<Delivered>();
    BroughtHouse brought;
    brought.house.idle_s = 300;
    brings->house = std::make_shared<const BroughtHouse>(brought);
    brings->vouched = library::Source{"柳塘街道", {2026, 9, 12}, library::Source::Proof::signature};
    trial.tell(StickLookedAt{stick, brings});
    REQUIRE(trial.state.sticks.delivery);
    CHECK(trial.state.sticks.delivery->stage == Delivery::Stage::offered);
    CHECK(details(*trial.state.sticks.delivery, words(trial.state)).find(U"3 分钟，改成 5 分钟") !=
          std::u32string::npos);
    CHECK_FALSE(trial.state.house->idle_s);
    trial.state.sticks.delivery->stage = Delivery::Stage::arriving;
    trial.tell(StickTaken{stick, brings, {}});
    CHECK(trial.state.house->idle_s == 300);
}
