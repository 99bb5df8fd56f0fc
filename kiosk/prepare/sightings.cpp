#include "kiosk/prepare/sightings.h"

#include <algorithm>
#include <array>
#include <string>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/telephones.h"

namespace tingdu::prepare {
namespace {

constexpr std::u32string_view joiners = U"-~—–至到";

char32_t at_or_none(std::u32string_view text, std::size_t at) {
    return at < text.size() ? text[at] : U'\0';
}

std::size_t after_spaces(std::u32string_view text, std::size_t at) {
    while (at < text.size() && text[at] == U' ') ++at;
    return at;
}

std::u32string lower(std::u32string_view text) {
    std::u32string low(text);
    for (char32_t& c : low) c = c >= U'A' && c <= U'Z' ? c + 32 : c;
    return low;
}

}  // namespace

std::size_t count_digits(std::u32string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
}

bool has_one(std::u32string_view text, Words words) {
    return std::ranges::any_of(words, [&](auto word) { return text.find(word) != std::u32string_view::npos; });
}

bool begins_with_one(std::u32string_view text, Words words) {
    return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

std::size_t after_digits(std::u32string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

std::size_t after_number(std::u32string_view text, std::size_t at) {
    const std::size_t begin = at;
    while (at < text.size() &&
           (is_digit(text[at]) || is_one_of(text[at], hanzi_digits) ||
            (at > begin && is_one_of(text[at], U".,") && at + 1 < text.size() && is_digit(text[at + 1]))))
        ++at;
    return at;
}

std::vector<TextRange> clauses(std::u32string_view text, std::u32string_view ends) {
    std::vector<TextRange> all;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_one_of(text[i], U"(（《“")) ++depth;
        if (is_one_of(text[i], U")）》”")) --depth;
        const std::size_t next = i + 1 < text.size() && text[i + 1] == U' ' ? i + 2 : i + 1;
        const bool in_number = text[i] == U',' && i > 0 && is_digit(text[i - 1]) && next < text.size() &&
                               (next == i + 1 ? is_digit(text[next]) : after_digits(text, next) == next + 4);
        if (depth > 0 || in_number || !is_one_of(text[i], ends)) continue;
        all.push_back({begin, i + 1});
        begin = i + 1;
    }
    if (begin < text.size()) all.push_back({begin, text.size()});
    return all;
}

std::u32string_view cut(std::u32string_view text, TextRange range) {
    return text.substr(range.begin, range.size());
}

TextRange trimmed(std::u32string_view text, TextRange range) {
    constexpr std::u32string_view idle = U" 　\t，。；：、,;:!?！？";
    while (!range.empty() && is_one_of(text[range.begin], idle)) ++range.begin;
    while (!range.empty() && is_one_of(text[range.end - 1], idle)) --range.end;
    return range;
}

TextRange bare(std::u32string_view text, TextRange range) {
    range = trimmed(text, range);
    const auto opens = [](char32_t c) { return c == U'(' || c == U'（'; };
    const auto closes = [](char32_t c) { return c == U')' || c == U'）'; };
    const std::u32string_view within = cut(text, range);
    if (!within.empty() && closes(within.back()) && std::ranges::none_of(within, opens)) --range.end;
    return range;
}

// Labels.

namespace {

/// What a label that is no place's may be called; where one of them stands before a colon, something else begins.
constexpr Words labels = {U"时间",  U"日期", U"期限",  U"截止", U"电话",   U"热线", U"联系",    U"手机",  U"传真",
                          U"邮箱",  U"费",   U"票价",  U"价格", U"押金",   U"金额", U"材料",    U"证件",  U"对象",
                          U"人数",  U"内容", U"要求",  U"主题", U"备注",   U"须知", U"咨询",    U"网址",  U"方式",
                          U"主办",  U"承办", U"条件",  U"名额", U"负责人", U"微信", U"Time",    U"Date",  U"Hours",
                          U"hours", U"Tel",  U"Phone", U"Call", U"Fee",    U"Cost", U"Contact", U"Price", U"Email"};
constexpr Words labels_of_place = {U"地址",    U"地点",     U"位置",   U"在哪里", U"到哪里", U"去哪里",
                                   U"哪里办",  U"场所",     U"会场",   U"场地",   U"住址",   U"办公地",
                                   U"取件处",  U"领取处",   U"办理处", U"报名处", U"集合处", U"Address",
                                   U"address", U"Location", U"Venue",  U"Place",  U"Where"};

/// Where the label begins that ends in the colon at `colon`, what it has in brackets included; the colon where there
/// is none.
std::size_t begin_of_label(std::u32string_view text, std::size_t colon) {
    constexpr std::size_t longest = 20;
    std::size_t begin = colon;
    while (begin > 0 && !is_one_of(text[begin - 1], U"，。；、,;!?！？:(（") && !is_digit(text[begin - 1]) &&
           !(text[begin - 1] == U' ' && is_hanzi(at_or_none(text, begin)))) {
        --begin;
        if (text[begin] != U')') continue;
        const std::size_t opens = text.rfind(U'(', begin);
        if (opens == text.npos) return begin + 1;
        begin = opens;
    }
    return colon - begin > longest ? colon : begin;
}

bool is_label(std::u32string_view text, std::size_t colon) {
    const std::size_t begin = begin_of_label(text, colon);
    const std::u32string_view label = text.substr(begin, colon - begin);
    return has_one(label, labels) || has_one(label, labels_of_place);
}

}  // namespace

std::vector<TextRange> fields(std::u32string_view text) {
    std::vector<TextRange> all;
    std::size_t begin = 0;
    for (std::size_t colon = text.find(U':'); colon != text.npos; colon = text.find(U':', colon + 1)) {
        const bool in_time = colon > 0 && is_digit(text[colon - 1]);
        if (in_time || !is_label(text, colon)) continue;
        const std::size_t label = begin_of_label(text, colon);
        if (label > begin) all.push_back({begin, label});
        begin = std::max(begin, label);
    }
    all.push_back({begin, text.size()});
    return all;
}

std::size_t after_label(std::u32string_view text, Words wanted) {
    const std::size_t colon = text.substr(0, 16).find(U':');
    return colon != std::u32string_view::npos && has_one(text.substr(0, colon), wanted) ? colon + 1 : 0;
}

std::size_t after_label_of_place(std::u32string_view text) {
    const std::size_t after = after_label(text, labels_of_place);
    const bool is_of_else =
        after > 0 && has_one(text.substr(0, after), {U"时间", U"电话", U"日期", U"Email", U"email"});
    // It is told elsewhere.
    const bool is_open =
        has_one(text.substr(after, 8), {U"另行", U"另定", U"待定", U"见通知", U"见附件", U"详见", U"同上"});
    return is_of_else || is_open ? 0 : after;
}

// Times and days.

namespace {

/// "8:30", and in Hanzi "上午9点半", "六点".
std::size_t after_hour(std::u32string_view text, std::size_t at) {
    const std::size_t number = after_number(text, at);
    if (number == at || number >= text.size()) return at;
    if (text[number] == U':' && number - at <= 2 && after_digits(text, number + 1) == number + 3) return number + 3;
    if (text[number] != U'点' && text[number] != U'时') return at;
    if (is_one_of(at_or_none(text, number + 1), U"间候代期常刻")) return at;
    const std::size_t minutes = after_number(text, number + 1);
    return at_or_none(text, minutes) == U'分' ? minutes + 1 : minutes;
}

/// "9 a.m.", "5pm"
std::size_t after_english_hour(std::u32string_view text, std::size_t at) {
    std::size_t end = after_digits(text, at);
    if (end == at || end - at > 2) return at;
    if (is_one_of(at_or_none(text, end), U":.") && after_digits(text, end + 1) == end + 3) end += 3;
    const std::size_t half = after_spaces(text, end);
    const std::u32string rest = lower(text.substr(half, 4));
    if (rest.starts_with(U"a.m") || rest.starts_with(U"p.m")) return half + (rest.ends_with(U'.') ? 4 : 3);
    const bool is_half = (rest.starts_with(U"am") || rest.starts_with(U"pm")) && !is_latin(at_or_none(text, half + 2));
    return is_half ? half + 2 : at;
}

std::size_t after_time(std::u32string_view text, std::size_t at) {
    const std::size_t english = after_english_hour(text, at);
    return english > at ? english : after_hour(text, at);
}

bool begins_number(std::u32string_view text, std::size_t at) {
    const auto is_part = [](char32_t c) { return is_digit(c) || is_one_of(c, hanzi_digits); };
    return is_part(text[at]) && (at == 0 || !is_part(text[at - 1]));
}

/// A time of day that another one follows: "8" in "8-11点" too.
std::size_t after_joined_time(std::u32string_view text, std::size_t at) {
    constexpr std::size_t reach = 5;  // "到当天晚上"
    std::size_t end = after_time(text, at);
    if (end == at && after_number(text, at) - at <= 2) end = after_number(text, at);
    if (text.substr(end).starts_with(U"左右")) end += 2;
    std::size_t joint = after_spaces(text, end);
    const std::size_t begin = joint;
    while (is_one_of(at_or_none(text, joint), joiners) && joint < text.size()) ++joint;
    if (text.substr(joint).starts_with(U"to ") || text.substr(joint).starts_with(U"until "))
        joint = text.find(U' ', joint);
    if (joint == begin) return at;
    for (std::size_t next = joint; next < std::min(text.size(), joint + reach); ++next) {
        if (begins_number(text, next)) return after_time(text, next);
        if (is_one_of(text[next], clause_ends)) break;
    }
    return at;
}

}  // namespace

int clocks(std::u32string_view text) {
    int count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!begins_number(text, i)) continue;
        const std::size_t end = after_time(text, i);
        if (end == i) continue;
        ++count;
        i = end - 1;
    }
    return count;
}

