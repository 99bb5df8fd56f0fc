#include <algorithm>

#include "kiosk/app/mind/mind.h"

namespace tingdu::app {

void Mind::change(Setting setting, int by) {
    const int before = step_of(setting, state_);
    if (setting == Setting::volume && before + by > loudest_step(state_) && before + by < step_count(setting, state_)) {
        answer(Earcon::limit, words(state_)[Phrase::volume_limit]);
        return;
    }
    int wished = before;
    do wished += by;
    while (setting == Setting::language && wished >= 0 && wished < step_count(setting, state_) &&
           !is_spoken(wished, state_));
    const bool is_there = wished >= 0 && wished < step_count(setting, state_);
    if (setting != Setting::language || is_there)
        state_.settings.set(setting, std::clamp(wished, 0, step_count(setting, state_) - 1));
    const int step = state_.settings[setting];
    tell(setting, step == before ? Earcon::limit : by > 0 ? Earcon::up : Earcon::down);
}

void Mind::cycle(Setting setting) {
    const int count = setting == Setting::volume ? loudest_step(state_) + 1 : step_count(setting, state_);
    state_.settings.set(setting,
                        setting == Setting::language ? next_language(state_) : (step_of(setting, state_) + 1) % count);
    tell(setting, state_.settings[setting] == 0 ? Earcon::down : Earcon::up);
}

void Mind::tell(Setting setting, Earcon earcon) {
    const int step = state_.settings[setting];
    if (setting == Setting::language) {
        change_language(earcon);
        return;
    }
    const bool is_of_voice = setting == Setting::rate || setting == Setting::voice || setting == Setting::clarity;
    if (is_of_voice) want(SetDiction{diction(state_.settings)});
    if (setting == Setting::volume) want(SetVolume{gain_db(state_)});
    if (setting == Setting::curtain) state_.switch_focus.reset();  // nothing is on both sides of it
    lose_place_focus();
    answer(earcon, step_name(setting, step, state_));
}

void Mind::change_language(Earcon earcon) {
    const auto now = words(state_)[Phrase::language_now];
    rename_switch_focus();
    if (state_.screen == Screen::article || earcon == Earcon::limit) {
        answer(earcon, now);
    } else {
        notify(state_, std::u32string(now));
        want(Silence{});
    }
}

void Mind::lose_place_focus() {
    if (state_.switch_focus && !std::holds_alternative<Key>(state_.switch_focus->press)) state_.switch_focus.reset();
}

void Mind::rename_switch_focus() {
    if (!state_.switch_focus) return;
    if (state_.switch_focus->press == Press{Key::language}) {
        state_.switch_focus->label = next_words(state_).name();
    } else {
        state_.switch_focus.reset();
    }
}

void Mind::answer(Earcon earcon, std::u32string_view word) {
    notify(state_, std::u32string(word));
    state_.notice->announced = false;
    want(Answer{earcon, std::u32string(word)});
}

}  // namespace tingdu::app
