#include "kiosk/app/mind/mind.h"

namespace tingdu::app {

void Mind::press(Key key) {
    if (state_.screen == Screen::help) {
        learn(key);
        return;
    }
    if (state_.keypad.wizard && key != Key::language) {
        press_on_wizard(key);
        return;
    }
    if (key >= Key::digit_0) {
        press_digit(key);
        return;
    }
    switch (key) {
        case Key::slower:
            change(Setting::rate, -1);
            return;
        case Key::faster:
            change(Setting::rate, +1);
            return;
        case Key::cycle_rate:
            cycle(Setting::rate);
            return;
        case Key::unclear:
            cycle(Setting::clarity);
            return;
        case Key::theme:
            cycle(Setting::theme);
            return;
        case Key::pinyin:
            cycle(Setting::pinyin);
            return;
        case Key::quieter:
            change(Setting::volume, -1);
            return;
        case Key::louder:
            change(Setting::volume, +1);
            return;
        case Key::smaller:
            change(Setting::size, -1);
            return;
        case Key::larger:
            change(Setting::size, +1);
            return;
        case Key::language:
            cycle(Setting::language);
            return;
        case Key::curtain:
            cycle(Setting::curtain);
            return;
        case Key::reach:
            cycle(Setting::reach);
            return;
        case Key::normal:
            make_normal();
            return;
        case Key::help:
            step_aside(Screen::help);
            return;
        case Key::copy:
            copy_down();
            return;
        case Key::resume:
            ask_for_number();
            return;
        case Key::settings:
            if (state_.screen == Screen::settings) {
                step_back();
            } else {
                step_aside(Screen::settings);
            }
            return;
        case Key::home:
            if (is_visit(state_)) state_.before_home = std::make_shared<const State>(state_);
            go_home();
            return;
        case Key::leave_home:
            go_home();
            return;
        case Key::staff:
            go_to_staff();
            return;
        case Key::switch_move:
        case Key::switch_choose:
            return;  // nothing on the screen yet that they could reach
        default:
            break;
    }
    switch (state_.screen) {
        case Screen::welcome:
            press_on_welcome(key);
            return;
        case Screen::subjects:
        case Screen::articles:
            press_on_list(key);
            return;
        case Screen::settings:
            press_on_settings(key);
            return;
        case Screen::help:
        case Screen::wizard:
            return;
        case Screen::returning:
            key == Key::back ? accept(ReturnOffer::begin_anew) : press_on_list(key);
            return;
        case Screen::stick:
        case Screen::remarks:
            press_on_stick(key);
            return;
        case Screen::correcting:
            key == Key::back ? step_back() : press_on_list(key);
            return;
        case Screen::pin:
            press_on_pin(key);
            return;
        case Screen::staff:
            press_on_staff(key);
            return;
        case Screen::copying:
            press_on_copying(key);
            return;
        case Screen::resuming:
            press_on_resuming(key);
            return;
        case Screen::article:
            press_on_article(key);
            return;
    }
}

void Mind::press_on_welcome(Key key) {
    if (shows_number(state_) && (key == Key::repeat || key == Key::where)) {
        tell_number();
        want(Silence{});
    } else if (is_out_of_order(state_)) {
        ask_again();
        look_for_articles();
    } else {
        begin();
    }
}

void Mind::press_on_list(Key key) {
    switch (key) {
        case Key::up:
        case Key::left:
        case Key::previous:
            focus(focused_entry(state_) - 1);
            return;
        case Key::down:
        case Key::right:
        case Key::next:
            focus(focused_entry(state_) + 1);
            return;
        case Key::select:
        case Key::pause:
            choose(focused_entry(state_));
            return;
        case Key::back:
            go_to(state_.screen == Screen::subjects ? Screen::welcome : Screen::subjects, Earcon::done);
            return;
        case Key::where:
            ask_where();
            return;
        default:
            ++state_.asked;
            return;
    }
}

void Mind::press_on_settings(Key key) {
    switch (key) {
        case Key::left:
            change(focused_setting(), -1);
            return;
        case Key::right:
            change(focused_setting(), +1);
            return;
        case Key::select:
        case Key::pause:
            cycle(focused_setting());
            return;
        case Key::back:
            step_back();
            return;
        default:
            press_on_list(key);
            return;
    }
}

Setting Mind::focused_setting() const {
    return static_cast<Setting>(state_.setting);
}

void Mind::adjust(Adjust step) {
    if (step.entry < 0 || step.entry >= entry_count(state_)) return;
    if (state_.screen == Screen::staff) {
        state_.staff.way.back().entry = step.entry;
        step_on_staff(step.by);
        return;
    }
    if (state_.screen != Screen::settings) return;
    state_.setting = step.entry;
    change(focused_setting(), step.by);
}

void Mind::make_normal() {
    Settings normal;
    // Whoever speaks a language goes on speaking it.
    normal.set(Setting::language, state_.settings[Setting::language]);
    if (state_.settings[Setting::curtain] != normal[Setting::curtain]) state_.switch_focus.reset();
    lose_place_focus();
    state_.settings = normal;
    want(SetDiction{diction(normal)});
    want(SetVolume{gain_db(state_)});
    answer(Earcon::down, words(state_)[Phrase::all_normal_now]);
}

}  // namespace tingdu::app
