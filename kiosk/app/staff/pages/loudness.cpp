// When the loudspeaker is kept down: all these times, and one of them.
#include <algorithm>
#include <utility>

#include "kiosk/app/settings.h"
#include "kiosk/app/staff/pages/page.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

constexpr int minutes_of_day = 24 * 60;
constexpr int time_step_min = 30;
/// In the evening most halls want it quieter.
constexpr Ceiling usual_ceiling{20 * 60, 8 * 60, volume_db[2]};

std::u32string loudness(double db, const State& state) {
    return std::u32string(step_name(Setting::volume, volume_step_within(db), state));
}

int turned(int minute_of_day, int by_min) {
    return ((minute_of_day + by_min) % minutes_of_day + minutes_of_day) % minutes_of_day;
}

/// With all its times written down, for one of them to be changed.
House house_with_times(const State& state) {
    House house = *state.house;
    house.ceilings = ceilings(state);
    return house;
}

class Loudness final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_loudness, state); }
    std::u32string told(const State& state) const override { return say(Phrase::loudness_told, state); }

    int row_count(const State& state) const override {
        const std::size_t count = ceilings(state).size();
        return static_cast<int>(count) + (count < most_ceilings ? 1 : 0);
    }

    StaffRow row(int entry, const State& state) const override {
        if (std::cmp_equal(entry, ceilings(state).size())) return {say(Phrase::loudness_add, state), {}};
        const Ceiling& ceiling = ceilings(state)[static_cast<std::size_t>(entry)];
        return {told_of(ceiling, state), loudness(ceiling.db, state)};
    }

    Deed choose(int entry, const State& state) const override {
        if (std::cmp_less(entry, ceilings(state).size())) return TurnTo{StaffPage::ceiling, entry};
        House house = house_with_times(state);
        house.ceilings->push_back(usual_ceiling);
        return SettleAndTurn{std::move(house), {StaffPage::ceiling, entry}};
    }
};

class OneCeiling final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_loudness, state); }

    int row_count(const State& state) const override {
        return std::cmp_less(here(state).of, ceilings(state).size()) ? ceiling_row_count : 0;
    }

    StaffRow row(int entry, const State& state) const override {
        const Ceiling& ceiling = ceilings(state)[static_cast<std::size_t>(here(state).of)];
        switch (static_cast<CeilingRow>(entry)) {
            case CeilingRow::from:
                return {say(Phrase::loudness_from, state), clock_time(ceiling.from_min), true};
            case CeilingRow::to:
                return {say(Phrase::loudness_to, state), clock_time(ceiling.to_min), true};
            case CeilingRow::loudest:
                return {say(Phrase::loudness_most, state), loudness(ceiling.db, state), true};
            case CeilingRow::remove:
                return {say(Phrase::loudness_remove, state), {}};
        }
        return {};
    }

    Deed choose(int, const State& state) const override {
        House house = house_with_times(state);
        house.ceilings->erase(house.ceilings->begin() + here(state).of);
        return SettleAndLeave{std::move(house)};
    }

    Deed step(int entry, int by, const State& state) const override {
        House house = house_with_times(state);
        Ceiling& ceiling = (*house.ceilings)[static_cast<std::size_t>(here(state).of)];
        const int step = by == 0 ? 1 : by;
        switch (static_cast<CeilingRow>(entry)) {
            case CeilingRow::from:
                ceiling.from_min = turned(ceiling.from_min, step * time_step_min);
                break;
            case CeilingRow::to:
                ceiling.to_min = turned(ceiling.to_min, step * time_step_min);
                break;
            case CeilingRow::loudest: {
                constexpr int count = static_cast<int>(volume_db.size());
                const int wished = volume_step_within(ceiling.db) + step;
                ceiling.db =
                    volume_db[static_cast<std::size_t>(by == 0 ? wished % count : std::clamp(wished, 0, count - 1))];
                break;
            }
            case CeilingRow::remove:
                return AskAgain{};
        }
        return Settle{std::move(house)};
    }
};

}  // namespace

const Page& loudness_page() {
    static const Loudness page;
    return page;
}

const Page& ceiling_page() {
    static const OneCeiling page;
    return page;
}

std::u32string told_of(const Ceiling& ceiling, const State& state) {
    const std::u32string from = clock_time(ceiling.from_min);
    const std::u32string to = clock_time(ceiling.to_min);
    return say(Phrase::loudness_time, state, {{"from", from}, {"to", to}});
}

const std::vector<Ceiling>& ceilings(const State& state) {
    return state.house->ceilings ? *state.house->ceilings : state.rules.ceilings;
}

}  // namespace tingdu::app
