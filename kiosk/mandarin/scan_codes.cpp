// Strings of digits that are said one by one, but for telephone numbers.
#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

// Numbers that are names: universities, the quality law's day.
constexpr auto named_numbers = std::to_array<std::u32string_view>({U"985", U"211", U"996", U"315", U"930", U"618"});

// What bears a code: a person and what is theirs, said with 幺 for 1; a thing.
constexpr std::initializer_list<std::u32string_view> identities = {U"证号", U"身份", U"账号", U"帐号", U"账户",
                                                                   U"卡号", U"户号", U"尾号", U"车牌", U"信用代码",
                                                                   U"车次", U"航班", U"分机", U"内线"};
constexpr std::initializer_list<std::u32string_view> coded_things = {
    U"编号",   U"代码",   U"编码", U"号码", U"学号", U"工号",   U"警号", U"邮编",   U"邮政编码", U"密码",
    U"验证码", U"口令",   U"QQ",   U"单号", U"批号", U"案号",   U"序号", U"取件码", U"取票码",   U"流水号",
    U"受理号", U"校验码", U"文号", U"ISBN", U"端口", U"序列号", U"SN",   U"邮递区"};

constexpr std::size_t long_code = 8;  // digits; more of them are hardly a quantity unless they say of what

}  // namespace

// 1.2.3, 192.168.1.1, 3.1.2.4
bool Scanner::dotted_code() {
    std::size_t end = at_;
    std::size_t groups = 0;
    std::u32string said;
    for (;;) {
        const std::size_t count = digits_at(text_, end);
        if (count == 0) return false;
        said += digit_by_digit(text_.substr(end, count));
        end += count;
        ++groups;
        if (at(end) != U'.' || !is_digit(at(end + 1))) break;
        said += U'点';
        ++end;
    }
    if (groups < 3) return false;
    speak(end, std::move(said), Counting::ordinal);
    return true;
}

// 12·9, 3·15, 3.15晚会
bool Scanner::anniversary() {
    const std::size_t month = digits_at(text_, at_);
    if (month == 0 || month > 2 || !one_of(at(at_ + month), U"·.")) return false;
    const std::size_t day = digits_at(text_, at_ + month + 1);
    if (day == 0 || day > 2) return false;
    if (at(at_ + month) == U'.') {
        const std::size_t end = at_ + month + 1 + day;
        const std::size_t name = one_of(at(end), U"”\"") ? end + 1 : end;
        constexpr auto events = std::to_array<std::u32string_view>(
            {U"晚会", U"事件", U"专案", U"大案", U"运动", U"地震", U"儿童节", U"劳动节", U"护士节", U"植树节", U"国庆",
             U"妇女节", U"建军节", U"消费者", U"大促", U"购物节", U"汶川", U"国际"});
        const bool is_quoted = one_of(before(), U"“\"") && name != end && day == 2;  // “3.15”
        // 12.4国家宪法日
        std::size_t name_end = name;
        while (is_hanzi(at(name_end)) && !one_of(at(name_end), U"日节")) ++name_end;
        constexpr std::size_t shortest_name = 3;
        constexpr std::size_t longest_name = 12;
        const bool is_counted_here = is_counted(name) && !follows_one_of(name, {U"国家", U"国际"});
        const bool is_day = !is_counted_here && one_of(at(name_end), U"日节") && name_end - name >= shortest_name &&
                            name_end - name <= longest_name;
        if (!is_quoted && !is_day && std::ranges::none_of(events, [&](auto event) { return follows(name, event); }))
            return false;
    }
    speak(at_ + month + 1 + day, digit_by_digit(text_.substr(at_, month + 1 + day)), Counting::ordinal);
    return true;
}

