// What the kiosk says and shows where a phrase alone is not enough: counts, dates, entries, keys, settings.
// The wording itself stands in voices/languages; here the slots of a phrase are filled. It knows no screen and no
// state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/state.h"
#include "kiosk/base/date.h"
#include "kiosk/base/input_event.h"
#include "kiosk/wording/wording.h"

namespace tingdu::app {

using wording::Phrase;
using wording::Wording;

[[nodiscard]] std::u32string subjects_count(std::size_t count, const Wording& words);
[[nodiscard]] std::u32string articles_count(std::size_t count, const Wording& words);
[[nodiscard]] std::u32string page_of(int page, int pages, const Wording& words);
[[nodiscard]] std::u32string about_minutes(int minutes, const Wording& words);
[[nodiscard]] std::u32string minutes_left(int minutes, const Wording& words);
/// "9 月 1 日" in the year of `today` would do; without a clock the year always stands: "2026 年 9 月 1 日".
[[nodiscard]] std::u32string shown_date(const Date& date, const Wording& words);
/// An entry as it is announced when it has the focus.
[[nodiscard]] std::u32string spoken_subject(int number, std::u32string_view name, std::size_t articles,
                                            const Wording& words);
/// A subject as it is announced when it has been opened.
/// Where a subject's articles come from, a sentence or two; empty where nobody knows.
[[nodiscard]] std::u32string told_sources(const std::vector<library::Source>& sources, const Wording& words);
[[nodiscard]] std::u32string spoken_heading(std::u32string_view name, std::size_t articles, const Wording& words);
[[nodiscard]] std::u32string spoken_entry(int number, std::u32string_view title, const std::optional<Date>& date,
                                          int minutes, const Wording& words);
/// What lifting the finger would do.
[[nodiscard]] std::u32string would_open_subject(int number, std::u32string_view name, const Wording& words);
[[nodiscard]] std::u32string would_open_entry(int number, std::u32string_view title, int minutes, const Wording& words);
[[nodiscard]] std::u32string would_press(std::u32string_view label, const Wording& words);
/// "这篇是 2024 年 3 月发布的，可能已经过时。"
[[nodiscard]] std::u32string published_long_ago(const Date& date, const Wording& words);
/// "这里说的日期（2026 年 6 月 30 日）已经过了。"
[[nodiscard]] std::u32string day_has_passed(const Date& date, const Wording& words);
/// "《停水通知》读完了。"
[[nodiscard]] std::u32string heard_to_the_end(std::u32string_view title, const Wording& words);
[[nodiscard]] std::u32string next_article(std::u32string_view title, const Wording& words);
/// What stands on an offer of that screen.
[[nodiscard]] std::u32string label_of(EndOffer offer, const State& state);
[[nodiscard]] std::u32string label_of(ReturnOffer offer, const Wording& words);
/// A phrase that tells what to do, worded for what the visitor uses.
struct Hint {
    Phrase pad;
    Phrase touch;
    Phrase switches;
    [[nodiscard]] Phrase by(Hand hand) const {
        return hand == Hand::touch ? touch : hand == Hand::switches ? switches : pad;
    }
};
/// Where in an article the reading is.
[[nodiscard]] std::u32string spoken_where(std::u32string_view title, std::size_t paragraph, std::size_t paragraphs,
                                          int minutes, const Wording& words);
inline constexpr Hint settings_hint{Phrase::settings_spoken, Phrase::settings_spoken_touch,
                                    Phrase::settings_spoken_switch};
inline constexpr Hint offers_hint{Phrase::offers_hint, Phrase::offers_hint_touch, Phrase::offers_hint_switch};
inline constexpr Hint returning_hint{Phrase::coming_back, Phrase::coming_back_touch, Phrase::coming_back_switch};
inline constexpr Hint help_hint{Phrase::help_spoken, Phrase::help_spoken_touch, Phrase::help_spoken_switch};
inline constexpr Hint copy_hint{Phrase::copy_hint, Phrase::copy_hint_touch, Phrase::copy_hint_switch};
/// "第2样，共3样：电话。"
[[nodiscard]] std::u32string copy_heading(const State& state);
/// A number that names rather than counts, and is never grouped or inflected: a year, a line.
[[nodiscard]] std::u32string digits(std::int64_t number);
/// "07:30"
[[nodiscard]] std::u32string clock_time(int minute_of_day);
/// The digits of a number apart, so that each is said for itself.
[[nodiscard]] std::u32string digits_apart(std::u32string_view digits, const Wording& words);
[[nodiscard]] std::u32string digits_apart(int number, const Wording& words);
[[nodiscard]] std::u32string number_given(int number, const Wording& words);
/// What has been entered of a number so far.
[[nodiscard]] std::u32string digits_typed(const State& state);
/// What stands on a tile.
[[nodiscard]] std::u32string tile_label(int tile, const Wording& words);
/// The sentences as one text, apart from one another as their script wants it.
[[nodiscard]] std::u32string together(const std::vector<std::u32string>& sentences);
/// What is to be done where a number is entered.
[[nodiscard]] std::u32string entering_told(const State& state);
/// The same before the staff's door.
[[nodiscard]] std::u32string pin_told(const State& state);
/// How well the article that was left has been found again.
[[nodiscard]] std::u32string resumed(const OpenArticle& open, const Wording& words);
inline constexpr Hint number_hint{Phrase::number_hint, Phrase::number_hint_touch, Phrase::number_hint_switch};
inline constexpr Hint resume_hint{Phrase::resume_how, Phrase::resume_how_touch, Phrase::resume_how_switch};
/// What is printed on a key, or would be.
[[nodiscard]] std::u32string_view key_name(Key key, const Wording& words);
/// What a key does, as help tells it.
[[nodiscard]] std::u32string_view key_help(Key key, const Wording& words);
/// A row of the settings as it is announced when it has the focus.
[[nodiscard]] std::u32string spoken_setting(int number, std::u32string_view name, std::u32string_view step,
                                            const Wording& words);
/// A setting that is not as every visit begins with it.
[[nodiscard]] std::u32string spoken_change(std::u32string_view name, std::u32string_view step, const Wording& words);

}  // namespace tingdu::app