bool spans_hours(std::u32string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (begins_number(text, i) && after_joined_time(text, i) > i) return true;
    return false;
}

bool opens_all_day(std::u32string_view text) {
    constexpr std::size_t reach = 3;
    // What is said so of a telephone stands with it.
    if (has_one(text, {U"热线", U"电话", U"专线", U"报警"})) return false;
    for (const std::u32string_view day : {U"24小时", U"二十四小时", U"全天"}) {
        const std::size_t at = text.find(day);
        if (at == text.npos) continue;
        const std::u32string_view before = text.substr(at - std::min(at, reach), std::min(at, reach));
        const std::u32string_view after = text.substr(at + day.size());
        if (has_one(before, {U"经过", U"连续", U"奋战", U"长达", U"历时", U"超过", U"不足", U"提前", U"每隔"}) ||
            begins_with_one(after, {U"内", U"以", U"后", U"前", U"之", U"的", U"下"}))
            continue;
        if (after.starts_with(U"24小时")) continue;  // 全天24小时开放
        return has_one(after, {U"开放", U"营业", U"服务", U"开门", U"值班", U"值守", U"接听", U"受理", U"供应", U"投放",
                               U"接待", U"有人", U"可", U"自助", U"办理", U"运行", U"咨询", U"畅通", U"不打烊"});
    }
    const std::u32string low = lower(text);
    if (has_one(low, {U"closed on ", U"closed every "})) return true;
    return has_one(low, {U"24 hours", U"24/7", U"around the clock", U"day and night"}) &&
           has_one(low, {U"open", U"available", U"a day", U"service", U"every day"});
}

