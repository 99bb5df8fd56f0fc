// What there is to see in a sentence of somebody who wants to write it down: times of day, days, sums of money, houses,
// telephone numbers, papers. All of it looks at folded text; a place that is "after" something is that place itself
// where there is nothing of the kind. What becomes of what is seen is the business of to_copy.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/base/text_range.h"

namespace tingdu::prepare {

using Words = std::initializer_list<std::u32string_view>;

inline constexpr std::u32string_view clause_ends = U"，。；！？,;!?";
/// Those of cheques among them.
inline constexpr std::u32string_view hanzi_digits = U"零〇一二两三四五六七八九十百千万半壹贰叁肆伍陆柒捌玖拾佰仟亿";

[[nodiscard]] std::size_t count_digits(std::u32string_view text);
[[nodiscard]] bool has_one(std::u32string_view text, Words words);
[[nodiscard]] bool begins_with_one(std::u32string_view text, Words words);
/// The place after the digits at `at`.
[[nodiscard]] std::size_t after_digits(std::u32string_view text, std::size_t at);
/// The place after a number at `at`, in digits or Hanzi, those of cheques too.
[[nodiscard]] std::size_t after_number(std::u32string_view text, std::size_t at);

/// Clauses with the signs that end them. A comma within a number or before a year, and what stands in brackets, ends
/// none.
[[nodiscard]] std::vector<TextRange> clauses(std::u32string_view text, std::u32string_view ends = clause_ends);
[[nodiscard]] std::u32string_view cut(std::u32string_view text, TextRange range);
/// Without the signs and spaces at its ends.
[[nodiscard]] TextRange trimmed(std::u32string_view text, TextRange range);
/// The same without a bracket whose fellow is elsewhere.
[[nodiscard]] TextRange bare(std::u32string_view text, TextRange range);

/// "时间：…，地点：…": parts that each begin with a label that tells what follows; one where there are no such labels.
[[nodiscard]] std::vector<TextRange> fields(std::u32string_view text);
/// "大厅地址", "办公时间": what stands before a colon. The place after it, or 0.
[[nodiscard]] std::size_t after_label(std::u32string_view text, Words labels);
/// Where a label says that a place follows: the place after it, or 0.
[[nodiscard]] std::size_t after_label_of_place(std::u32string_view text);

// Times and days.

/// How many times of day it names.
[[nodiscard]] int clocks(std::u32string_view text);
/// "8:30-11:30", "早8点到晚6点": from one time of day to another.
[[nodiscard]] bool spans_hours(std::u32string_view text);
/// "24小时开放": never closed.
[[nodiscard]] bool opens_all_day(std::u32string_view text);
/// "每周三坐诊", "周一闭馆": on which days, whatever the time.
[[nodiscard]] bool opens_on_weekdays(std::u32string_view text);
/// A day of the calendar at `at`: 2026年9月1日, 9月1日, 十月二十八日, 2026-09-01, 每月15日, October 30, 2026.
[[nodiscard]] std::size_t after_day(std::u32string_view text, std::size_t at);
/// The digit at `at` goes on a number.
[[nodiscard]] bool is_in_count(std::u32string_view text, std::size_t at);

// Money.

[[nodiscard]] bool names_amount(std::u32string_view text);

// What has been, and nobody has to come or pay for.

[[nodiscard]] bool reports_amount(std::u32string_view text);
/// Somebody tells of what was, and nobody has to come or to pay.
[[nodiscard]] bool tells_story(std::u32string_view text);
[[nodiscard]] bool reports_event(std::u32string_view text);

// Places.

/// "Room 1201, Block B, Tianyuan Plaza, 9 Wenyi West Road": where that begins of which `house` is the number.
[[nodiscard]] std::size_t before_english_house(std::u32string_view text, std::size_t house);
/// "25 Lake Road, Building 4": a number, names, what kind of street it is, and the way inside; `at` where it is none.
[[nodiscard]] std::size_t after_english_street(std::u32string_view text, std::size_t at);
/// "文三路123号", "大厅5号窗口": the place where it begins to be exact, after the street's name.
[[nodiscard]] std::optional<std::size_t> numbered_house(std::u32string_view text);
/// "地点在人民公园北门": where a sentence says so without a colon, to the end of its clause. Empty where it does not.
[[nodiscard]] TextRange told_place(std::u32string_view text);
/// Where the words of a place that begin at `begin` end: what is to be done there is no part of it.
[[nodiscard]] std::size_t end_of_place(std::u32string_view text, std::size_t begin);

// Telephones.

/// Beside what reading aloud takes for them anyway: what has their form where a telephone is spoken of.
[[nodiscard]] std::vector<TextRange> telephones(std::u32string_view text);
/// "转801", "ext. 12": the digits that are dialled once somebody answers, of a number that ends at `at`.
[[nodiscard]] TextRange extension(std::u32string_view text, std::size_t at);

// Papers.

[[nodiscard]] bool names_paper(std::u32string_view text);
/// Whoever comes is to have something with them.
[[nodiscard]] bool asks(std::u32string_view text);
[[nodiscard]] bool asks_papers(std::u32string_view text);
/// A list of them follows.
[[nodiscard]] bool heads_papers(std::u32string_view text);

}  // namespace tingdu::prepare
