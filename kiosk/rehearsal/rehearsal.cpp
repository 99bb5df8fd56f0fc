#include "kiosk/rehearsal/rehearsal.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/platform/display/fingers.h"
#include "kiosk/platform/display/pixel_density.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/sound/wav.h"
#include "kiosk/rehearsal/clock_speaker.h"
#include "kiosk/rehearsal/heard_log.h"
#include "kiosk/rehearsal/script.h"
#include "kiosk/rehearsal/sticks.h"
#include "kiosk/runtime/kiosk.h"
#include "kiosk/runtime/pin_file.h"
#include "kiosk/runtime/readings_file.h"
#include "kiosk/runtime/report.h"
#include "kiosk/view/eyes.h"

namespace tingdu::rehearsal {
namespace {

constexpr int frames_per_second = 60;
/// Every visit begins on this day.
constexpr Date rehearsed_day{2026, 10, 1};
/// And begins when halls open.
constexpr std::int64_t rehearsed_minute = 9 * 60;
/// `wait quiet` gives up after so much virtual time: two hours are longer than any visit.
constexpr std::int64_t longest_wait_frames = 2 * 3600 * frames_per_second;

std::u32string without_spaces(std::u32string_view text) {
    std::u32string bare(text);
    std::erase_if(bare, [](char32_t c) { return c == U' ' || c == U'　' || c == U'\t' || c == U'\n' || c == 0xA0; });
    return bare;
}

/// Texts of a scene that stand on it whole: the runs of one flow joined, spaces left out, a line break between flows
/// and where a run is clipped.
std::u32string whole_text(const scene::Scene& scene) {
    const scene::Rect screen{0, 0, scene.width_px, scene.height_px};
    std::u32string all;
    int flow = -1;
    for (const scene::Layer& layer : scene.layers)
        for (const scene::Command& command : layer.commands) {
            const auto* text = std::get_if<scene::Text>(&command);
            if (!text) continue;
            const bool whole = layer.clip.covers(text->box) && screen.covers(text->box);
            if (text->flow != flow || !whole) all += U'\n';
            flow = whole ? text->flow : -1;
            if (whole) all += without_spaces(text->text);
        }
    return all;
}

/// A day that another year does not have is the last of its month there.
Date moved(const Date& day, const SetClock& by) {
    using namespace std::chrono;
    year_month_day to = year{day.year} / month{static_cast<unsigned>(day.month)} / static_cast<unsigned>(day.day);
    to += years{by.years};
    if (!to.ok()) to = to.year() / to.month() / last;
    to = sys_days{to} + days{by.days};
    return {int{to.year()}, static_cast<int>(unsigned{to.month()}), static_cast<int>(unsigned{to.day()})};
}

class Visit {
  public:
    Visit(const Stage& stage)
        : stage_(stage),
          own_(stage.content, stage.lexicon, stage.report, stage.languages->of_locale("en")),
          workshop_(runtime::saying([this] { return own_.now(); }, stage.synthesizer)),
          desk_(runtime::fetching(stage.content)),
          pictures_(runtime::making_pictures(stage.content)),
          receiver_(runtime::receiving({stage.content.path,
                                        stage.lexicon,
                                        stage.showable,
                                        stage.languages,
                                        {},
                                        {},
                                        stage.keys,
                                        {},
                                        stage.house_form})),
          checkup_(runtime::examining([this] { return health(); })),
          rules_(stage.rules),
          log_(*stage.languages) {
        switch_on(stage.open);
    }

    Result<void> play(const std::vector<Step>& steps) {
        if (auto ready = resize({1920, 1080, stage_.diagonal_in}); !ready) return ready;
        turn();
        for (const Step& step : steps) {
            auto done = std::visit([this](const auto& action) { return perform(action); }, step.action);
            if (!done) {
                Error error = done.error();
                if (error.fault == Fault::bad_step) error.subject = place_of(step.line, step.source);
                return tl::unexpected(error);
            }
        }
        return {};
    }

    Result<void> leave() {
        platform::remove_file(standing_file());
        platform::remove_file(pin_file());  // no two seals are alike
        const auto keep = [this](const char* name, const Pcm& pcm) {
            return platform::write_file(stage_.out + name, platform::wav(pcm));
        };
        if (auto kept = keep("/speech.wav", speaker_.recording()); !kept) return kept;
        if (had_headphones_) {
            if (auto kept = keep("/loudspeaker.wav", speaker_.loudspeaker()); !kept) return kept;
            if (auto kept = keep("/headphones.wav", speaker_.headphones()); !kept) return kept;
        }
        return platform::write_file(stage_.out + "/said.tsv", log_.table());
    }

