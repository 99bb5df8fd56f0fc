// Days, times of day, years.
#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

constexpr int first_year = 1000;
constexpr int last_year = 2100;
constexpr int oldest_bare = 1900;  // before it, four digits are a year only where something says so

bool is_year(std::u32string_view digits) {
    return digits.size() == 4 && value_of(digits) >= first_year && value_of(digits) < last_year;
}
bool is_month(std::u32string_view digits) {
    return !digits.empty() && digits.size() <= 2 && value_of(digits) >= 1 && value_of(digits) <= 12;
}
bool is_day(std::u32string_view digits) {
    return !digits.empty() && digits.size() <= 2 && value_of(digits) >= 1 && value_of(digits) <= 31;
}

struct HalfOfDay {
    std::u32string_view said;
    std::size_t end{};
};

/// 12 am is the middle of the night, 12 pm that of the day.
std::u32string with_half(std::u32string_view half, const std::u32string& said) {
    if (!said.starts_with(U"十二点")) return std::u32string(half) + said;
    return half == U"上午" ? U"凌晨零点" + said.substr(3) : U"中午" + said;
}

/// am, PM, a.m. at `place`, a space before it or not.
std::optional<HalfOfDay> half_of_day_at(std::u32string_view text, std::size_t place) {
    struct Written {
        std::u32string_view written;
        std::u32string_view said;
    };
    constexpr auto halves = std::to_array<Written>({{U"am", U"上午"},
                                                    {U"AM", U"上午"},
                                                    {U"a.m.", U"上午"},
                                                    {U"A.M.", U"上午"},
                                                    {U"a.m", U"上午"},
                                                    {U"pm", U"下午"},
                                                    {U"PM", U"下午"},
                                                    {U"p.m.", U"下午"},
                                                    {U"P.M.", U"下午"},
                                                    {U"p.m", U"下午"}});
    if (place < text.size() && text[place] == U' ') ++place;
    for (const Written& half : halves) {
        const std::size_t end = place + half.written.size();
        if (!text.substr(std::min(place, text.size())).starts_with(half.written)) continue;
        if (end < text.size() && (is_latin(text[end]) || is_digit(text[end]))) continue;
        return HalfOfDay{half.said, end};
    }
    return std::nullopt;
}

}  // namespace

// 2024-03-12, 2024/3/12, 2024.3.12, 2024-03, 12/03/2024, 03/2024
bool Scanner::date() {
    const auto part = [&](std::size_t place) { return text_.substr(place, digits_at(text_, place)); };
    const std::u32string_view years = part(at_);
    const char32_t sign = at(at_ + years.size());
    if (ends_days() || span_of_days() || date_without_signs() || day_of_year()) return true;
    if (years.size() == 2 || (years.size() == 1 && sign == U'/')) return date_from_its_day();
    if (!is_year(years) || !one_of(sign, U"-/.")) return false;
    const std::u32string_view months = part(at_ + years.size() + 1);
    if (!is_month(months)) return false;
    const std::size_t month_end = at_ + years.size() + 1 + months.size();
    const std::u32string said = digit_by_digit(years) + U'年' + cardinal(months) + U'月';
    if (at(month_end) == sign) {
        const std::u32string_view days = part(month_end + 1);
        const std::size_t end = month_end + 1 + days.size();
        const bool ends = at(end) != sign || !is_digit(at(end + 1)) || is_year(part(end + 1));
        if (is_day(days) && ends && (!is_latin(before()) || value_of(years) >= oldest_bare)) {
            speak(end, said + cardinal(days) + U'日', Counting::ordinal);
            return true;
        }
    }
    // 2024-03 is a month only if it is written as one: 2019-20 are two years, 2024.03 may be a number.
    const bool is_recent = value_of(years) >= oldest_bare;
    const bool is_dated = near({U"日期", U"时间", U"年月", U"出生", U"生于", U"毕业", U"入学", U"工作", U"任职"}, 10) ||
                          ends_months() || begins_months(month_end);
    const bool is_alone = stands_alone(month_end);
    const bool is_written_so = sign == U'.'         ? is_recent && (is_dated || is_alone)
                               : months.size() == 2 ? true
                               : sign == U'/'       ? is_recent
                                                    : is_recent && (is_alone || is_dated);
    if (is_latin(before()) || !is_written_so || is_digit(at(month_end)) || one_of(at(month_end), U"年%/") ||
        (one_of(at(month_end), U".-") && !begins_months(month_end)) || is_counted(month_end)) {
        return false;
    }
    speak(month_end, said, Counting::ordinal);
    return true;
}