bool opens_on_weekdays(std::u32string_view text) {
    const bool names_day = has_one(
        text, {U"周一", U"周二", U"周三", U"周四", U"周五", U"周六", U"周日", U"星期", U"每周", U"工作日", U"节假日"});
    const std::u32string low = lower(text);
    if (has_one(low, {U"mondays", U"tuesdays", U"wednesdays", U"thursdays", U"fridays", U"saturdays", U"sundays",
                      U"weekdays", U"weekends", U"every day"}) &&
        has_one(low, {U" open", U"closed"}))
        return true;
    return names_day && has_one(text, {U"开放", U"闭馆", U"休馆", U"坐诊", U"出诊", U"门诊", U"营业", U"接访", U"受理",
                                       U"休息", U"对外办公", U"照常"});
}

namespace {

/// The place after a number of a calendar at `at`: 28, 二十八, 二〇二六.
std::size_t after_count(std::u32string_view text, std::size_t at) {
    const std::size_t begin = at;
    while (at < text.size() && (is_digit(text[at]) || is_one_of(text[at], U"零〇一二三四五六七八九十")) &&
           is_digit(text[at]) == is_digit(text[begin]))
        ++at;
    return at;
}

constexpr Words months = {U"January", U"February", U"March",     U"April",   U"May",      U"June",
                          U"July",    U"August",   U"September", U"October", U"November", U"December"};

/// The place after a month's name at `at`, whole or cut short.
std::size_t after_month(std::u32string_view text, std::size_t at) {
    constexpr std::size_t cut_short = 3;
    const std::u32string_view rest = text.substr(std::min(at, text.size()));
    for (const std::u32string_view every : {U"every month", U"each month"})
        if (rest.starts_with(every)) return at + every.size();
    for (const std::u32string_view month : months) {
        if (rest.starts_with(month)) return at + month.size();
        if (!rest.starts_with(month.substr(0, cut_short))) continue;
        const std::size_t end = at + cut_short + (month == U"September" && at_or_none(rest, cut_short) == U't' ? 1 : 0);
        if (!is_latin(at_or_none(text, end))) return at_or_none(text, end) == U'.' ? end + 1 : end;
    }
    return at;
}

/// "3rd", "15": the day of a month.
std::size_t after_day_number(std::u32string_view text, std::size_t at) {
    const std::size_t end = after_digits(text, at);
    if (end == at || end - at > 2) return at;
    const bool is_ordinal = begins_with_one(text.substr(end), {U"st", U"nd", U"rd", U"th"});
    return is_ordinal ? end + 2 : end;
}

/// "October 30, 2026", "30 October", "the 3rd of May": the end of one that begins at `at`, or `at`.
std::size_t after_english_day(std::u32string_view text, std::size_t at) {
    if (at > 0 && (is_digit(text[at - 1]) || is_latin(text[at - 1]))) return at;
    std::size_t end = at;
    if (const std::size_t month = after_month(text, at); month > at) {
        if (at_or_none(text, month) != U' ') return at;
        end = after_day_number(text, month + 1);
        if (end == month + 1) return at;
    } else {
        std::size_t day = after_day_number(text, at);
        if (day == at || at_or_none(text, day) != U' ') return at;
        if (text.substr(day).starts_with(U" of ")) day += 3;
        end = after_month(text, day + 1);
        if (end == day + 1) return at;
    }
    const std::size_t year = end + (at_or_none(text, end) == U',' ? 2 : 1);
    return year < text.size() && after_digits(text, year) == year + 4 ? year + 4 : end;
}

/// "本月20日", "15日前": a day of a month that is not named.
std::size_t after_day_alone(std::u32string_view text, std::size_t at) {
    for (const std::u32string_view month :
         {U"每月", U"本月", U"当月", U"下月", U"次月", U"上月", U"下个月", U"这个月"}) {
        if (!text.substr(at).starts_with(month)) continue;
        const std::size_t day = after_count(text, at + month.size());
        return day > at + month.size() && is_one_of(at_or_none(text, day), U"日号") ? day + 1 : at;
    }
    if (at > 0 && is_one_of(text[at - 1], U"于在到至请")) {
        const std::size_t day = after_count(text, at);
        const std::u32string_view after = text.substr(std::min(day + 1, text.size()));
        if (day > at && day - at <= 3 && is_one_of(at_or_none(text, day), U"日号") &&
            begins_with_one(after, {U"前", U"之前", U"以前", U"截止", U"为止", U"止"}) && !after.starts_with(U"前往"))
            return day + 1;
    }
    return at;
}

}  // namespace

