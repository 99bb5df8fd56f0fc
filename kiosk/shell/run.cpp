// run: the kiosk itself, behind real doors.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/machine/machine.h"
#include "kiosk/platform/service/service.h"
#include "kiosk/runtime/caretaker.h"
#include "kiosk/runtime/inbox.h"
#include "kiosk/runtime/kiosk.h"
#include "kiosk/runtime/report.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/config.h"
#include "kiosk/shell/ending.h"
#include "kiosk/shell/health.h"
#include "kiosk/shell/house_file.h"
#include "kiosk/shell/kept.h"
#include "kiosk/shell/languages.h"
#include "kiosk/shell/pack.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/root.h"
#include "kiosk/shell/senses.h"
#include "kiosk/shell/tell.h"
#include "kiosk/view/eyes.h"

namespace tingdu::shell {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// A frame of a 60 Hz screen: how often the loop turns while something moves.
constexpr int frame_ms = 16;
/// While words are heard it turns when the next one is due. Not more often than so: a device may hesitate before it.
constexpr int soonest_ms = 2;
/// How often it turns when nothing happens: the sound must be watched, notices must go.
constexpr int idle_ms = 100;
/// The voice goes before the picture: for so long the first sound of a new line is waited for.
constexpr auto voice_first = 4ms;
/// A library that the power was cut from is mended at the start, however many articles there are.
constexpr std::chrono::milliseconds longest_mending = 5min;
/// What opens voices and the screen may hang.
constexpr std::chrono::milliseconds longest_opening = 1min;

/// Something in the folder that a service has while the machine is on: systemd.exec(5), RuntimeDirectory=.
std::optional<std::string> of_service(const std::string& name) {
    const char* folder = std::getenv("RUNTIME_DIRECTORY");
    return folder && *folder ? std::optional(std::string(folder) + "/" + name) : std::nullopt;
}

std::uint64_t drawn_luck() {
    std::random_device chance;
    return std::uint64_t{chance()} << 32U | chance();
}

/// A kiosk serves with what it has: what cannot be read is told, and the normal settings hold.
Config config_or_normal(const std::optional<std::string>& path) {
    const auto config = find_config(path);
    if (config) return *config;
    tell_error(config.error());
    return {};
}

std::tm local_time() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    return local;
}

/// Whether somebody has set the machine's clock: it goes otherwise then than time passes.
class WallClock {
  public:
    /// Since this was asked last.
    bool was_set() {
        const std::int64_t now_ms = ahead_ms();
        constexpr std::int64_t least_ms = 30'000;
        const bool jumped = std::abs(now_ms - ahead_ms_) >= least_ms;
        ahead_ms_ = now_ms;
        return jumped;
    }

  private:
    static std::int64_t ahead_ms() {
        const auto of = [](clockid_t clock) {
            timespec now{};
            ::clock_gettime(clock, &now);
            return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
        };
        return of(CLOCK_REALTIME) - of(CLOCK_BOOTTIME);
    }

    std::int64_t ahead_ms_ = ahead_ms();
};

/// What may not be listened to is told, once each time it is plugged in.
class Hands {
  public:
    void tell_of_shut(runtime::Kiosk& kiosk, std::int64_t now_ms) {
        const auto devices = watch_.changed(now_ms);
        if (!devices) return;
        std::vector<std::string> shut;
        for (const platform::HandDevice& device : *devices) {
            if (device.opens) continue;
            shut.push_back(device.name);
            if (std::ranges::find(shut_, device.name) != shut_.end()) continue;
            kiosk.hand_is_shut(device.name);
            if (const auto* words = words_of_environment())
                tell(to_utf8(words->say(wording::Phrase::hands_shut, {{"name", from_utf8(device.name)}})));
        }
        shut_ = std::move(shut);
    }

  private:
    platform::HandWatch watch_;
    std::vector<std::string> shut_;
};

/// A library that cannot be read is as good as none: the kiosk says that there is nothing to read, and whom to tell.
Result<runtime::Content> content_or_nothing(const ContentOptions& options, const Resources& resources) {
    auto content = find_content_to_be(options, resources);
    if (content || !options.library) return content;
    tell_error(content.error());
    return runtime::Content(*options.library, runtime::Content::Kind::library);
}

