#include <algorithm>
#include <utility>

#include "kiosk/app/mind/mind.h"

namespace tingdu::app {
namespace {

/// So often it is said how far the work has come.
constexpr std::int64_t progress_told_ms = 10'000;

}  // namespace

void Mind::operator()(const SticksThere& now) {
    Sticks& sticks = state_.sticks;
    const auto is_there = [&](const Stick& stick) { return std::ranges::find(now.sticks, stick) != now.sticks.end(); };
    std::erase_if(sticks.waiting, [&](const Stick& stick) { return !is_there(stick); });
    bool has_to_wait = false;
    for (const Stick& stick : now.sticks) {
        if (std::ranges::find(sticks.there, stick) != sticks.there.end()) continue;
        sticks.waiting.push_back(stick);
        has_to_wait = sticks.delivery.has_value();
    }
    sticks.there = now.sticks;
    if (sticks.delivery && sticks.delivery->is_there && !is_there(sticks.delivery->stick)) lose_stick();
    if (has_to_wait && sticks.delivery && !gives_way()) mention(Phrase::stick_waits);
}

void Mind::operator()(const StickProgress& progress) {
    Delivery* const delivery = delivery_of(progress.stick);
    if (!delivery || !is_at_work(*delivery)) return;
    if (delivery->stage == Delivery::Stage::reading && progress.of > 0) come_to(Delivery::Stage::checking);
    const std::int64_t passed_ms = state_.now_ms - delivery->since_ms;
    const std::size_t rest = progress.of - std::min(progress.of, progress.count);
    // A guess from less than a second is none.
    const bool can_guess = progress.count > 0 && passed_ms >= 1'000;
    delivery->count = progress.count;
    delivery->of = progress.of;
    delivery->seconds_left = can_guess ? static_cast<int>(passed_ms * static_cast<std::int64_t>(rest) /
                                                          static_cast<std::int64_t>(progress.count) / 1000)
                                       : 0;
    if (state_.now_ms - delivery->told_ms < progress_told_ms) return;
    delivery->told_ms = state_.now_ms;
    ++delivery->told;
    if (!is_about_stick(state_) && state_.screen != Screen::article) show_updating();
}

void Mind::operator()(const StickLookedAt& looked) {
    Delivery* const delivery = delivery_of(looked.stick);
    if (!delivery || delivery->stage > Delivery::Stage::checking) return;
    delivery->brings = looked.brings;
    if (const auto& brought = looked.brings->house) delivery->changes = told_changes(brought->house, state_);
    const bool is_new = looked.brings->changes_library || !delivery->changes.empty();
    come_to(is_new ? Delivery::Stage::offered : Delivery::Stage::nothing_new);
    if (!is_about_stick(state_)) mention(is_new ? Phrase::stick_ready : Phrase::stick_nothing_new);
}

void Mind::operator()(const StickTaken& taken) {
    Delivery* const delivery = delivery_of(taken.stick);
    if (!delivery || delivery->stage != Delivery::Stage::arriving) return;
    if (delivery->brings && delivery->brings->house)
        settle(with_brought(*state_.house, delivery->brings->house->house));
    delivery->brings = taken.brought;
    delivery->receipt = taken.receipt;
    come_to(Delivery::Stage::done);
    if (!is_about_stick(state_)) mention(Phrase::stick_arrived);
}

void Mind::operator()(const StickFailed& failed) {
    Delivery* const delivery = delivery_of(failed.stick);
    if (!delivery || !is_at_work(*delivery)) return;
    delivery->error = failed.error;
    delivery->brings = failed.remarks;
    come_to(failed.error.fault == Fault::source_gone && !delivery->is_there ? Delivery::Stage::pulled
                                                                            : Delivery::Stage::failed);
    if (!is_about_stick(state_)) mention(told(*delivery, words(state_)));
}

void Mind::operator()(const WentBack& back) {
    const Delivery* const delivery = delivery_of(back.stick);
    if (delivery && delivery->stage == Delivery::Stage::going_back) come_to(Delivery::Stage::went_back);
}

Delivery* Mind::delivery_of(const Stick& stick) {
    auto& delivery = state_.sticks.delivery;
    return delivery && delivery->stick == stick ? &*delivery : nullptr;
}

bool Mind::gives_way() const {
    const Sticks& sticks = state_.sticks;
    return sticks.delivery && is_over(*sticks.delivery) && !sticks.delivery->is_there && !sticks.waiting.empty();
}

void Mind::turn_to_next_stick() {
    Sticks& sticks = state_.sticks;
    const bool is_seen_to = is_about_stick(state_);
    if (sticks.delivery && is_over(*sticks.delivery)) {
        Delivery& over = *sticks.delivery;
        over.is_seen = over.is_seen || is_seen_to;
        // Whoever brought it has not learned yet what has become of it, and looks for that where home leads.
        const bool is_awaited = !over.is_seen && over.is_there && sticks.waiting.empty();
        if ((!is_seen_to && !is_awaited) || gives_way()) sticks.delivery.reset();
    }
    if (sticks.delivery || sticks.waiting.empty()) return;
    sticks.delivery.emplace().stick = sticks.waiting.front();
    sticks.waiting.erase(sticks.waiting.begin());
    look_at_stick();
    if (is_seen_to || (state_.screen == Screen::welcome && !state_.leaving)) {
        go_to(Screen::stick, Earcon::opened);
    } else {
        mention(Phrase::stick_seen);
    }
}

void Mind::look_at_stick() {
    Delivery& delivery = *state_.sticks.delivery;
    delivery.since_ms = delivery.told_ms = state_.now_ms;
    if (state_.sticks.reception == Reception::none) {
        delivery.stage = Delivery::Stage::failed;
        delivery.error = Error{Fault::no_library, {}, {}};
        return;
    }
    if (delivery.stick.trouble) {
        delivery.stage = Delivery::Stage::failed;
        delivery.error = Error{Fault::unreadable, stick_name(delivery.stick), {}};
        return;
    }
    delivery.stage = Delivery::Stage::reading;
    want(LookAtStick{delivery.stick, delivery.takes_older});
}

void Mind::come_to(Delivery::Stage stage) {
    Delivery& delivery = *state_.sticks.delivery;
    delivery.stage = stage;
    delivery.count = delivery.of = 0;
    delivery.seconds_left = 0;
    delivery.since_ms = delivery.told_ms = state_.now_ms;
    delivery.offer = delivery.remark = 0;
    if (state_.screen != Screen::stick) return;
    state_.switch_focus.reset();
    state_.notice.reset();
    let_go();
    want(Silence{});
    const bool is_bad = stage == Delivery::Stage::failed || stage == Delivery::Stage::pulled;
    want(Chime{is_bad ? Earcon::refused : is_at_work(delivery) ? Earcon::moved : Earcon::done});
}

void Mind::lose_stick() {
    Delivery& delivery = *state_.sticks.delivery;
    const std::u32string said = told(delivery, words(state_));
    delivery.is_there = false;
    // Whether all has been read that was wanted only the work itself knows.
    if (delivery.stage == Delivery::Stage::arriving || is_over(delivery)) {
        const int last = static_cast<int>(offers(delivery).size()) - 1;  // some are for a stick that is there
        delivery.offer = std::clamp(delivery.offer, 0, std::max(0, last));
        if (std::u32string now = told(delivery, words(state_)); state_.screen == Screen::stick && now != said)
            want(Answer{Earcon::moved, std::move(now)});
        return;
    }
    while (is_about_stick(state_) && state_.screen != Screen::stick) step_back();
    come_to(Delivery::Stage::pulled);
    if (!is_about_stick(state_)) mention(Phrase::stick_pulled);
}

void Mind::mention(std::u32string text) {
    const bool is_quiet = state_.screen == Screen::article || state_.leaving;
    notify(state_, text, mentioned_ms);
    state_.notice->announced = false;
    if (!is_quiet) want(Answer{Earcon::moved, std::move(text)});
}

void Mind::mention(Phrase phrase) {
    mention(std::u32string(words(state_)[phrase]));
}

void Mind::accept(StickOffer offer) {
    Delivery& delivery = *state_.sticks.delivery;
    const bool is_guarded =
        state_.rules.admission == HouseRules::Admission::pin && state_.staff.pin.is != Pin::Is::impossible;
    if (is_for_staff(offer, delivery) && is_guarded && !state_.staff.is_in) {
        state_.staff.offer = offer;
        ask_for_pin(PinPad::Then::take_stick);
        return;
    }
    switch (offer) {
        case StickOffer::take:
        case StickOffer::take_only: {
            const auto way = offer == StickOffer::take ? library::Way::add : library::Way::replace;
            come_to(Delivery::Stage::arriving);
            want(TakeStick{delivery.stick, way, state_.today, delivery.corrections});
            return;
        }
        case StickOffer::look:
            step_aside(Screen::remarks);
            return;
        case StickOffer::leave:
            go_to(Screen::welcome, Earcon::done);
            state_.sticks.delivery.reset();
            notify(state_, std::u32string(words(state_)[Phrase::stick_left]), mentioned_ms);
            return;
        case StickOffer::well:
            leave_stick();
            return;
        case StickOffer::take_older:
        case StickOffer::again:
            delivery.takes_older = offer == StickOffer::take_older;
            delivery.brings.reset();
            delivery.error.reset();
            look_at_stick();
            come_to(delivery.stage);
            return;
        case StickOffer::go_back:
            come_to(Delivery::Stage::going_back);
            want(GoBack{delivery.stick});
            return;
    }
}

}  // namespace tingdu::app