bool is_in_count(std::u32string_view text, std::size_t at) {
    return at > 0 && after_count(text, at - 1) > at - 1;
}

std::size_t after_day(std::u32string_view text, std::size_t at) {
    if (const std::size_t end = after_english_day(text, at); end > at) return end;
    if (const std::size_t end = after_day_alone(text, at); end > at) return end;
    const std::size_t first = after_count(text, at);
    if (first == at || first >= text.size()) return at;
    std::size_t month = at;
    if (first - at == 4 && is_one_of(text[first], U"年-/.")) {
        month = first + 1;
        if (text[first] != U'年') {
            const std::size_t sign = after_digits(text, month);
            const std::size_t end =
                sign < text.size() && text[sign] == text[first] ? after_digits(text, sign + 1) : sign;
            const bool is_day = sign > month && sign - month <= 2 && end > sign + 1 && end - sign <= 3;
            return is_day ? end : at;
        }
    }
    const std::size_t month_end = after_count(text, month);
    if (month_end == month || month_end - month > 2 || month_end >= text.size() || text[month_end] != U'月') return at;
    const std::size_t day = after_count(text, month_end + 1);
    if (day == month_end + 1 || day - month_end > 4 || day >= text.size() || !is_one_of(text[day], U"日号")) return at;
    return day + 1;
}

// Money.

namespace {

/// A number that ends at `end` of the text: its beginning, or `end`.
std::size_t number_before(std::u32string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 &&
           (is_digit(text[begin - 1]) || is_one_of(text[begin - 1], hanzi_digits) || is_one_of(text[begin - 1], U".,")))
        --begin;
    while (begin < end && is_one_of(text[begin], U".,")) ++begin;
    return begin;
}

/// "200块", "五十块一张", "三块钱"; three blocks of stone are none.
bool is_sum_in_kuai(std::u32string_view number, std::u32string_view after) {
    if (number.empty()) return false;
    if (after.starts_with(U'钱')) return true;
    const bool is_exact = count_digits(number) > 0 || number.size() > 1;
    return is_exact && (after.empty() || !is_hanzi(after[0]) || is_one_of(after[0], U"一每起左以整不就到至及和"));
}

/// "200", "five", "twenty-five" before the space at `space`.
bool is_english_number_before(std::u32string_view text, std::size_t space) {
    const std::size_t begin = space == 0 ? text.npos : text.rfind(U' ', space - 1);
    const std::u32string word =
        lower(text.substr(begin == text.npos ? 0 : begin + 1, space - (begin == text.npos ? 0 : begin + 1)));
    return count_digits(word) > 0 ||
           has_one(word, {U"one",   U"two",   U"three",   U"four",   U"five",   U"six",     U"seven",   U"eight",
                          U"nine",  U"ten",   U"eleven",  U"twelve", U"teen",   U"twenty",  U"thirty",  U"forty",
                          U"fifty", U"sixty", U"seventy", U"eighty", U"ninety", U"hundred", U"thousand"});
}

}  // namespace

bool names_amount(std::u32string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (is_one_of(text[i], U"元圆镑")) {
            // 20美元, 300余元
            const std::size_t end = is_one_of(text[i - 1], U"美欧日港澳加英余多整") ? i - 1 : i;
            if (number_before(text, end) < end &&
                !is_one_of(at_or_none(text, i + 1), U"素旦件月宵首帅器老里村桥化结复"))
                return true;
        }
        const std::size_t begin = number_before(text, i);
        if (begin == i) continue;
        if (text[i] == U'块' && is_sum_in_kuai(text.substr(begin, i - begin), text.substr(i + 1))) return true;
        if (begins_with_one(text.substr(i), {U"港币", U"人民币", U"美金", U"RMB"})) return true;
    }
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (is_one_of(text[i], U"¥￥£€$") && is_digit(at_or_none(text, after_spaces(text, i + 1)))) return true;
    const std::u32string low = lower(text);
    for (const std::u32string_view unit :
         {U" yuan", U" dollar", U" pound", U" euro", U" cents", U" rmb", U" cny", U" usd"})
        for (std::size_t at = low.find(unit); at != low.npos; at = low.find(unit, at + 1))
            if (is_english_number_before(text, at)) return true;
    for (const std::u32string_view sign : {U"rmb ", U"cny ", U"usd ", U"eur ", U"人民币"})
        for (std::size_t at = low.find(sign); at != low.npos; at = low.find(sign, at + 1))
            if (after_digits(low, at + sign.size()) > at + sign.size()) return true;
    return false;
}