// 6222 0212 3456 7890, 3301****1234, 编号2024-001-0032, A20240312-07
bool Scanner::serial() {
    constexpr std::size_t most = 8;  // groups of one code
    std::vector<std::size_t> groups;
    const std::size_t first = digits_at(text_, at_);
    char32_t sign = at(at_ + first);
    std::size_t end = at_;
    std::u32string said;
    std::u32string parted;  // with the hyphens named
    for (;;) {
        const std::size_t count = digits_at(text_, end);
        groups.push_back(count);
        said += digit_by_digit(text_.substr(end, count), One::yao);
        parted += digit_by_digit(text_.substr(end, count), One::yao);
        end += count;
        if (groups.size() == most || at(end) != sign || !one_of(sign, U" -") || !is_digit(at(end + 1))) break;
        parted += U'杠';
        ++end;
    }
    constexpr std::size_t group = 4;
    const auto is_year = [this](std::size_t place) { return one_of(at(place), U"12") && one_of(at(place + 1), U"09"); };
    const bool is_account = groups.size() > 2 && near({U"账号", U"帐号", U"账户", U"卡号", U"户号"}, 12);
    const bool is_card =
        (groups.size() >= group || is_account) && groups.back() <= group &&
        !(is_year(at_) && is_year(at_ + group + 1)) &&
        std::all_of(groups.begin(), groups.end() - 1, [](std::size_t count) { return count == group; });
    const bool is_parted = groups.size() > 2 && sign == U' ' && is_labelled();  // 会议号:652 8888 0001
    if (is_card || is_parted) {
        speak(end, std::move(said), Counting::ordinal);
        return true;
    }
    const bool is_long = first >= 5 && is_latin(before());
    const bool is_asked = near(coded_things, 12) || near(identities, 12) || is_labelled();
    const bool is_chain = groups.size() > 2 || (groups.size() == 2 && first > 2 &&
                                                (groups[0] != groups[1] || text_[end - groups.back()] == U'0'));
    const bool is_serial_number = groups.size() == 2 && near({U"CN", U"ISSN", U"刊号"}, 8);  // CN 33-0001
    if (sign == U'-' && (is_serial_number || (is_chain && (is_long || is_asked)))) {
        speak(end, std::move(parted), Counting::ordinal);
        return true;
    }
    end = at_ + first;
    while (at(end) == U'*') ++end;
    const std::size_t hidden = end - at_ - first;
    const std::size_t rest = digits_at(text_, end);
    if (hidden < 2) return false;
    speak(end + rest,
          digit_by_digit(text_.substr(at_, first), One::yao) + std::u32string(hidden, U'星') +
              digit_by_digit(text_.substr(end, rest), One::yao),
          Counting::ordinal);
    return true;
}

// 浙A12345, 京A·D5678学, 粤B 3K567
bool Scanner::plate() {
    constexpr std::u32string_view provinces = U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    constexpr std::size_t shortest = 4;
    constexpr std::size_t longest = 6;
    const auto belongs = [this](std::size_t place) {
        return is_digit(at(place)) || (at(place) >= U'A' && at(place) <= U'Z');
    };
    if (!one_of(before(), provinces) || !belongs(at_)) return false;
    const std::size_t begin = one_of(at(at_ + 1), U"· ") ? at_ + 2 : at_ + 1;
    std::size_t end = begin;
    std::size_t digits = 0;
    for (; belongs(end); ++end) digits += is_digit(at(end)) ? 1U : 0U;
    if (end - begin < shortest || end - begin > longest || digits < 2 || is_latin(at(end))) return false;
    while (at_ < end) {
        const std::size_t count = digits_at(text_, at_);
        if (count > 0) {
            speak(at_ + count, digit_by_digit(text_.substr(at_, count), One::yao), Counting::ordinal);
        } else if (is_latin(at(at_))) {
            add(PieceKind::letters, at_ + 1, std::u32string{at(at_)});
        } else {
            ++at_;
        }
    }
    return true;
}

bool Scanner::is_room(std::size_t place, std::size_t count) const {
    if (count < 3 || count > 4) return false;
    if (!pieces_.empty() && pieces_.back().said == U"杠" && pieces_.back().shown.end == at_)
        return at(place + count) != U'-' && (!is_counted(place + count) || one_of(at(place + count), U"室房号"));
    std::size_t end = place + count;
    if (const std::size_t other = after_range_sign(end); other != 0 && digits_at(text_, other) == count) {
        end = other + count;
    }
    return one_of(at(end), U"室房") ||
           follows_one_of(end, {U"病房", U"教室", U"会议室", U"办公室", U"诊室", U"宿舍"}) ||
           (!is_counted(end) && (near({U"座", U"栋", U"幢", U"单元", U"楼"}, 5) ||
                                 (before() == U'号' && near({U"弄", U"路", U"街", U"巷", U"苑"}, 10))));
}

// 301-305, 301、305: as the one was said, so the other.
bool Scanner::is_room_like_the_last(std::size_t count) const {
    if (count < 3 || pieces_.size() < 2 || pieces_.back().shown.end != at_) return false;
    if (pieces_.back().said != U"到" && !one_of(before(), U"、/")) return false;
    const Piece& last = pieces_[pieces_.size() - 2];
    return last.kind == PieceKind::spoken && last.shown.size() == count &&
           last.said == digit_by_digit(text_.substr(last.shown.begin, count), One::yao);
}

bool Scanner::is_labelled() const {
    std::size_t back = 1;
    while (before(back) == U' ') ++back;
    return before(back) == U':' && before(back + 1) == U'号' && is_hanzi(before(back + 2));
}

