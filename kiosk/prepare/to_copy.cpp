#include "kiosk/prepare/to_copy.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/pieces.h"
#include "kiosk/mandarin/telephones.h"
#include "kiosk/text/sentences.h"

namespace tingdu::prepare {
namespace {

using Kind = ToCopy::Kind;
using Words = std::initializer_list<std::u32string_view>;

constexpr std::u32string_view hanzi_digits = U"零〇一二两三四五六七八九十百千万半";
constexpr std::u32string_view clause_ends = U"，。；！？,;!?";

std::size_t count_digits(std::u32string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
}

bool has_one(std::u32string_view text, Words words) {
    return std::ranges::any_of(words, [&](auto word) { return text.find(word) != std::u32string_view::npos; });
}

bool begins_with_one(std::u32string_view text, Words words) {
    return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

/// The place after the digits at `at`.
std::size_t after_digits(std::u32string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

/// The place after a number in digits or Hanzi at `at`.
std::size_t after_number(std::u32string_view text, std::size_t at) {
    const std::size_t begin = at;
    while (at < text.size() &&
           (is_digit(text[at]) || is_one_of(text[at], hanzi_digits) ||
            (at > begin && is_one_of(text[at], U".,") && at + 1 < text.size() && is_digit(text[at + 1]))))
        ++at;
    return at;
}

/// Clauses with the signs that end them. A comma within a number or before a year, and what stands in brackets, ends
/// none.
std::vector<TextRange> clauses(std::u32string_view text, std::u32string_view ends = clause_ends) {
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

/// Without the signs and spaces at its ends.
TextRange trimmed(std::u32string_view text, TextRange range) {
    constexpr std::u32string_view idle = U" 　\t，。；：、,;:!?！？";
    while (!range.empty() && is_one_of(text[range.begin], idle)) ++range.begin;
    while (!range.empty() && is_one_of(text[range.end - 1], idle)) --range.end;
    return range;
}

/// The same without a bracket whose fellow is elsewhere.
TextRange bare(std::u32string_view text, TextRange range) {
    range = trimmed(text, range);
    const auto opens = [](char32_t c) { return c == U'(' || c == U'（'; };
    const auto closes = [](char32_t c) { return c == U')' || c == U'）'; };
    const std::u32string_view within = cut(text, range);
    if (!within.empty() && closes(within.back()) && std::ranges::none_of(within, opens)) --range.end;
    return range;
}

// What there is to see in a sentence. All of it looks at folded text.

/// "8:30", and in Hanzi "上午9点半", "六点".
std::size_t after_hour(std::u32string_view text, std::size_t at) {
    const std::size_t number = after_number(text, at);
    if (number == at || number >= text.size()) return at;
    if (text[number] == U':' && number - at <= 2 && after_digits(text, number + 1) == number + 3) return number + 3;
    if (text[number] != U'点' && text[number] != U'时') return at;
    if (number + 1 < text.size() && is_one_of(text[number + 1], U"间候代期常刻")) return at;
    const std::size_t minutes = after_number(text, number + 1);
    return minutes < text.size() && text[minutes] == U'分' ? minutes + 1 : minutes;
}

bool is_half_of_day(std::u32string_view text, std::size_t at, std::size_t end) {
    const std::u32string_view rest = text.substr(end);
    return begins_with_one(rest, {U"am", U"pm", U"a.m", U"p.m", U" am", U" pm", U" a.m", U" p.m"}) &&
           is_digit(text[at]);
}

/// How many times of day it names.
int clocks(std::u32string_view text) {
    int count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && (is_digit(text[i - 1]) || is_one_of(text[i - 1], hanzi_digits))) continue;
        std::size_t end = after_hour(text, i);
        if (end == i && is_half_of_day(text, i, after_digits(text, i))) end = after_digits(text, i);
        if (end == i) continue;
        ++count;
        i = end - 1;
    }
    return count;
}

/// The place after a number of a calendar at `at`: 28, 二十八, 二〇二六.
std::size_t after_count(std::u32string_view text, std::size_t at) {
    const std::size_t begin = at;
    while (at < text.size() && (is_digit(text[at]) || is_one_of(text[at], U"零〇一二三四五六七八九十")) &&
           is_digit(text[at]) == is_digit(text[begin]))
        ++at;
    return at;
}

bool is_in_count(std::u32string_view text, std::size_t at) {
    return at > 0 && after_count(text, at - 1) > at - 1;
}

constexpr Words months = {U"January", U"February", U"March",     U"April",   U"May",      U"June",
                          U"July",    U"August",   U"September", U"October", U"November", U"December"};

/// "October 30, 2026", "30 October": the end of one that begins at `at`, or `at`.
std::size_t after_english_day(std::u32string_view text, std::size_t at) {
    const auto month_at = [&](std::size_t place) -> std::size_t {
        for (const std::u32string_view month : months)
            if (text.substr(std::min(place, text.size())).starts_with(month)) return place + month.size();
        return place;
    };
    const auto is_day_number = [&](std::size_t begin, std::size_t end) { return end > begin && end - begin <= 2; };
    std::size_t end = at;
    if (const std::size_t month = month_at(at); month > at && month < text.size() && text[month] == U' ') {
        end = after_digits(text, month + 1);
        if (!is_day_number(month + 1, end)) return at;
    } else if (const std::size_t day = after_digits(text, at); is_day_number(at, day) && month_at(day + 1) > day + 1) {
        end = month_at(day + 1);
    } else {
        return at;
    }
    const std::size_t year = end + (end < text.size() && text[end] == U',' ? 2 : 1);
    return year < text.size() && after_digits(text, year) == year + 4 ? year + 4 : end;
}

/// A day of the calendar at `at`: 2026年9月1日, 9月1日, 十月二十八日, 2026-09-01, 每月15日. Its end, or `at`.
std::size_t after_day(std::u32string_view text, std::size_t at) {
    if (const std::size_t end = after_english_day(text, at); end > at) return end;
    if (text.substr(at).starts_with(U"每月")) {
        const std::size_t day = after_count(text, at + 2);
        return day > at + 2 && day < text.size() && is_one_of(text[day], U"日号") ? day + 1 : at;
    }
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

/// A sum of money that ends at `end` of the text: its beginning, or `end`.
std::size_t amount_before(std::u32string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 &&
           (is_digit(text[begin - 1]) || is_one_of(text[begin - 1], hanzi_digits) || is_one_of(text[begin - 1], U".,")))
        --begin;
    while (begin < end && is_one_of(text[begin], U".,")) ++begin;
    return begin;
}

/// What a town has spent, built or earned is nothing that anybody writes down; what somebody pays or gets is, even
/// there.
bool reports_amount(std::u32string_view text) {
    if (has_one(text, {U"每人", U"每月", U"每户", U"每次", U"每年", U"标准", U"收费", U"缴费", U"工本费", U"押金",
                       U"票价", U"最高", U"最低", U"不超过", U"元/", U"一份", U"可领", U"可以领"}))
        return false;
    return has_one(text,
                   {U"累计",   U"共发放",  U"共计发放", U"共拨付",  U"拨付",     U"拨款",   U"总投资",   U"投资",
                    U"同比",   U"增长",    U"产值",     U"营收",    U"财政",     U"全市",   U"全区",     U"全省",
                    U"全县",   U"全镇",    U"全国",     U"全年",    U"去年",     U"上年",   U"今年以来", U"年均",
                    U"捐款",   U"捐赠",    U"募集",     U"筹集",    U"追回",     U"被骗",   U"涉案",     U"预算",
                    U"销售额", U"税收",    U"挽回",     U"惠及",    U"亿元",     U"万余元", U"多万元",   U"合计约",
                    U" spent", U"million", U"billion",  U"donated", U"invested", U"取了",   U"不值",     U"花了"});
}

/// "日前", the other day; but for "15日前来".
bool tells_the_other_day(std::u32string_view text) {
    for (auto at = text.find(U"日前"); at != std::u32string_view::npos; at = text.find(U"日前", at + 1))
        if (!is_in_count(text, at)) return true;
    return false;
}

/// News: what it dates has been, and nobody has to come.
bool reports_event(std::u32string_view text) {
    const bool reports =
        tells_the_other_day(text) || has_one(text, {U"召开", U"部署", U"调研", U"指出", U"强调", U"视察", U"抓获",
                                                    U"破获", U"据悉", U"荣获", U"揭牌", U"记者"});
    return reports && !has_one(text, {U"请", U"报名", U"凭", U"带"});
}

/// "8:30-11:30": from one time of day to another.
bool spans_hours(std::u32string_view text) {
    return clocks(text) >= 2 && has_one(text, {U"-", U"~", U"—", U"–", U"至", U"到"});
}

bool names_amount(std::u32string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == U'元' && amount_before(text, i) < i) {
            const char32_t after = i + 1 < text.size() ? text[i + 1] : U'\0';
            if (!is_one_of(after, U"素旦件月宵首帅器老")) return true;
        }
        if (text.substr(i).starts_with(U"块钱") && amount_before(text, i) < i) return true;
    }
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (is_one_of(text[i], U"¥￥£€") && is_digit(text[i + 1])) return true;
    return text.find(U" yuan") != std::u32string_view::npos && count_digits(text) > 0;
}

/// "25 Lake Road": a number, names, and what kind of street it is. The place after one that begins at `at`, or `at`.
std::size_t after_english_street(std::u32string_view text, std::size_t at) {
    constexpr int most_words = 5;
    std::size_t end = after_digits(text, at);
    for (int word = 0; word < most_words && end > at && end + 1 < text.size() && text[end] == U' '; ++word) {
        const std::u32string_view rest = text.substr(end + 1);
        for (const std::u32string_view kind : {U"Road", U"Street", U"Avenue", U"Lane", U"Square", U"Drive", U"Alley"})
            if (rest.starts_with(kind)) return end + 1 + kind.size();
        if (rest[0] < U'A' || rest[0] > U'Z') return at;
        end = std::min(text.find(U' ', end + 1), text.size());
    }
    return at;
}

/// "文三路123号", "大厅5号窗口": the place where it begins to be exact, after the street's name.
std::optional<std::size_t> numbered_house(std::u32string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((i == 0 || !is_digit(text[i - 1])) && after_english_street(text, i) > i) return i;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
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

constexpr Words papers = {U"身份证",  U"户口簿",      U"户口本",  U"社保卡", U"医保卡", U"银行卡",   U"存折", U"照片",
                          U"相片",    U"复印件",      U"原件",    U"申请表", U"登记表", U"证明",     U"病历", U"发票",
                          U"房产证",  U"结婚证",      U"出生证",  U"残疾证", U"老年证", U"优待证",   U"护照", U"驾驶证",
                          U"居住证",  U"营业执照",    U"合同",    U"证件",   U"材料",   U"处方",     U"收据", U"委托书",
                          U"户籍",    U"申请书",      U"接种本",  U"存单",   U"彩照",   U"passport", U"card", U"photo",
                          U"receipt", U"certificate", U"licence", U"lease",  U"permit"};
constexpr Words asks_for_papers = {U"携带",     U"带上",     U"带好",     U"带齐",  U"带着",        U"要带",   U"请带",
                                   U"再带",     U"提供",     U"提交",     U"出示",  U"准备",        U"备齐",   U"交验",
                                   U"以下材料", U"下列材料", U"所需材料", U"材料:", U"带什么",      U"都要带", U"，带",
                                   U"证件:",    U",带",      U"bring",    U"Bring", U"ou will need"};
constexpr Words needs_none = {U"不用带",   U"不必带",   U"无需",     U"不需",
                              U"不用提供", U"免于提交", U"不再提供", U"need not"};

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

bool asks(std::u32string_view text) {
    return has_one(text, asks_for_papers) || begins_with_one(text, {U"带"}) || shows_paper(text);
}

bool asks_papers(std::u32string_view text) {
    return asks(text) && has_one(text, papers) && !has_one(text, needs_none);
}

/// A list of them follows.
bool heads_papers(std::u32string_view text) {
    // "请带好以下材料：", "需要的证件：": what is asked for comes after the colon.
    constexpr std::u32string_view colons = U":：";
    const std::size_t last = text.find_last_not_of(U" 　");
    const bool leads_in = last != std::u32string_view::npos && is_one_of(text[last], colons) && asks_papers(text);
    const bool is_head = leads_in || has_one(text, {U"所需材料", U"申请材料", U"申报材料", U"办理材料", U"材料清单",
                                                    U"带什么", U"需要带", U"携带以下", U"提供以下", U"提交以下",
                                                    U"准备以下", U"携带下列", U"提供下列", U"提交下列", U"需带",
                                                    U"要带的", U"What to bring", U"Please bring", U"ou will need"});
    return is_head && !has_one(text, needs_none);
}

bool is_item_of_list(const text::Article& article, const text::Block& block) {
    if (block.kind == text::BlockKind::list_item) return true;
    const std::u32string_view text = cut(article.text, block.range);
    if (block.kind != text::BlockKind::paragraph || text.empty() || text.size() > 60) return false;
    // A line for each, as one types a list.
    constexpr std::size_t longest_line = 30;
    if (text.size() <= longest_line && has_one(text, papers) && !is_one_of(text.back(), U"。！？：:!?")) return true;
    const std::size_t number = after_number(text, 0);
    if (number > 0 && number < text.size() && is_one_of(text[number], U".．、)）")) return true;
    return is_one_of(text[0], U"(（①②③④⑤⑥⑦⑧⑨⑩·•-");
}

/// "地点在人民公园北门": where a sentence says so without a colon, to the end of its clause. Empty where it does not.
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

/// "大厅地址", "办公时间": what stands before a colon. The place after it, or 0.
std::size_t after_label(std::u32string_view text, Words labels) {
    const std::size_t colon = text.substr(0, 16).find(U':');
    return colon != std::u32string_view::npos && has_one(text.substr(0, colon), labels) ? colon + 1 : 0;
}

// In groups.

std::vector<Group> as_they_stand(std::u32string_view words, const std::vector<TextRange>& parts) {
    std::vector<Group> groups;
    for (const TextRange& part : parts) {
        const std::u32string text(cut(words, bare(words, part)));
        if (!text.empty()) groups.push_back({text, text});
    }
    if (groups.empty()) groups.push_back({std::u32string(words), std::u32string(words)});
    return groups;
}

/// Clauses; one that says nothing exact stays with the next.
std::vector<Group> by_clauses(std::u32string_view words) {
    constexpr std::size_t longest = 14;
    std::vector<TextRange> parts;
    bool goes_on = false;
    for (const TextRange& clause : clauses(words)) {
        const std::u32string_view text = cut(words, clause);
        const bool exact = count_digits(text) > 0 || clocks(text) > 0 || names_amount(text);
        if (goes_on && parts.back().size() < longest) {
            parts.back().end = clause.end;
        } else {
            parts.push_back(clause);
        }
        goes_on = !exact;
    }
    return as_they_stand(words, parts);
}

/// Town, district, street with number, the way inside.
std::vector<Group> by_places(std::u32string_view words) {
    constexpr std::size_t shortest = 4;
    std::vector<TextRange> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool closes_comma = is_one_of(words[i], clause_ends);
        const bool closes =
            is_one_of(words[i], U"省市区县镇乡号室楼") || (words[i] == U'道' && i > 0 && words[i - 1] == U'街');
        const std::u32string_view after = words.substr(i + 1);
        if (is_one_of(words[i], U"(（") && i > begin) {
            parts.push_back({begin, i});
            begin = i + 1;
            continue;
        }
        const bool splits_word =
            begins_with_one(after, {U"民政", U"民族", U"政", U"场", U"窗", U"楼", U"公", U"委", U"服", U"里"}) ||
            (words[i] == U'区' && !after.empty() && is_digit(after[0]));
        if (!closes_comma && (!closes || splits_word || i + 1 - begin < shortest || after.size() < 2)) continue;
        parts.push_back({begin, i + 1});
        begin = i + 1;
    }
    if (begin < words.size()) parts.push_back({begin, words.size()});
    return as_they_stand(words, parts);
}

std::vector<Group> by_things(std::u32string_view words) {
    std::vector<TextRange> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool joins = (is_one_of(words[i], U"和及与") || words.substr(i).starts_with(U" and ")) && i > begin &&
                           i + 1 < words.size() && i - begin >= 2;
        const bool ends = is_one_of(words[i], U"、，；。,;") || joins;
        if (!ends) continue;
        parts.push_back({begin, joins ? i : i + 1});
        begin = joins ? i : i + 1;  // "和照片" keeps its 和
    }
    if (begin < words.size()) parts.push_back({begin, words.size()});
    return as_they_stand(words, parts);
}

