// Telephone numbers, with their signs and brackets, and the short numbers of hotlines.
#include <algorithm>
#include <array>
#include <numeric>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

// Public-service and carriers' numbers. Those of three digits may be counts as well and want a look around.
constexpr auto hotlines = std::to_array<std::u32string_view>({
    U"12110", U"12119", U"12121", U"12123", U"12305", U"12306", U"12308", U"12309", U"12313", U"12315", U"12317",
    U"12318", U"12319", U"12320", U"12321", U"12325", U"12328", U"12329", U"12333", U"12335", U"12336", U"12337",
    U"12338", U"12339", U"12340", U"12345", U"12348", U"12350", U"12351", U"12353", U"12355", U"12356", U"12358",
    U"12360", U"12361", U"12363", U"12366", U"12367", U"12368", U"12369", U"12371", U"12377", U"12378", U"12379",
    U"12380", U"12381", U"12385", U"12386", U"12388", U"12389", U"12390", U"12391", U"12393", U"12395", U"12398",
    U"10010", U"10016", U"10060", U"10086", U"10096", U"10099", U"95338", U"95533", U"95555", U"95566", U"95580",
    U"95588", U"95598", U"95599", U"96110", U"11183", U"11185", U"12117", U"16123", U"12301", U"12312", U"12331",
});
constexpr auto short_hotlines = std::to_array<std::u32string_view>({U"110", U"112", U"114", U"119", U"120", U"122"});
bool is_hotline_of(std::u32string_view digits) {
    return std::ranges::find(hotlines, digits) != hotlines.end() ||
           std::ranges::find(short_hotlines, digits) != short_hotlines.end();
}

bool is_mobile(std::u32string_view text, std::size_t place) {
    return digits_at(text, place) == 11 && text[place] == U'1' && text[place + 1] >= U'3';
}

}  // namespace

bool Scanner::telephone() {
    const std::size_t begin = at_;
    if (!phone()) return false;
    telephones_.push_back({begin, at_});
    return true;
}