/// Draws, and keeps the voice fed. That it lives is told while it turns, and that the synthesis is stuck when it is.
class Loop {
  public:
    Loop(platform::Display& display, Keys& keys, Settled& settled, Checkups& checkups, runtime::Kiosk& kiosk,
         const Synthesis& synthesis, platform::Service& service)
        : display_(display),
          keys_(keys),
          settled_(settled),
          checkups_(checkups),
          kiosk_(kiosk),
          synthesis_(synthesis),
          service_(service),
          eyes_(display.measure()) {}

    void turn_until_asked_to_end() {
        turn();
        service_.is_ready();
        while (times_asked_to_end() == 0 && !closed_) live();
        service_.is_ending();
        is_ending_ = true;
        kiosk_.close();
        for (const auto since = Clock::now(); times_asked_to_end() == 1 && Clock::now() - since < longest_goodbye;) {
            live();
            if (!kiosk_.is_busy()) break;
        }
    }

  private:
    void live() {
        if (synthesis_.has_been_at_it() <= longest_work())
            service_.lives(now_ms());
        else if (!is_ending_)
            service_.hangs();
        turn();
    }

    /// A sentence takes milliseconds to make. Whoever is at one for nearly as long as the service may be silent will
    /// not be done with it any more.
    [[nodiscard]] std::chrono::milliseconds longest_work() const {
        return std::chrono::milliseconds(service_.interval_ms() * 4 / 5);
    }

    void turn() {
        hands_.tell_of_shut(kiosk_, now_ms());
        bool touched = false;
        for (const InputEvent& event : display_.wait(patience_ms())) {
            if (std::holds_alternative<Quit>(event)) closed_ = true;
            if (std::holds_alternative<Resized>(event)) must_paint_ = true;
            kiosk_.on(event, scene_);
            touched = touched || !std::holds_alternative<KeyUp>(event);
        }
        const std::tm now = local_time();
        if (clock_.was_set()) kiosk_.clock_was_set();
        kiosk_.day_is({now.tm_year + 1900, now.tm_mon + 1, now.tm_mday});
        kiosk_.time_is(now.tm_hour * 60 + now.tm_min);
        listen();
        keys_.learn_from(kiosk_.state());
        settled_.keep(kiosk_.state());
        checkups_.tell_of(kiosk_.state(), kiosk_.usage());
        if (touched)
            for (const auto since = Clock::now(); kiosk_.is_busy() && Clock::now() - since < voice_first;) {
                std::this_thread::sleep_for(200us);
                listen();
            }
        look();
        kiosk_.provide(scene_);
    }

    [[nodiscard]] int patience_ms() const {
        if (must_paint_) return 0;
        if (eyes_.is_gliding(now_ms())) return frame_ms;
        return std::clamp(kiosk_.meets_next_in_ms().value_or(idle_ms), soonest_ms, idle_ms);
    }

    void listen() {
        for (const runtime::Heard& heard : kiosk_.turn(now_ms())) runtime::report(heard, tell);
    }

    void look() {
        const platform::ScreenSize size = display_.size();
        const app::State& state = kiosk_.state();
        const view::Viewport viewport{size.width_px, size.height_px,
                                      size.px_per_mm * state.house->screen_scale.value_or(1)};
        const int breath = view::Eyes::breath(state, viewport);
        const bool is_true_still =
            viewport == viewport_ && breath == breath_ && !gliding_ && view::looks_alike(state, seen_);
        if (!must_paint_ && is_true_still) return;
        gliding_ = eyes_.is_gliding(now_ms());
        scene_ = eyes_.look(state, viewport);
        gliding_ = gliding_ || eyes_.is_gliding(now_ms());
        display_.present(scene_);
        runtime::report_missing(display_.take_missing_glyphs(), tell);
        seen_ = state;
        viewport_ = viewport;
        breath_ = breath;
        must_paint_ = false;
        kiosk_.look_ahead(scene_);
    }

    [[nodiscard]] std::int64_t now_ms() const {
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_).count();
    }

    platform::Display& display_;
    Keys& keys_;
    Settled& settled_;
    Checkups& checkups_;
    runtime::Kiosk& kiosk_;
    const Synthesis& synthesis_;
    platform::Service& service_;
    Hands hands_;
    WallClock clock_;
    view::Eyes eyes_;
    scene::Scene scene_;
    app::State seen_;  // what the picture on the screen shows
    view::Viewport viewport_;
    int breath_ = 0;
    Clock::time_point began_ = Clock::now();
    bool must_paint_ = true;
    bool gliding_ = false;
    bool closed_ = false;
    bool is_ending_ = false;
};

}  // namespace