class Looker {
  public:
    explicit Looker(const text::Article& article) : article_(article) {}

    std::vector<ToCopy> look() && {
        const auto& blocks = article_.blocks;
        for (std::size_t block = 0; block < blocks.size() && found_.size() < most_to_copy; ++block) {
            const text::BlockKind kind = blocks[block].kind;
            if (kind == text::BlockKind::title || kind == text::BlockKind::picture) continue;
            if (kind == text::BlockKind::heading) heading_ = std::u32string(cut(article_.text, blocks[block].range));
            const std::size_t listed = papers_listed_after(block);
            if (listed > 0) {
                block += listed;
                continue;
            }
            if (kind == text::BlockKind::heading) continue;
            const auto sentences = text::sentences(article_, block);
            for (std::size_t i = 0; i < sentences.size(); ++i) {
                // What is asked for may be more than one sentence's worth.
                TextRange all = sentences[i];
                while (i + 1 < sentences.size() && goes_on_with_papers(all, sentences[i + 1]))
                    all.end = sentences[++i].end;
                look_at(all);
            }
        }
        std::ranges::stable_sort(found_, {}, [](const ToCopy& one) { return one.range.begin; });
        if (found_.size() > most_to_copy) found_.resize(most_to_copy);
        return std::move(found_);
    }

