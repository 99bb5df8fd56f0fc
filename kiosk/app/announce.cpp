#include <algorithm>

#include "kiosk/app/age.h"
#include "kiosk/app/phrases.h"
#include "kiosk/app/update.h"
#include "kiosk/base/sentences.h"
#include "kiosk/base/utf8.h"

namespace tingdu::app {
namespace {

using Said = std::vector<std::u32string>;

std::u32string say(Phrase wanted, const State& state) {
    return std::u32string(phrase(wanted, state.language));
}

std::u32string focused(const State& state) {
    const library::Subject& subject = *subject_of(state);
    if (state.screen == Screen::subjects)
        return spoken_subject(state.subject + 1, subject.name, subject.entries.size(), state.language);
    const library::Entry& entry = subject.entries[static_cast<std::size_t>(state.entry)];
    return spoken_entry(state.entry + 1, entry.title, entry.date, entry.minutes, state.language);
}

/// Why a list has no entries.
std::u32string emptiness(const State& state) {
    if (state.catalogue_error) return from_utf8(sentence(*state.catalogue_error, state.language));
    return say(state.catalogue ? Phrase::no_articles : Phrase::preparing, state);
}

std::u32string heading(const State& state) {
    if (state.screen == Screen::subjects) return say(Phrase::what_to_hear, state);
    const library::Subject& subject = *subject_of(state);
    const std::u32string stop = state.language == Language::mandarin ? U"。" : U". ";
    return subject.name + stop + articles_count(subject.entries.size(), state.language) + stop;
}

Said list(const State& state) {
    if (entry_count(state) == 0) return {emptiness(state)};
    return {heading(state), focused(state)};
}

std::u32string where(const State& state) {
    const OpenArticle& open = *state.open;
    std::size_t paragraph = 0;
    std::size_t paragraphs = 0;
    for (std::size_t block = 0; block < open.article->blocks.size(); ++block) {
        if (!open.article->blocks[block].continues) ++paragraphs;
        if (block <= open.place.block) paragraph = paragraphs;
    }
    const std::size_t left = open.article->text.size() - std::min(open.article->text.size(), open.sentence.begin);
    return spoken_where(open.article->title, paragraph, paragraphs, library::minutes_of(left), state.language);
}

/// The end of an article, in the words that stand on the screen.
Said ending(const State& state) {
    const library::Entry* next = next_entry(state);
    return {heard_to_the_end(state.open->article->title, state.language),
            spoken_offers(next ? next->title : std::u32string(), state.language)};
}

/// All that a screen says of itself when someone comes to it or asks.
Said whole(const State& state) {
    switch (state.screen) {
        case Screen::welcome:
            return {say(Phrase::start_spoken, state)};
        case Screen::subjects:
        case Screen::articles:
            return list(state);
        case Screen::article:
            break;
    }
    if (!state.open || !state.open->article) return {say(Phrase::opening, state)};
    if (state.open->reading == Reading::ended) return ending(state);
    return {where(state)};
}

}  // namespace

std::vector<std::u32string> announce(const State& before, const State& after) {
    const bool on_article = after.screen == Screen::article;
    Said said;
    const bool new_notice = after.notice && after.notice != before.notice;
    const bool came = after.screen != before.screen;
    const bool spoke_otherwise = after.language != before.language;
    const bool asked = after.asked != before.asked;

    if (on_article) {
        const bool ended = after.open && after.open->reading == Reading::ended && before.open &&
                           before.open->reading != Reading::ended;
        if (ended) return ending(after);
        const bool opened = after.open && after.open->article && !(before.open && before.open->article);
        const auto warning = opened ? outdated(*after.open->article, after.today, after.language) : std::u32string();
        if (!warning.empty()) return {warning};
        return asked ? whole(after) : Said{};
    }
    if (new_notice && after.notice->announced) said.push_back(after.notice->text);
    const bool filled = after.screen != Screen::welcome &&
                        (after.catalogue != before.catalogue || after.catalogue_error != before.catalogue_error);
    if (came || spoke_otherwise || filled) {
        const Said screen = whole(after);
        said.insert(said.end(), screen.begin(), screen.end());
    } else if (asked && (entry_count(after) == 0 || after.screen == Screen::welcome)) {
        const Said screen = whole(after);
        said.insert(said.end(), screen.begin(), screen.end());
    } else if ((asked || focused_entry(after) != focused_entry(before)) && entry_count(after) > 0) {
        said.push_back(focused(after));
    }
    return said;
}

}  // namespace tingdu::app
