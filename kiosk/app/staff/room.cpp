#include "kiosk/app/staff/room.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "kiosk/app/phrases.h"
#include "kiosk/app/settings.h"
#include "kiosk/app/state.h"
#include "kiosk/base/utf8.h"

namespace tingdu::app {
namespace {

using Slot = wording::Slot;

std::u32string say(Phrase phrase, const State& state) {
    return std::u32string(words(state)[phrase]);
}

std::u32string say(Phrase phrase, const State& state, std::initializer_list<Slot> slots) {
    return words(state).say(phrase, slots);
}

/// "07:30"
std::u32string clock_time(int minute_of_day) {
    const auto two = [](int number) { return from_utf8((number < 10 ? "0" : "") + std::to_string(number)); };
    return two(minute_of_day / 60) + U":" + two(minute_of_day % 60);
}

/// The loudest of the steps that a visitor has which is no louder than this.
std::u32string loudness(double db, const State& state) {
    const auto above = std::ranges::upper_bound(volume_db, db);
    const int step = std::max(static_cast<int>(above - volume_db.begin()) - 1, 0);
    return std::u32string(step_name(Setting::volume, step, state));
}

std::u32string time_of(const Ceiling& ceiling, const State& state) {
    const std::u32string from = clock_time(ceiling.from_min);
    const std::u32string to = clock_time(ceiling.to_min);
    return say(Phrase::loudness_time, state, {{"from", from}, {"to", to}});
}

const library::Subject* subject_at(int at, const State& state) {
    const auto& all = state.staff.all;
    return all && std::cmp_less(at, all->subjects.size()) ? &all->subjects[static_cast<std::size_t>(at)] : nullptr;
}

library::Curated curated(const library::Subject& subject, const library::Entry& entry, const State& state) {
    const auto& articles = state.house->curation.articles;
    const auto found = articles.find(library::key_of(subject.name, entry.path));
    return found == articles.end() ? library::Curated{} : found->second;
}

std::u32string minutes(int seconds, const State& state) {
    return say(Phrase::staff_minutes, state, {{"minutes", seconds / 60}});
}

std::u32string spoken_languages(const State& state) {
    std::u32string all;
    for (int language = 0; language < state.languages->count(); ++language) {
        if (!is_spoken(language, state)) continue;
        if (!all.empty()) all += say(Phrase::health_apart, state);
        all += (*state.languages)[language].name();
    }
    return all;
}

std::u32string told_of_health(const State& state) {
    if (state.staff.is_looking || !state.staff.health) return say(Phrase::health_looking, state);
    const auto ills = std::ranges::count(conditions(state), Condition::State::ill, &Condition::state);
    if (ills == 0) return say(Phrase::health_all_well, state);
    return say(Phrase::health_ills, state, {{"count", static_cast<std::size_t>(ills)}});
}

std::size_t article_count(const State& state) {
    std::size_t count = 0;
    if (state.staff.all)
        for (const library::Subject& subject : state.staff.all->subjects) count += subject.entries.size();
    return count;
}

StaffRow door(StaffDoor door, const State& state) {
    const auto row = [&](Phrase label, std::u32string value = {}) {
        return StaffRow{say(label, state), std::move(value)};
    };
    switch (door) {
        case StaffDoor::articles:
            return row(Phrase::staff_articles, articles_count(article_count(state), words(state)));
        case StaffDoor::health: {
            StaffRow health = row(Phrase::staff_health, told_of_health(state));
            const bool is_known = state.staff.health && !state.staff.is_looking;
            if (is_known) health.look = is_well(state) ? StaffRow::Look::well : StaffRow::Look::ill;
            return health;
        }
        case StaffDoor::loudness:
            return row(Phrase::staff_loudness, say(Phrase::loudness_times, state, {{"count", ceilings(state).size()}}));
        case StaffDoor::idle: {
            StaffRow idle = row(Phrase::staff_idle, minutes(idle_s(state), state));
            idle.has_steps = true;
            return idle;
        }
        case StaffDoor::languages:
            return row(Phrase::staff_languages, spoken_languages(state));
        case StaffDoor::screen:
            return row(Phrase::staff_screen);
        case StaffDoor::keys:
            return row(Phrase::staff_keys);
        case StaffDoor::pin:
            return row(Phrase::staff_pin);
        case StaffDoor::leave:
            return row(Phrase::staff_leave);
    }
    return {};
}

std::u32string told_of(const library::Curated& curated, const State& state) {
    if (curated.is_hidden) return say(Phrase::article_hidden, state);
    if (!curated.until) return {};
    const std::u32string day = shown_date(*curated.until, words(state));
    const bool is_over = !library::is_shown(curated, state.today);
    return say(is_over ? Phrase::article_over : Phrase::article_until, state, {{"day", day}});
}

StaffRow subject_row(int at, const State& state) {
    const library::Subject* subject = subject_at(at, state);
    if (!subject) return {say(Phrase::library_go_back, state), {}};
    return {std::u32string(subject_name(*subject, state)), articles_count(subject->entries.size(), words(state))};
}

StaffRow article_in_list(const library::Subject& subject, int at, const State& state) {
    const library::Entry entry = subject.entries[static_cast<std::size_t>(at)];
    return {entry.title, told_of(curated(subject, entry, state), state)};
}

StaffRow article_row(ArticleRow row, const library::Curated& curated, const State& state) {
    switch (row) {
        case ArticleRow::shown:
            return {say(Phrase::article_shown, state),
                    say(curated.is_hidden ? Phrase::staff_no : Phrase::staff_yes, state), true};
        case ArticleRow::until:
            return {say(Phrase::article_last_day, state),
                    curated.until ? shown_date(*curated.until, words(state)) : say(Phrase::article_always, state),
                    true};
        case ArticleRow::up:
            return {say(Phrase::article_up, state), {}};
        case ArticleRow::listen:
            return {say(Phrase::article_listen, state), {}};
    }
    return {};
}

StaffRow ceiling_row(CeilingRow row, const Ceiling& ceiling, const State& state) {
    switch (row) {
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

StaffRow condition_row(const Condition& condition, const State& state) {
    using Look = StaffRow::Look;
    const Look look = condition.state == Condition::State::ill    ? Look::ill
                      : condition.state == Condition::State::well ? Look::well
                                                                  : Look::worth_knowing;
    return {name_of(condition.part, words(state)), condition.told, false, look};
}

const StaffPlace& place(const State& state) {
    return state.staff.way.back();
}

}  // namespace

const library::Subject* staff_subject(const State& state) {
    for (const StaffPlace& passed : state.staff.way)
        if (passed.page == StaffPage::articles) return subject_at(passed.of, state);
    return nullptr;
}

std::string staff_article_key(const State& state) {
    const library::Subject* subject = staff_subject(state);
    if (!subject || place(state).page != StaffPage::article) return {};
    return library::key_of(subject->name, subject->entries[static_cast<std::size_t>(place(state).of)].path);
}

int staff_row_count(const State& state) {
    if (state.staff.way.empty()) return 0;
    switch (place(state).page) {
        case StaffPage::room:
            return staff_door_count;
        case StaffPage::subjects: {
            const int subjects = state.staff.all ? static_cast<int>(state.staff.all->subjects.size()) : 0;
            return subjects + (state.sticks.reception == Reception::library ? 1 : 0);
        }
        case StaffPage::articles:
            return staff_subject(state) ? static_cast<int>(staff_subject(state)->entries.size()) : 0;
        case StaffPage::article:
            return article_row_count;
        case StaffPage::health:
            return static_cast<int>(conditions(state).size());
        case StaffPage::loudness: {
            const std::size_t count = ceilings(state).size();
            return static_cast<int>(count) + (count < most_ceilings ? 1 : 0);
        }
        case StaffPage::ceiling:
            return ceiling_row_count;
        case StaffPage::languages:
            return state.languages->count();
        case StaffPage::screen:
            return 1;
    }
    return 0;
}

StaffRow staff_row(int entry, const State& state) {
    if (entry < 0 || entry >= staff_row_count(state)) return {};
    const auto at = static_cast<std::size_t>(entry);
    switch (place(state).page) {
        case StaffPage::room:
            return door(static_cast<StaffDoor>(entry), state);
        case StaffPage::subjects:
            return subject_row(entry, state);
        case StaffPage::articles:
            return article_in_list(*staff_subject(state), entry, state);
        case StaffPage::article: {
            const library::Subject* subject = staff_subject(state);
            if (!subject) return {};
            const library::Entry it = subject->entries[static_cast<std::size_t>(place(state).of)];
            return article_row(static_cast<ArticleRow>(entry), curated(*subject, it, state), state);
        }
        case StaffPage::health:
            return condition_row(conditions(state)[at], state);
        case StaffPage::loudness: {
            if (at == ceilings(state).size()) return {say(Phrase::loudness_add, state), {}};
            const Ceiling& ceiling = ceilings(state)[at];
            return {time_of(ceiling, state), loudness(ceiling.db, state)};
        }
        case StaffPage::ceiling:
            return ceiling_row(static_cast<CeilingRow>(entry),
                               ceilings(state)[static_cast<std::size_t>(place(state).of)], state);
        case StaffPage::languages:
            return {(*state.languages)[entry].name(),
                    say(is_spoken(entry, state) ? Phrase::staff_yes : Phrase::staff_no, state), true};
        case StaffPage::screen: {
            constexpr int percent = 100;
            const double scale = percent * state.house->screen_scale.value_or(1);
            return {say(Phrase::screen_width, state),
                    say(Phrase::screen_percent, state, {{"percent", from_utf8(std::to_string(std::lround(scale)))}}),
                    true};
        }
    }
    return {};
}

std::u32string staff_title(const State& state) {
    if (state.staff.way.empty()) return say(Phrase::staff, state);
    switch (place(state).page) {
        case StaffPage::room:
            return say(Phrase::staff, state);
        case StaffPage::subjects:
            return say(Phrase::staff_articles, state);
        case StaffPage::articles:
            return staff_subject(state) ? std::u32string(subject_name(*staff_subject(state), state)) : std::u32string();
        case StaffPage::article: {
            const library::Subject* subject = staff_subject(state);
            return subject ? subject->entries[static_cast<std::size_t>(place(state).of)].title : std::u32string();
        }
        case StaffPage::health:
            return say(Phrase::staff_health, state);
        case StaffPage::loudness:
        case StaffPage::ceiling:
            return say(Phrase::staff_loudness, state);
        case StaffPage::languages:
            return say(Phrase::staff_languages, state);
        case StaffPage::screen:
            return say(Phrase::staff_screen, state);
    }
    return {};
}

std::u32string staff_told(const State& state) {
    if (state.staff.way.empty()) return {};
    switch (place(state).page) {
        case StaffPage::health:
            return told_of_health(state);
        case StaffPage::subjects:
            return say(Phrase::articles_told, state);
        case StaffPage::loudness:
            return say(Phrase::loudness_told, state);
        case StaffPage::languages:
            return say(Phrase::languages_told, state);
        case StaffPage::screen:
            return say(Phrase::screen_told, state);
        default:
            return {};
    }
}

std::u32string staff_hint(const State& state) {
    constexpr Hint hint{Phrase::staff_hint, Phrase::staff_hint_touch, Phrase::staff_hint_switch};
    return say(hint.by(state.hand), state);
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

const std::vector<Ceiling>& ceilings(const State& state) {
    return state.house->ceilings ? *state.house->ceilings : state.rules.ceilings;
}

int idle_s(const State& state) {
    return state.house->idle_s.value_or(state.rules.idle_s);
}

bool is_spoken(int language, const State& state) {
    return std::ranges::find(state.house->languages_off, (*state.languages)[language].code()) ==
           state.house->languages_off.end();
}

int next_language(const State& state) {
    const int count = state.languages->count();
    int language = state.settings[Setting::language];
    for (int i = 0; i < count; ++i) {
        language = (language + 1) % count;
        if (is_spoken(language, state)) return language;
    }
    return state.settings[Setting::language];
}

}  // namespace tingdu::app