// What has been.

/// What a town has spent, built or earned is nothing that anybody writes down; what somebody pays or gets is, even
/// there.
bool reports_amount(std::u32string_view text) {
    if (has_one(text, {U"每人", U"每月", U"每户", U"每次", U"每年", U"标准", U"收费", U"缴费", U"工本费", U"押金",
                       U"票价", U"最高", U"最低", U"不超过", U"元/", U"一份", U"可领", U"可以领"}))
        return false;
    return has_one(
        text, {U"累计", U"共发放", U"共计发放", U"共拨付", U"拨付",     U"拨款",    U"总投资",  U"投资",    U"同比",
               U"增长", U"产值",   U"营收",     U"财政",   U"全市",     U"全区",    U"全省",    U"全县",    U"全镇",
               U"全国", U"全年",   U"去年",     U"上年",   U"今年以来", U"年均",    U"捐款",    U"捐赠",    U"募集",
               U"筹集", U"追回",   U"被骗",     U"涉案",   U"预算",     U"销售额",  U"税收",    U"挽回",    U"惠及",
               U"亿元", U"万余元", U"多万元",   U"合计约", U" spent",   U"million", U"billion", U"donated", U"invested",
               U"取了", U"不值",   U"花了",     U"要回"});
}

namespace {

/// "日前", the other day; but for "15日前来".
bool tells_the_other_day(std::u32string_view text) {
    for (auto at = text.find(U"日前"); at != std::u32string_view::npos; at = text.find(U"日前", at + 1))
        if (!is_in_count(text, at)) return true;
    return false;
}

}  // namespace

/// News: what it dates has been, and nobody has to come.
bool tells_story(std::u32string_view text) {
    // Whatever else it tells, somebody is to come, to bring or to pay something.
    if (has_one(text, {U"请", U"须", U"报名", U"凭", U"咨询", U"要带", U"带上", U"带好", U"办理", U"可以", U"可到",
                       U"应当", U"免费", U"开放", U"营业", U"受理", U"接听", U"接待"}) ||
        has_one(lower(text), {U"please", U"bring ", U"call ", U"open", U"closed", U"must "}))
        return false;
    // 他, 她 and 我, but 其他, 他人, 我局, 我街道; 我们 are as often an office.
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t before = i > 0 ? text[i - 1] : U'\0';
        const char32_t after = at_or_none(text, i + 1);
        if (is_one_of(text[i], U"他她") && before != U'其' && !is_one_of(after, U"人们项类")) return true;
        if (text[i] == U'我' && !is_one_of(after, U"局区市县街镇乡省院处所中校单社公司站国部们")) return true;
    }
    return has_one(text, {U"我们住", U"那年",   U"当年", U"那天",     U"那时",   U"外婆",      U"外公",
                          U"爷爷",   U"奶奶",   U"父亲", U"母亲",     U"雨下",   U"登陆",      U"跑出",
                          U"小时候", U"年轻时", U"记得", U"全街的人", U"开幕式", U"最好的时候"}) ||
           has_one(U" " + lower(text), {U" she ", U" he ", U" her ", U" his ", U" i ", U" my ", U" we had", U" rained",
                                        U" bought ", U" was born"});
}

bool reports_event(std::u32string_view text) {
    const bool reports =
        tells_the_other_day(text) || has_one(text, {U"召开", U"部署", U"调研", U"指出", U"强调", U"视察", U"抓获",
                                                    U"破获", U"据悉", U"荣获", U"揭牌", U"记者"});
    return reports && !has_one(text, {U"请", U"报名", U"凭", U"带"});
}

// Places.

namespace {

constexpr std::array<std::u32string_view, 9> parts_of_house = {U"Building", U"Room",  U"Floor", U"Block", U"Unit",
                                                               U"Suite",    U"Level", U"Flat",  U"Gate"};

/// ", Building 4, Room 302"
std::size_t after_parts_of_house(std::u32string_view text, std::size_t at) {
    while (text.substr(std::min(at, text.size())).starts_with(U", ")) {
        const std::u32string_view rest = text.substr(at + 2);
        const auto part = std::ranges::find_if(parts_of_house, [&](auto name) { return rest.starts_with(name); });
        if (part == parts_of_house.end()) break;
        std::size_t end = at + 2 + part->size() + 1;
        while (end < text.size() && !is_one_of(text[end], U",.;， ")) ++end;
        at = end;
    }
    return at;
}

}  // namespace