/// Nothing else is in the line, or in the brackets.
bool Scanner::stands_alone(std::size_t end) const {
    const bool begins = at_ == 0 || one_of(before(), U"([");
    return begins && (end == text_.size() || one_of(at(end), U")]"));
}

// 2019.9-2024.6, 2019.09至今: months that something ends …
bool Scanner::begins_months(std::size_t month_end) const {
    if (follows_one_of(month_end, {U"至今", U"起", U"-至今", U"—至今", U"--至今"})) return true;
    const std::size_t other = at(month_end) == U'至' ? month_end + 1 : after_range_sign(month_end);
    if (other == 0) return false;
    const std::u32string_view years = text_.substr(other, digits_at(text_, other));
    const std::size_t months = other + years.size() + 1;
    return is_year(years) && one_of(at(months - 1), U".-/") &&
           is_month(text_.substr(months, digits_at(text_, months))) &&
           !one_of(at(months + digits_at(text_, months)), U".-/");
}

// … and the month that ends them.
bool Scanner::ends_months() const {
    if (pieces_.size() < 2 || pieces_.back().shown.end != at_) return false;
    const Piece& between = pieces_.back();
    const Piece& first = pieces_[pieces_.size() - 2];
    constexpr std::size_t shortest = 6;  // 二零一九年九月, said
    return (between.said == U"到" || (before() == U'至' && between.shown.size() == 1)) &&
           first.said.size() > shortest && first.said.ends_with(U'月');
}

// 办结日期20241203
bool Scanner::date_without_signs() {
    constexpr std::size_t length = 8;
    const std::u32string_view digits = text_.substr(at_, digits_at(text_, at_));
    if (digits.size() != length || is_latin(before()) || is_latin(at(at_ + length)) ||
        !near({U"日期", U"时间", U"生日", U"出生", U"年月日"}, 12)) {
        return false;
    }
    const std::u32string_view years = digits.substr(0, 4);
    const std::u32string_view months = digits.substr(4, 2);
    const std::u32string_view days = digits.substr(6);
    if (!is_year(years) || value_of(years) < oldest_bare || !is_month(months) || !is_day(days)) return false;
    speak(at_ + length, digit_by_digit(years) + U'年' + cardinal(months) + U'月' + cardinal(days) + U'日',
          Counting::ordinal);
    return true;
}

// The 04.10 of 2021.03.05-04.10
bool Scanner::ends_days() {
    constexpr std::size_t shortest_date = 8;
    if (pieces_.size() < 2 || pieces_.back().said != U"到" || pieces_.back().shown.end != at_) return false;
    const Piece& first = pieces_[pieces_.size() - 2];
    const std::size_t month = digits_at(text_, at_);
    const std::size_t day = digits_at(text_, at_ + month + 1);
    const std::size_t end = at_ + month + 1 + day;
    if (first.shown.size() < shortest_date || first.said.back() != U'日' || !one_of(at(at_ + month), U".-/") ||
        !is_month(text_.substr(at_, month)) || !is_day(text_.substr(end - day, day)) || one_of(at(end), U".-/")) {
        return false;
    }
    speak(end, cardinal(text_.substr(at_, month)) + U'月' + cardinal(text_.substr(end - day, day)) + U'日',
          Counting::ordinal);
    return true;
}

