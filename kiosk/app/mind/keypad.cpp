#include <utility>

#include "kiosk/app/mind/mind.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {

void Mind::operator()(const KeysKnown& keys) {
    state_.keypad.configured = std::make_shared<const Bindings>(keys.configured);
    state_.keypad.learned = std::make_shared<const Bindings>(keys.learned);
}

void Mind::operator()(const LearnKeys&) {
    Keypad& keypad = state_.keypad;
    keypad.strange = {};
    keypad.wizard = Wizard{};
    if (keypad.configured) keypad.wizard->configured = *keypad.configured;
    if (keypad.learned) keypad.wizard->before = *keypad.learned;
    go_to(Screen::wizard, Earcon::opened);
}

void Mind::operator()(const RawDown& down) {
    if (state_.keypad.wizard) {
        want(Silence{});
        state_.keypad.wizard = key_down(std::move(*state_.keypad.wizard), down.key, state_.now_ms);
        return;
    }
    const auto told_before = state_.keypad.strange.told_at_ms;
    state_.keypad.strange = key_down(std::move(state_.keypad.strange), down.key, state_.now_ms);
    if (state_.keypad.strange.told_at_ms != told_before) {
        answer(Earcon::refused, words(state_)[Phrase::strange_key]);
    } else if (state_.screen == Screen::welcome) {
        // The welcome screen says that any key will do.
        const StrangeKeys counted = state_.keypad.strange;
        (*this)(Pressed{Key::select});
        state_.keypad.strange = counted;
    }
}

void Mind::operator()(const RawUp& up) {
    if (state_.keypad.wizard) turn_to(key_up(*state_.keypad.wizard, up.key));
    state_.keypad.strange = key_up(std::move(state_.keypad.strange), up.key);
}

void Mind::operator()(const KeysNotKept& failed) {
    const std::u32string fault = from_utf8(sentence(failed.error, words(state_)));
    notify(state_, words(state_).say(Phrase::keys_not_kept, {{"fault", fault}}), trouble_ms);
    want(Chime{Earcon::refused});
}

void Mind::operator()(const HandShut& hand) {
    notify(state_, words(state_).say(Phrase::hand_shut, {{"name", from_utf8(hand.name)}}), trouble_ms);
    want(Chime{Earcon::refused});
}

}  // namespace tingdu::app