std::size_t before_english_house(std::u32string_view text, std::size_t house) {
    // "Room 1201, Block B, Tianyuan Plaza, 9 Wenyi West Road": back over what begins with a capital, to a part.
    std::size_t begin = house;
    std::size_t end = house;
    while (end >= 2 && text[end - 1] == U' ' && text[end - 2] == U',') {
        const std::size_t comma = text.substr(0, end - 2).find_last_of(U",.;:");
        std::size_t part = comma == std::u32string_view::npos ? 0 : comma + 1;
        while (part < end && text[part] == U' ') ++part;
        std::u32string_view words = text.substr(part, end - 2 - part);
        const auto is_part = [&](std::u32string_view name) { return words.find(name) != std::u32string_view::npos; };
        const auto named = std::ranges::find_if(parts_of_house, is_part);
        if (named != parts_of_house.end()) {
            begin = part + words.find(*named);
            if (begin != part) break;  // "come to Room 4"
        } else if (words.empty() || words[0] < U'A' || words[0] > U'Z') {
            break;
        }
        end = part;
    }
    return begin;
}

std::size_t after_english_street(std::u32string_view text, std::size_t at) {
    constexpr int most_words = 5;
    std::size_t end = after_digits(text, at);
    for (int word = 0; word < most_words && end > at && end + 1 < text.size() && text[end] == U' '; ++word) {
        const std::u32string_view rest = text.substr(end + 1);
        for (const std::u32string_view kind : {U"Road", U"Street", U"Avenue", U"Lane", U"Square", U"Drive", U"Alley"})
            if (rest.starts_with(kind)) return after_parts_of_house(text, end + 1 + kind.size());
        if (rest[0] < U'A' || rest[0] > U'Z') return at;
        end = std::min(text.find(U' ', end + 1), text.size());
    }
    return at;
}

std::optional<std::size_t> numbered_house(std::u32string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((i == 0 || !is_digit(text[i - 1])) && after_english_street(text, i) > i) return i;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        // 服务中心二楼
        if (begins_number(text, i) && is_one_of(text[i - 1], U"心厅院楼馆所站局校处场号") &&
            after_number(text, i) - i <= 2 && is_one_of(at_or_none(text, after_number(text, i)), U"楼层"))
            return i;
        if (!is_digit(text[i]) || is_digit(text[i - 1])) continue;
        std::size_t end = after_digits(text, i);
        if (end < text.size() && text[end] == U'-' && after_digits(text, end + 1) > end + 1)
            end = after_digits(text, end + 1);
        if (end >= text.size()) continue;
        const std::u32string_view rest = text.substr(end);
        const std::size_t sign = is_one_of(text[i - 1], U"甲乙丙") && i > 1 ? i - 2 : i - 1;
        const bool in_street = is_one_of(text[sign], U"路街道巷弄里村区乡镇园桥坊同");
        if (in_street && rest[0] == U'号' &&
            !begins_with_one(rest.substr(1), {U"到", U"至", U"-", U"线", U"文", U"公交"}))
            return i;
        if (in_street && is_one_of(rest[0], U"幢栋") && rest.size() > 1 && is_digit(rest[1])) return i;
        if (rest.starts_with(U"号窗口") || rest.starts_with(U"号楼") || rest.starts_with(U"号柜台")) return i;
    }
    return std::nullopt;
}

TextRange told_place(std::u32string_view text) {
    for (const std::u32string_view label : {U"地址", U"地点", U"位置"}) {
        const std::size_t at = text.find(label);
        if (at == std::u32string_view::npos) continue;
        const std::size_t begin = at + label.size() + 1;
        if (begin >= text.size() || !is_one_of(text[begin - 1], U"在是为") || is_one_of(text[begin], U"否哪何"))
            continue;
        return {begin, std::min(text.find_first_of(U"，；。,;", begin), text.size())};
    }
    return {};
}

std::size_t end_of_place(std::u32string_view text, std::size_t begin) {
    std::size_t end = begin;
    for (const TextRange& clause : clauses(text.substr(begin))) {
        const std::u32string_view part = cut(text, {begin + clause.begin, begin + clause.end});
        const std::u32string_view bare_part = cut(part, trimmed(part, {0, part.size()}));
        const bool is_place =
            count_digits(part) > 0 || std::ranges::none_of(part, is_hanzi) || std::ranges::any_of(part, [](char32_t c) {
                return is_one_of(c, U"省市县区镇乡村街路道巷弄里号楼室层厅口侧旁边面近院座幢栋门");
            });
        const bool is_told =
            begins_with_one(bare_part, {U"请",   U"届时", U"欢迎", U"凭",   U"需",   U"须",   U"可",   U"如",
                                        U"由",   U"乘",   U"坐",   U"自带", U"自驾", U"不得", U"不可", U"每",
                                        U"上午", U"下午", U"邮编", U"邮政", U"电话", U"联系", U"公交", U"地铁"}) ||
            clocks(part) > 0;
        if (end > begin && (!is_place || is_told)) break;
        end = begin + clause.end;
        if (is_one_of(text[end - 1], U"；;。")) break;
    }
    return end;
}