  private:
    [[nodiscard]] std::string pin_file() const { return stage_.out + "/pin"; }
    [[nodiscard]] std::string standing_file() const { return stage_.out + "/visit"; }

    void switch_on(const std::optional<std::string>& open) {
        kiosk_.emplace(speaker_, workshop_, desk_, pictures_, stage_.languages, stage_.content, open);
        on_since_frame_ = frame_;
        const bool takes_articles = stage_.content.kind == runtime::Content::Kind::library;
        kiosk_->watch_sticks(sticks_, takes_articles ? &receiver_ : nullptr);
        kiosk_->ask_of_health(checkup_);
        kiosk_->keep_bookmarks_in(stage_.out + "/bookmarks.tsv");
        kiosk_->keep_standing_in(standing_file());
        kiosk_->day_is(day_);
        kiosk_->time_is(minute_of_day());
        kiosk_->rules_are(rules_);
        kiosk_->keys_are(stage_.bindings, {});
        kiosk_->house_is(house_);
        kiosk_->keep_pin_in(pin_file());
    }

    /// What there is to be looked at behind offline doors.
    [[nodiscard]] app::Health health() const {
        app::Facts facts;
        if (kiosk_->state().sound == app::Sound::lost) facts.sound = app::Facts::Sound{};
        if (const auto& all = kiosk_->state().staff.read) {
            app::Facts::Articles articles{all->subjects.size(), 0, true, stage_.content.path};
            for (const library::Subject& subject : all->subjects) articles.articles += subject.entries.size();
            facts.articles = articles;
        }
        facts.clock = app::Facts::Clock{day_, minute_of_day(), rehearsed_day, true};
        return app::examined(facts, *stage_.languages);
    }

    // Time.

    [[nodiscard]] int minute_of_day() const {
        return static_cast<int>((rehearsed_minute + frame_ / (60 * frames_per_second)) % (24 * 60));
    }

    void frame() {
        ++frame_;
        kiosk_->time_is(minute_of_day());
        speaker_.advance_to(frame_ * sample_rate_hz / frames_per_second);
        tremble();
        turn();
    }

    void turn() {
        for (const runtime::Heard& heard : kiosk_->turn(now_ms())) {
            log_.add(heard, static_cast<double>(frame_) / frames_per_second);
            runtime::report(heard, stage_.report);
        }
        // The eyes follow every change, so that a picture shows the page where it had glided by then.
        view::Viewport measured = viewport_;
        measured.px_per_mm *= kiosk_->state().house->screen_scale.value_or(1);
        scene_ = eyes_->look(kiosk_->state(), measured);
        kiosk_->provide(scene_);
    }

    // Doing.

    Result<void> resize(const SetSize& size) {
        const double diagonal_px = std::hypot(size.width_px, size.height_px);
        const double px_per_mm =
            diagonal_px / (size.diagonal_in * platform::mm_per_in);  // before staff have measured it
        auto canvas = platform::open_memory_canvas({size.width_px, size.height_px, px_per_mm}, stage_.fonts);
        if (!canvas) return tl::unexpected(canvas.error());
        eyes_.reset();
        canvas_ = std::move(*canvas);
        eyes_ = std::make_unique<view::Eyes>(canvas_->measure());
        viewport_ = {size.width_px, size.height_px, px_per_mm};
        fingers_ = platform::Fingers(px_per_mm);
        return {};
    }

    Result<void> perform(const SetSize& size) {
        auto done = resize(size);
        if (done) turn();
        return done;
    }

    Result<void> perform(const PressKey& press) {
        kiosk_->on(KeyDown{press.key, {}}, scene_);
        frame();
        auto waited = perform(Wait{press.seconds});
        kiosk_->on(KeyUp{}, scene_);
        return waited;
    }

    /// As a real keyboard has it: what has been taught counts at once.
    Result<void> perform(const PressPhysicalKey& press) {
        const auto& learned = kiosk_->state().keypad.learned;
        const Binding* bound = find(stage_.bindings, press.key);
        if (!bound && learned) bound = find(*learned, press.key);
        if (bound && bound->meaning) {
            kiosk_->on(KeyDown{*bound->meaning, press.key}, scene_);
        } else {
            kiosk_->on(StrangeKeyDown{press.key}, scene_);
        }
        frame();
        (void)perform(Wait{press.seconds});
        kiosk_->on(KeyUp{press.key}, scene_);
        frame();
        return {};
    }