// 5/1-5/5, 9/28-10/7, 10.1-10.7放假; but 1/2-2/3 are fractions, and 1.2-1.5 are lengths
bool Scanner::span_of_days() {
    struct Day {
        std::u32string_view month;
        std::u32string_view day;
        std::size_t end;
    };
    const auto day_at = [this](std::size_t place) {
        const std::u32string_view month = text_.substr(place, digits_at(text_, place));
        const std::size_t sign = place + month.size();
        const std::size_t days = one_of(at(sign), U"/.") ? digits_at(text_, sign + 1) : 0;
        return Day{month, text_.substr(std::min(sign + 1, text_.size()), days), sign + 1 + days};
    };
    const auto said = [](const Day& one) { return cardinal(one.month) + U'月' + cardinal(one.day) + U'日'; };
    const auto is_date = [](const Day& one) { return is_month(one.month) && is_day(one.day); };
    const auto is_more_than_one = [](const Day& one) { return value_of(one.month) >= value_of(one.day); };
    const Day first = day_at(at_);
    if (!is_date(first) || is_latin(before()) || one_of(before(), U"/.")) return false;
    const std::size_t other = after_range_sign(first.end);
    if (other == 0) return false;
    const Day last = day_at(other);
    if (!is_date(last) || at(last.end) == U'/') return false;
    const bool is_holiday = near({U"假", U"国庆", U"春节", U"元旦", U"五一", U"报名", U"日期", U"时间"}, 8) ||
                            follows_one_of(last.end, {U"放假", U"休", U"假期", U"停", U"闭馆"});
    const bool is_pointed = at(at_ + first.month.size()) == U'.';
    if (!(is_pointed ? is_holiday : is_more_than_one(first) || is_more_than_one(last))) return false;
    speak(first.end, said(first), Counting::ordinal);
    speak(other, U"到");
    speak(last.end, said(last), Counting::ordinal);
    return true;
}

// 12/31 19:30, 时间:3/5, and 12/25 with nothing beside it
bool Scanner::day_of_year() {
    const std::size_t stroke = at_ + digits_at(text_, at_);
    const std::size_t end = stroke + 1 + digits_at(text_, stroke + 1);
    const std::u32string_view month = text_.substr(at_, stroke - at_);
    if (at(stroke) != U'/' || is_latin(before()) || one_of(before(), U"/.")) return false;
    const std::u32string_view day = text_.substr(stroke + 1, end - stroke - 1);
    if (!is_month(month) || !is_day(day) || one_of(at(end), U"/.%") || is_latin(at(end))) return false;
    const std::size_t hour = digits_at(text_, end + 1);
    const std::size_t next = at(end) == U' ' ? end + 1 : end;
    const bool has_time = (at(end) == U' ' && hour > 0 && hour <= 2 && at(end + 1 + hour) == U':') ||
                          follows_one_of(next, {U"上午", U"中午", U"下午", U"晚上", U"早上", U"凌晨", U"傍晚"});
    const bool is_written_so = month.size() == 2 && day.size() == 2 && (month[0] == U'0' || day[0] == U'0');  // 05/01
    constexpr int months_in_a_year = 12;
    const bool is_alone = stands_alone(end) && value_of(day) > months_in_a_year;
    if (!has_time && !is_written_so && !is_alone && !(before() == U':' && near({U"时间", U"日期"}, 6))) return false;
    speak(end, cardinal(month) + U'月' + cardinal(day) + U'日', Counting::ordinal);
    return true;
}

// 28/01/2002, 03/2024; in 3/15/2024 the month comes first
bool Scanner::date_from_its_day() {
    const auto part = [&](std::size_t place) { return text_.substr(place, digits_at(text_, place)); };
    std::u32string_view days = part(at_);
    const char32_t sign = at(at_ + days.size());
    if (!one_of(sign, U"/-") || is_latin(before()) || one_of(before(), U"/-.")) return false;
    std::u32string_view months = part(at_ + days.size() + 1);
    std::size_t end = at_ + days.size() + 1 + months.size();
    std::u32string_view years = months;
    if (at(end) == sign && months.size() <= 2) {
        years = part(end + 1);
        end += 1 + years.size();
        if (!is_month(months)) std::swap(days, months);
    } else if (sign == U'/' && days.size() == 2) {
        months = std::exchange(days, {});
    } else {
        return false;
    }
    if (!is_year(years) || value_of(years) < oldest_bare || !is_month(months) || !(days.empty() || is_day(days)) ||
        one_of(at(end), U"/-年")) {
        return false;
    }
    std::u32string said = digit_by_digit(years) + U'年' + cardinal(months) + U'月';
    if (!days.empty()) said += cardinal(days) + U'日';
    speak(end, std::move(said), Counting::ordinal);
    return true;
}

