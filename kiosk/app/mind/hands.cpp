#include "kiosk/app/mind/mind.h"

namespace tingdu::app {

void Mind::let_go() {
    withdraw_explanation();
    if (state_.open && state_.open->scroll && state_.finger)
        state_.open->scroll->until_ms = state_.now_ms + scrolled_ms;
    state_.finger.reset();
    state_.held.reset();
}

void Mind::withdraw_explanation() {
    if (state_.finger && state_.finger->gesture == Gesture::explained) state_.notice.reset();
}

void Mind::drag() {
    withdraw_explanation();
    state_.finger->gesture = Gesture::dragging;
    state_.held.reset();
}

void Mind::explain() {
    state_.finger->gesture = Gesture::explained;
    notify(state_, explanation(state_));
    state_.notice->announced = false;
    interrupt();
}

void Mind::interrupt() {
    if (state_.open && state_.open->article && state_.open->reading == Reading::playing) {
        read(state_.open->place);
        return;
    }
    if (state_.open) state_.open->held = false;
    want(Silence{});
}

void Mind::read_sentence_at(std::size_t offset) {
    if (!state_.open || !state_.open->article) return;
    if (const auto place = text::place_at(*state_.open->article, offset)) read_from(*place);
}

}  // namespace tingdu::app