    Result<void> perform(const Tap& tap) {
        const std::u32string wanted = without_spaces(tap.label);
        std::string there;
        for (const scene::Target& target : scene_.targets) {
            if (without_spaces(target.label) == wanted)
                return perform(TapAt{target.rect.x + target.rect.width / 2, target.rect.y + target.rect.height / 2, 0});
            there += " \"" + to_utf8(target.label) + "\"";
        }
        return fail(Fault::bad_step, {}, "there is nothing of that name to touch, only" + there);
    }

    Result<void> perform(const TapAt& tap) {
        touch(fingers_.down(0, tap.x, tap.y, now_ms()));
        if (tap.seconds > 0) (void)perform(Wait{tap.seconds});
        touch(fingers_.up(0, tap.x, tap.y));
        return {};
    }

    Result<void> perform(const Drag& drag) {
        constexpr int drag_frames = frames_per_second / 2;
        touch(fingers_.down(0, drag.from_x, drag.from_y, now_ms()));
        for (int i = 1; i <= drag_frames; ++i)
            touch(fingers_.moved(0, drag.from_x + (drag.to_x - drag.from_x) * i / drag_frames,
                                 drag.from_y + (drag.to_y - drag.from_y) * i / drag_frames));
        touch(fingers_.up(0, drag.to_x, drag.to_y));
        return {};
    }

    Result<void> perform(const TouchWith& many) {
        const int apart_px = static_cast<int>(20 * viewport_.px_per_mm);
        for (int i = 0; i < many.fingers; ++i) touch(fingers_.down(i, many.x + i * apart_px, many.y, now_ms()));
        for (int i = 0; i < many.fingers; ++i) touch(fingers_.up(i, many.x + i * apart_px, many.y));
        return {};
    }

    Result<void> perform(const Rest& rest) {
        rests_ = rest;
        touch(fingers_.down(no_finger, rest.x, rest.y, now_ms()));
        return {};
    }

    /// Water does not lie still.
    void tremble() {
        if (!rests_) return;
        const int by_px = static_cast<int>(frame_ % 2);
        if (const auto event = fingers_.moved(no_finger, rests_->x + by_px, rests_->y)) kiosk_->on(*event, scene_);
    }

    [[nodiscard]] std::int64_t now_ms() const { return (frame_ - on_since_frame_) * 1000 / frames_per_second; }

    void touch(const std::optional<InputEvent>& event) {
        if (event) kiosk_->on(*event, scene_);
        frame();
    }

    Result<void> perform(const PlugStick& stick) {
        std::error_code error;
        const auto folder = std::filesystem::canonical(stick.folder, error);
        if (error || !std::filesystem::is_directory(folder, error))
            return fail(Fault::bad_step, {}, "there is no folder " + stick.folder);
        sticks_.plug(folder.string());
        frame();
        return {};
    }

    Result<void> perform(const PullStick&) {
        if (!sticks_.pull()) return fail(Fault::bad_step, {}, "there is no stick to pull out");
        frame();
        return {};
    }

    Result<void> perform(const SetSound& sound) {
        speaker_.set_device(sound.there ? platform::Device::live : platform::Device::lost);
        frame();
        return {};
    }

    /// As an operator does it, and whoever brings a stick must know it from then on.
    Result<void> perform(const SetPin& pin) {
        if (auto kept = runtime::keep_pin(pin_file(), pin.pin); !kept) return kept;
        rules_.admission = app::HouseRules::Admission::pin;
        kiosk_->rules_are(rules_);
        kiosk_->keep_pin_in(pin_file());
        frame();
        return {};
    }

    Result<void> perform(const SetClock& clock) {
        day_ = moved(day_, clock);
        kiosk_->day_is(day_);
        frame();
        return {};
    }

    /// What was on its way to the kiosk is not there for the next one. Nobody opens an article for it.
    Result<void> perform(const Restart& restart) {
        if (restart.how == Restart::How::switched_off) {
            kiosk_->close();
            do frame();
            while (kiosk_->is_busy());
        }
        house_ = *kiosk_->state().house;
        kiosk_.reset();
        speaker_.flush();
        while (workshop_.take()) {
        }
        while (desk_.take()) {
        }
        while (pictures_.take()) {
        }
        while (checkup_.take()) {
        }
        receiver_.drop_all();
        sticks_.tell_anew();
        switch_on(std::nullopt);
        frame();
        return {};
    }

