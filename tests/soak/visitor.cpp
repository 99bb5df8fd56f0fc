#include "tests/soak/visitor.h"

#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "kiosk/scene/changes.h"
#include "tests/soak/rules.h"
#include "tests/support/languages.h"
#include "tests/support/scene_rules.h"

namespace tingdu::soak {
namespace {

view::Viewport viewport(int width, int height, double inches) {
    return {width, height, std::hypot(width, height) / inches / 25.4};
}

const std::array viewports = {viewport(1920, 1080, 21.5), viewport(1080, 1920, 21.5), viewport(1366, 768, 15.6),
                              viewport(3840, 2160, 32)};

/// Each key now and then, those by which one gets about more often.
const std::vector<Key>& keys() {
    static const auto all = [] {
        std::vector<Key> keys;
        for (int key = 0; key <= static_cast<int>(Key::digit_9); ++key) keys.push_back(static_cast<Key>(key));
        for (const Key often : {Key::up, Key::down, Key::left, Key::right, Key::select, Key::select, Key::select,
                                Key::next, Key::switch_choose, Key::digit_1, Key::digit_2, Key::digit_3})
            keys.insert(keys.end(), 4, often);
        return keys;
    }();
    return all;
}

/// Every second PIN is right, and now and then none can be kept.
runtime::Desk::Work desk_with(std::shared_ptr<const library::Catalogue> catalogue) {
    return [catalogue = std::move(catalogue), fetch = runtime::fetching(std::string()), has_pin = false, wrong = 0](
               const runtime::DeskOrder& order, const runtime::Desk::Deliver& deliver) mutable {
        if (std::holds_alternative<runtime::FetchArticle>(order))
            fetch(order, deliver);
        else if (std::holds_alternative<runtime::LookForPin>(order))
            deliver(app::PinIs{has_pin, wrong});
        else if (const auto* tried = std::get_if<runtime::TryPin>(&order)) {
            wrong = tried->pin.back() % 2 == 0 ? 0 : wrong + 1;
            deliver(app::PinTried{wrong == 0, wrong});
        } else if (const auto* kept = std::get_if<runtime::KeepPin>(&order)) {
            has_pin = kept->pin.front() != '9';
            if (has_pin)
                deliver(app::PinKept{});
            else
                deliver(app::PinNotKept{Error{Fault::no_space, "pin", {}}});
        } else if (std::holds_alternative<runtime::KeepHouse>(order))
            deliver(app::HouseNotKept{Error{Fault::no_space, "settled.toml", {}}});
        else if (catalogue)
            deliver(app::CatalogueRead{catalogue});
        else
            deliver(app::CatalogueFailed{Error{Fault::missing, "content", {}}});
    };
}

app::Health ill_health() {
    app::Facts facts;
    facts.hands = std::vector<app::Facts::Hand>{{"keypad", true}, {std::string(200, 'k'), false}};
    facts.hottest_celsius = 99;
    return app::examined(facts, *support::languages());
}

prepare::InSentence doubtful_in(std::mt19937_64& dice) {
    const auto syllable = *mandarin::Syllable::from_pinyin("shan4");
    prepare::InSentence doubtful{{prepare::Finding::Kind::surname, {0, 1}, {}, {syllable}}, U"单女士在这里。", {}};
    doubtful.ways.assign(dice() % 7, {{U"单女士", {3, syllable}, 0}, syllable, U"单县的单"});
    return doubtful;
}

/// What comes of what staff want in their room; nothing where it is about a stick's articles.
std::optional<app::Message> wish_of_staff(const runtime::ReceiveOrder& order, std::mt19937_64& dice) {
    using What = app::StaffFailed::What;
    const auto failed = [&](What what) {
        return app::StaffFailed{what, Error{dice() % 2 ? Fault::no_space : Fault::library_busy, "library", {}}};
    };
    const auto some = [&] { return static_cast<std::size_t>(dice() % 4 ? dice() % 3 : dice() % 40); };
    const auto settings = [&] {
        auto brought = std::make_shared<app::BroughtHouse>();
        if (dice() % 2) brought->house.idle_s = 300;
        if (dice() % 2) brought->house.languages_off = {"en"};
        if (dice() % 2) brought->errors.push_back({Fault::bad_setting, "settings.toml:3 house.idle_s", "120 to 300"});
        return brought;
    };
    if (const auto* look = std::get_if<app::LookForDoubts>(&order)) {
        if (dice() % 4 == 0) return failed(What::doubts);
        std::vector<prepare::InSentence> all(some());
        for (prepare::InSentence& each : all) do
                each = doubtful_in(dice);
            while (!app::is_correctable(each));
        return app::DoubtsSeen{std::make_shared<const app::Doubts>(look->path, std::move(all))};
    }
    if (std::holds_alternative<app::LookForReadings>(order) || std::holds_alternative<app::KeepReading>(order) ||
        std::holds_alternative<app::ForgetReading>(order)) {
        if (dice() % 4 == 0) return failed(What::readings);
        const auto syllable = *mandarin::Syllable::from_pinyin("shan4");
        return app::ReadingsSeen{
            std::make_shared<const mandarin::OwnWords>(some(), mandarin::LocalWord{U"单女士", {3, syllable}, 0})};
    }
    if (std::holds_alternative<app::LookForTrust>(order) || std::holds_alternative<app::SetTrust>(order)) {
        if (dice() % 4 == 0) return failed(What::trust);
        const auto is = static_cast<app::TrustedKey::Is>(dice() % 3);
        return app::TrustSeen{std::make_shared<const std::vector<app::TrustedKey>>(
            some(), app::TrustedKey{"柳塘街道", "0123456789ABCDEF", is, dice() % 2 == 0})};
    }
    if (std::holds_alternative<runtime::LeaveUsage>(order) || std::holds_alternative<app::SaveSettings>(order)) {
        if (dice() % 4 == 0) return failed(What::records);
        return app::RecordsSaved{std::vector<std::string>(1 + dice() % 3, "听读日志.csv")};
    }
    if (std::holds_alternative<app::LookForSettingsOn>(order)) {
        if (dice() % 4 == 0) return failed(What::settings);
        return app::SettingsBrought{settings()};
    }
    if (std::holds_alternative<app::LookForWaitingSettings>(order))
        return app::SettingsWait{dice() % 2 ? settings() : nullptr};
    return std::nullopt;
}

/// What comes of a stick, whatever is on it: anything, with remarks of any length.
runtime::Receiver::Work receiving_anything(std::mt19937_64& dice) {
    return [&dice](const runtime::ReceiveOrder& order, const runtime::Receiver::Deliver& deliver) {
        if (auto message = wish_of_staff(order, dice)) return deliver(std::move(*message));
        if (std::holds_alternative<app::GoBackInLibrary>(order)) {
            if (dice() % 2)
                deliver(app::LibraryWentBack{});
            else
                deliver(app::LibraryStayed{Error{Fault::no_library_before, "library", {}}});
            return;
        }
        const Stick stick = std::visit(
            [](const auto& any) {
                if constexpr (requires { Stick(any.stick); })
                    return any.stick;
                else
                    return Stick{};
            },
            order);
        auto all = std::make_shared<app::Delivered>();
        for (std::size_t* count : {&all->fresh, &all->replaced, &all->unchanged, &all->refused, &all->others})
            *count = dice() % 4 == 0 ? dice() % 100'000 : dice() % 3;
        all->changes_library = dice() % 4 > 0;
        for (std::size_t i = dice() % 40; i > 0; --i) {
            std::string name;
            for (std::size_t part = 1 + dice() % 30; part > 0; --part) name += dice() % 3 ? "停水" : "notice ";
            const Error error{dice() % 2 ? Fault::kind_not_taken : Fault::damaged, name + ".pdf", {}};
            const text::Problem problem{text::Problem::Kind::picture_missing, 3, name + ".png"};
            if (dice() % 3 == 0) {
                all->remarks.push_back({name, 3, doubtful_in(dice)});
            } else if (dice() % 2)
                all->remarks.push_back({name, 0, error});
            else
                all->remarks.push_back({name, dice() % 9, problem});
        }
        all->remark_count = all->remarks.size();
        for (std::size_t done = 0; done < 5; ++done) deliver(app::StickProgress{stick, done * 100, done ? 400U : 0U});
        const Error error{dice() % 2 ? Fault::source_gone : Fault::no_space, "usb", {}};
        if (dice() % 4 == 0)
            deliver(app::StickFailed{stick, error, all});
        else if (std::holds_alternative<app::LookAtStick>(order))
            deliver(app::StickLookedAt{stick, all});
        else if (std::holds_alternative<app::TakeStick>(order))
            deliver(app::StickTaken{stick, all, {}});
        else
            deliver(app::WentBack{stick});
    };
}

}  // namespace

struct Visitor::Deed {
    int weight;
    void (Visitor::*act)();
};

Visitor::Visitor(std::uint64_t seed, std::shared_ptr<const library::Catalogue> catalogue)
    : dice_(seed),
      delays_(seed),
      file_(*platform::map_file(std::string(TINGDU_SOURCE_DIR) + "/voices/mandarin/lexicon.bin")),
      lexicon_(*mandarin::Lexicon::over(file_->bytes())),
      workshop_(runtime::saying([this]() -> mandarin::Knowledge { return lexicon_; }, murmur_)),
      desk_(desk_with(std::move(catalogue)), [this] { return delays_() % 4 == 0; }),
      pictures_(runtime::making_pictures(std::string()), [this] { return delays_() % 4 == 0; }),
      receiver_(receiving_anything(delays_), [this] { return delays_() % 8 == 0; }),
      checkup_(runtime::examining(ill_health), [this] { return delays_() % 16 == 0; }),
      kiosk_(speaker_, workshop_, desk_, pictures_, support::languages(), std::string(), std::nullopt),
      viewport_(viewports.front()) {
    kiosk_.day_is(today_);
    kiosk_.watch_sticks(sticks_, &receiver_);
    kiosk_.ask_of_health(checkup_);
    kiosk_.keep_pin_in("pin");
    kiosk_.rules_are({{{21 * 60, 7 * 60, -6}},
                      seed % 2 == 0 ? app::HouseRules::Unplugged::silent : app::HouseRules::Unplugged::goes_on});
    pass(16);
}

std::string Visitor::step() {
    static constexpr std::array deeds = {
        Deed{40, &Visitor::press_keys},
        Deed{12, &Visitor::move_switch},
        Deed{20, &Visitor::tap},
        Deed{2, &Visitor::hold},
        Deed{4, &Visitor::drag},
        Deed{6, &Visitor::touch_anyhow},
        Deed{10, &Visitor::wait_a_frame},
        Deed{10, &Visitor::wait_a_little},
        Deed{1, &Visitor::wait_long},
        Deed{1, &Visitor::go_away},
        Deed{1, &Visitor::look_elsewhere},
        Deed{1, &Visitor::change_sound},
        Deed{2, &Visitor::plug_headphones},
        Deed{1, &Visitor::plug_often},
        Deed{1, &Visitor::let_time_pass},
        Deed{1, &Visitor::go_to_bed},
        Deed{4, &Visitor::foresee},
        Deed{2, &Visitor::change_sticks},
        Deed{1, &Visitor::plug_in_what_is_shut},
    };
    constexpr int weights = [] {
        int sum = 0;
        for (const Deed& deed : deeds) sum += deed.weight;
        return sum;
    }();
    int left = below(weights);
    for (const Deed& deed : deeds) {
        left -= deed.weight;
        if (left >= 0) continue;
        (this->*deed.act)();
        break;
    }
    pass(16);
    return what_does_not_hold();
}

std::string Visitor::visit() {
    constexpr int apart_ms = 180'000;
    const std::int64_t next_ms = now_ms_ + apart_ms;
    const std::int64_t leaves_ms = now_ms_ + 10'000 + below(120'000);
    look_at_the_clock();
    while (now_ms_ < leaves_ms)
        if (std::string broken = step(); !broken.empty()) return broken;
    tell("leaves");
    if (now_ms_ < next_ms) pass(static_cast<int>(next_ms - now_ms_), 500);
    return what_does_not_hold();
}

