#include "kiosk/text/term.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include "kiosk/base/characters.h"
#include "kiosk/text/byline.h"
#include "kiosk/text/numerals.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;

/// A day that is this much earlier in the year than the publication belongs to the next year.
constexpr int months_back = 6;

std::u32string year_as(View digits, int year) {
    std::u32string text;
    for (int unit = 1000; unit > 0; unit /= 10) text += digits[static_cast<std::size_t>(year / unit % 10)];
    return text + U"年";
}

/// "9月30日" or "九月三十日" at the start of `text`, in `year`.
DateAt day_of_year_at(View text, int year) {
    const std::size_t month = text.substr(0, 4).find(U'月');
    if (month == View::npos || month == 0) return {};
    const std::u32string head = year_as(is_digit(text.front()) ? U"0123456789" : chinese_digits, year);
    DateAt date = date_at(head + std::u32string(text.substr(0, 16)));
    if (date.size <= head.size() || date.date.day == 0) return {};
    date.size -= head.size();
    return date;
}

bool strip(View& text, View end) {
    if (!text.ends_with(end)) return false;
    text.remove_suffix(end.size());
    return true;
}

/// "报名截止时间为", "有效期至", "valid until".
bool announces_end(View before) {
    const auto joints = View(U" 　：:为是于到至在");
    const bool joined = !before.empty() && is_one_of(before.back(), joints);
    while (!before.empty() && is_one_of(before.back(), joints)) before.remove_suffix(1);
    if (before.ends_with(U"有效期") || before.ends_with(U"有效期限")) return joined;
    (void)(strip(before, U"日期") || strip(before, U"时间") || strip(before, U"期限"));
    return before.ends_with(U"截止") || before.ends_with(U"until") || before.ends_with(U"eadline");
}

/// "请于……前办理": something is to be done before the day. What had been done before some day ("……前办理的") is no end.
bool asks_for_deed(View before, View after) {
    static constexpr std::array<View, 16> deeds = {U"办理", U"报名", U"提交", U"申请", U"申领", U"完成",
                                                   U"缴",   U"交至", U"登记", U"领取", U"预约", U"前往",
                                                   U"认证", U"参加", U"换领", U"报送"};
    if (!before.ends_with(U"于") && !before.ends_with(U"在") && !before.ends_with(U"请")) return false;
    if (!after.starts_with(U"前") && !after.starts_with(U"之前") && !after.starts_with(U"以前")) return false;
    const View clause = after.substr(0, after.find_first_of(U"，。；！\n"));
    return std::ranges::any_of(deeds, [clause](View deed) {
        const std::size_t place = clause.find(deed);
        if (place == View::npos) return false;
        const View rest = clause.substr(place + deed.size());
        return !rest.starts_with(U"的") && !rest.starts_with(U"过") && !rest.starts_with(U"了");
    });
}

bool is_end(View before, View after) {
    const bool reaches = before.ends_with(U"至") || before.ends_with(U"到");
    return announces_end(before) || asks_for_deed(before, after) || after.starts_with(U"截止") ||
           (reaches && (after.starts_with(U"止") || after.starts_with(U"为止") || after.starts_with(U"结束")));
}

bool begins_number(View text, std::size_t i) {
    if (text[i] < U'0' || (text[i] >= U'a' && text[i] <= U'z')) return false;  // nearly all that is not Chinese
    const auto counts = [](char32_t c) { return is_digit(c) || is_to_ten(c); };
    const bool english = text[i] >= U'A' && text[i] <= U'Z';
    return english || (counts(text[i]) && (i == 0 || !counts(text[i - 1])));
}

auto rank(const Date& date) {
    return std::tuple(date.year, date.month, date.day == 0 ? 31 : date.day);
}

}  // namespace

std::optional<Date> last_day(View text, const std::optional<Date>& published) {
    constexpr std::size_t context = 16;
    std::optional<Date> last;
    Date before_it;  // the date that stands just before, for "2026年3月1日至6月30日"
    std::size_t before_end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!begins_number(text, i)) continue;
        DateAt found = date_at(text.substr(i, 40));
        if (found.size == 0 && before_it.year > 0 && i - before_end <= 2) {
            found = day_of_year_at(text.substr(i), before_it.year);
        } else if (found.size == 0 && published) {
            found = day_of_year_at(text.substr(i), published->year);
            if (found.date.month + months_back < published->month) ++found.date.year;
        }
        if (found.size == 0) continue;
        before_it = found.date;
        before_end = i + found.size;
        const std::size_t begin = i - std::min(i, context);
        if (is_end(text.substr(begin, i - begin), text.substr(before_end, context)) &&
            (!last || rank(*last) < rank(found.date)))
            last = found.date;
        i = before_end - 1;
    }
    return last;
}

}  // namespace tingdu::text
