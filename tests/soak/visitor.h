// Somebody who does anything at all, from one seed: keys, fingers, patience, other screens, a loudspeaker pulled out.
// What headphones will do gets a line in the table of deeds.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <random>
#include <string>

#include "kiosk/platform/display/fingers.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/rehearsal/sticks.h"
#include "kiosk/runtime/kiosk.h"
#include "kiosk/view/eyes.h"
#include "tests/soak/doors.h"
#include "tests/support/rule_measure.h"

namespace tingdu::soak {

class Visitor {
  public:
    /// No catalogue: there is none to be had.
    Visitor(std::uint64_t seed, std::shared_ptr<const library::Catalogue> catalogue);

    /// Does one thing and returns what does not hold then; empty where all does.
    [[nodiscard]] std::string step();
    /// Comes, does one thing after another, and leaves; three minutes after it has begun it returns, and so much later
    /// it is on the clock on the wall. Returns what did not hold in it.
    [[nodiscard]] std::string visit();
    /// What was done of late, the latest last.
    [[nodiscard]] std::string story() const;
    [[nodiscard]] const app::State& state() const { return kiosk_.state(); }

  private:
    struct Deed;

    void press_keys();
    void move_switch();
    void tap();
    void hold();
    void drag();
    void touch_anyhow();
    void wait_a_frame();
    void wait_a_little();
    void wait_long();
    void go_away();
    void look_elsewhere();
    void change_sound();
    void plug_headphones();
    void plug_often();
    void let_time_pass();
    void go_to_bed();
    void change_sticks();
    void plug_in_what_is_shut();
    void foresee();

    [[nodiscard]] int below(int count) { return static_cast<int>(dice_() % static_cast<std::uint64_t>(count)); }
    [[nodiscard]] scene::Rect somewhere();
    void pass(int ms, int slice_ms = 16);
    void look_at_the_clock();
    [[nodiscard]] std::string what_does_not_hold();
    void look();
    void on(const std::optional<InputEvent>& event);
    void tell(const std::string& what);

    std::mt19937_64 dice_;
    std::mt19937_64 delays_;
    std::unique_ptr<platform::MappedFile> file_;
    mandarin::Lexicon lexicon_;
    Murmur murmur_;
    UnrecordedSpeaker speaker_;
    runtime::StepWorker<runtime::SayOrder, runtime::SayProduct> workshop_;
    LateWorker<runtime::DeskOrder, app::Message> desk_;
    LateWorker<runtime::MakePicture, app::Message> pictures_;
    rehearsal::SticksOfScript sticks_;
    LateWorker<runtime::ReceiveOrder, app::Message> receiver_;
    LateWorker<app::LookAtHealth, app::Message> checkup_;
    runtime::Kiosk kiosk_;
    support::RuleMeasure measure_;
    view::Eyes eyes_{measure_};
    view::Viewport viewport_;
    platform::Fingers fingers_{1};
    scene::Scene scene_;
    std::optional<app::State> seen_;  ///< on a screen of this size, at rest; none while a page glides
    std::string seen_otherwise_;      ///< what has been drawn otherwise though nothing that is to be seen was other
    std::int64_t now_ms_ = 0;
    bool has_sound_ = true;
    bool has_headphones_ = false;
    Date today_{2026, 10, 1};
    std::deque<std::string> story_;
};

}  // namespace tingdu::soak