  private:
    /// How many of the blocks that follow are a list of papers that this one asks for.
    std::size_t papers_listed_after(std::size_t head) {
        const std::u32string asked = mandarin::fold(cut(article_.text, article_.blocks[head].range));
        if (!heads_papers(asked)) return 0;
        std::size_t end = head + 1;
        while (end < article_.blocks.size() && is_item_of_list(article_, article_.blocks[end])) ++end;
        const std::size_t count = end - head - 1;
        if (count == 0) return 0;
        ToCopy item;
        item.kind = Kind::papers;
        item.range = {article_.blocks[head + 1].range.begin, article_.blocks[end - 1].range.end};
        item.about = std::u32string(cut(article_.text, article_.blocks[head].range));
        for (std::size_t i = head + 1; i < end; ++i) {
            const std::u32string one(cut(article_.text, article_.blocks[i].range));
            item.words += (i == head + 1 ? U"" : U"\n") + one;
            item.groups.push_back({one, one});
        }
        add(std::move(item));
        return count;
    }

    [[nodiscard]] bool goes_on_with_papers(TextRange sentence, TextRange next) const {
        while (sentence.size() > 1 && is_one_of(article_.text[sentence.end - 1], U" \n　")) --sentence.end;
        const bool is_over = is_one_of(article_.text[sentence.end - 1], U"。.！!？?");
        return !is_over && asks_papers(mandarin::fold(cut(article_.text, sentence))) &&
               has_one(mandarin::fold(cut(article_.text, next)), papers);
    }