Result<void> run(const RunOptions& options) {
    platform::Service service;
    listen_for_the_end();
    const Config config = config_or_normal(options.config);
    const auto resources = find_resources();
    if (!resources) return tl::unexpected(resources.error());
    service.waits(longest_mending.count(), "looking after the library");
    const auto content = content_or_nothing(options.content, *resources);
    service.waits(longest_opening.count(), "opening");
    if (!content) return tl::unexpected(content.error());
    const auto fonts = find_fonts(*resources);
    if (!fonts) return tl::unexpected(fonts.error());
    const Mouth mouth = open_mouth(config, *resources);
    runtime::ReadingsFile own = readings_in(*content, *resources);
    const auto repertoire = open_legible(*fonts, *resources->languages);
    const auto say = [&] {
        say_that_nothing_is_shown(
            mouth, [&own] { return own.now(); }, *resources->languages);
    };
    if (!repertoire) {
        say();
        return tl::unexpected(repertoire.error());
    }
    const auto display = await_display({.window_px = options.window_px,
                                        .diagonal_in = config.diagonal_in,
                                        .turn = config.turn,
                                        .pad = config.pad,
                                        .double_strike_ms = config.double_strike_ms},
                                       *fonts, service, say);
    if (times_asked_to_end() > 0) return {};
    if (!display) return tl::unexpected(display.error());

    const auto wake = [&display] { (*display)->wake(); };
    Synthesis workshop(runtime::saying([&own] { return own.now(); }, *mouth.synthesizer), wake);
    std::stop_source leaving;  // nobody waits then for what is still being read or taken in
    runtime::ThreadWorker<runtime::DeskOrder, app::Message> desk(runtime::fetching(*content, leaving.get_token()),
                                                                 wake);
    runtime::ThreadWorker<runtime::MakePicture, app::Message> pictures(
        runtime::making_pictures(*content, leaving.get_token()), wake);
    runtime::Kiosk kiosk(*mouth.speaker, workshop, desk, pictures, resources->languages, *content, options.open);
    const auto media = platform::watch_and_mount({config.stick_folders, of_service("receipts").value_or(std::string())},
                                                 config.own_mounts);
    const runtime::Keyring keys{config.keys, state_file("trusted")};
    runtime::ThreadWorker<runtime::ReceiveOrder, app::Message> receiver(
        runtime::receiving({content->path,
                            resources->lexicon,
                            *repertoire,
                            resources->languages,
                            leaving.get_token(),
                            [&media](const Stick& stick, const platform::Media::Write& write) {
                                return media->while_writable(stick, write);
                            },
                            keys,
                            told_lately,
                            {written_house, read_house}}),
        wake);
    kiosk.watch_sticks(*media, content->kind == runtime::Content::Kind::library ? &receiver : nullptr);
    runtime::ThreadWorker<app::LookAtHealth, app::Message> checkup(
        runtime::examining([&] { return health_by_doctor(options.config, *content, *resources->languages); }), wake);
    kiosk.ask_of_health(checkup);
    std::optional<runtime::Caretaker> caretaker;
    if (content->kind == runtime::Content::Kind::library) caretaker.emplace(content->path, tell_error);
    std::optional<runtime::InboxWatch> inbox;
    if (!config.inbox.empty() && content->kind == runtime::Content::Kind::library)
        inbox.emplace(runtime::InboxOrder{config.inbox, content->path, keys}, resources->lexicon, tell_inbox_news);
    Keys learned(config, **display, desk);
    learned.tell(kiosk);
    kiosk.rules_are(config.rules);
    kiosk.luck_is(drawn_luck());
    const std::string bookmarks = config.bookmarks.value_or(state_file("bookmarks.tsv"));
    if (!bookmarks.empty()) kiosk.keep_bookmarks_in(bookmarks);
    // What must be known only if the program breaks off.
    if (const auto standing = of_service("visit")) kiosk.keep_standing_in(*standing);
    if (const std::string usage = state_file("usage.tsv"); !usage.empty()) kiosk.keep_usage_in(usage);
    Settled settled(config, desk);
    settled.tell(kiosk);
    if (const std::string pin = config.pin.value_or(state_file("pin")); !pin.empty()) kiosk.keep_pin_in(pin);
    if (options.begin == RunOptions::Begin::wizard) kiosk.learn_keys();
    Checkups checkups(config.metrics, desk);
    Loop(**display, learned, settled, checkups, kiosk, workshop, service).turn_until_asked_to_end();
    leaving.request_stop();
    end_at_the_latest_in(3);
    return {};
}

}  // namespace tingdu::shell