// 1:1.05, 1.5:1:2
bool Scanner::ratio() {
    std::u32string said;
    std::size_t place = at_;
    bool has_fraction = false;
    std::size_t parts = 0;
    for (;;) {
        const auto number = numeral_at(text_, place);
        if (!number || text_.substr(place, number->end - place).find(U',') != std::u32string_view::npos) return false;
        said += number->said();
        has_fraction = has_fraction || !number->is_integer();
        place = number->end;
        ++parts;
        constexpr std::size_t most = 8;
        if (at(place) != U':' || !is_digit(at(place + 1))) break;
        if (parts == most) return false;
        said += U'比';
        ++place;
    }
    if (parts < 2 || !has_fraction || (at(place) == U'.' && is_digit(at(place + 1)))) return false;
    speak(place, std::move(said), Counting::ordinal);
    return true;
}

// 8pm
bool Scanner::on_the_hour() {
    const std::size_t hour = digits_at(text_, at_);
    const auto half = half_of_day_at(text_, at_ + hour);
    if (!half || value_of(text_.substr(at_, hour)) > 12) return false;
    std::u32string said = cardinal(text_.substr(at_, hour));
    if (said == U"二") said = U"两";
    speak(half->end, with_half(half->said, said + U'点'), Counting::ordinal);
    return true;
}

// 9:30, 09:30:15, 3:30 p.m.; what is no time of day is a ratio or a score: 3:2, 102:98
bool Scanner::clock() {
    const std::size_t hour = digits_at(text_, at_);
    if (hour == 0 || hour > 3) return false;
    if (at(at_ + hour) != U':') return on_the_hour();
    const auto part = [&](std::size_t place) { return text_.substr(place, digits_at(text_, place)); };
    const std::u32string_view minutes = part(at_ + hour + 1);
    std::size_t end = at_ + hour + 1 + minutes.size();
    // A1：3天 numbers a point.
    if (is_latin(before()) && hour == 1 && !is_digit(at(end)) && is_hanzi(at(end))) return false;
    const bool is_time =
        hour <= 2 && minutes.size() == 2 && value_of(minutes) < 60 && value_of(text_.substr(at_, hour)) <= 24;
    const bool is_ratio =
        one_of(at(end), U"万亿") ||
        near({U"比分", U"比例", U"配比", U"赔率", U"坡度", U"坡比", U"灰比", U"长宽比", U"缩尺", U"概率"}, 10) ||
        near({U"比为", U"比是", U"比约"}, 3) || before() == U'比' ||
        (before() == U'按' && follows_one_of(end, {U"稀释", U"配", U"兑", U"混合", U"的比例", U"比例"}));
    if (minutes.empty()) return on_the_hour();
    if (!is_time || is_ratio) {                   // 3:2
        constexpr std::size_t longest_ratio = 7;  // 1:10000
        if (minutes.size() > longest_ratio) return false;
        std::u32string said = cardinal(text_.substr(at_, hour)) + U'比' + cardinal(minutes);
        while (at(end) == U':' && digits_at(text_, end + 1) > 0) {
            said += U'比' + cardinal(part(end + 1));
            end += 1 + digits_at(text_, end + 1);
        }
        const auto thousands = [&] { return at(end) == U' ' && digits_at(text_, end + 1) == 3; };
        if (near({U"比例尺"}, 8) && thousands()) {  // 1:500 000
            std::u32string whole(minutes);
            for (; thousands(); end += 4) whole += part(end + 1);
            said = cardinal(text_.substr(at_, hour)) + U'比' + cardinal(whole);
        }
        speak(end, std::move(said), Counting::ordinal);
        return true;
    }
    const auto two_places = [](std::u32string_view digits) {
        return (value_of(digits) > 0 && value_of(digits) < 10 ? U"零" : U"") + cardinal(digits);
    };
    std::u32string said = cardinal(text_.substr(at_, hour));
    std::u32string_view seconds;
    if (near({U"用时", U"耗时", U"历时", U"时长", U"净成绩", U"计时"}, 8)) {  // 2:15:30, 02:30
        const bool has_hours = at(end) == U':' && digits_at(text_, end + 1) == 2;
        if (has_hours && said == U"二") said = U"两";
        said += (has_hours ? U"小时" : U"分") + cardinal(minutes) + (has_hours ? U'分' : U'秒');
        if (has_hours) said += cardinal(part(end + 1)) + U'秒';
        speak(has_hours ? end + 3 : end, std::move(said), Counting::ordinal);
        return true;
    }
    if (said == U"二") said = U"两";
    said += U'点';
    if (at(end) == U':' && digits_at(text_, end + 1) == 2 && value_of(part(end + 1)) < 60) {
        seconds = part(end + 1);
        end += 3;
    }
    if (value_of(minutes) > 0 || value_of(seconds) > 0) said += two_places(minutes);
    if (value_of(seconds) > 0) {
        said += U'分' + two_places(seconds) + U'秒';
    } else if (value_of(minutes) > 0 && at(end) != U'分') {
        said += U'分';
    }
    if (const auto half = half_of_day_at(text_, end); half && value_of(text_.substr(at_, hour)) <= 12) {
        said = with_half(half->said, said);
        end = half->end;
    }
    speak(end, std::move(said), Counting::ordinal);
    return true;
}