    Result<void> perform(const PlugHeadphones&) {
        had_headphones_ = true;
        speaker_.plug_headphones();
        frame();
        return {};
    }

    Result<void> perform(const PullHeadphones&) {
        speaker_.pull_headphones();
        frame();
        return {};
    }

    Result<void> perform(const Wait& wait) {
        const auto frames = static_cast<std::int64_t>(std::ceil(wait.seconds * frames_per_second));
        for (std::int64_t i = 0; i < frames; ++i) frame();
        return {};
    }

    Result<void> perform(const WaitQuiet&) {
        for (std::int64_t i = 0; i < longest_wait_frames; ++i) {
            if (!kiosk_->is_busy()) return {};
            frame();
        }
        return fail(Fault::bad_step, {}, "something was still being said after two hours");
    }

    Result<void> perform(const Shot& shot) {
        canvas_->present(scene_);
        runtime::report_missing(canvas_->take_missing_glyphs(), stage_.report);
        return canvas_->save_png(stage_.out + "/" + shot.name + ".png");
    }

    // Expecting.

    Result<void> perform(const ExpectScreen& expected) {
        if (whole_text(scene_).find(without_spaces(expected.text)) != std::u32string::npos) return {};
        return fail(Fault::bad_step, {}, "that is not on the screen, or not whole");
    }

    Result<void> perform(const ExpectSays& expected) {
        if (log_.says(expected.text)) return {};
        return fail(Fault::bad_step, {}, "what was heard is \"" + to_utf8(log_.since()) + "\"");
    }

    Result<void> perform(const ExpectLit& expected) {
        const auto& open = kiosk_->state().open;
        std::u32string lit;
        if (open && open->article && open->word)
            lit = open->article->text.substr(open->word->begin, open->word->size());
        if (without_spaces(lit).find(without_spaces(expected.text)) != std::u32string::npos) return {};
        return fail(Fault::bad_step, {}, lit.empty() ? "no word is lit" : "the word lit is \"" + to_utf8(lit) + "\"");
    }

    Result<void> perform(const ExpectFocus& expected) {
        const std::u32string focus = app::focus_label(kiosk_->state());
        if (without_spaces(focus) == without_spaces(expected.text)) return {};
        return fail(Fault::bad_step, {}, "the focus is on \"" + to_utf8(focus) + "\"");
    }

    Result<void> perform(const ExpectQuiet&) {
        if (!kiosk_->is_busy()) return {};
        return fail(Fault::bad_step, {}, "something is being said or waits to be said");
    }

    const Stage& stage_;
    ClockSpeaker speaker_;
    runtime::ReadingsFile own_;
    runtime::StepWorker<runtime::SayOrder, runtime::SayProduct> workshop_;
    runtime::StepWorker<runtime::DeskOrder, app::Message> desk_;
    runtime::StepWorker<runtime::MakePicture, app::Message> pictures_;
    SticksOfScript sticks_;
    OneByOne<runtime::ReceiveOrder, app::Message> receiver_;
    runtime::StepWorker<app::LookAtHealth, app::Message> checkup_;
    app::HouseRules rules_;
    app::House house_;
    std::optional<runtime::Kiosk> kiosk_;
    std::int64_t on_since_frame_ = 0;
    std::unique_ptr<platform::MemoryCanvas> canvas_;
    std::unique_ptr<view::Eyes> eyes_;
    view::Viewport viewport_;
    platform::Fingers fingers_{1};
    scene::Scene scene_;
    HeardLog log_;
    Date day_ = rehearsed_day;
    static constexpr platform::Fingers::Finger no_finger = 99;
    std::optional<Rest> rests_;
    std::int64_t frame_ = 0;
    bool had_headphones_ = false;
};

}  // namespace

Result<void> rehearse(std::string_view script, const Stage& stage) {
    const auto steps = parse(script);
    if (!steps) return tl::unexpected(steps.error());
    if (auto made = platform::make_folder(stage.out); !made) return made;
    // Nobody has been here before.
    std::error_code error;
    for (const char* kept : {"/bookmarks.tsv", "/pin", "/trusted"})
        std::filesystem::remove_all(stage.out + kept, error);
    Visit visit(stage);
    const auto played = visit.play(*steps);
    if (const auto left = visit.leave(); !left) return left;
    return played;
}

}  // namespace tingdu::rehearsal