// Telephones.

namespace {

/// Groups of digits between which stands one space or hyphen, or the brackets of an area code; a sign before them.
TextRange dialled_at(std::u32string_view text, std::size_t at) {
    std::size_t end = at;
    if (at_or_none(text, end) == U'+') ++end;
    const bool in_brackets = at_or_none(text, end) == U'(';
    if (in_brackets) ++end;
    if (!is_digit(at_or_none(text, end))) return {at, at};
    end = after_digits(text, end);
    if (in_brackets) {
        if (at_or_none(text, end) != U')') return {at, at};
        end = after_digits(text, after_spaces(text, end + 1));
    }
    for (;;) {
        const std::size_t next = is_one_of(at_or_none(text, end), U" -") ? end + 1 : end;
        if (next == end || !is_digit(at_or_none(text, next))) return {at, end};
        end = after_digits(text, next);
    }
}

/// As telephone numbers of the country are formed: mobiles, area codes, exchanges, short numbers of services.
bool has_form_of_telephone(std::u32string_view number) {
    std::size_t digits = 0;
    std::size_t shortest = number.size();
    std::u32string all;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (!is_digit(number[i])) continue;
        const std::size_t end = after_digits(number, i);
        shortest = std::min(shortest, end - i);
        all += number.substr(i, end - i);
        i = end;
    }
    digits = all.size();
    const bool is_single = all.size() == number.size();
    if (!is_single && shortest < 3) return false;  // 2026-10-01
    if (digits == 5 && is_single) return begins_with_one(all, {U"1", U"95", U"96"});
    if (digits == 6 && is_single) return begins_with_one(all, {U"95", U"96", U"11"});
    if (digits == 7 || digits == 8) return all[0] >= U'2';
    if (digits == 10) return begins_with_one(all, {U"400", U"800", U"0"});
    if (digits == 11) return all[0] == U'0' || (all[0] == U'1' && all[1] >= U'3');
    return digits == 12 && all[0] == U'0';
}

std::vector<TextRange> english_telephones(std::u32string_view text) {
    constexpr std::size_t reach = 24;
    std::vector<TextRange> found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i]) && !is_one_of(text[i], U"(+")) continue;
        const TextRange number = dialled_at(text, i);
        if (number.empty()) continue;
        const std::u32string_view all = cut(text, number);
        const std::u32string before = lower(text.substr(i - std::min(i, reach), std::min(i, reach)));
        const std::size_t digits = count_digits(all);
        const bool is_told = digits >= 3 && has_one(before, {U"call", U"phone", U"tel", U"ring ", U"dial", U"contact",
                                                             U"helpline", U"hotline", U"fax", U"enquiries"});
        // "(212) 555-0199", "020 7946 0123": nothing else is written so.
        const bool is_formed = digits >= 10 && digits <= 15 && all.size() > digits;
        // Where one number is to be dialled, so is the next: 120 for an ambulance, 119 for the fire brigade.
        const bool is_next = !found.empty() && (digits == 3 || digits >= 7);
        if (is_told || is_formed || is_next) found.push_back(number);
        i = number.end - 1;
    }
    return found;
}

}  // namespace

std::vector<TextRange> telephones(std::u32string_view text) {
    if (std::ranges::none_of(text, is_hanzi)) return english_telephones(text);
    std::vector<TextRange> found = mandarin::telephones(text);
    const auto overlaps = [&](TextRange range) {
        return std::ranges::any_of(found,
                                   [&](TextRange other) { return range.begin < other.end && other.begin < range.end; });
    };
    std::size_t told = text.npos;
    for (const std::u32string_view word :
         {U"电话", U"热线", U"手机", U"座机", U"传真", U"拨打", U"致电", U"联系方式", U"联系人"})
        told = std::min(told, text.find(word));
    for (std::size_t i = told; i < text.size(); ++i) {
        if (!is_digit(text[i]) && text[i] != U'(') continue;
        const TextRange number = dialled_at(text, i);
        if (number.empty()) continue;
        const bool is_of_word = i > 0 && (is_latin(text[i - 1]) || text[i - 1] == U'.');
        if (!is_of_word && !overlaps(number) && has_form_of_telephone(cut(text, number))) found.push_back(number);
        i = number.end - 1;
    }
    std::ranges::sort(found, {}, &TextRange::begin);
    return found;
}

TextRange extension(std::u32string_view text, std::size_t at) {
    constexpr std::size_t longest = 5;
    at = after_spaces(text, at);
    if (at_or_none(text, at) == U',') at = after_spaces(text, at + 1);
    for (const std::u32string_view word : {U"转分机", U"转内线", U"分机号", U"分机", U"内线", U"转", U"extension",
                                           U"Extension", U"ext.", U"Ext.", U"ext", U"Ext"}) {
        if (!text.substr(std::min(at, text.size())).starts_with(word)) continue;
        const std::size_t begin = after_spaces(text, at + word.size());
        const std::size_t end = after_digits(text, begin);
        return end > begin && end - begin <= longest ? TextRange{begin, end} : TextRange{at, at};
    }
    return {at, at};
}

