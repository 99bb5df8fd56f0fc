#include <algorithm>
#include <utility>

#include "kiosk/app/mind/mind.h"

namespace tingdu::app {

void Mind::count_down() {
    Leaving& leaving = *state_.leaving;
    if (!leaving.until_ms) return;
    leaving.seconds = static_cast<int>((*leaving.until_ms - state_.now_ms + 999) / 1000);
    if (leaving.seconds <= 0) {
        leave();
    } else if (leaving.seconds <= leaving.seconds_said - 10) {
        leaving.seconds_said = leaving.seconds;
    }
}

void Mind::leave() {
    state_.leaving.reset();
    if (state_.left && state_.left->how == Left::How::alone) {  // who was asked for did not answer
        state_.left.reset();
        forget_visit();
        return;
    }
    auto visit = std::make_shared<const State>(state_);
    forget_visit();
    state_.left = Left{std::move(visit), state_.now_ms + kept_ms, Left::How::alone};
}

void Mind::forget_settings() {
    state_.settings = Settings();
    if (!is_spoken(state_.settings[Setting::language], state_))
        state_.settings.set(Setting::language, next_language(state_));
    state_.switch_focus.reset();
    want(SetDiction{diction(state_.settings)});
    want(SetVolume{gain_db(state_)});
}

void Mind::forget_visit() {
    let_go();
    state_.leaving.reset();
    state_.keypad.wizard.reset();
    state_.explored.reset();
    state_.learned.reset();
    state_.asked_until_ms = 0;
    state_.before_home.reset();
    forget_settings();
    go_to(Screen::welcome, Earcon::done);
    if (!state_.number) return;
    if (!state_.number->is_over) tell_number();
    state_.number->is_over = true;
}

bool Mind::is_visit(const State& state) {
    const bool asks = state.screen == Screen::returning ||
                      std::ranges::find(state.below, Screen::returning, &Below::screen) != state.below.end();
    return state.screen != Screen::welcome && !asks && state.screen != Screen::wizard && !is_about_stick(state) &&
           !is_about_staff(state);
}

bool Mind::asks_who_came() {
    if (state_.screen != Screen::welcome || !state_.left || state_.left->how != Left::How::alone) return false;
    state_.settings.set(Setting::language, state_.left->visit->settings[Setting::language]);
    state_.return_offer = 0;
    go_to(Screen::returning, Earcon::opened);
    return true;
}

bool Mind::may_be_offered() const {
    return state_.left && state_.left->how == Left::How::by_hand && !state_.left->is_offered;
}

void Mind::offer_to_go_back() {
    state_.left->is_offered = true;
    notify(state_, std::u32string(words(state_)[Phrase::hold_to_go_back]), mentioned_ms);
    state_.notice->announced = false;
}

void Mind::accept(ReturnOffer offer) {
    if (offer == ReturnOffer::go_on) {
        return_to_visit();
        return;
    }
    state_.left.reset();
    forget_settings();
    begin();
}

void Mind::return_to_visit() {
    State visit = *state_.left->visit;
    state_.left.reset();
    if (state_.number) state_.number->is_over = false;
    if (visit.catalogue != state_.catalogue) {  // what was read there may be another by now
        forget_settings();
        go_to(Screen::subjects, Earcon::opened);
        return;
    }
    state_.screen = visit.screen;
    state_.settings = visit.settings;
    state_.subject = visit.subject;
    state_.entry = visit.entry;
    state_.setting = visit.setting;
    state_.open = std::move(visit.open);
    state_.copying = visit.copying;
    state_.below = std::move(visit.below);
    state_.notice.reset();
    state_.switch_focus.reset();
    want(SetDiction{diction(state_.settings)});
    want(SetVolume{gain_db(state_)});
    want(Silence{});
    want(Chime{Earcon::opened});
    const bool reads = state_.screen == Screen::article && state_.open->article;
    if (reads && state_.open->reading != Reading::ended) read_from(state_.open->place);
    if (reads && state_.open->reading == Reading::ended) ++state_.asked;
}

}  // namespace tingdu::app