bool Scanner::phone() {
    std::size_t begin = at_;
    std::u32string said;
    // 1 3 8: dictated, as a part of a number.
    constexpr std::size_t fewest_dictated = 3;
    std::size_t dictated = begin;
    while (digits_at(text_, dictated) == 1 && at(dictated + 1) == U' ') dictated += 2;
    const bool ends_so = digits_at(text_, dictated) == 1 && !is_counted(dictated + 1);
    if (ends_so && dictated - begin >= 2 * (fewest_dictated - 1) && !is_latin(before())) {
        for (; begin <= dictated; begin += 2) {
            at_ = begin;
            speak(begin + 1, digit_by_digit(text_.substr(begin, 1), One::yao), Counting::ordinal);
        }
        return true;
    }
    if (at(begin) == U'+') {  // +86
        const std::size_t country = digits_at(text_, begin + 1);
        const std::size_t next = begin + 1 + country;
        const std::size_t local = one_of(at(next), U" -") ? next + 1 : next;
        const bool is_country =
            (country >= 1 && country <= 3 && !is_hanzi(before()) && follows(begin, U"+86")) ||
            (country <= 3 && digits_at(text_, local) >= 7) ||
            (country <= 3 && local > next && one_of(at(local + digits_at(text_, local)), U" -") &&
             digits_at(text_, local) >= 2 && digits_at(text_, local + digits_at(text_, local) + 1) >= 3);
        if (country > 3 && follows(begin, U"+86") && is_mobile(text_, begin + 3)) {
            speak(begin + 14, U"加" + digit_by_digit(text_.substr(begin + 1, 13), One::yao), Counting::ordinal);
            phone_end_ = at_;
            return true;
        }
        if (country == 0 || !is_country) return false;
        speak(next, U"加" + digit_by_digit(text_.substr(begin + 1, country), One::yao), Counting::ordinal);
        phone_end_ = at_;
        // What follows is all of the number, whatever its groups: +86-571-8888 9999
        constexpr std::size_t whole = 10;
        std::size_t end = at_;
        for (std::size_t digits = 0, group = local; digits < whole && digits_at(text_, group) > 0;) {
            digits += digits_at(text_, group);
            end = group + digits_at(text_, group);
            group = one_of(at(end), U" -") ? end + 1 : end;
        }
        if (end > at_) {
            at_ = local;
            speak(end, digit_by_digit(text_.substr(local, end - local), One::yao), Counting::ordinal);
            phone_end_ = at_;
        }
        return true;
    }
    const bool in_brackets = at(begin) == U'(' && at(begin + 1) == U'0';
    if (in_brackets) {  // (0571)88889999
        const std::size_t area = digits_at(text_, begin + 1);
        const std::size_t local = at(begin + 2 + area) == U' ' ? begin + 3 + area : begin + 2 + area;
        if (area < 3 || area > 4 || at(begin + 1 + area) != U')' || digits_at(text_, local) < 4) return false;
    } else if (!is_digit(at(begin))) {
        return false;
    }
    if (is_latin(before()) || (is_digit(before()) && !in_brackets)) return false;

    // Groups of digits with one sign between two: what they are together tells whether it is a telephone number.
    std::vector<std::size_t> groups;
    std::size_t end = begin + (in_brackets ? 1 : 0);
    std::size_t hyphens = 0;
    bool has_extension = false;  // a hyphen before the third group
    for (;;) {
        const std::size_t count = digits_at(text_, end);
        groups.push_back(count);
        end += count;
        std::size_t next = end;
        if (in_brackets && groups.size() == 1) ++next;
        while (at(next) == U' ' && next < end + 2) ++next;
        // 0571—86001234, 0571/86001234
        const bool is_area = groups.size() == 1 && at(begin) == U'0' && (count == 3 || count == 4);
        const std::size_t local = one_of(at(next), U"—―/") && is_area ? digits_at(text_, next + 1) : 0;
        if (at(next) == U'-' || local == 7 || local == 8) ++next;
        if (next == end || digits_at(text_, next) == 0 || groups.size() == 4) break;
        hyphens += at(next - 1) == U'-' ? 1U : 0U;
        if (groups.size() == 2) has_extension = at(next - 1) == U'-';
        end = next;
    }
    const std::size_t first = groups[0];
    const std::size_t second = groups.size() > 1 ? groups[1] : 0;
    const std::size_t third = groups.size() > 2 ? groups[2] : 0;
    // "转 8012", "分机号 12" behind a number: whatever its length, it is dialled.
    const bool is_extension = [&] {
        if (phone_end_ == 0 || phone_end_ > begin) return false;
        std::u32string_view between = text_.substr(phone_end_, begin - phone_end_);
        const std::size_t first_of = std::min(between.find_first_not_of(U" ,"), between.size());
        between.remove_prefix(first_of);
        while (between.ends_with(U' ')) between.remove_suffix(1);
        return between == U"转" || between == U"分机" || between == U"分机号" || between == U"转分机" ||
               between == U"内线" || between == U"转内线";
    }();
    const bool carried = phone_end_ != 0 && begin - phone_end_ <= 2 && begin != phone_end_;
    const bool asked =
        carried ||
        near({U"电话", U"热线", U"拨",   U"致电", U"手机", U"传真", U"客服", U"短信", U"联系方式", U"来电", U"总机",
              U"固话", U"座机", U"Tel",  U"TEL",  U"tel",  U"Fax",  U"FAX",  U"打",   U"火警",     U"匪警", U"急救",
              U"报警", U"事故", U"记住", U"牢记", U"记清", U"☎",    U"℡",    U"✆",    U"📞"},
             14) ||
        before() == U'转';
    const bool announced = near({U"电话", U"热线", U"传真", U"致电", U"拨打"}, 14);
    constexpr std::size_t shortest_dialled = 5;
    std::size_t taken = 0;  // groups that belong to the number
    if (is_extension && first <= 6 && !is_counted(begin + first)) {
        taken = 1;
    } else if (announced && hyphens > 0 && hyphens + 1 == groups.size() && !is_counted(end) &&
               !one_of(at(end), U":.~") &&
               std::accumulate(groups.begin(), groups.end(), std::size_t{}) >= shortest_dialled) {
        taken = groups.size();  // 12345-6
    } else if (first == 3 && at(begin) == U'1' && second == 4 && third == 4) {
        taken = 3;  // 138 0013 8000
    } else if (first == 3 && (follows(begin, U"400") || follows(begin, U"800")) && second + third == 7) {
        taken = third > 0 ? 3 : 2;  // 400-123-4567
    } else if (first == 4 && (follows(begin, U"400") || follows(begin, U"800")) && second == 3 && third == 3) {
        taken = 3;  // 4006-500-120
    } else if (first >= 3 && first <= 4 && (at(begin) == U'0' || in_brackets) && second >= 5 && second <= 8 &&
               (second >= 7 || at(begin + first) == U'-')) {
        taken = has_extension && third <= 4 ? 3 : 2;  // 0571-88889999-123
    } else if (first >= 3 && first <= 4 && (at(begin) == U'0' || in_brackets) && second >= 3 && second <= 4 &&
               third == 4) {
        taken = 3;  // 010-8888 9999
    } else if (is_mobile(text_, begin) || (first == 10 && follows(begin, U"400")) ||
               (first >= 11 && first <= 12 && at(begin) == U'0')) {
        taken = 1;
    } else if (asked && (first == 7 || first == 8) && at(begin) != U'0') {
        taken = second > 0 && second <= 4 && third == 0 && at(begin + first) == U'-' ? 2 : 1;
    } else if (asked && first == 4 && second == 4) {
        taken = 2;
    } else if ((first == 7 || first == 8) && at(begin) >= U'2' && hyphens == 1 && groups.size() == 2 && second >= 3 &&
               second <= 4 && !is_counted(end)) {
        taken = 2;  // 88881234-801
    } else {
        const std::u32string_view digits = text_.substr(begin, first);
        const std::size_t next = begin + first;
        const bool goes_on = numeral_at(text_, begin)->end != next || (at(next) == U':' && is_digit(at(next + 1)));
        // 110/119/120
        const bool is_listed = at(next) == U'/' && is_hotline_of(text_.substr(next + 1, digits_at(text_, next + 1)));
        const bool is_plain =
            !goes_on && !is_counted(next) && (is_listed || !one_of(at(next), U"%/~余多")) && !is_latin(at(next));
        // 95 and 96 are given to the lines of banks, utilities and provinces.
        const bool is_service =
            (follows(begin, U"95") || follows(begin, U"96")) && first == 5 && !digits.ends_with(U"00");
        const bool is_hotline = is_service || std::ranges::find(hotlines, digits) != hotlines.end();
        const bool is_short = std::ranges::find(short_hotlines, digits) != short_hotlines.end();
        const bool named = follows(next, U"报警") || follows(next, U"急救") || follows(next, U"热线") ||
                           follows(next, U"电话") || follows(next, U"指挥") || follows(next, U"接警") ||
                           follows(next, U"分机") || (digits == U"10000" && at(next) == U'号') ||
                           (at(next) == U'转' && is_digit(at(next + 1)));
        const bool counted = one_of(before(), U"共计约达为超近过第");
        if ((is_plain || (named && !goes_on)) && !counted &&
            (is_hotline || (is_short && (asked || named || is_hanzi(at(next)) || at(next) == U'、')) ||
             (asked && first >= 3 && first <= 6) || (named && first >= 3 && first <= 6))) {
            taken = 1;
        }
    }
    if (taken == 0) return false;
    end = begin + (in_brackets ? 1 : 0);
    for (std::size_t group = 0; group < taken; ++group) {
        while (!is_digit(at(end))) ++end;
        end += groups[group];
    }
    // 88881234-801: what follows a whole number after a hyphen is an extension.
    constexpr std::size_t shortest_whole = 7;
    const std::size_t last = groups[taken - 1];
    const bool extends = taken > 1 && last <= 4 && text_[end - last - 1] == U'-' && groups[taken - 2] >= shortest_whole;
    const std::size_t whole = extends ? end - last - 1 : end;
    speak(whole, digit_by_digit(text_.substr(begin, whole - begin), One::yao), Counting::ordinal);
    if (extends) {
        speak(whole + 1, U"转");
        speak(end, digit_by_digit(text_.substr(whole + 1, last), One::yao), Counting::ordinal);
    }
    phone_end_ = at_;
    return true;
}

}  // namespace tingdu::mandarin