// Papers.

namespace {

constexpr Words papers = {U"身份证", U"户口簿",   U"户口本", U"社保卡", U"医保卡", U"银行卡", U"存折", U"照片",
                          U"相片",   U"复印件",   U"原件",   U"申请表", U"登记表", U"证明",   U"病历", U"发票",
                          U"房产证", U"结婚证",   U"出生证", U"残疾证", U"老年证", U"优待证", U"护照", U"驾驶证",
                          U"居住证", U"营业执照", U"合同",   U"证件",   U"材料",   U"处方",   U"收据", U"委托书",
                          U"户籍",   U"申请书",   U"接种本", U"存单",   U"彩照",   U"资料",   U"凭证", U"回执",
                          U"通知书", U"承诺书",   U"授权书", U"协议书", U"诊断书", U"报告单", U"清单", U"小结",
                          U"病历本", U"产权证",   U"学生证", U"毕业证", U"行驶证", U"驾照",   U"保单", U"签证"};
constexpr Words english_papers = {U"passport",     U"card",    U"photo",     U"receipt",        U"certificate",
                                  U"licence",      U"license", U"lease",     U"permit",         U"proof of",
                                  U"bill",         U"letter",  U"statement", U"identification", U" form",
                                  U"prescription", U"copy of", U"copies of"};
constexpr Words asks_for_papers = {
    U"另需准备", U"另须准备", U"也带着", U"携带",  U"带上",  U"带好", U"带齐", U"带着",     U"要带",     U"请带",
    U"再带",     U"提供",     U"提交",   U"出示",  U"准备",  U"备齐", U"交验", U"以下材料", U"下列材料", U"所需材料",
    U"材料:",    U"带什么",   U"都要带", U"，带",  U"证件:", U",带",  U"带来", U"附上",     U"请交",     U"递交",
    U"上交",     U"出具",     U"须持",   U"应持",  U"需持",  U"请持", U"查验", U"核验",     U"需带",     U"须带",
    U"应带",     U"还要",     U"备好",   U"资料:", U"需要:", U"需:",  U"须:"};
constexpr Words english_asks = {U"bring",      U"you will need",      U"need to show",       U"must show",
                                U"have ready", U"required documents", U"documents required", U"documents needed"};
constexpr Words needs_none = {U"不用带",   U"不必带",   U"无需",     U"不需",      U"不用提供",
                              U"免于提交", U"不再提供", U"need not", U"no need to"};

/// "凭老年证免费", "再持户口本补办": who shows a paper must have brought it.
bool shows_paper(std::u32string_view text) {
    constexpr std::size_t reach = 10;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool shows =
            text[i] == U'凭' || (text[i] == U'持' && (i == 0 || !is_one_of(text[i - 1], U"坚支保维主扶把")) &&
                                 text.substr(i + 1, 1) != U"有");
        if (!shows) continue;
        std::u32string_view after = text.substr(i + 1, reach);
        after = after.substr(0, after.find_first_of(clause_ends));
        if (has_one(after, papers) || has_one(after, {U"老年卡", U"老人卡"})) return true;
    }
    return false;
}

}  // namespace

bool names_paper(std::u32string_view text) {
    return has_one(text, papers) || has_one(lower(text), english_papers);
}

bool asks(std::u32string_view text) {
    return has_one(text, asks_for_papers) || begins_with_one(text, {U"带"}) || shows_paper(text) ||
           has_one(lower(text), english_asks);
}

bool asks_papers(std::u32string_view text) {
    return asks(text) && names_paper(text) && !has_one(text, needs_none);
}

bool heads_papers(std::u32string_view text) {
    // "请带好以下材料：", "需要的证件：": what is asked for comes after the colon.
    constexpr std::u32string_view colons = U":：";
    const std::size_t last = text.find_last_not_of(U" 　");
    const bool leads_in = last != std::u32string_view::npos && is_one_of(text[last], colons) && asks_papers(text);
    const bool is_head = leads_in || has_one(text, {U"所需材料", U"申请材料", U"申报材料", U"办理材料", U"材料清单",
                                                    U"带什么", U"需要带", U"携带以下", U"提供以下", U"提交以下",
                                                    U"准备以下", U"携带下列", U"提供下列", U"提交下列", U"需带",
                                                    U"要带的", U"What to bring", U"Please bring", U"ou will need"});
    // "报名材料", "Required documents": a line by itself.
    constexpr std::size_t longest_line = 14;
    const std::u32string_view line = text.substr(0, last == text.npos ? 0 : last + 1);
    const bool is_line = (line.size() <= longest_line &&
                          (line.ends_with(U"材料") || line.ends_with(U"证件") || line.ends_with(U"资料"))) ||
                         has_one(lower(line), {U"required documents", U"documents needed", U"documents required"});
    return (is_head || is_line) && !has_one(text, needs_none);
}

}  // namespace tingdu::prepare