bool Scanner::is_serial() const {
    constexpr std::size_t shortest = 8;
    constexpr std::size_t farthest = 40;
    std::size_t digits = 0;
    std::size_t letters = 0;
    const auto belongs = [&](char32_t c) {
        const bool is_capital = c >= U'A' && c <= U'Z';
        digits += is_digit(c) ? 1U : 0U;
        letters += is_capital ? 1U : 0U;
        return is_digit(c) || is_capital;
    };
    std::size_t end = at_;
    while (end < at_ + farthest && belongs(at(end))) ++end;
    std::size_t back = 1;
    while (back < farthest && belongs(before(back))) ++back;
    if (is_latin(at(end)) || is_latin(before(back)) || letters == 0 || digits <= letters) return false;
    // 8F3A20: letters among digits, more than once
    std::size_t changes = 0;
    for (std::size_t place = at_ - back + 2; place < end; ++place)
        changes += is_digit(at(place)) != is_digit(at(place - 1)) ? 1U : 0U;
    constexpr std::size_t shortest_mixed = 5;
    return digits + letters >= (changes > 2 ? shortest_mixed : shortest);
}

// What is not a quantity: identity numbers, rooms, buses and trains, numbers of cases, long strings of digits.
bool Scanner::code() {
    const std::size_t count = digits_at(text_, at_);
    const std::size_t next = at_ + count;
    const std::u32string_view digits = text_.substr(at_, count);
    if (count == 0 || numeral_at(text_, at_)->end != next) return false;
    const bool counted = is_counted(next);
    const bool lettered = (is_latin(before()) && pieces_.back().said != U"乘") ||
                          (before() == U'.' && is_latin(before(2))) || before() == U'_' ||
                          (before() == U'-' && is_latin(before(2)) && pieces_.back().said != U"到");
    const bool is_day = count == 2 && !lettered && one_of(at(next), U"月日号时分秒点:");
    const bool has_zero_first = count > 1 && at(at_) == U'0' && !is_day;
    const std::size_t unquoted = one_of(at(next), U"”\"") ? next + 1 : next;
    const bool is_long_number = at(unquoted) == U'号' && count >= 4;
    const bool is_event =
        count == 3 && (follows_one_of(next, {U"事件", U"事变", U"惨案"}) ||  // 911事件
                       (digits == U"315" && follows_one_of(next, {U"晚会", U"消费", U"打假", U"维权", U"活动"})));
    const bool is_named = is_event ||
                          (count == 3 && std::ranges::find(named_numbers, digits) != named_numbers.end() && !counted &&
                           !one_of(at(next), U"-~%余多")) ||
                          (before() == U'N' && (digits == U"95" || digits == U"90")) ||  // masks
                          (digits == U"84" && follows(next, U"消毒"));
    const bool is_identity = (count >= 3 && !counted && near(identities, 10)) || count == 18 || count == 15 ||
                             (count == 17 && one_of(at(next), U"Xx"));
    // 后6位，如 123456
    constexpr std::size_t behind = 6;
    const std::u32string_view before_it = text_.substr(at_ - std::min(at_, behind), std::min(at_, behind));
    const bool is_example =
        before_it.find(U'如') != std::u32string_view::npos && before_it.find(U'位') < before_it.find(U'如');
    const bool is_asked = count >= 3 && !counted && (near(coded_things, 10) || is_example);
    const bool is_lettered = count >= 3 && lettered && (!counted || one_of(at(next), U"次路号线室座房首"));
    const bool is_round = digits.ends_with(U"00");
    const bool is_train =
        count == 4 && at(next) == U'次' && text_.substr(next, 8).find(U"列车") != std::u32string_view::npos;
    const bool is_line = (count == 3 || count == 4) && at(next) == U'路' && !is_round && !is_ordinal();
    const bool is_road = follows_one_of(next, {U"国道", U"省道", U"县道", U"乡道"}) ||
                         (lettered && count >= 2 && follows(next, U"高速"));
    const bool is_dated_batch = count == 8 && digits.starts_with(U"20") && one_of(at(next), U"批期版");  // 20240901批次
    const bool is_long = is_dated_batch || (count >= long_code && !counted && !digits.ends_with(U"0000"));
    const bool is_dictated = is_identity || is_room(at_, count) || is_room_like_the_last(count) || is_line ||
                             is_train || is_road || is_lettered || (!counted && is_serial());
    if (!(is_dictated || has_zero_first || is_long_number || is_named || is_asked || is_long)) return false;
    speak(next, digit_by_digit(digits, is_dictated && !is_named ? One::yao : One::yi), Counting::ordinal);
    return true;
}

}  // namespace tingdu::mandarin
