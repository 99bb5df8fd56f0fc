#include "kiosk/app/staff/room.h"

#include "kiosk/app/phrases.h"
#include "kiosk/app/staff/pages/page.h"
#include "kiosk/app/state.h"

namespace tingdu::app {

const Page& page_of(StaffPage page) {
    switch (page) {
        case StaffPage::room:
            return first_page();
        case StaffPage::subjects:
            return subjects_page();
        case StaffPage::articles:
            return articles_page();
        case StaffPage::article:
            return article_page();
        case StaffPage::health:
            return health_page();
        case StaffPage::loudness:
            return loudness_page();
        case StaffPage::ceiling:
            return ceiling_page();
        case StaffPage::languages:
            return languages_page();
        case StaffPage::screen:
            return screen_page();
        case StaffPage::clock:
            return clock_page();
        case StaffPage::doubts:
            return doubts_page();
        case StaffPage::readings:
            return readings_page();
        case StaffPage::trusted:
            return trusted_page();
        case StaffPage::stick:
            return stick_page();
        case StaffPage::changes:
            return changes_page();
    }
    return first_page();
}

int staff_row_count(const State& state) {
    return state.staff.way.empty() ? 0 : page_of(here(state).page).row_count(state);
}

StaffRow staff_row(int entry, const State& state) {
    if (entry < 0 || entry >= staff_row_count(state)) return {};
    return page_of(here(state).page).row(entry, state);
}

std::u32string staff_title(const State& state) {
    return state.staff.way.empty() ? say(wording::Phrase::staff, state) : page_of(here(state).page).title(state);
}

std::u32string staff_told(const State& state) {
    return state.staff.way.empty() ? std::u32string() : page_of(here(state).page).told(state);
}

std::u32string staff_hint(const State& state) {
    using wording::Phrase;
    constexpr Hint hint{Phrase::staff_hint, Phrase::staff_hint_touch, Phrase::staff_hint_switch};
    return say(hint.by(state.hand), state);
}

std::u32string say(wording::Phrase phrase, const State& state) {
    return std::u32string(words(state)[phrase]);
}

std::u32string say(wording::Phrase phrase, const State& state, std::initializer_list<wording::Slot> slots) {
    return words(state).say(phrase, slots);
}

const StaffPlace& here(const State& state) {
    return state.staff.way.back();
}

}  // namespace tingdu::app
