// How the kiosk is: one sentence, and a row for each part of it.
#include <algorithm>
#include <functional>

#include "kiosk/app/staff/pages/page.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

StaffRow::Look look_of(Condition::State state) {
    switch (state) {
        case Condition::State::ill:
            return StaffRow::Look::ill;
        case Condition::State::well:
            return StaffRow::Look::well;
        case Condition::State::worth_knowing:
            return StaffRow::Look::worth_knowing;
    }
    return {};
}

class HealthPage final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_health, state); }
    std::u32string told(const State& state) const override { return told_of_health(state); }
    int row_count(const State& state) const override { return static_cast<int>(conditions(state).size()); }

    StaffRow row(int entry, const State& state) const override {
        const Condition condition = conditions(state)[static_cast<std::size_t>(entry)];
        return {name_of(condition.part, words(state)), condition.told, false, look_of(condition.state)};
    }
};

}  // namespace

const Page& health_page() {
    static const HealthPage page;
    return page;
}

std::u32string told_of_health(const State& state) {
    if (state.staff.is_looking || !state.staff.health) return say(Phrase::health_looking, state);
    const auto ills = std::ranges::count(conditions(state), Condition::State::ill, &Condition::state);
    if (ills == 0) return say(Phrase::health_all_well, state);
    return say(Phrase::health_ills, state, {{"count", static_cast<std::size_t>(ills)}});
}

std::vector<Condition> conditions(const State& state) {
    const auto language = static_cast<std::size_t>(state.settings[Setting::language]);
    if (!state.staff.health || language >= state.staff.health->size()) return {};
    std::vector<Condition> all = (*state.staff.health)[language];
    std::ranges::stable_sort(all, std::ranges::greater(), &Condition::state);
    return all;
}

bool is_well(const State& state) {
    return std::ranges::none_of(conditions(state),
                                [](const Condition& each) { return each.state == Condition::State::ill; });
}

}  // namespace tingdu::app
