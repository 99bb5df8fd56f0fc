#include <utility>

#include "kiosk/app/mind/mind.h"

namespace tingdu::app {
namespace {

Earcon earcon_of(Wizard::Answer answer) {
    switch (answer) {
        case Wizard::Answer::learned:
        case Wizard::Answer::kept:
            return Earcon::done;
        case Wizard::Answer::taken:
        case Wizard::Answer::configured:
            return Earcon::refused;
        case Wizard::Answer::none:
        case Wizard::Answer::passed:
            break;
    }
    return Earcon::moved;
}

}  // namespace

void Mind::step_aside(Screen screen) {
    bool was_reading = false;
    if (state_.screen == Screen::article) {
        was_reading = state_.open->reading == Reading::playing || state_.open->reading == Reading::opening;
        if (state_.open->reading == Reading::playing) state_.open->reading = Reading::paused;
        state_.open->held = false;
    }
    state_.below.push_back({state_.screen, was_reading});
    state_.switch_focus.reset();
    state_.learned.reset();
    state_.notice.reset();
    state_.screen = screen;
    want(Silence{});
    want(Chime{Earcon::opened});
}

void Mind::step_back() {
    const Below below = state_.below.back();
    state_.below.pop_back();
    if (state_.screen == Screen::pin) {
        state_.staff.pad.reset();
        state_.staff.offer.reset();
    }
    if (state_.screen == Screen::correcting) state_.correcting.reset();
    state_.switch_focus.reset();
    state_.screen = below.screen;
    state_.notice.reset();
    want(Silence{});
    want(Chime{Earcon::done});
    if (below.screen != Screen::article || !state_.open) return;
    if (state_.open->reading == Reading::paused && below.was_reading) read_from(state_.open->place);
    if (state_.open->reading == Reading::ended) ++state_.asked;
}

void Mind::learn(Key key) {
    const bool again = state_.learned == key;
    if (key == Key::curtain && state_.settings[Setting::curtain] == 1) {
        cycle(Setting::curtain);  // what lies over everything ends first
        return;
    }
    if (key == Key::leave || (again && key == Key::help)) {
        step_back();
        return;
    }
    if (key == Key::leave_home || (again && key == Key::home)) {
        go_to(Screen::welcome, Earcon::done);
        return;
    }
    state_.learned = key;
    if (key == Key::language) {
        cycle(Setting::language);
        return;
    }
    ++state_.asked;
    want(Silence{});
    want(Chime{Earcon::moved});
}

void Mind::press_on_wizard(Key key) {
    if (key == Key::leave) {
        leave_wizard();
    } else if (key == Key::next) {
        turn_to(passed_by(*state_.keypad.wizard));
    } else {
        turn_to(asked_for(*state_.keypad.wizard, key));
    }
}

void Mind::turn_to(Wizard wizard) {
    const bool answered = wizard.turn != state_.keypad.wizard->turn;
    const bool ended = wizard.left.empty();
    state_.keypad.wizard = std::move(wizard);
    if (ended) {
        leave_wizard();
    } else if (answered) {
        want(Silence{});
        want(Chime{earcon_of(state_.keypad.wizard->answer)});
    }
}

void Mind::leave_wizard() {
    const Wizard wizard = std::move(*state_.keypad.wizard);
    state_.keypad.wizard.reset();
    if (!wizard.taught.empty()) state_.keypad.learned = std::make_shared<const Bindings>(learned(wizard));
    go_to(Screen::welcome, Earcon::done);
    notify(state_, words(state_).say(Phrase::wizard_done, {{"count", wizard.taught.size()}}));
}

void Mind::press_on_article(Key key) {
    if (key == Key::adjust || (key == Key::back && state_.open->bar == Bar::adjusting)) {
        turn_bar();
        return;
    }
    if (key == Key::back) {
        leave_article();
        return;
    }
    if (key == Key::where) {
        ask_where();
        interrupt();
        return;
    }
    if (!state_.open->article) return;
    if (entry_count(state_) > 0 && press_on_end(key)) return;
    if (state_.open->reading == Reading::ended && (key == Key::right || key == Key::next || key == Key::down)) {
        ask_again();
        return;
    }
    const text::Article& article = *state_.open->article;
    const text::Place place = state_.open->place;
    switch (key) {
        case Key::left:
        case Key::previous:
            read_from(text::previous_sentence(article, place).value_or(place));
            return;
        case Key::up:
            read_from(text::previous_paragraph(article, place).value_or(place));
            return;
        case Key::right:
        case Key::next:
            read_or_end(text::next_sentence(article, place));
            return;
        case Key::down:
            read_or_end(text::next_paragraph(article, place));
            return;
        case Key::repeat:
            repeat();
            return;
        default:
            play_or_pause();
            return;
    }
}

bool Mind::press_on_end(Key key) {
    switch (key) {
        case Key::up:
        case Key::down:
            focus(focused_entry(state_) + (key == Key::up ? -1 : +1));
            return true;
        case Key::select:
        case Key::pause:
            choose(focused_entry(state_));
            return true;
        case Key::right:
        case Key::next:
            open_next();
            return true;
        default:
            return false;
    }
}

void Mind::accept(EndOffer offer) {
    switch (offer) {
        case EndOffer::again:
            play_or_pause();
            return;
        // What a key does as well, that key does.
        case EndOffer::next:
            press(Key::next);
            return;
        case EndOffer::copy:
            press(Key::copy);
            return;
        case EndOffer::back:
            press(Key::back);
            return;
    }
}

void Mind::leave_article() {
    if (state_.below.empty()) {
        go_to(Screen::articles, Earcon::done);
    } else {  // staff have listened to it
        step_back();
        state_.open.reset();
    }
}

void Mind::turn_bar() {
    const bool adjusts = state_.open->bar == Bar::reading;
    state_.open->bar = adjusts ? Bar::adjusting : Bar::reading;
    state_.switch_focus.reset();
    want(Answer{adjusts ? Earcon::opened : Earcon::done,
                std::u32string(words(state_)[adjusts ? Phrase::adjust : Phrase::adjusted])});
}

void Mind::open_next() {
    if (const auto next = next_entry(state_)) {
        ++state_.entry;
        fetch(next->path);
    } else {
        ask_again();
    }
}

void Mind::ask_where() {
    ++state_.asked_all;
    if (state_.now_ms < state_.asked_until_ms) ++state_.asked_how;
}

void Mind::ask_again() {
    ++state_.asked;
    want(Silence{});
}

void Mind::look_for_articles() {
    state_.looked_at_ms = state_.now_ms;
    want(LookForArticles{});
}

void Mind::tell_of_withdrawal() {
    state_.open->is_withdrawn = true;
    std::u32string told(words(state_)[Phrase::withdrawn]);
    notify(state_, told, mentioned_ms);
    state_.notice->announced = false;
    want(Answer{Earcon::moved, std::move(told)});
}

void Mind::tell_of_order(bool was_out_of_order) {
    if (state_.screen == Screen::welcome && is_out_of_order(state_) != was_out_of_order) want(Silence{});
}

void Mind::none_of_that_number() {
    if (state_.screen == Screen::article) {
        want(Answer{Earcon::limit, {}});
    } else {
        ++state_.asked;
        want(Chime{Earcon::refused});
    }
}

}  // namespace tingdu::app