    void look_at(TextRange sentence) {
        const std::u32string folded = mandarin::fold(cut(article_.text, sentence));
        telephones(sentence, folded);
        addresses(sentence, folded);
        if (asks_papers(folded)) asked_papers(sentence, folded);
        if (!hours(sentence, folded) && !reports_event(folded)) days(sentence, folded);
        if (names_amount(folded) && !reports_amount(folded)) amounts(sentence, folded);
    }

    /// With what they are for, and what is less for whom; not what else the sentence tells.
    void amounts(TextRange sentence, std::u32string_view folded) {
        TextRange range{folded.size(), folded.size()};
        TextRange before{};
        for (const TextRange& clause : clauses(folded)) {
            const std::u32string_view text = cut(folded, trimmed(folded, clause));
            const bool goes_on = !range.empty() && has_one(text, {U"免费", U"半价", U"优惠", U"减免", U"打折", U"五折",
                                                                  U"八折", U"free"});
            if (names_amount(text) && range.empty()) {
                // "每月100元" does not say whose.
                const bool says_for_what = !is_digit(text[0]) && !is_one_of(text[0], hanzi_digits) &&
                                           !is_one_of(text[0], U"¥每付收为是交补加领可最约只各");
                range.begin = says_for_what || before.empty() ? clause.begin : before.begin;
            }
            if (names_amount(text) || goes_on) range.end = clause.end;
            before = clause;
        }
        if (range.empty()) range = {0, folded.size()};  // its sign stands in a bracket
        add(sentence, trimmed(folded, range), Kind::amount, by_clauses);
    }

