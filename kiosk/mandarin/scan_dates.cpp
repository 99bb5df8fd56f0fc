// Days, times of day, years.
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

}  // namespace

// 2024-03-12, 2024/3/12, 2024.3.12, 2024-03
bool Scanner::date() {
    const auto part = [&](std::size_t place) { return text_.substr(place, digits_at(text_, place)); };
    const std::u32string_view years = part(at_);
    const char32_t sign = at(at_ + years.size());
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
    if (is_latin(before()) || sign == U'.' || months.size() != 2 || is_digit(at(month_end)) ||
        one_of(at(month_end), U"年.%-/") || is_counted(month_end)) {
        return false;
    }
    speak(month_end, said, Counting::ordinal);
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
        if (at(place) != U':' || !is_digit(at(place + 1))) break;
        said += U'比';
        ++place;
    }
    if (parts < 2 || !has_fraction || (at(place) == U'.' && is_digit(at(place + 1)))) return false;
    speak(place, std::move(said), Counting::ordinal);
    return true;
}

// 9:30, 09:30:15
bool Scanner::clock() {
    const std::size_t hour = digits_at(text_, at_);
    if (hour == 0 || hour > 2 || at(at_ + hour) != U':') return false;
    const auto part = [&](std::size_t place) { return text_.substr(place, digits_at(text_, place)); };
    const std::u32string_view minutes = part(at_ + hour + 1);
    std::size_t end = at_ + hour + 1 + minutes.size();
    const bool is_time = minutes.size() == 2 && value_of(minutes) < 60 && value_of(text_.substr(at_, hour)) <= 24;
    const bool is_score = near({U"比分", U"比例", U"战胜", U"击败", U"战平", U"力克", U"获胜", U"配比", U"赔率"}, 10);
    if (minutes.empty()) return false;
    if (!is_time || is_score) {                   // 3:2
        constexpr std::size_t longest_ratio = 7;  // 1:10000
        if (minutes.size() > longest_ratio) return false;
        std::u32string said = cardinal(text_.substr(at_, hour)) + U'比' + cardinal(minutes);
        while (at(end) == U':' && digits_at(text_, end + 1) > 0) {
            said += U'比' + cardinal(part(end + 1));
            end += 1 + digits_at(text_, end + 1);
        }
        speak(end, std::move(said), Counting::ordinal);
        return true;
    }
    const auto two_places = [](std::u32string_view digits) {
        return (value_of(digits) > 0 && value_of(digits) < 10 ? U"零" : U"") + cardinal(digits);
    };
    std::u32string said = cardinal(text_.substr(at_, hour));
    if (said == U"二") said = U"两";
    said += U'点';
    std::u32string_view seconds;
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
    speak(end, std::move(said), Counting::ordinal);
    return true;
}

// 2024年, 2023-2024学年, 98级, 80后
bool Scanner::year() {
    const std::size_t count = digits_at(text_, at_);
    const std::u32string_view digits = text_.substr(at_, count);
    std::size_t next = at_ + count;
    if (one_of(at(next), U".,%:") && is_digit(at(next + 1))) return false;
    if (count == 2) {
        const bool is_short = (before() == U'\'' && at(next) == U'年') || at(next) == U'后' || at(next) == U'级' ||
                              (at(next) == U'年' && is_digit(at(next + 1)) && value_of(digits) >= 50);
        const bool is_born = at(next) != U'后' || (digits[1] == U'0' || digits[1] == U'5');  // 80后
        const bool is_class = at(next) != U'级' || value_of(digits) >= 50;                   // 98级
        if (!is_short || !is_born || !is_class || is_ordinal()) return false;
        speak(next, digit_by_digit(digits), Counting::ordinal);
        return true;
    }
    if (!is_year(digits) || is_latin(before()) || is_latin(at(next))) return false;
    while (at(next) == U' ') ++next;
    std::size_t marked = next;
    if (const std::size_t other = after_range_sign(next); other != 0 && is_digit(at(other))) {
        const std::size_t second = digits_at(text_, other);
        if (is_year(text_.substr(other, second)) || second == 2) marked = other + second;
    } else if (at(next) == U'/' && is_year(text_.substr(next + 1, digits_at(text_, next + 1)))) {
        marked = next + 1 + digits_at(text_, next + 1);
    }
    const bool is_marked = at(marked) == U'年' || follows(marked, U"学年") || follows(marked, U"财年") ||
                           follows(marked, U"赛季") || one_of(at(marked), U"版届级款春夏秋冬");
    const bool is_span = value_of(digits) % 1000 == 0 &&
                         (follows(next, U"年前") || follows(next, U"年历史") || follows(next, U"年的历史") ||
                          follows(next, U"年来") || follows(next, U"多年"));
    const bool is_bare = marked == next && value_of(digits) >= oldest_bare && !is_counted(next) &&
                         !one_of(at(next), U"+-*/=×÷<>余多") && !one_of(before(), U"共计约达为超近过值-+*/=×÷#") &&
                         !near({U"价格", U"金额", U"共有"}, 6);
    if (is_span || is_ordinal() || !(is_marked || is_bare)) return false;
    speak(at_ + count, digit_by_digit(digits), Counting::ordinal);
    return true;
}

}  // namespace tingdu::mandarin