// 5'20", 1′08″5, 9"83
bool Scanner::stopwatch() {
    constexpr std::u32string_view minute_signs = U"'′";
    constexpr std::u32string_view second_signs = U"\"″”";
    const std::size_t first = digits_at(text_, at_);
    std::size_t end = at_ + first;
    std::u32string said = cardinal(text_.substr(at_, first));
    if (first == 0 || first > 3) return false;
    if (one_of(at(end), minute_signs) && digits_at(text_, end + 1) == 2 && one_of(at(end + 3), second_signs)) {
        said += U'分' + cardinal(text_.substr(end + 1, 2)) + U'秒';
        end += 4;
    } else if (one_of(at(end), U"\"″") && is_digit(at(end + 1))) {
        said += U'秒';
        ++end;
    } else {
        return false;
    }
    const std::size_t parts = digits_at(text_, end);
    said += digit_by_digit(text_.substr(end, parts));
    speak(end + parts, std::move(said), Counting::ordinal);
    return true;
}

// 2024-25赛季, 2024/25学年
bool Scanner::season() {
    const std::size_t sign = at_ + digits_at(text_, at_);
    const std::size_t end = sign + 1 + digits_at(text_, sign + 1);
    const std::u32string_view last = text_.substr(std::min(sign + 1, text_.size()), end - sign - 1);
    const bool follows_on = last.size() == 2 && value_of(last) == (value_of(text_.substr(at_, sign - at_)) + 1) % 100;
    if (!one_of(at(sign), U"-/") || !follows_on || !follows_one_of(end, {U"赛季", U"学年", U"财年", U"年度"}))
        return false;
    speak(end, digit_by_digit(text_.substr(at_, sign - at_)) + U'到' + digit_by_digit(last), Counting::ordinal);
    return true;
}