    void telephones(TextRange sentence, std::u32string_view folded) {
        std::vector<TextRange> numbers = mandarin::telephones(folded);
        if (std::ranges::none_of(folded, is_hanzi)) numbers = english_telephones(folded);
        for (const TextRange& number : numbers) {
            if (!is_to_be_dialled(folded, number)) continue;
            ToCopy item;
            item.kind = Kind::telephone;
            item.range = {sentence.begin + number.begin, sentence.begin + number.end};
            item.words = std::u32string(cut(article_.text, item.range));
            item.about = about(sentence, item.words, item.kind);
            item.groups = dictated(cut(folded, number));
            if (folded.substr(number.end).starts_with(U"转")) add_extension(item, folded, number.end + 1);
            add(std::move(item));
        }
    }

    /// "转801": what is dialled once somebody answers.
    void add_extension(ToCopy& item, std::u32string_view folded, std::size_t at) const {
        constexpr std::size_t longest = 5;
        const std::size_t end = after_digits(folded, at);
        if (end == at || end - at > longest) return;
        item.groups.push_back(dictated(folded.substr(at, end - at)).front());
        item.groups.back().shown.insert(0, U"转");
        item.groups.back().said.insert(0, U"转 ");
        item.range.end += end - at + 1;
        item.words = std::u32string(cut(article_.text, item.range));
    }

