// The first page: a door for each of the others, and what is small enough to stand on it.
#include <algorithm>
#include <utility>

#include "kiosk/app/staff/pages/page.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

constexpr int idle_step_s = 60;

std::size_t article_count(const State& state) {
    std::size_t count = 0;
    if (state.staff.all)
        for (const library::Subject& subject : state.staff.all->subjects) count += subject.entries.size();
    return count;
}

std::u32string now(const State& state) {
    return state.minute_of_day ? clock_time(*state.minute_of_day) : std::u32string();
}

/// How much would be otherwise by the settings that wait.
std::size_t waiting_changes(const State& state) {
    return state.staff.waiting ? changes_by(state.staff.waiting->house, state).size() : 0;
}

StaffDoor door_at(int entry, const State& state) {
    return staff_doors(state)[static_cast<std::size_t>(entry)];
}

class First final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff, state); }

    int row_count(const State& state) const override { return static_cast<int>(staff_doors(state).size()); }

    StaffRow row(int entry, const State& state) const override {
        const auto row = [&](Phrase label, std::u32string value = {}) {
            return StaffRow{say(label, state), std::move(value)};
        };
        switch (door_at(entry, state)) {
            case StaffDoor::articles:
                return row(Phrase::staff_articles, articles_count(article_count(state), words(state)));
            case StaffDoor::readings: {
                const std::size_t count = state.staff.readings ? state.staff.readings->size() : 0;
                return row(Phrase::staff_readings, say(Phrase::readings_count, state, {{"count", count}}));
            }
            case StaffDoor::stick:
                return row(Phrase::staff_stick);
            case StaffDoor::waiting: {
                const std::size_t count = waiting_changes(state);
                return row(Phrase::staff_waiting, say(Phrase::waiting_count, state, {{"count", count}}));
            }
            case StaffDoor::trusted: {
                const std::size_t count = state.staff.keys ? state.staff.keys->size() : 0;
                return row(Phrase::staff_trusted, say(Phrase::trusted_count, state, {{"count", count}}));
            }
            case StaffDoor::health: {
                StaffRow health = row(Phrase::staff_health, told_of_health(state));
                const bool is_known = state.staff.health && !state.staff.is_looking;
                if (is_known) health.look = is_well(state) ? StaffRow::Look::well : StaffRow::Look::ill;
                return health;
            }
            case StaffDoor::loudness: {
                const std::size_t count = ceilings(state).size();
                return row(Phrase::staff_loudness, say(Phrase::loudness_times, state, {{"count", count}}));
            }
            case StaffDoor::idle: {
                StaffRow idle =
                    row(Phrase::staff_idle, say(Phrase::staff_minutes, state, {{"minutes", idle_s(state) / 60}}));
                idle.has_steps = true;
                return idle;
            }
            case StaffDoor::languages:
                return row(Phrase::staff_languages, spoken_languages(state));
            case StaffDoor::screen:
                return row(Phrase::staff_screen);
            case StaffDoor::clock:
                return row(Phrase::staff_time, now(state));
            case StaffDoor::keys:
                return row(Phrase::staff_keys);
            case StaffDoor::pin:
                return row(Phrase::staff_pin);
            case StaffDoor::leave:
                return row(Phrase::staff_leave);
        }
        return {};
    }

    Deed choose(int entry, const State& state) const override {
        switch (door_at(entry, state)) {
            case StaffDoor::articles:
                return TurnTo{StaffPage::subjects};
            case StaffDoor::readings:
                return TurnTo{StaffPage::readings};
            case StaffDoor::stick:
                return TurnTo{StaffPage::stick};
            case StaffDoor::waiting:
                return LookAtWaiting{};
            case StaffDoor::trusted:
                return TurnTo{StaffPage::trusted};
            case StaffDoor::health:
                return TurnTo{StaffPage::health};
            case StaffDoor::loudness:
                return TurnTo{StaffPage::loudness};
            case StaffDoor::languages:
                return TurnTo{StaffPage::languages};
            case StaffDoor::screen:
                return TurnTo{StaffPage::screen};
            case StaffDoor::clock:
                return TurnTo{StaffPage::clock};
            case StaffDoor::keys:
                return LearnKeypad{};
            case StaffDoor::pin:
                return ChoosePin{};
            case StaffDoor::idle:
                return AskAgain{};  // has steps
            case StaffDoor::leave:
                return LeaveRoom{};
        }
        return AskAgain{};
    }

    Deed step(int, int by, const State& state) const override {
        House house = *state.house;
        const int wished = idle_s(state) + (by == 0 ? 1 : by) * idle_step_s;
        const int round = wished > most_idle_s ? least_idle_s : wished;
        house.idle_s = by == 0 ? round : std::clamp(wished, least_idle_s, most_idle_s);
        return Settle{std::move(house)};
    }
};

}  // namespace

const Page& first_page() {
    static const First page;
    return page;
}

std::vector<StaffDoor> staff_doors(const State& state) {
    using enum StaffDoor;
    const bool takes_articles = state.sticks.reception == Reception::library;
    if (!takes_articles) return {articles, health, loudness, idle, languages, screen, clock, keys, pin, leave};
    std::vector<StaffDoor> doors{articles, readings, health, stick,   loudness, idle, languages,
                                 screen,   clock,    keys,   trusted, pin,      leave};
    if (waiting_changes(state) > 0) doors.insert(doors.begin(), waiting);
    return doors;
}

}  // namespace tingdu::app
