#include "kiosk/app/state.h"

#include <algorithm>

#include "kiosk/app/phrases.h"
#include "kiosk/app/remarks.h"

namespace tingdu::app {
namespace {

/// Over the normal loudness, as far as the hall allows it now.
double ceiling_db(const State& state) {
    double least = volume_db.back();
    if (state.outlet != Outlet::loudspeaker || !state.minute_of_day) return least;
    const int now = *state.minute_of_day;
    for (const Ceiling& ceiling : ceilings(state)) {
        const bool over_midnight = ceiling.to_min <= ceiling.from_min;
        const bool after_from = now >= ceiling.from_min;
        const bool before_to = now < ceiling.to_min;
        if (over_midnight ? after_from || before_to : after_from && before_to) least = std::min(least, ceiling.db);
    }
    return least;
}

/// Where the screen keeps which of its entries has the focus; nowhere while there is no article.
template <class AnyState>
auto focus_on_screen(AnyState& state) -> decltype(&state.entry) {
    if (state.screen == Screen::settings) return &state.setting;
    if (state.screen == Screen::returning) return &state.return_offer;
    if (state.screen == Screen::resuming) return &state.entering.tile;
    if (state.screen == Screen::stick) return &state.sticks.delivery->offer;
    if (state.screen == Screen::remarks) return &state.sticks.delivery->remark;
    if (state.screen == Screen::correcting) return &state.correcting->entry;
    if (state.screen == Screen::article) return state.open ? &state.open->offer : nullptr;
    if (state.screen == Screen::pin) return &state.staff.pad->tile;
    if (state.screen == Screen::staff) return &state.staff.way.back().entry;
    return state.screen == Screen::subjects ? &state.subject : &state.entry;
}

}  // namespace

const wording::Wording& words(const State& state) {
    return (*state.languages)[state.settings[Setting::language]];
}

const wording::Wording& next_words(const State& state) {
    return (*state.languages)[next_language(state)];
}

Language voice_of(const State& state) {
    return state.languages->spoken(state.settings[Setting::language]);
}

int step_count(Setting setting, const State& state) {
    if (setting == Setting::language) return state.languages->count();
    return static_cast<int>(phrases_of(setting).steps.size());
}

int step_of(Setting setting, const State& state) {
    const int step = state.settings[setting];
    return setting == Setting::volume ? std::min(step, loudest_step(state)) : step;
}

int loudest_step(const State& state) {
    // The first that reaches the ceiling: there it is as loud as that allows.
    const auto reaches = std::ranges::lower_bound(volume_db, ceiling_db(state));
    return std::min(static_cast<int>(reaches - volume_db.begin()), static_cast<int>(volume_db.size()) - 1);
}

double gain_db(const State& state) {
    return std::min(volume_db[static_cast<std::size_t>(step_of(Setting::volume, state))], ceiling_db(state));
}

std::u32string_view name_of(Setting setting, const State& state) {
    return words(state)[phrases_of(setting).name];
}

std::u32string_view step_name(Setting setting, int step, const State& state) {
    if (setting == Setting::language) return (*state.languages)[step].name();
    return words(state)[phrases_of(setting).steps[static_cast<std::size_t>(step)]];
}

bool shows_lens(const Settings& settings) {
    return settings[Setting::lens] == 1 || settings[Setting::pinyin] == 1;
}

std::u32string_view subject_name(const library::Subject& subject, const State& state) {
    return subject.name == library::newest ? words(state)[wording::Phrase::newest] : subject.name;
}

const library::Subject* subject_of(const State& state) {
    if (!state.catalogue || state.catalogue->subjects.empty()) return nullptr;
    return &state.catalogue->subjects[static_cast<std::size_t>(state.subject)];
}

bool is_listed(const State& state) {
    const library::Subject* subject = subject_of(state);
    const auto at = static_cast<std::size_t>(state.entry);
    if (!subject || !state.open || at >= subject->entries.size()) return false;
    // In a library that has changed meanwhile the same article lies elsewhere.
    const library::Entry entry = subject->entries[at];
    return entry.path == state.open->path || (state.open->article && state.open->article->title == entry.title);
}

std::optional<library::Entry> next_entry(const State& state) {
    if (!is_listed(state)) return std::nullopt;
    const auto& entries = subject_of(state)->entries;
    const auto after = static_cast<std::size_t>(state.entry) + 1;
    return after < entries.size() ? std::optional(entries[after]) : std::nullopt;
}

std::vector<EndOffer> end_offers(const State& state) {
    const bool is_at_end = state.screen == Screen::article && state.open && state.open->article &&
                           state.open->reading == Reading::ended && state.open->bar == Bar::reading;
    if (!is_at_end) return {};
    std::vector<EndOffer> offers{EndOffer::again};
    if (next_entry(state)) offers.push_back(EndOffer::next);
    if (has_to_copy(state)) offers.push_back(EndOffer::copy);
    offers.push_back(EndOffer::back);
    return offers;
}

int entry_count(const State& state) {
    if (state.screen == Screen::subjects)
        return state.catalogue ? static_cast<int>(state.catalogue->subjects.size()) : 0;
    if (state.screen == Screen::settings) return static_cast<int>(setting_count);
    if (state.screen == Screen::returning) return static_cast<int>(return_offers.size());
    if (state.screen == Screen::resuming) return tile_count;
    if (state.screen == Screen::stick) return static_cast<int>(offers(*state.sticks.delivery).size());
    if (state.screen == Screen::remarks) return static_cast<int>(state.sticks.delivery->brings->remarks.size());
    if (state.screen == Screen::correcting) return entry_count(*state.correcting);
    if (state.screen == Screen::article) return static_cast<int>(end_offers(state).size());
    if (state.screen == Screen::pin) return tile_count;
    if (state.screen == Screen::staff) return staff_row_count(state);
    if (state.screen != Screen::articles) return 0;
    const library::Subject* subject = subject_of(state);
    return subject ? static_cast<int>(subject->entries.size()) : 0;
}

bool is_about_stick(const State& state) {
    return state.screen == Screen::stick ||
           std::ranges::find(state.below, Screen::stick, &Below::screen) != state.below.end();
}

int tile_beside(int tile, Key key) {
    constexpr int cells = tile_count + 1;
    constexpr int empty = cells - tile_columns;
    int cell = cell_of(tile);
    do cell = (cell + (key == Key::up ? cells - tile_columns : tile_columns)) % cells;
    while (cell == empty);
    return cell < cell_of(tile_of_0) ? cell : cell - 1;
}

bool is_about_staff(const State& state) {
    const auto is_theirs = [](Screen screen) { return screen == Screen::pin || screen == Screen::staff; };
    return is_theirs(state.screen) ||
           std::ranges::any_of(state.below, [&](const Below& below) { return is_theirs(below.screen); });
}

bool wants_pin(const State& state) {
    return state.staff.pin.is == Pin::Is::none && state.rules.admission == HouseRules::Admission::pin &&
           state.sticks.reception == Reception::library;
}

int focused_entry(const State& state) {
    const int* entry = focus_on_screen(state);
    return entry ? *entry : 0;
}

void focus_entry(State& state, int entry) {
    if (int* focused = focus_on_screen(state)) *focused = entry;
}

bool is_out_of_order(const State& state) {
    if (state.catalogue_error) return true;
    return state.catalogue && std::ranges::all_of(state.catalogue->subjects, [](const library::Subject& subject) {
               return subject.entries.empty();
           });
}

Press own_focus(const State& state) {
    if (state.leaving) return Key::select;
    switch (state.screen) {
        case Screen::welcome:
        case Screen::copying:
            return Key::select;
        case Screen::subjects:
        case Screen::articles:
        case Screen::settings:
        case Screen::returning:
        case Screen::resuming:
        case Screen::remarks:
        case Screen::correcting:
        case Screen::pin:
        case Screen::staff:
            if (entry_count(state) == 0) return Key::back;
            return Choice{focused_entry(state)};
        case Screen::stick:
            if (entry_count(state) == 0) return Key::home;
            return Choice{focused_entry(state)};
        case Screen::help:
        case Screen::wizard:
            return Key::leave;
        case Screen::article:
            break;
    }
    if (state.open && state.open->bar == Bar::adjusting) return Key::adjust;
    if (entry_count(state) > 0) return Choice{focused_entry(state)};
    return Key::pause;
}

Press focus(const State& state) {
    return state.switch_focus && !state.leaving ? state.switch_focus->press : own_focus(state);
}

std::u32string_view begin_label(const State& state) {
    return words(state)[is_out_of_order(state) ? Phrase::try_again : Phrase::start];
}

std::u32string focus_label(const State& state) {
    if (state.leaving) return std::u32string(words(state)[Phrase::still_there_stay]);
    // What stands on the screen's own action changes with what it would do.
    if (state.switch_focus && state.switch_focus->press != own_focus(state)) return state.switch_focus->label;
    switch (state.screen) {
        case Screen::welcome:
            return std::u32string(begin_label(state));
        case Screen::subjects:
        case Screen::articles: {
            const library::Subject* subject = subject_of(state);
            if (!subject || entry_count(state) == 0) return std::u32string(words(state)[Phrase::back]);
            if (state.screen == Screen::subjects) return std::u32string(subject_name(*subject, state));
            return subject->entries[static_cast<std::size_t>(state.entry)].title;
        }
        case Screen::settings:
            return std::u32string(name_of(static_cast<Setting>(state.setting), state));
        case Screen::returning:
            return label_of(return_offers[static_cast<std::size_t>(state.return_offer)], words(state));
        case Screen::resuming:
            return tile_label(state.entering.tile, words(state));
        case Screen::pin:
            return tile_label(state.staff.pad->tile, words(state));
        case Screen::staff:
            if (entry_count(state) == 0) return std::u32string(words(state)[Phrase::back]);
            return staff_row(focused_entry(state), state).label;
        case Screen::stick: {
            if (entry_count(state) == 0) return std::u32string(words(state)[Phrase::home]);
            const Delivery& delivery = *state.sticks.delivery;
            return label_of(offers(delivery)[static_cast<std::size_t>(delivery.offer)], delivery, words(state));
        }
        case Screen::remarks: {
            const Delivery& delivery = *state.sticks.delivery;
            return told_in_list(delivery.brings->remarks[static_cast<std::size_t>(delivery.remark)], delivery,
                                words(state));
        }
        case Screen::correcting:
            return label_of(state.correcting->entry, *state.correcting, words(state));
        case Screen::copying:
            return std::u32string(words(state)[Phrase::copy_onward]);
        case Screen::help:
            return std::u32string(words(state)[Phrase::leave_help]);
        case Screen::wizard:
            return std::u32string(words(state)[Phrase::wizard_leave]);
        case Screen::article:
            break;
    }
    if (state.open && state.open->bar == Bar::adjusting) return std::u32string(words(state)[Phrase::adjusted]);
    if (const auto offers = end_offers(state); !offers.empty())
        return label_of(offers[static_cast<std::size_t>(state.open->offer)], state);
    switch (state.open ? state.open->reading : Reading::opening) {
        case Reading::opening:
        case Reading::playing:
            return std::u32string(words(state)[Phrase::pause]);
        case Reading::paused:
            return std::u32string(words(state)[Phrase::go_on]);
        case Reading::ended:
            return std::u32string(words(state)[Phrase::from_the_start]);
    }
    return {};
}

bool has_to_copy(const State& state) {
    return state.open && state.open->to_copy && !state.open->to_copy->empty();
}

const prepare::ToCopy* copied_item(const State& state) {
    if (!has_to_copy(state) || state.copying.item >= state.open->to_copy->size()) return nullptr;
    return &(*state.open->to_copy)[state.copying.item];
}

bool has_bookmarks(const State& state) {
    return any_good(*state.bookmarks, state.today);
}

bool shows_number(const State& state) {
    return state.number && state.now_ms < state.number->shown_until_ms;
}

std::size_t heard_of(const OpenArticle& open) {
    if (open.reading == Reading::ended) return open.article->text.size();
    return std::min(open.article->text.size(), open.word ? open.word->begin : open.sentence.begin);
}

int minutes_of(const library::Entry& entry, const State& state) {
    return library::minutes_of(60 * entry.minutes / diction(state.settings).rate);
}

int minutes_to_go(const State& state) {
    const auto rest = std::u32string_view(state.open->article->text).substr(heard_of(*state.open));
    const double seconds = library::seconds_of(rest) / diction(state.settings).rate;
    return seconds < 30 ? 0 : library::minutes_of(seconds);
}

}  // namespace tingdu::app