    /// Digits that reading takes for a telephone number may yet be the number of a paper.
    static bool is_to_be_dialled(std::u32string_view folded, TextRange number) {
        const std::u32string_view text = cut(folded, number);
        const std::size_t digits = count_digits(text);
        const std::size_t reach = std::min<std::size_t>(number.begin, 10);
        std::u32string_view before = folded.substr(number.begin - reach, reach);
        if (const auto end = before.find_last_of(U"，。；、,;"); end != std::u32string_view::npos)
            before.remove_prefix(end + 1);
        if (has_one(before,
                    {U"身份证", U"证号", U"编号",     U"文号", U"卡号",   U"账号", U"帐号", U"账户", U"单号", U"案号",
                     U"代码",   U"邮编", U"邮政编码", U"密码", U"验证码", U"QQ",   U"微信", U"档案", U"学号", U"工号",
                     U"编码",   U"发〔", U"〔",       U"字第", U"ISBN",   U"订单", U"尾号", U"邮箱"}))
            return false;
        if (number.end < folded.size() && is_one_of(folded[number.end], U"元人次年月日%个户件平米@")) return false;
        if (number.end < folded.size() && folded[number.end] == U'号' && text != U"10000") return false;
        if (digits == 3) return begins_with_one(text, {U"110", U"114", U"119", U"120", U"122", U"112"});
        if (digits == 5) return begins_with_one(text, {U"1", U"95", U"96"});
        if (digits == 6) return begins_with_one(text, {U"95", U"96", U"11"});
        return digits >= 7 && digits <= 17;
    }

