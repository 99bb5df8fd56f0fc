#include <algorithm>

#include "kiosk/app/mind/mind.h"

namespace tingdu::app {

void Mind::route(Outlet outlet) {
    state_.outlet = outlet;
    state_.saying.reset();
    lose_place_focus();  // what headphones say takes room
    want(Route{outlet});
}

void Mind::move_sound_to(Outlet outlet) {
    route(outlet);
    state_.leaving.reset();
    const int normal = Settings()[Setting::volume];
    state_.settings.set(Setting::volume, std::min(state_.settings[Setting::volume], normal));
    want(SetVolume{gain_db(state_)});
}

void Mind::say_there() {
    if (state_.screen == Screen::article) {
        interrupt();
    } else {
        ask_again();
    }
}

void Mind::sound_is(Sound sound) {
    state_.sound = sound;
    lose_place_focus();
}

void Mind::choose_loudspeaker() {
    if (state_.outlet != Outlet::nowhere) return;
    route(Outlet::loudspeaker);
    want(SetVolume{gain_db(state_)});
}

void Mind::leave_what_is_gone() {
    if (state_.screen != Screen::welcome || !state_.switch_focus) return;
    const Press& on = state_.switch_focus->press;
    const bool is_gone =
        (on == Press{Key::home} && !state_.sticks.delivery) || (on == Press{Key::resume} && !has_bookmarks(state_));
    if (is_gone) state_.switch_focus.reset();
}

}  // namespace tingdu::app