// 2024年, 2023-2024学年, 98级, 80后
bool Scanner::year() {
    const std::size_t count = digits_at(text_, at_);
    const std::u32string_view digits = text_.substr(at_, count);
    std::size_t next = at_ + count;
    if (count == 0 || numeral_at(text_, at_)->end != next) return false;
    if (one_of(at(next), U"%:") && is_digit(at(next + 1))) return false;
    if (count == 2) {
        const bool is_clipped = before() == U'\'' && !is_digit(before(2)) && is_hanzi(at(next)) &&
                                (at(next) == U'年' || !is_counted(next));  // '24春运
        const bool is_short = is_clipped || at(next) == U'后' || at(next) == U'级' ||
                              (at(next) == U'年' && value_of(digits) >= 50 &&
                               (is_digit(at(next + 1)) ||
                                follows_one_of(next + 1, {U"出生", U"生", U"毕业", U"入学", U"入伍", U"参加"})));
        const bool is_born = at(next) != U'后' || (digits[1] == U'0' || digits[1] == U'5');  // 80后
        const bool is_class = at(next) != U'级' || value_of(digits) >= 50;                   // 98级
        if (!is_short || !is_born || !is_class || is_ordinal()) return false;
        speak(next, digit_by_digit(digits), Counting::ordinal);
        return true;
    }
    const bool is_part = one_of(at(next), U"QH") && is_digit(at(next + 1)) && !is_digit(at(next + 2));  // 2024Q3
    const auto is_capital = [](char32_t c) { return c >= U'A' && c <= U'Z'; };
    const bool is_event = is_capital(at(next)) && is_capital(at(next + 1)) && is_capital(at(next + 2)) &&
                          value_of(digits) >= oldest_bare && !unit_at(text_, next);  // 2024CBA
    if (!is_year(digits) || is_latin(before()) || (is_latin(at(next)) && !is_part && !is_event)) return false;
    if (season()) return true;
    while (at(next) == U' ') ++next;
    std::size_t marked = next;
    bool is_period = false;  // 1949-2024
    if (const std::size_t other = after_range_sign(next); other != 0 && is_digit(at(other))) {
        const std::size_t second = digits_at(text_, other);
        const std::u32string_view last = text_.substr(other, second);
        if (is_year(last) || second == 2) marked = other + second;
        is_period = is_year(last) && value_of(digits) >= oldest_bare && value_of(last) > value_of(digits) &&
                    (!is_counted(other + second) || at(other + second) == U'十');
    } else if (at(next) == U'/' && is_year(text_.substr(next + 1, digits_at(text_, next + 1)))) {
        marked = next + 1 + digits_at(text_, next + 1);
    }
    const bool is_marked = at(marked) == U'年' || follows(marked, U"学年") || follows(marked, U"财年") ||
                           follows(marked, U"赛季") || one_of(at(marked), U"版届级款春夏秋冬");
    const bool is_span =
        value_of(digits) % 1000 == 0 &&
        (follows(next, U"年前") || follows(next, U"年历史") || follows(next, U"年的历史") || follows(next, U"年来") ||
         follows(next, U"多年") || follows(next, U"年以上") || follows(next, U"年以内"));
    constexpr std::size_t years_and_sign = 2;
    const bool ends_period = pieces_.size() >= years_and_sign && pieces_.back().said == U"到" &&
                             pieces_.back().shown.end == at_ && pieces_[pieces_.size() - 2].shown.size() == count &&
                             pieces_[pieces_.size() - 2].said ==
                                 digit_by_digit(text_.substr(pieces_[pieces_.size() - 2].shown.begin, count));
    const bool is_bare = marked == next && value_of(digits) >= oldest_bare && !is_counted(next) &&
                         !one_of(at(next), U"+-*/=×÷<>余多") && !one_of(before(), U"共计约达为超近过值-+*/=×÷#") &&
                         !near({U"价格", U"金额", U"共有"}, 6);
    // 鲁迅(1881-1936), 乾隆五十五年(1790), 北宋(1056)
    // and no 租金(1200-1300)
    constexpr int longest_life = 120;
    const std::size_t last_digits = marked > next ? digits_at(text_, marked - 4) : 0;
    const int years = last_digits == 4 ? value_of(text_.substr(marked - 4, 4)) - value_of(digits) : 0;
    const bool is_of_life = before() == U'(' && at(marked) == U')' && is_hanzi(before(2)) && years > 0 &&
                            years <= longest_life &&
                            !near({U"价", U"租", U"费", U"元", U"金", U"资", U"收", U"积", U"数", U"量", U"约"}, 6);
    const bool ends_life = ends_period && at(next) == U')';
    const bool is_explained = before() == U'(' && at(next) == U')' && one_of(before(2), U"年朝代唐宋元明清间初末");
    if (is_of_life || ends_life || is_explained) {
        speak(at_ + count, digit_by_digit(digits), Counting::ordinal);
        return true;
    }
    if (is_span || is_ordinal() ||
        !(is_marked || is_bare || is_period || (ends_period && (!is_counted(next) || at(next) == U'十'))))
        return false;
    speak(at_ + count, digit_by_digit(digits), Counting::ordinal);
    return true;
}

}  // namespace tingdu::mandarin