    static std::vector<TextRange> english_telephones(std::u32string_view text) {
        std::vector<TextRange> found;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (!is_digit(text[i])) continue;
            std::size_t end = after_digits(text, i);
            while (end + 1 < text.size() && is_one_of(text[end], U" -") && is_digit(text[end + 1]))
                end = after_digits(text, end + 1);
            std::u32string before(text.substr(i > 24 ? i - 24 : 0, std::min<std::size_t>(i, 24)));
            for (char32_t& c : before) c = c >= U'A' && c <= U'Z' ? c + 32 : c;
            const std::size_t digits = count_digits(text.substr(i, end - i));
            const bool is_told =
                has_one(before, {U"call", U"phone", U"tel", U"ring ", U"dial", U"contact"}) && digits >= 3;
            // Where one number is to be dialled, so is the next: 120 for an ambulance, 119 for the fire brigade.
            const bool is_next = !found.empty() && (digits == 3 || digits >= 7);
            if (is_told || is_next) found.push_back({i, end});
            i = end - 1;
        }
        return found;
    }

    void addresses(TextRange sentence, std::u32string_view folded) {
        if (const std::size_t begin =
                after_label(folded, {U"地址", U"地点", U"位置", U"在哪里", U"到哪里", U"Address"})) {
            TextRange range{begin, folded.size()};
            for (const TextRange& clause : clauses(folded.substr(begin), U"；;。"))
                if (clause.begin == 0) range.end = begin + clause.end;
            for (const TextRange& number : mandarin::telephones(folded))  // stands by itself
                if (number.begin > begin) range.end = std::min(range.end, number.begin);
            range = trimmed(folded, range);
            if (range.size() >= 3) {
                add(sentence, range, Kind::address, by_places);
                return;
            }
        }
        if (const TextRange told = trimmed(folded, told_place(folded)); told.size() >= 3) {
            add(sentence, told, Kind::address, by_places);
            return;
        }
        for (const TextRange& clause : clauses(folded)) {
            const auto house = numbered_house(cut(folded, clause));
            if (!house) continue;
            TextRange range = clause;
            const std::size_t label = folded.find(U':', clause.begin);
            if (std::ranges::none_of(cut(folded, clause), is_hanzi)) {
                range = {with_room_before(folded, clause.begin + *house),
                         after_english_street(folded, clause.begin + *house)};
            } else if (label < clause.begin + *house) {
                range.begin = label + 1;
            } else if (const auto bracket = folded.find(U')', clause.begin + *house); bracket < clause.end) {
                range.end = bracket + 1;  // what is to be done there is no part of it
            }
            add(sentence, trimmed(folded, range), Kind::address, by_places);
        }
    }

    /// "Room 305, 12 North Pond Road"
    static std::size_t with_room_before(std::u32string_view text, std::size_t house) {
        const std::size_t room = text.substr(0, house).rfind(U"Room ");
        if (room == std::u32string_view::npos) return house;
        const std::size_t number = after_digits(text, room + 5);
        return number > room + 5 && number + 2 == house ? room : house;
    }

    void asked_papers(TextRange sentence, std::u32string_view folded) {
        TextRange range{folded.size(), folded.size()};
        for (const TextRange& clause : clauses(folded, U"，；。,;!！")) {
            const std::u32string_view text = cut(folded, clause);
            const bool begins = range.empty() && asks(text);
            if (range.empty() && !begins) continue;
            if (!begins && !has_one(text, papers)) {
                // "bring your passport and, if you rent, the lease": it goes on behind what lies between.
                const std::u32string_view so_far = cut(folded, trimmed(folded, range));
                const bool goes_on = so_far.ends_with(U" and") || so_far.ends_with(U" or");
                if (!goes_on && has_one(so_far, papers)) break;
                continue;
            }
            if (begins) range.begin = clause.begin;
            range.end = clause.end;
        }
        if (range.empty()) range = {0, folded.size()};
        range = trimmed(folded, range);
        if (range.end == folded.size() && folded.ends_with(U'.')) --range.end;
        add(sentence, range, Kind::papers, by_things);
    }

    bool hours(TextRange sentence, std::u32string_view folded) {
        const int times = clocks(folded);
        const bool labelled = after_label(folded, {U"时间", U"hours", U"Hours"}) > 0;
        const bool is_timetable = has_one(folded, {U"上午", U"下午"}) && spans_hours(folded);
        const bool opens = labelled || is_timetable ||
                           has_one(folded, {U"开门", U"关门", U"上班",  U"下班", U"营业",    U"开放",      U"办公",
                                            U"每天", U"每日", U"每周",  U"星期", U"工作日",  U"值班",      U"早饭",
                                            U"午饭", U"晚饭", U"周一",  U"周二", U"周三",    U"周四",      U"周五",
                                            U"周六", U"周日", U"周末",  U"每月", U"weekday", U"早餐",      U"午餐",
                                            U"晚餐", U"首班", U"末班",  U"开馆", U"接诊",    U"投放",      U"门诊",
                                            U"接待", U"open", U"close", U"Open", U"serve",   U"every day", U"Monday"});
        // "6月1日起" is no single day.
        const auto names_day = [](std::u32string_view text, std::u32string_view not_before) {
            for (std::size_t i = 0; i < text.size(); ++i)
                if (const std::size_t end = after_day(text, i);
                    end > i && (end == text.size() || !is_one_of(text[end], not_before)))
                    return true;
            return false;
        };
        const bool is_one_day = names_day(folded, U"起");
        const bool is_regular = has_one(folded, {U"每天", U"每日", U"每周", U"每月", U"工作日"});
        if (times == 0 || !opens || (is_one_day && !is_regular)) return false;
        if (is_one_day && times < 2 && !has_one(folded, {U"每天", U"每日", U"每月"})) return false;
        if (times < 2 && !labelled && !is_regular && !has_one(folded, {U"开门", U"关门"})) return false;
        // What comes before the first time or day and after the last one is about something else.
        TextRange range{folded.size(), folded.size()};
        for (const TextRange& clause : clauses(folded)) {
            const std::u32string_view text = cut(folded, clause);
            const bool tells_when = clocks(text) > 0 || names_day(text, {}) ||
                                    has_one(text, {U"星期", U"周", U"休息", U"节假日", U"关门", U"每天", U"每日",
                                                   U"每月", U"工作日", U"时间", U"Saturday", U"Sunday", U"day"});
            if (!tells_when) continue;
            if (range.empty()) range.begin = clause.begin;
            range.end = clause.end;
        }
        if (range.empty()) range = {0, folded.size()};
        add(sentence, trimmed(folded, range), Kind::hours, by_clauses);
        return true;
    }

    /// A day, with what its clause says of it and the times that follow.
    void days(TextRange sentence, std::u32string_view folded) {
        const auto all = clauses(folded);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::u32string_view text = cut(folded, all[i]);
            std::size_t at = 0;
            while (at < text.size() && (after_day(text, at) == at || is_in_count(text, at))) ++at;
            if (at >= text.size()) continue;
            TextRange range = all[i];
            while (i + 1 < all.size() && clocks(cut(folded, all[i + 1])) > 0) range.end = all[++i].end;
            add(sentence, trimmed(folded, range), Kind::day, by_clauses);
        }
    }

    void add(TextRange sentence, TextRange within, Kind kind, std::vector<Group> (*grouped)(std::u32string_view)) {
        ToCopy item;
        item.kind = kind;
        item.range = {sentence.begin + within.begin, sentence.begin + within.end};
        item.words = std::u32string(cut(article_.text, item.range));
        item.about = about(sentence, item.words, item.kind);
        item.groups = grouped(item.words);
        add(std::move(item));
    }

    void add(ToCopy item) {
        const auto is_same = [&](const ToCopy& other) { return other.kind == item.kind && other.words == item.words; };
        if (std::ranges::none_of(found_, is_same)) found_.push_back(std::move(item));
    }

    /// The sentence, unless the words are most of it; where that says little, the heading, too.
    [[nodiscard]] std::u32string about(TextRange sentence, std::u32string_view words, Kind kind) const {
        constexpr std::size_t says_little = 18;
        constexpr std::size_t longest = 90;
        const std::u32string_view all = cut(article_.text, trimmed(article_.text, sentence));
        std::u32string told;
        const bool is_somebody_s = kind == Kind::telephone || kind == Kind::address;
        if (is_somebody_s ? all != words : 2 * words.size() < all.size())
            told = std::u32string(all.substr(0, longest)) + (all.size() > longest ? U"…" : U"");
        if (told.size() < says_little && !heading_.empty()) told = heading_ + (told.empty() ? U"" : U"，") + told;
        return told;
    }

    const text::Article& article_;
    std::u32string heading_;
    std::vector<ToCopy> found_;
};

