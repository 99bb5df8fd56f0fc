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

#include <signal.h>
#include <unistd.h>

#include "kiosk/base/utf8.h"
#include "kiosk/platform/display/connector.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/machine/machine.h"
#include "kiosk/platform/service/service.h"
#include "kiosk/platform/sound/mute_speaker.h"
#include "kiosk/platform/synthesizer/mute_synthesizer.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/runtime/caretaker.h"
#include "kiosk/runtime/inbox.h"
#include "kiosk/runtime/kiosk.h"
#include "kiosk/runtime/report.h"
#include "kiosk/runtime/voice.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/config.h"
#include "kiosk/shell/health.h"
#include "kiosk/shell/house_file.h"
#include "kiosk/shell/languages.h"
#include "kiosk/shell/pack.h"
#include "kiosk/shell/resources.h"
#include "kiosk/shell/root.h"
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
/// A sentence takes milliseconds to make. Whoever is at one for so long will not be done with it any more.
constexpr auto stuck = 3s;
/// A library that the power was cut from is mended at the start, however many articles there are.
constexpr std::chrono::milliseconds longest_mending = 5min;
/// What opens voices and the screen may hang.
constexpr std::chrono::milliseconds longest_opening = 1min;
/// How often a screen is looked for where there is none.
constexpr auto between_looks = 1s;
/// How long one is tried for that is there and cannot be drawn on.
constexpr auto longest_hope = 20s;
/// How long nothing is said of it, and then again.
constexpr auto unsaid = 5s;
constexpr auto between_sayings = 2min;
/// A goodbye with a number in it takes half as long.
constexpr auto longest_goodbye = 12s;

/// How often. Who asks twice does not wait for a goodbye, nor does who sits at the keyboard and asks once.
volatile sig_atomic_t asked_to_end = 0;

void listen_for_the_end() {
    struct sigaction action {};
    action.sa_handler = [](int signal) { asked_to_end = asked_to_end + (signal == SIGINT ? 2 : 1); };
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) ::sigaction(signal, &action, nullptr);
}

/// A stick that has hung keeps a thread in a read that may never come back. The system lets go of both with the
/// process, and whatever is written by then is whole at every moment.
void end_at_the_latest_in(unsigned seconds) {
    ::signal(SIGALRM, [](int) { ::_exit(0); });
    ::alarm(seconds);
}

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

