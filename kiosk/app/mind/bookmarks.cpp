#include <algorithm>
#include <tuple>
#include <utility>

#include "kiosk/app/mind/mind.h"
#include "kiosk/app/phrases.h"
#include "kiosk/base/file_name.h"

namespace tingdu::app {
namespace {

/// Anybody may mistype twice. After that whoever tries has to wait, longer each time; for a minute with nothing wrong
/// one of the mistakes is forgotten.
constexpr int free_guesses = 2;
constexpr int first_wait_s = 10;
constexpr int longest_wait_s = 60;
constexpr std::int64_t forgotten_ms = 60'000;

}  // namespace

void Mind::keep_place() {
    if (!state_.open || !state_.open->article) return;
    const OpenArticle& open = *state_.open;
    const text::Article& article = *open.article;
    const auto place = place_to_go_on(state_);
    if (!place) {
        if (state_.number && state_.number->path == open.path) state_.number.reset();
        return;
    }
    const bool has_begun = place != text::first(article) && article.blocks[place->block].kind != text::BlockKind::title;
    if (!has_begun || open.is_withdrawn) return;
    Bookmark mark = mark_at(*place, state_);
    Marked marked = with(*state_.bookmarks, std::move(mark), state_.luck);
    state_.bookmarks = std::make_shared<const Bookmarks>(std::move(marked.bookmarks));
    state_.luck = marked.luck;
    state_.number = GivenNumber{marked.number, open.path, 0, state_.number ? state_.number->told : 0};
    tell_number();
    keep_bookmarks();
}

void Mind::keep_bookmarks() {
    Mistakes mistakes{state_.guesses.wrong, {}, 0};
    if (mistakes.count > 0) {
        mistakes.day = state_.guesses.wrong_on.value_or(Date{});
        mistakes.minute_of_day = state_.guesses.wrong_at_minute;
    }
    want(KeepBookmarks{state_.bookmarks, mistakes});
}

void Mind::redate(const std::optional<Date>& before) {
    if (!state_.today) return;
    Bookmarks now = redated(*state_.bookmarks, before, *state_.today);
    if (now == *state_.bookmarks) return;
    state_.bookmarks = std::make_shared<const Bookmarks>(std::move(now));
    keep_bookmarks();
}

void Mind::see_day(const Date& day) {
    const auto by_calendar = [](const Date& date) { return std::tuple(date.year, date.month, date.day); };
    if (!state_.latest_day || by_calendar(*state_.latest_day) < by_calendar(day)) state_.latest_day = day;
}

void Mind::tell_number() {
    state_.number->shown_until_ms = state_.now_ms + number_shown_ms;
    ++state_.number->told;
}

void Mind::begin() {
    if (state_.number && state_.number->is_over) state_.number.reset();
    go_to(Screen::subjects, Earcon::opened);
}

void Mind::press_digit(Key key) {
    const int digit = static_cast<int>(key) - static_cast<int>(Key::digit_0);
    if (state_.screen == Screen::pin) {
        enter_pin(digit == 0 ? tile_of_0 : digit - 1);
        return;
    }
    if (state_.screen == Screen::welcome && !has_bookmarks(state_)) {
        press_on_welcome(key);
        return;
    }
    if (state_.screen == Screen::welcome) ask_for_number();
    if (state_.screen != Screen::resuming) {
        none_of_that_number();
        return;
    }
    const int tile = digit == 0 ? tile_of_0 : digit - 1;
    state_.entering.tile = tile;
    enter(tile);
}

void Mind::ask_for_number() {
    const bool is_where_one_chooses =
        state_.screen == Screen::welcome || state_.screen == Screen::subjects || state_.screen == Screen::articles;
    if (!is_where_one_chooses) {
        want(Answer{Earcon::refused, {}});
    } else if (!has_bookmarks(state_)) {
        answer(Earcon::refused, words(state_)[Phrase::number_none]);
    } else {
        state_.entering = {};
        step_aside(Screen::resuming);
    }
}

void Mind::press_on_resuming(Key key) {
    switch (key) {
        case Key::up:
        case Key::down:
            focus(tile_beside(state_.entering.tile, key), Earcon::moved);
            return;
        case Key::back:
            step_back();
            return;
        default:
            press_on_list(key);
            return;
    }
}

void Mind::enter(int tile) {
    want(Silence{});
    state_.switch_focus.reset();
    state_.notice.reset();
    std::u32string& typed = state_.entering.typed;
    if (state_.guesses.closed_s > 0 || (tile == tile_back && typed.empty())) {
        ++state_.asked;
        want(Chime{Earcon::refused});
        return;
    }
    want(Chime{Earcon::moved});
    if (tile == tile_back) {
        typed.pop_back();
        std::vector<std::u32string> told{std::u32string(words(state_)[Phrase::number_deleted])};
        if (!typed.empty()) told.push_back(digits_typed(state_));
        notify(state_, together(told));
        state_.notice->announced = false;
        return;
    }
    typed += static_cast<char32_t>(U'0' + (tile + 1) % 10);
    if (typed.size() == number_length) look_up();
}

void Mind::look_up() {
    const std::u32string typed = std::exchange(state_.entering.typed, {});
    int number = 0;
    for (const char32_t digit : typed) number = 10 * number + static_cast<int>(digit - U'0');
    const Bookmark* mark = bookmark_of(*state_.bookmarks, number, state_.today);
    if (!mark) {
        want(Chime{Earcon::refused});
        guess_wrong();
        if (state_.guesses.closed_s > 0) return;  // the screen says so
        const std::u32string apart = digits_apart(typed, words(state_));
        notify(state_, words(state_).say(Phrase::number_wrong, {{"digits", apart}}), mentioned_ms);
        return;
    }
    resume(*mark);
}

void Mind::go_on_with_awaited() {
    const auto awaited = std::exchange(state_.awaited, std::nullopt);
    if (!awaited) return;
    if (awaited->place) {
        resume(*awaited->place);
        return;
    }
    const auto& subjects = state_.catalogue->subjects;
    const auto list =
        awaited->list ? std::ranges::find(subjects, awaited->list->subject, &library::Subject::name) : subjects.end();
    if (list == subjects.end()) return;
    state_.subject = static_cast<int>(list - subjects.begin());
    state_.entry = 0;
    for (std::size_t entry = 0; entry < list->entries.size(); ++entry) {
        const std::string& path = list->entries[entry].path;
        if (name_in(path) == awaited->list->file) state_.entry = static_cast<int>(entry);
    }
    state_.screen = Screen::articles;
}

void Mind::resume(const Bookmark& mark) {
    const auto entry = state_.catalogue ? entry_of(mark, *state_.catalogue) : std::nullopt;
    const bool is_in_no_list = mark.subject.empty();
    if (!entry && !is_in_no_list) {
        want(Chime{Earcon::refused});
        notify(state_, words(state_).say(Phrase::number_gone, {{"title", mark.title}}), mentioned_ms);
        return;
    }
    std::string path = mark.file;
    if (!is_in_no_list) {
        std::tie(state_.subject, state_.entry) = *entry;
        path = subject_of(state_)->entries[static_cast<std::size_t>(state_.entry)].path;
    }
    state_.below.clear();
    state_.number.reset();
    Bookmark from = mark;
    fetch(path);
    state_.open->bookmark = std::move(from);
    want(Chime{Earcon::opened});
}

void Mind::guess_wrong() {
    Guesses& guesses = state_.guesses;
    const auto forgotten = static_cast<int>((state_.now_ms - guesses.wrong_at_ms) / forgotten_ms);
    guesses.wrong = std::max(0, guesses.wrong - forgotten) + 1;
    guesses.wrong_at_ms = state_.now_ms;
    guesses.wrong_on = state_.today;
    guesses.wrong_at_minute = state_.minute_of_day.value_or(0);
    close_to_guesses();
    keep_bookmarks();
}

void Mind::close_to_guesses() {
    Guesses& guesses = state_.guesses;
    if (guesses.wrong <= free_guesses) return;
    constexpr int most_doublings = 3;
    const int doublings = std::min(guesses.wrong - free_guesses - 1, most_doublings);
    guesses.closed_s = std::min(first_wait_s << doublings, longest_wait_s);
    guesses.closed_until_ms = state_.now_ms + 1000 * guesses.closed_s;
}

void Mind::remember(const Mistakes& mistakes) {
    Guesses& guesses = state_.guesses;
    const int minutes =
        state_.today && state_.minute_of_day ? minutes_since(mistakes, *state_.today, *state_.minute_of_day) : 0;
    guesses.wrong = mistakes.count;
    if (minutes <= 1) close_to_guesses();
    guesses.wrong = std::max(0, mistakes.count - minutes);
    guesses.wrong_at_ms = state_.now_ms;
    guesses.wrong_on = mistakes.day;
    guesses.wrong_at_minute = mistakes.minute_of_day;
}

void Mind::wait_to_guess() {
    Guesses& guesses = state_.guesses;
    guesses.closed_s =
        static_cast<int>(std::max<std::int64_t>(0, guesses.closed_until_ms - state_.now_ms + 999) / 1000);
    if (guesses.closed_s == 0 && state_.screen == Screen::resuming && !state_.leaving)
        answer(Earcon::done, words(state_)[Phrase::number_again]);
}

}  // namespace tingdu::app