// "2026 年 9 月 1 日": spaces that only set Hanzi and digits apart say nothing, and what looks for words need not know
// them.

/// Where they are.
std::vector<std::size_t> setting_spaces(std::u32string_view text) {
    std::vector<std::size_t> spaces;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        const bool parts =
            (is_hanzi(text[i - 1]) && is_digit(text[i + 1])) || (is_digit(text[i - 1]) && is_hanzi(text[i + 1]));
        if (text[i] == U' ' && parts) spaces.push_back(i);
    }
    return spaces;
}

/// The place in the text without them of one in the text with them.
std::size_t without_spaces(std::size_t place, const std::vector<std::size_t>& spaces) {
    return place - static_cast<std::size_t>(std::ranges::lower_bound(spaces, place) - spaces.begin());
}

/// And back; a place behind a space, not before it.
std::size_t with_spaces(std::size_t place, const std::vector<std::size_t>& spaces) {
    for (const std::size_t space : spaces) {
        if (space > place) break;
        ++place;
    }
    return place;
}

text::Article without(const text::Article& article, const std::vector<std::size_t>& spaces) {
    text::Article set = article;
    set.text.clear();
    std::size_t begin = 0;
    for (const std::size_t space : spaces) {
        set.text.append(article.text, begin, space - begin);
        begin = space + 1;
    }
    set.text.append(article.text, begin);
    for (text::Block& block : set.blocks)
        block.range = {without_spaces(block.range.begin, spaces), without_spaces(block.range.end, spaces)};
    return set;
}

void add_digits(std::vector<Group>& groups, std::u32string_view digits) {
    Group group{std::u32string(digits), {}};
    for (const char32_t c : digits) {
        if (!group.said.empty()) group.said += U' ';
        group.said += c;
    }
    groups.push_back(std::move(group));
}

}  // namespace

std::vector<ToCopy> to_copy(const text::Article& article) {
    const std::vector<std::size_t> spaces = setting_spaces(article.text);
    if (spaces.empty()) return Looker(article).look();
    std::vector<ToCopy> found = Looker(without(article, spaces)).look();
    for (ToCopy& item : found)
        item.range = {with_spaces(item.range.begin, spaces), with_spaces(item.range.end - 1, spaces) + 1};
    return found;
}

std::vector<Group> dictated(std::u32string_view telephone) {
    constexpr std::size_t mobile = 11;
    std::vector<Group> groups;
    std::vector<std::u32string> runs;
    for (const char32_t c : telephone) {
        if (!is_digit(c)) {
            if (runs.empty() || !runs.back().empty()) runs.emplace_back();
        } else {
            if (runs.empty()) runs.emplace_back();
            runs.back() += c >= 0xFF10 ? c - 0xFF10 + U'0' : c;
        }
    }
    std::erase_if(runs, [](const std::u32string& run) { return run.empty(); });
    std::u32string digits;
    for (const std::u32string& run : runs) digits += run;
    // However it is written, a mobile number is said as 3-4-4.
    if (digits.size() == mobile && digits[0] == U'1' && digits[1] >= U'3') runs = {digits};
    for (const std::u32string& run : runs) {
        std::u32string_view rest = run;
        if (rest.size() == mobile && rest[0] == U'1' && rest[1] >= U'3') {
            add_digits(groups, rest.substr(0, 3));
            rest.remove_prefix(3);
        } else if (rest.size() >= 10 && rest[0] == U'0') {  // the area code, of three digits for the largest cities
            const std::size_t area = rest[1] == U'1' || rest[1] == U'2' ? 3 : 4;
            add_digits(groups, rest.substr(0, area));
            rest.remove_prefix(area);
        } else if (rest.size() == 10) {  // 400 123 4567
            add_digits(groups, rest.substr(0, 3));
            rest.remove_prefix(3);
        }
        if (rest.size() == 7) {
            add_digits(groups, rest.substr(0, 3));
            rest.remove_prefix(3);
        }
        while (rest.size() > 5) {
            add_digits(groups, rest.substr(0, 4));
            rest.remove_prefix(4);
        }
        if (!rest.empty()) add_digits(groups, rest);
    }
    return groups;
}

}  // namespace tingdu::prepare
