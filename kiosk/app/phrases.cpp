#include "kiosk/app/phrases.h"

#include "kiosk/base/utf8.h"

namespace tingdu::app {
namespace {

struct KeyWords {
    Phrase name;
    Phrase help;
};

KeyWords words_of(Key key) {
    switch (key) {
        case Key::up:
            return {Phrase::key_up, Phrase::help_up};
        case Key::down:
            return {Phrase::key_down, Phrase::help_down};
        case Key::left:
            return {Phrase::key_left, Phrase::help_left};
        case Key::right:
            return {Phrase::key_right, Phrase::help_right};
        case Key::select:
            return {Phrase::key_select, Phrase::help_select};
        case Key::back:
            return {Phrase::key_back, Phrase::help_back};
        case Key::home:
            return {Phrase::key_home, Phrase::help_home};
        case Key::next:
            return {Phrase::key_next, Phrase::help_next};
        case Key::previous:
            return {Phrase::key_previous, Phrase::help_previous};
        case Key::pause:
            return {Phrase::key_pause, Phrase::help_pause};
        case Key::repeat:
            return {Phrase::key_repeat, Phrase::help_repeat};
        case Key::where:
            return {Phrase::key_where, Phrase::help_where};
        case Key::help:
            return {Phrase::key_help, Phrase::help_help};
        case Key::copy:
            return {Phrase::key_copy, Phrase::help_copy};
        case Key::slower:
            return {Phrase::key_slower, Phrase::help_slower};
        case Key::faster:
            return {Phrase::key_faster, Phrase::help_faster};
        case Key::cycle_rate:
            return {Phrase::key_cycle_rate, Phrase::help_cycle_rate};
        case Key::unclear:
            return {Phrase::key_unclear, Phrase::help_unclear};
        case Key::quieter:
            return {Phrase::key_quieter, Phrase::help_quieter};
        case Key::louder:
            return {Phrase::key_louder, Phrase::help_louder};
        case Key::smaller:
            return {Phrase::key_smaller, Phrase::help_smaller};
        case Key::larger:
            return {Phrase::key_larger, Phrase::help_larger};
        case Key::theme:
            return {Phrase::key_theme, Phrase::help_theme};
        case Key::language:
            return {Phrase::key_language, Phrase::help_language};
        case Key::pinyin:
            return {Phrase::key_pinyin, Phrase::help_pinyin};
        case Key::settings:
            return {Phrase::key_settings, Phrase::help_settings};
        case Key::curtain:
            return {Phrase::key_curtain, Phrase::help_curtain};
        case Key::reach:
            return {Phrase::key_reach, Phrase::help_reach};
        case Key::resume:
            return {Phrase::key_resume, Phrase::help_resume};
        case Key::staff:
            return {Phrase::key_staff, Phrase::help_staff};
        case Key::switch_move:
            return {Phrase::key_switch_move, Phrase::help_switch_move};
        case Key::switch_choose:
            return {Phrase::key_switch_choose, Phrase::help_switch_choose};
        default:
            return {Phrase::key_digit, Phrase::help_digit};
    }
}

}  // namespace

std::u32string subjects_count(std::size_t count, const Wording& words) {
    return words.say(Phrase::subjects_count, {{"count", count}});
}

std::u32string articles_count(std::size_t count, const Wording& words) {
    return words.say(Phrase::articles_count, {{"count", count}});
}

std::u32string page_of(int page, int pages, const Wording& words) {
    return words.say(Phrase::page_of, {{"page", page}, {"pages", pages}});
}

std::u32string about_minutes(int minutes, const Wording& words) {
    return words.say(Phrase::about_minutes, {{"minutes", minutes}});
}

std::u32string minutes_left(int minutes, const Wording& words) {
    return words.say(Phrase::minutes_left, {{"minutes", minutes}});
}

std::u32string shown_date(const Date& date, const Wording& words) {
    const std::u32string year = digits(date.year);
    const std::u32string month = digits(date.month);
    const std::u32string day = digits(date.day);
    if (date.month == 0) return words.say(Phrase::date_of_year, {{"year", year}});
    if (date.day == 0) return words.say(Phrase::date_of_month, {{"year", year}, {"month", month}});
    return words.say(Phrase::date_of_day, {{"year", year}, {"month", month}, {"day", day}});
}

std::u32string spoken_subject(int number, std::u32string_view name, std::size_t articles, const Wording& words) {
    return words.say(Phrase::spoken_subject, {{"number", number}, {"name", name}, {"count", articles}});
}

std::u32string told_sources(const std::vector<library::Source>& sources, const Wording& words) {
    if (sources.empty()) return {};
    const library::Source& first = sources.front();
    const bool is_signed = first.proof == library::Source::Proof::signature;
    const std::u32string told =
        first.from.empty() ? std::u32string(words[Phrase::source_hall])
                           : words.say(is_signed ? Phrase::source_signed : Phrase::source_unsigned,
                                       {{"from", from_utf8(first.from)}, {"date", shown_date(first.issued, words)}});
    if (sources.size() == 1) return told;
    return words.say(Phrase::source_and_more, {{"source", told}, {"count", sources.size() - 1}});
}

std::u32string spoken_heading(std::u32string_view name, std::size_t articles, const Wording& words) {
    return words.say(Phrase::spoken_heading, {{"name", name}, {"count", articles}});
}

std::u32string spoken_entry(int number, std::u32string_view title, const std::optional<Date>& date, int minutes,
                            const Wording& words) {
    if (!date) return words.say(Phrase::spoken_entry, {{"number", number}, {"title", title}, {"minutes", minutes}});
    const std::u32string day = shown_date(*date, words);
    return words.say(Phrase::spoken_entry_dated,
                     {{"number", number}, {"title", title}, {"date", day}, {"minutes", minutes}});
}

std::u32string would_open_subject(int number, std::u32string_view name, const Wording& words) {
    return words.say(Phrase::would_open_subject, {{"number", number}, {"name", name}});
}

std::u32string would_open_entry(int number, std::u32string_view title, int minutes, const Wording& words) {
    return words.say(Phrase::would_open_entry, {{"number", number}, {"title", title}, {"minutes", minutes}});
}

std::u32string would_press(std::u32string_view label, const Wording& words) {
    return words.say(Phrase::would_press, {{"label", label}});
}

std::u32string published_long_ago(const Date& date, const Wording& words) {
    const std::u32string day = shown_date(date, words);
    return words.say(Phrase::published_long_ago, {{"date", day}});
}

std::u32string day_has_passed(const Date& date, const Wording& words) {
    const std::u32string day = shown_date(date, words);
    return words.say(Phrase::day_has_passed, {{"date", day}});
}

std::u32string heard_to_the_end(std::u32string_view title, const Wording& words) {
    return words.say(Phrase::heard_to_the_end, {{"title", title}});
}

std::u32string next_article(std::u32string_view title, const Wording& words) {
    return words.say(Phrase::next_article, {{"title", title}});
}

std::u32string label_of(EndOffer offer, const State& state) {
    switch (offer) {
        case EndOffer::again:
            return std::u32string(words(state)[Phrase::from_the_start]);
        case EndOffer::next:
            if (const auto next = next_entry(state)) return next_article(next->title, words(state));
            return {};
        case EndOffer::copy:
            return std::u32string(words(state)[Phrase::copy_down]);
        case EndOffer::back:
            return std::u32string(words(state)[Phrase::back]);
    }
    return {};
}

std::u32string label_of(ReturnOffer offer, const Wording& words) {
    return std::u32string(words[offer == ReturnOffer::go_on ? Phrase::go_on_there : Phrase::begin_anew]);
}

std::u32string spoken_where(std::u32string_view title, std::size_t paragraph, std::size_t paragraphs, int minutes,
                            const Wording& words) {
    return words.say(Phrase::spoken_where,
                     {{"title", title}, {"paragraph", paragraph}, {"paragraphs", paragraphs}, {"minutes", minutes}});
}

std::u32string copy_heading(const State& state) {
    // In the order of the kinds.
    constexpr Phrase kinds[] = {Phrase::copy_telephone, Phrase::copy_address, Phrase::copy_hours,
                                Phrase::copy_day,       Phrase::copy_amount,  Phrase::copy_papers};
    const prepare::ToCopy* item = copied_item(state);
    if (!item) return {};
    const auto kind = std::u32string(words(state)[kinds[static_cast<std::size_t>(item->kind)]]);
    return words(state).say(
        Phrase::copy_item,
        {{"number", state.copying.item + 1}, {"count", state.open->to_copy->size()}, {"kind", kind}});
}

std::u32string digits(std::int64_t number) {
    return from_utf8(std::to_string(number));
}

std::u32string clock_time(int minute_of_day) {
    constexpr int minutes_of_hour = 60;
    const auto two = [](int number) { return (number < 10 ? U"0" : U"") + digits(number); };
    return two(minute_of_day / minutes_of_hour) + U":" + two(minute_of_day % minutes_of_hour);
}

std::u32string digits_apart(std::u32string_view digits, const Wording& words) {
    std::u32string apart;
    for (const char32_t digit : digits) {
        if (!apart.empty()) apart += words[Phrase::number_apart];
        apart += digit;
    }
    return apart;
}

std::u32string digits_apart(int number, const Wording& words) {
    return digits_apart(digits(number), words);
}

std::u32string number_given(int number, const Wording& words) {
    const std::u32string apart = digits_apart(number, words);
    return words.say(Phrase::number_given, {{"digits", apart}});
}

std::u32string digits_typed(const State& state) {
    const std::u32string apart = digits_apart(state.entering.typed, words(state));
    return words(state).say(Phrase::number_typed, {{"digits", apart}});
}

std::u32string tile_label(int tile, const Wording& words) {
    if (tile == tile_back) return std::u32string(words[Phrase::number_delete]);
    return digits(tile == tile_of_0 ? 0 : tile + 1);
}

std::u32string together(const std::vector<std::u32string>& sentences) {
    std::u32string text;
    for (const std::u32string& sentence : sentences) {
        if (!text.empty() && text.back() < 0x80) text += U' ';
        text += sentence;
    }
    return text;
}

std::u32string entering_told(const State& state) {
    if (state.guesses.closed_s > 0) return words(state).say(Phrase::number_wait, {{"seconds", state.guesses.closed_s}});
    return together(
        {std::u32string(words(state)[Phrase::number_asked]), std::u32string(words(state)[number_hint.by(state.hand)])});
}

std::u32string pin_told(const State& state) {
    constexpr Hint hint{Phrase::pin_hint, Phrase::pin_hint_touch, Phrase::pin_hint_switch};
    // In the order of what is asked.
    constexpr Phrase asked[] = {Phrase::pin_asked, Phrase::pin_choose, Phrase::pin_repeat};
    const int closed_s = state.staff.pin.closed_s;
    constexpr int minute_s = 60;
    if (closed_s > 2 * minute_s)
        return words(state).say(Phrase::pin_wait_long, {{"minutes", (closed_s + minute_s - 1) / minute_s}});
    if (closed_s > 0) return words(state).say(Phrase::pin_wait, {{"seconds", closed_s}});
    const auto wanted = asked[static_cast<std::size_t>(state.staff.pad->asks)];
    return together({std::u32string(words(state)[wanted]), std::u32string(words(state)[hint.by(state.hand)])});
}

std::u32string resumed(const OpenArticle& open, const Wording& words) {
    // In the order of how well it has been found.
    constexpr Phrase phrases[] = {Phrase::resumed, Phrase::resumed_changed, Phrase::resumed_about,
                                  Phrase::resumed_anew};
    const auto from = [&] {
        return words.say(phrases[static_cast<std::size_t>(open.found)], {{"title", open.article->title}});
    };
    if (open.bookmark->number != no_number) return from();
    const std::u32string sorry(words[Phrase::broke_off]);
    return open.found == Found::there ? sorry : together({sorry, from()});
}

std::u32string_view key_name(Key key, const Wording& words) {
    return words[words_of(key).name];
}

std::u32string_view key_help(Key key, const Wording& words) {
    return words[words_of(key).help];
}

std::u32string spoken_setting(int number, std::u32string_view name, std::u32string_view step, const Wording& words) {
    return words.say(Phrase::spoken_setting, {{"number", number}, {"name", name}, {"step", step}});
}

std::u32string spoken_change(std::u32string_view name, std::u32string_view step, const Wording& words) {
    return words.say(Phrase::spoken_change, {{"name", name}, {"step", step}});
}

}  // namespace tingdu::app
