// Before the staff's door.
#include <algorithm>
#include <utility>

#include "kiosk/app/mind/mind.h"
#include "kiosk/app/phrases.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {

void Mind::operator()(const PinIs& pin) {
    const bool is_first = state_.staff.pin.is == Pin::Is::impossible;
    state_.staff.pin.is = pin.is_set ? Pin::Is::set : Pin::Is::none;
    count_wrong(pin.wrong);
    if (is_first && wants_pin(state_))
        want(Answer{Earcon::moved, std::u32string(words(state_)[Phrase::pin_wanted])});  // the welcome screen shows it
    PinPad* const pad = state_.staff.pad ? &*state_.staff.pad : nullptr;
    // An operator may have taken it away, or given one, since it was looked for last.
    if (pad && !pad->is_checked && pad->asks == (pin.is_set ? PinPad::Asks::choice : PinPad::Asks::entry)) {
        *pad = PinPad{pin.is_set ? PinPad::Asks::entry : PinPad::Asks::choice, pad->then, {}, {}, pad->tile, false};
        ask_again();
    }
}

void Mind::go_to_staff() {
    const bool is_asked = state_.staff.pad.has_value();
    if (state_.staff.pin.is == Pin::Is::impossible || is_asked) {
        want(Answer{Earcon::refused, {}});
    } else if (state_.staff.is_in && state_.screen == Screen::staff) {
        turn_page(StaffPage::room);
    } else {
        ask_for_pin(PinPad::Then::go_in);
    }
}

void Mind::ask_for_pin(PinPad::Then then) {
    const bool is_set = state_.staff.pin.is == Pin::Is::set;
    step_aside(Screen::pin);
    state_.staff.pad = PinPad{is_set ? PinPad::Asks::entry : PinPad::Asks::choice, then, {}, {}, 0, false};
    want(LookForPin{});
}

void Mind::press_on_pin(Key key) {
    switch (key) {
        case Key::up:
        case Key::down:
            focus(tile_beside(state_.staff.pad->tile, key), Earcon::moved);
            return;
        case Key::back:
            step_back();
            return;
        default:
            press_on_list(key);
            return;
    }
}

/// Nothing of it is said, and the focus does not go where it was: whoever stands by learns nothing.
void Mind::enter_pin(int tile) {
    PinPad& pad = *state_.staff.pad;
    state_.switch_focus.reset();
    state_.notice.reset();
    want(Silence{});
    if (pad.is_checked) return;
    if (state_.staff.pin.closed_s > 0 || (tile == tile_back && pad.typed.empty())) {
        ++state_.asked;
        want(Chime{Earcon::refused});
        return;
    }
    want(Chime{Earcon::moved});
    if (tile == tile_back) {
        pad.typed.pop_back();
        notify(state_, std::u32string(words(state_)[Phrase::number_deleted]));
        return;
    }
    pad.typed += static_cast<char32_t>(U'0' + (tile + 1) % 10);
    if (pad.typed.size() == pin_length) take_pin();
}

void Mind::take_pin() {
    PinPad& pad = *state_.staff.pad;
    std::u32string typed = std::exchange(pad.typed, {});
    const auto ask_anew = [&](Phrase why) {
        pad.asks = PinPad::Asks::choice;
        pad.chosen.clear();
        want(Chime{Earcon::refused});
        notify(state_, std::u32string(words(state_)[why]), mentioned_ms);
    };
    switch (pad.asks) {
        case PinPad::Asks::entry:
            pad.is_checked = true;
            want(TryPin{to_utf8(typed)});
            return;
        case PinPad::Asks::choice:
            if (is_easily_guessed(typed)) {
                ask_anew(Phrase::pin_easy);
                return;
            }
            pad.chosen = std::move(typed);
            pad.asks = PinPad::Asks::again;
            ++state_.asked;
            return;
        case PinPad::Asks::again:
            if (typed != pad.chosen) {
                ask_anew(Phrase::pin_differs);
                return;
            }
            pad.is_checked = true;
            want(KeepPin{to_utf8(std::exchange(pad.chosen, {}))});
            return;
    }
}

void Mind::operator()(const PinTried& tried) {
    count_wrong(tried.wrong);
    if (!state_.staff.pad) return;
    state_.staff.pad->is_checked = false;
    if (tried.is_right) {
        pin_is_right();
        return;
    }
    want(Silence{});
    want(Chime{Earcon::refused});
    if (state_.staff.pin.closed_s > 0)
        ++state_.asked;  // the screen says so
    else
        notify(state_, std::u32string(words(state_)[Phrase::pin_wrong]), mentioned_ms);
}

void Mind::operator()(const PinKept&) {
    state_.staff.pin = Pin{.is = Pin::Is::set};
    if (!state_.staff.pad) return;
    pin_is_right();
    notify(state_, std::u32string(words(state_)[Phrase::pin_kept]), mentioned_ms);
}

void Mind::operator()(const PinNotKept& failed) {
    if (state_.staff.pad) *state_.staff.pad = PinPad{PinPad::Asks::choice, state_.staff.pad->then, {}, {}, 0, false};
    if (!is_about_staff(state_)) return;
    const std::u32string fault = from_utf8(sentence(failed.error, words(state_)));
    notify(state_, words(state_).say(Phrase::pin_not_kept, {{"fault", fault}}), trouble_ms);
    want(Silence{});
    want(Chime{Earcon::refused});
}

void Mind::count_wrong(int wrong) {
    Pin& pin = state_.staff.pin;
    if (wrong == pin.wrong) return;  // whoever has waited for these need not wait again
    pin.wrong = wrong;
    pin.closed_s = closed_s_after(wrong);
    pin.closed_until_ms = state_.now_ms + std::int64_t{1000} * pin.closed_s;
}

void Mind::wait_for_pin() {
    Pin& pin = state_.staff.pin;
    const std::int64_t left_ms = std::max<std::int64_t>(0, pin.closed_until_ms - state_.now_ms);
    pin.closed_s = static_cast<int>((left_ms + 999) / 1000);
    if (pin.closed_s == 0 && state_.screen == Screen::pin) answer(Earcon::done, words(state_)[Phrase::number_again]);
}

void Mind::pin_is_right() {
    state_.staff.is_in = true;
    const auto then = state_.staff.pad->then;
    const auto offer = std::exchange(state_.staff.offer, std::nullopt);
    if (then == PinPad::Then::go_in) {
        state_.staff.pad.reset();
        state_.staff.way.assign(1, StaffPlace{});
        go_to(Screen::staff, Earcon::opened);
        look_about();
        return;
    }
    step_back();
    if (state_.screen != Screen::stick || !offer) return;
    const auto now = offers(*state_.sticks.delivery);
    if (std::ranges::find(now, *offer) != now.end()) accept(*offer);
}

}  // namespace tingdu::app
