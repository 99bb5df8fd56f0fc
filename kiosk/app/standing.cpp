#include "kiosk/app/standing.h"

#include <algorithm>

#include "kiosk/app/state.h"

namespace tingdu::app {

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
        mark.file = open.path.substr(open.path.rfind('/') + 1);
    }
    return mark;
}

std::optional<Standing> standing(const State& state) {
    if (state.screen == Screen::welcome || state.screen == Screen::returning || is_about_stick(state) ||
        is_about_staff(state))
        return std::nullopt;
    Standing now{state.settings, {}};
    const bool on_article = state.screen == Screen::article || std::ranges::any_of(state.below, [](const Below& below) {
                                return below.screen == Screen::article;
                            });
    if (const auto place = on_article ? place_to_go_on(state) : std::nullopt) now.place = mark_at(*place, state);
    return now;
}

}  // namespace tingdu::app
