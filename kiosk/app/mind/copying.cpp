#include "kiosk/app/mind/mind.h"

namespace tingdu::app {

void Mind::copy_down() {
    if (state_.screen == Screen::copying) {
        step_back();
    } else if (state_.screen != Screen::article) {
        ++state_.asked;
        want(Chime{Earcon::refused});
    } else if (!state_.open->to_copy) {
        answer(Earcon::refused, words(state_)[Phrase::opening]);
    } else if (state_.open->to_copy->empty()) {
        answer(Earcon::refused, words(state_)[Phrase::copy_none]);
    } else {
        state_.copying = {};
        step_aside(Screen::copying);
    }
}

void Mind::press_on_copying(Key key) {
    const auto& items = *state_.open->to_copy;
    const Copying now = state_.copying;
    switch (key) {
        case Key::select:
        case Key::pause:
        case Key::right:
            if (now.group + 1 < items[now.item].groups.size()) {
                copy({now.item, now.group + 1});
            } else if (now.item + 1 < items.size()) {
                copy({now.item + 1, 0});
            } else {
                notify(state_, std::u32string(words(state_)[Phrase::copied_all]));
                want(Silence{});
                want(Chime{Earcon::edge});
            }
            return;
        case Key::left:
            if (now.group > 0) {
                copy({now.item, now.group - 1});
            } else if (now.item > 0) {
                copy({now.item - 1, items[now.item - 1].groups.size() - 1});
            } else {
                copy(now);
            }
            return;
        case Key::down:
        case Key::next:
            copy({(now.item + 1) % items.size(), 0});
            return;
        case Key::up:
        case Key::previous:
            copy({(now.item + items.size() - 1) % items.size(), 0});
            return;
        case Key::back:
            step_back();
            return;
        case Key::where:
            ask_where();
            want(Silence{});
            return;
        default:
            copy(now);
            return;
    }
}

void Mind::copy(const Copying& to) {
    if (to == state_.copying) ++state_.asked;
    const bool came_round = to.item < state_.copying.item && to.group == 0 && to.item == 0;
    state_.copying = to;
    state_.notice.reset();
    state_.switch_focus.reset();
    want(Silence{});
    want(Chime{came_round ? Earcon::edge : Earcon::moved});
}

}  // namespace tingdu::app
