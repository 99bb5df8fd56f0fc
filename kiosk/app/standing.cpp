#include "kiosk/app/standing.h"

#include <algorithm>

#include "kiosk/app/state.h"
#include "kiosk/base/file_name.h"

namespace tingdu::app {
namespace {

/// It is the screen, or lies below it.
bool is_on(Screen screen, const State& state) {
    return state.screen == screen || std::ranges::find(state.below, screen, &Below::screen) != state.below.end();
}

}  // namespace

std::optional<text::Place> place_to_go_on(const State& state) {
    if (!state.open || !state.open->article || state.open->reading == Reading::ended) return std::nullopt;
    const OpenArticle& open = *state.open;
    if (open.reading == Reading::paused && open.sentence_heard) return text::next_sentence(*open.article, open.place);
    return open.place;
}

Bookmark mark_at(text::Place place, const State& state) {
    const OpenArticle& open = *state.open;
    const text::Article& article = *open.article;
    const Date today = state.today.value_or(Date{});
    Bookmark mark{no_number, today, {}, open.path, article.title, place, hash_of_block(article, place.block)};
    if (state.latest_day && *state.latest_day != today) mark.other_day = state.latest_day;
    if (is_listed(state)) {
        mark.subject = subject_of(state)->name;
        mark.file = name_in(open.path);
    }
    return mark;
}

std::optional<Standing> standing(const State& state) {
    if (state.screen == Screen::welcome || state.screen == Screen::returning) return std::nullopt;
    Standing now{state.settings, {}, {}};
    if (is_about_stick(state) || is_about_staff(state)) return now;
    if (const auto place = is_on(Screen::article, state) ? place_to_go_on(state) : std::nullopt) {
        now.place = mark_at(*place, state);
    } else if (const library::Subject* subject = subject_of(state);
               subject && (is_on(Screen::articles, state) || is_on(Screen::article, state))) {
        const auto at = static_cast<std::size_t>(state.entry);
        const std::string path = at < subject->entries.size() ? subject->entries[at].path : std::string();
        now.list = ListPlace{subject->name, name_in(path)};
    }
    return now;
}

}  // namespace tingdu::app
