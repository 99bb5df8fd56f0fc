// Every word that the kiosk itself says or shows, in every language. Short, spoken, kind.
// Wording stands here and nowhere else; it knows no screen and no state.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/date.h"
#include "kiosk/base/input_event.h"
#include "kiosk/base/language.h"

namespace tingdu::app {

enum class Phrase {
    greeting,
    greeting_other,
    start,
    start_hint,
    start_spoken,
    other_language,
    language_key,
    what_to_hear,
    back,
    home,
    previous_page,
    next_page,
    pause,
    go_on,
    once_more,
    from_the_start,
    previous_sentence,
    next_sentence,
    previous_paragraph,
    next_paragraph,
    adjust,
    adjusted,
    slower,
    faster,
    quieter,
    louder,
    smaller,
    larger,
    opening,
    paused_spoken,
    preparing,
    no_articles,
    sound_lost,
    language_now,
    settings,
    settings_spoken,
    settings_kept,
    less,
    more,
    all_normal,
    all_normal_now,
    more_settings,
    help,
    help_spoken,
    help_hint,
    leave_help,
    curtain_drawn,
    would_read_on,
};

[[nodiscard]] std::u32string_view phrase(Phrase phrase, Language language);

[[nodiscard]] std::u32string subjects_count(std::size_t count, Language language);
[[nodiscard]] std::u32string articles_count(std::size_t count, Language language);
[[nodiscard]] std::u32string page_of(int page, int pages, Language language);
[[nodiscard]] std::u32string about_minutes(int minutes, Language language);
[[nodiscard]] std::u32string minutes_left(int minutes, Language language);
/// "9 月 1 日" in the year of `today` would do; without a clock the year always stands: "2026 年 9 月 1 日".
[[nodiscard]] std::u32string shown_date(const Date& date, Language language);
/// An entry as it is announced when it has the focus.
[[nodiscard]] std::u32string spoken_subject(int number, std::u32string_view name, std::size_t articles,
                                            Language language);
[[nodiscard]] std::u32string spoken_entry(int number, std::u32string_view title, const std::optional<Date>& date,
                                          int minutes, Language language);
/// What lifting the finger would do.
[[nodiscard]] std::u32string would_open_subject(int number, std::u32string_view name, Language language);
[[nodiscard]] std::u32string would_open_entry(int number, std::u32string_view title, int minutes, Language language);
[[nodiscard]] std::u32string would_press(std::u32string_view label, Language language);
/// "这篇是 2024 年 3 月发布的，可能已经过时。"
[[nodiscard]] std::u32string published_long_ago(const Date& date, Language language);
/// "这里说的日期（2026 年 6 月 30 日）已经过了。"
[[nodiscard]] std::u32string day_has_passed(const Date& date, Language language);
/// "《停水通知》读完了。"
[[nodiscard]] std::u32string heard_to_the_end(std::u32string_view title, Language language);
[[nodiscard]] std::u32string next_article(std::u32string_view title, Language language);
/// The offers of that screen with the keys that take them; `next` is empty where nothing follows.
[[nodiscard]] std::u32string spoken_offers(std::u32string_view next, Language language);
/// Where in an article the reading is.
[[nodiscard]] std::u32string spoken_where(std::u32string_view title, std::size_t paragraph, std::size_t paragraphs,
                                          int minutes, Language language);
/// What is printed on a key, or would be.
[[nodiscard]] std::u32string_view key_name(Key key, Language language);
/// What a key does, as help tells it.
[[nodiscard]] std::u32string_view key_help(Key key, Language language);
/// A row of the settings as it is announced when it has the focus.
[[nodiscard]] std::u32string spoken_setting(int number, std::u32string_view name, std::u32string_view step,
                                            Language language);
/// A setting that is not as every visit begins with it.
[[nodiscard]] std::u32string spoken_change(std::u32string_view name, std::u32string_view step, Language language);

}  // namespace tingdu::app