/// What is wrong with the file is told, and left out.
Bindings learned_keys(const std::string& path) {
    constexpr std::size_t largest = 1U << 20U;
    if (!platform::stamp_of(path)) return {};
    const auto bytes = platform::read_file(path, largest);
    if (!bytes) {
        tell_error(bytes.error());
        return {};
    }
    auto read = read_keys({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, platform::name_in(path));
    for (const Error& error : read.errors) tell_error(error);
    return read.bindings;
}

/// The same of what staff have settled.
app::House house_in(const std::string& path) {
    constexpr std::size_t largest = 16U << 20U;
    if (!platform::stamp_of(path)) return {};
    const auto bytes = platform::read_file(path, largest);
    if (!bytes) {
        tell_error(bytes.error());
        return {};
    }
    auto read = read_house({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, platform::name_in(path));
    for (const Error& error : read.errors) tell_error(error);
    return read.house;
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

/// What single keys have been bound to counts at once, and what of it has been learned is kept.
class Keys {
  public:
    /// The doors must outlive it.
    Keys(const Config& config, platform::Display& display, runtime::Desk& desk)
        : configured_(config.bindings),
          path_(config.learned.value_or(state_file("keys.toml"))),
          display_(display),
          desk_(desk) {}

    void tell(runtime::Kiosk& kiosk) {
        kiosk.keys_are(configured_, learned_keys(path_));
        known_ = kiosk.state().keypad.learned;
        bind();
    }

    void learn_from(const app::State& state) {
        if (state.keypad.learned == known_) return;
        known_ = state.keypad.learned;
        bind();
        desk_.order(runtime::KeepKeys{path_, written_keys(*known_)});
    }

  private:
    void bind() {
        Bindings all = configured_;
        all.insert(all.end(), known_->begin(), known_->end());
        display_.bind(std::move(all));
    }

    Bindings configured_;
    std::shared_ptr<const Bindings> known_;
    std::string path_;
    platform::Display& display_;
    runtime::Desk& desk_;
};

/// What staff settle counts at once, and is kept.
class Settled {
  public:
    /// The desk must outlive it.
    Settled(const Config& config, runtime::Desk& desk)
        : path_(config.settled.value_or(state_file("settled.toml"))), desk_(desk) {}

    void tell(runtime::Kiosk& kiosk) {
        kiosk.house_is(house_in(path_));
        known_ = kiosk.state().house;
    }

    void keep(const app::State& state) {
        if (state.house == known_) return;
        known_ = state.house;
        if (!path_.empty()) desk_.order(runtime::KeepHouse{path_, written_house(*known_)});
    }

  private:
    std::shared_ptr<const app::House> known_;
    std::string path_;
    runtime::Desk& desk_;
};

/// How the kiosk is, each time somebody has looked: what is ill is told, and all of it measured.
class Checkups {
  public:
    /// The desk must outlive it.
    Checkups(std::string metrics, runtime::Desk& desk) : metrics_(std::move(metrics)), desk_(desk) {}

    void tell_of(const app::State& state, const app::Usage& usage) {
        const bool is_used_otherwise = !metrics_.empty() && usage.revision() != counted_;
        if (state.staff.health == known_ && !is_used_otherwise) return;
        counted_ = usage.revision();
        const bool is_new = state.staff.health != known_;
        known_ = state.staff.health;
        std::size_t articles = 0;
        if (state.catalogue)
            for (const library::Subject& subject : state.catalogue->subjects) articles += subject.entries.size();
        if (is_new)
            for (const app::Condition& condition : app::conditions(state))
                if (condition.state == app::Condition::State::ill) tell(to_utf8(condition.told));
        if (!metrics_.empty())
            desk_.order(runtime::KeepMetrics{
                metrics_, metrics_of(known_ ? *known_ : app::Health(), articles, app::sum_of(usage))});
    }

  private:
    std::shared_ptr<const app::Health> known_;
    std::uint64_t counted_ = 0;  ///< the usage's revision
    std::string metrics_;
    runtime::Desk& desk_;
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

/// Where nobody would ever notice: what is kept there fails in silence.
void tell_of_shut_metrics(const Config& config) {
    const std::string folder = platform::folder_of(config.metrics);
    if (!config.metrics.empty() && !platform::may_write(folder)) tell_error({Fault::unwritable, folder, {}});
}

/// A library that cannot be read is as good as none: the kiosk says that there is nothing to read, and whom to tell.
Result<runtime::Content> content_or_nothing(const ContentOptions& options, const Resources& resources) {
    auto content = find_content_to_be(options, resources);
    if (content || !options.library) return content;
    tell_error(content.error());
    return runtime::Content(*options.library, runtime::Content::Kind::library);
}

using Synthesis = runtime::ThreadWorker<runtime::SayOrder, runtime::SayProduct>;

struct Mouth {
    std::unique_ptr<platform::Speaker> speaker;
    std::unique_ptr<platform::Synthesizer> synthesizer;
};

/// Where the voices that are shipped cannot be used the engine's own speak; without an engine the kiosk serves the eyes
/// alone, and says on the screen that there is no sound.
Mouth open_mouth(const Config& config, const Resources& resources) {
    platform::Cast cast = find_cast(resources);
    auto synthesizer = platform::open_synthesizer(cast);
    if (!synthesizer) {
        tell_error(synthesizer.error());
        cast.profiles.clear();
        synthesizer = platform::open_synthesizer(cast);
    }
    if (!synthesizer) return {platform::open_mute_speaker(), platform::mute_synthesizer()};
    return {platform::open_speaker(config.sound, platform::watch_jack(config.jack)), std::move(*synthesizer)};
}

/// A font that lacks the very greeting is as good as none: all would be boxes.
Result<platform::Repertoire> legible(Result<platform::Repertoire> repertoire, const platform::FontChain& fonts,
                                     const wording::Languages& languages) {
    if (!repertoire) return repertoire;
    const auto is_shown = [&](char32_t c) { return c <= U' ' || (*repertoire)(c); };
    if (std::ranges::all_of(languages[0][wording::Phrase::greeting], is_shown)) return repertoire;
    return fail(Fault::no_font, fonts.regular.front().path);
}

/// Where nothing is shown the ears are told, in each language.
void say_that_nothing_is_shown(const Mouth& mouth, runtime::Knowing knowing, const wording::Languages& languages) {
    Synthesis workshop(runtime::saying(std::move(knowing), *mouth.synthesizer), [] {});
    runtime::Voice voice(*mouth.speaker, workshop);
    std::vector<app::Prompt> prompts;
    for (int language = 0; language < languages.count(); ++language)
        prompts.push_back(
            {std::u32string(languages[language][wording::Phrase::nothing_shown]), languages.spoken(language), {}, {}});
    voice.say(prompts, {});
    for (const auto since = Clock::now(); voice.is_busy() && !asked_to_end && Clock::now() - since < longest_goodbye;) {
        for (const runtime::Heard& heard : voice.tick()) runtime::report(heard, tell);
        std::this_thread::sleep_for(10ms);
    }
}

/// A screen may be switched on after the machine, and one whose driver is late be drawn on in a while. Where nobody
/// watches over the kiosk, somebody stands before it. `say` tells whoever is there meanwhile.
Result<std::unique_ptr<platform::Display>> await_display(const platform::DisplayWish& wish,
                                                         const platform::FontChain& fonts, platform::Service& service,
                                                         const std::function<void()>& say) {
    auto display = platform::open_display(wish, fonts);
    const auto is_missing = [&] { return !display && display.error().fault == Fault::no_display; };
    if (!is_missing() || !service.is_watched()) return display;
    tell_error(display.error());
    auto hoped = Clock::now();
    for (auto say_at = hoped + unsaid; is_missing() && !asked_to_end && Clock::now() - hoped < longest_hope;) {
        service.waits(std::chrono::milliseconds(3 * longest_goodbye).count(), "waiting for a screen");
        std::this_thread::sleep_for(between_looks);
        display = platform::open_display(wish, fonts);
        if (platform::may_come_yet()) hoped = Clock::now();
        if (!is_missing() || Clock::now() < say_at) continue;
        say();
        say_at = Clock::now() + between_sayings;
    }
    return display;
}

/// Draws, and keeps the voice fed. That it lives is told while it turns and the synthesis is not stuck.
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
        while (!asked_to_end && !closed_) live();
        service_.is_ending();
        kiosk_.close();
        for (const auto since = Clock::now(); asked_to_end == 1 && Clock::now() - since < longest_goodbye;) {
            live();
            if (!kiosk_.is_busy()) break;
        }
    }

  private:
    void live() {
        if (synthesis_.has_been_at_it() < stuck) service_.lives(now_ms());
        turn();
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
};

}  // namespace

Result<void> run(const RunOptions& options) {
    platform::Service service;
    listen_for_the_end();
    const Config config = config_or_normal(options.config);
    tell_of_shut_metrics(config);
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
    const auto repertoire = legible(platform::open_repertoire(*fonts), *fonts, *resources->languages);
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
    if (asked_to_end) return {};
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