std::string Visitor::what_does_not_hold() {
    return std::exchange(seen_otherwise_, {}) + broken_rules({kiosk_.state(), scene_, viewport_, measure_});
}

/// It goes with the time that passes, from eight on a Monday; seldom it has lost its battery, or somebody has set it
/// wrong.
void Visitor::look_at_the_clock() {
    constexpr int minutes_of_day = 24 * 60;
    const auto minutes = static_cast<int>(now_ms_ / 60'000) + 8 * 60;
    Date day{2026, 10, 5 + minutes / minutes_of_day % 20};
    if (below(100) == 0)
        day = std::array{Date{1970, 1, 1}, Date{2038, 1, 19}, Date{2025, 2, 28}}[static_cast<std::size_t>(below(3))];
    tell("it is " + std::to_string(day.year) + "-" + std::to_string(day.month) + "-" + std::to_string(day.day) +
         ", minute " + std::to_string(minutes % minutes_of_day));
    kiosk_.day_is(day);
    kiosk_.time_is(minutes % minutes_of_day);
}

std::string Visitor::story() const {
    std::string all;
    for (const std::string& deed : story_) all += "  " + deed + "\n";
    return all;
}

// Deeds.

/// Some keys mean more when they are pressed again.
void Visitor::press_keys() {
    const Key key = keys()[static_cast<std::size_t>(below(static_cast<int>(keys().size())))];
    const int times = below(4) == 0 ? 2 + below(2) : 1;
    tell("key " + std::to_string(static_cast<int>(key)) + " " + std::to_string(times) + " times");
    for (int i = 0; i < times; ++i) {
        on(KeyDown{key});
        pass(16);
    }
}

void Visitor::move_switch() {
    tell("switch");
    on(KeyDown{Key::switch_move});
}

void Visitor::tap() {
    const auto [x, y, width, height] = somewhere();
    tell("tap " + std::to_string(x) + " " + std::to_string(y));
    on(fingers_.down(0, x, y));
    pass(16);
    on(fingers_.up(0, x, y));
}

void Visitor::hold() {
    const auto [x, y, width, height] = somewhere();
    tell("hold " + std::to_string(x) + " " + std::to_string(y));
    on(fingers_.down(0, x, y));
    pass(2000);
    on(fingers_.up(0, x, y));
}

void Visitor::drag() {
    const auto from = somewhere();
    const auto to = somewhere();
    tell("drag " + std::to_string(from.x) + " " + std::to_string(from.y) + " to " + std::to_string(to.x) + " " +
         std::to_string(to.y));
    on(fingers_.down(0, from.x, from.y));
    for (int i = 1; i <= 4; ++i) {
        on(fingers_.moved(0, from.x + (to.x - from.x) * i / 4, from.y + (to.y - from.y) * i / 4));
        pass(16);
    }
    on(fingers_.up(0, to.x, to.y));
}

/// Fingers come, move and go as they like, two of them.
void Visitor::touch_anyhow() {
    const auto [x, y, width, height] = somewhere();
    const int finger = below(5) == 0 ? 1 : 0;
    const int what = below(3);
    tell((what == 0 ? "down " : what == 1 ? "move " : "up ") + std::to_string(x) + " " + std::to_string(y));
    on(what == 0 ? fingers_.down(finger, x, y) : what == 1 ? fingers_.moved(finger, x, y) : fingers_.up(finger, x, y));
}

void Visitor::wait_a_frame() {
    tell("a frame");
}

void Visitor::wait_a_little() {
    const int ms = 100 + below(3000);
    tell("wait " + std::to_string(ms));
    pass(ms, 50);
}

void Visitor::wait_long() {
    tell("wait 20 s");
    pass(20'000, 100);
}

/// Until whoever was there is asked for, or thought gone.
void Visitor::go_away() {
    tell("nobody");
    pass(below(2) == 0 ? 185'000 : 240'000, 500);
}

/// A screen of another size, or turned; fingers do not stay on it.
void Visitor::look_elsewhere() {
    viewport_ = viewports[static_cast<std::size_t>(below(static_cast<int>(viewports.size())))];
    seen_.reset();
    tell("screen " + std::to_string(viewport_.width_px) + "x" + std::to_string(viewport_.height_px));
    on(TouchLost{});
    on(Resized{viewport_.width_px, viewport_.height_px});
    fingers_ = platform::Fingers(viewport_.px_per_mm);
}

void Visitor::change_sound() {
    has_sound_ = !has_sound_;
    tell(has_sound_ ? "sound back" : "sound lost");
    speaker_.set_device(has_sound_ ? platform::Device::live : platform::Device::lost);
}

void Visitor::plug_headphones() {
    has_headphones_ = !has_headphones_;
    tell(has_headphones_ ? "headphones in" : "headphones out");
    has_headphones_ ? speaker_.plug_headphones() : speaker_.pull_headphones();
}

/// A loose contact.
void Visitor::plug_often() {
    tell("headphones in and out");
    for (int i = 0; i < 20; ++i) {
        i % 2 == 0 ? speaker_.plug_headphones() : speaker_.pull_headphones();
        pass(48);
    }
    has_headphones_ = false;
}

/// Into the hours when the hall wants it quiet, or out of them.
void Visitor::let_time_pass() {
    const int minute = below(24 * 60);
    tell("it is minute " + std::to_string(minute));
    kiosk_.time_is(minute);
}

void Visitor::go_to_bed() {
    tell("another day");
    today_.day = today_.day % 28 + 1;
    if (today_.day == 1) today_.month = today_.month % 12 + 1;
    if (today_.day == 1 && today_.month == 1) today_.year = 2026 + below(5);
    kiosk_.day_is(today_);
}

/// One more, as long as somebody finds a socket, or any of them out.
void Visitor::change_sticks() {
    const int count = static_cast<int>(sticks_.count());
    const bool plugs = count == 0 || (count < 3 && below(2) == 0);
    tell(plugs ? "stick plugged" : "stick pulled");
    if (plugs)
        sticks_.plug("/media/" + std::string(static_cast<std::size_t>(1 + below(80)), 'x'));
    else
        sticks_.pull(static_cast<std::size_t>(below(count)));
}

/// A keyboard that the kiosk may not listen to.
void Visitor::plug_in_what_is_shut() {
    tell("a keyboard that is shut");
    kiosk_.hand_is_shut(below(2) == 0 ? "USB Keypad" : std::string(static_cast<std::size_t>(1 + below(80)), 'x'));
}

void Visitor::foresee() {
    tell("look ahead");
    kiosk_.look_ahead(scene_);
}

// The loop.

/// On a target two times of three, else anywhere.
scene::Rect Visitor::somewhere() {
    scene::Rect within = support::whole(scene_);
    if (!scene_.targets.empty() && below(3) > 0)
        within = scene_.targets[static_cast<std::size_t>(below(static_cast<int>(scene_.targets.size())))].rect;
    return {within.x + below(within.width), within.y + below(within.height), 0, 0};
}

void Visitor::pass(int ms, int slice_ms) {
    for (int passed = 0; passed < ms; passed += slice_ms) {
        now_ms_ += slice_ms;
        speaker_.advance(static_cast<std::size_t>(slice_ms) * sample_rate_hz / 1000);
        (void)kiosk_.turn(now_ms_);
    }
    look();
}

/// The screen is painted anew only when something looks otherwise: then nothing else may be drawn otherwise.
void Visitor::look() {
    const app::State& now = kiosk_.state();
    scene::Scene scene = eyes_.look(now, viewport_);
    const bool rests = !eyes_.is_gliding(now.now_ms) && view::Eyes::breath(now, viewport_) == 0;
    if (rests && seen_ && view::looks_alike(*seen_, now) && scene::changed(scene_, scene).width > 0)
        seen_otherwise_ += "drawn otherwise, though nothing was to be seen that was other\n";
    scene_ = std::move(scene);
    seen_ = rests ? std::optional(now) : std::nullopt;
    kiosk_.provide(scene_);
}

void Visitor::on(const std::optional<InputEvent>& event) {
    if (event) kiosk_.on(*event, scene_);
}

void Visitor::tell(const std::string& what) {
    constexpr std::size_t most = 20;
    story_.push_back(what);
    if (story_.size() > most) story_.pop_front();
}

}  // namespace tingdu::soak
