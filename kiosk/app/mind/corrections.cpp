#include <utility>

#include "kiosk/app/mind/mind.h"

namespace tingdu::app {

void Mind::begin_correcting(Correcting correcting) {
    step_aside(Screen::correcting);
    state_.correcting = std::move(correcting);
}

void Mind::try_or_keep(int entry) {
    Correcting& correcting = *state_.correcting;
    if (entry + 1 == entry_count(correcting)) {
        const Correcting done = std::move(correcting);
        step_back();
        const bool is_kept = is_about_stick(state_) ? keep_for_stick(done) : keep_for_place(done);
        const auto kept = is_about_stick(state_) ? Phrase::correcting_kept : Phrase::doubts_kept;
        notify(state_, std::u32string(words(state_)[is_kept ? kept : Phrase::correcting_left]), mentioned_ms);
        return;
    }
    correcting.tried = static_cast<std::size_t>(entry);
    correcting.entry = entry_count(correcting) - 1;
    ++correcting.heard;
    state_.switch_focus.reset();
    state_.notice.reset();
    want(Silence{});
    want(Chime{Earcon::moved});
}

bool Mind::keep_for_stick(const Correcting& done) {
    Delivery& delivery = *state_.sticks.delivery;
    const prepare::Way& way = tried_way(done);
    std::erase_if(delivery.corrections, [&](const auto& word) { return word.text == way.word.text; });
    if (done.tried > 0) delivery.corrections.push_back(way.word);
    if (delivery.remark + 1 < entry_count(state_)) ++delivery.remark;
    return done.tried > 0;
}

bool Mind::keep_for_place(const Correcting& done) {
    const prepare::Way& way = tried_way(done);
    const prepare::Way* settled = settled_in(done.doubtful, done.own);
    if (&way == settled || (!settled && done.tried == 0)) return false;
    // What is read so anyway need not stand in the list.
    want(done.tried > 0 ? Effect(KeepReading{way.word}) : ForgetReading{way.word.text});
    return true;
}

void Mind::press_on_stick(Key key) {
    if (key != Key::back) {
        press_on_list(key);
    } else if (state_.screen == Screen::remarks) {
        state_.sticks.delivery->offer = 0;  // whoever has looked goes on
        step_back();
    } else {
        leave_stick();
    }
}

void Mind::leave_stick() {
    const bool waits = !is_over(*state_.sticks.delivery);
    go_to(Screen::welcome, Earcon::done);
    if (!waits) {
        state_.sticks.delivery->is_seen = true;
        return;
    }
    notify(state_, std::u32string(words(state_)[Phrase::stick_kept]), mentioned_ms);
    show_updating();
}

void Mind::show_updating() {
    if (state_.sticks.delivery->stage != Delivery::Stage::arriving) return;
    notify(state_, std::u32string(words(state_)[Phrase::updating]), mentioned_ms);
    state_.notice->announced = false;
}

void Mind::go_home() {
    if (is_about_stick(state_)) {
        leave_stick();
    } else {
        go_to(state_.sticks.delivery ? Screen::stick : Screen::welcome, Earcon::done);
    }
}

}  // namespace tingdu::app
