#include "kiosk/app/staff/brought.h"

#include <memory>
#include <utility>

#include "kiosk/app/staff/pages/page.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

/// One or two as they are; more would be a row that nobody reads.
std::u32string times_of(const State& state) {
    constexpr std::size_t most = 2;
    if (const std::size_t count = ceilings(state).size(); count == 0 || count > most)
        return say(Phrase::loudness_times, state, {{"count", count}});
    std::u32string all;
    for (const Ceiling& ceiling : ceilings(state)) {
        if (!all.empty()) all += say(Phrase::health_apart, state);
        all += told_of(ceiling, state);
    }
    return all;
}

std::u32string rules_of(const State& state) {
    const library::Curation& curation = state.house->curation;
    return say(Phrase::articles_ruled, state, {{"count", curation.articles.size() + curation.first.size()}});
}

}  // namespace

House fit_to_travel(House house) {
    house.screen_scale.reset();
    house.clock_ahead_min = 0;
    return house;
}

House with_brought(const House& house, const House& brought) {
    House all = fit_to_travel(brought);
    all.screen_scale = house.screen_scale;
    all.clock_ahead_min = house.clock_ahead_min;
    return all;
}

std::vector<HouseChange> changes_by(const House& brought, const State& state) {
    State after;
    after.settings = state.settings;
    after.languages = state.languages;
    after.rules = state.rules;
    after.house = std::make_shared<const House>(with_brought(*state.house, brought));
    std::vector<HouseChange> changes;
    const auto compare = [&](Phrase label, auto value) {
        HouseChange change{say(label, state), value(state), value(after)};
        if (change.before != change.after) changes.push_back(std::move(change));
    };
    compare(Phrase::staff_idle, [](const State& of) {
        return say(Phrase::staff_minutes, of, {{"minutes", idle_s(of) / 60}});
    });
    compare(Phrase::staff_loudness, times_of);
    compare(Phrase::staff_languages, spoken_languages);
    if (after.house->curation != state.house->curation)
        changes.push_back({say(Phrase::staff_articles, state), rules_of(state), rules_of(after)});
    return changes;
}

std::u32string told_changes(const House& brought, const State& state) {
    std::u32string all;
    for (const HouseChange& change : changes_by(brought, state)) {
        const std::u32string value =
            say(Phrase::changes_value, state, {{"before", change.before}, {"after", change.after}});
        all += (all.empty() ? U"" : say(Phrase::health_apart, state)) +
               say(Phrase::changes_each, state, {{"label", change.label}, {"value", value}});
    }
    return all.empty() ? all : say(Phrase::changes_brought, state, {{"changes", all}});
}

}  // namespace tingdu::app
