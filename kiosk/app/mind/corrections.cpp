#include "kiosk/app/mind/mind.h"

namespace tingdu::app {

void Mind::begin_correcting() {
    Delivery& delivery = *state_.sticks.delivery;
    const auto& ways = correctable(delivery)->ways;
    delivery.correcting = {};
    const auto& remark = delivery.brings->remarks[static_cast<std::size_t>(delivery.remark)];
    if (const prepare::Way* settled = corrected(remark, delivery))
        delivery.correcting.tried = static_cast<std::size_t>(settled - ways.data());
    // Whoever comes here wants another reading than the first.
    delivery.correcting.entry = delivery.correcting.tried == 0 ? 1 : static_cast<int>(delivery.correcting.tried);
    step_aside(Screen::correcting);
}

void Mind::try_or_keep(std::size_t entry) {
    Delivery& delivery = *state_.sticks.delivery;
    const auto& ways = sentence_of_remark(delivery)->ways;
    if (entry < ways.size()) {
        delivery.correcting.tried = entry;
        delivery.correcting.entry = static_cast<int>(ways.size());
        ++delivery.correcting.heard;
        state_.switch_focus.reset();
        state_.notice.reset();
        want(Silence{});
        want(Chime{Earcon::moved});
        return;
    }
    const prepare::Way& kept = ways[delivery.correcting.tried];
    std::erase_if(delivery.corrections, [&](const auto& word) { return word.text == kept.word.text; });
    if (delivery.correcting.tried > 0) delivery.corrections.push_back(kept.word);
    const auto phrase = delivery.correcting.tried > 0 ? Phrase::correcting_kept : Phrase::correcting_left;
    step_back();
    if (delivery.remark + 1 < entry_count(state_)) ++delivery.remark;
    notify(state_, std::u32string(words(state_)[phrase]), mentioned_ms);
}

void Mind::press_on_stick(Key key) {
    if (key != Key::back) {
        press_on_list(key);
    } else if (state_.screen == Screen::correcting) {
        step_back();
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
    if (!waits) return;
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
