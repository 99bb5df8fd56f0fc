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
    preparing,
    no_articles,
    sound_lost,
    first_already,
    last_already,
    language_now,
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
/// "“配色”这个键现在还不能用。"
[[nodiscard]] std::u32string not_ready(Key key, Language language);

}  // namespace tingdu::app
