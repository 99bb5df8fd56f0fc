// Numbers that count or measure something, and what they count by.
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {

std::size_t Scanner::after_range_sign(std::size_t place) const {
    std::size_t end = place;
    while (at(end) == U' ') ++end;
    const bool is_double = follows(end, U"--") || follows(end, U"~~");
    if (is_double || follows(end, U"——") || follows(end, U"～～")) {
        end += 2;
    } else if (one_of(at(end), U"-~—―")) {
        ++end;
    } else {
        return 0;
    }
    while (at(end) == U' ') ++end;
    return end;
}

bool Scanner::is_ordinal() const {
    std::size_t back = 1;
    constexpr std::size_t farthest = 40;                                              // characters
    while (back < farthest && before(back) == U'、' && is_digit(before(back + 1))) {  // 第1、2针
        ++back;
        while (is_digit(before(back))) ++back;
    }
    return before(back) == U'第' || (before() == U' ' && before(2) == U'第');
}

// The sign in 8:00-18:00, 3~5人, 5月—6月, 周一-周五
bool Scanner::range() {
    const std::size_t end = after_range_sign(at_);
    if (end == 0 || pieces_.empty() || pieces_.back().shown.end != at_) return false;
    const Piece& last = pieces_.back();
    if (at(at_) == U'-' && last.kind == PieceKind::hanzi && one_of(before(), U"楼栋幢座") &&
        at(end + digits_at(text_, end)) == U'层' && digits_at(text_, end) == 1) {  // 3号楼-1层
        speak(at_ + 1, U"负");
        return true;
    }
    // T2-T3, A1~A5
    const bool letter_again =
        is_latin(at(end)) && is_digit(at(end + 1)) && last.shown.begin > 0 && text_[last.shown.begin - 1] == at(end);
    // 20KB-50KB
    const std::u32string_view letters = text_.substr(last.shown.begin, last.shown.size());
    const bool unit_again = last.kind == PieceKind::letters && pieces_.size() > 1 &&
                            is_digit(at(last.shown.begin - 1)) && digits_at(text_, end) > 0 &&
                            follows(end + digits_at(text_, end), letters);
    const bool number_after =
        letter_again || is_digit(at(end)) || one_of(at(end), U"¥$") || (at(end) == U'-' && is_digit(at(end + 1)));
    const bool after_number = last.kind == PieceKind::spoken && is_digit(at(last.shown.end - 1));
    const bool after_unit = last.kind == PieceKind::spoken && last.attached;
    const bool after_sign =
        last.kind == PieceKind::spoken && (one_of(before(), U"%‰℃#") || one_of(last.said.back(), U"点分秒日"));
    constexpr std::size_t longest_counted = 3;
    const bool after_counted = last.kind == PieceKind::hanzi && last.shown.size() <= longest_counted &&
                               pieces_.size() > 1 && pieces_[pieces_.size() - 2].shown.end == last.shown.begin &&
                               pieces_[pieces_.size() - 2].kind == PieceKind::spoken;
    // 22:00-次日6:00
    const bool day_after =
        follows_one_of(end, {U"次日", U"翌日", U"第二天", U"当日", U"当天", U"早", U"上午", U"中午", U"下午", U"傍晚",
                             U"晚", U"夜", U"凌晨"}) &&
        (after_counted ? one_of(before(), U"日号时点分") : after_sign && one_of(last.said.back(), U"点分日"));
    // A-D座, ①-③
    const auto is_capital = [this](std::size_t place) {
        return at(place) >= U'A' && at(place) <= U'Z' && !is_latin(at(place + 1)) && !is_digit(at(place + 1));
    };
    const auto is_circled = [](char32_t c) { return c >= U'①' && c <= U'⒛'; };
    const bool letters_after = last.kind == PieceKind::letters && last.shown.size() == 1 && is_capital(end) &&
                               !is_digit(before(2)) && is_capital(last.shown.begin) && before() < at(end);
    if (letters_after || (last.kind == PieceKind::spoken && is_circled(before()) && is_circled(at(end)))) {
        speak(end, U"到");
        return true;
    }
    const bool weekdays = last.kind == PieceKind::spoken && is_digit(before()) && before(2) == U'周';  // 周1-周5
    const bool days = follows(end, U"周") || follows(end, U"星期") || follows(end, U"礼拜");
    // 第一条~第三条, 一级-三级
    std::size_t numbered = end;
    while (one_of(at(numbered), U"第一二三四五六七八九十甲乙丙丁")) ++numbered;
    const bool is_numbered_again = last.kind == PieceKind::hanzi && numbered > end && at(numbered) == before() &&
                                   one_of(before(2), U"一二三四五六七八九十甲乙丙丁");
    if (is_numbered_again) {
        speak(end, U"到");
        return true;
    }
    if (!day_after && !(number_after && (after_number || after_unit || after_sign || after_counted || unit_again)) &&
        !(days && (weekdays || (last.kind == PieceKind::hanzi && one_of(before(), U"一二三四五六日天"))))) {
        return false;
    }
    if (is_sum()) return false;
    // 表2-1 is the first table of the second chapter.
    const std::size_t number = last.kind == PieceKind::spoken ? last.shown.size() : 0;
    const bool is_name = number > 0 && number <= 2 && at_ > number && at(at_) == U'-' &&
                         !is_counted(end + digits_at(text_, end)) && one_of(before(number + 1), U"表图式");
    // B2-156 is a place of the second floor below.
    const bool is_place =
        number > 0 && number <= 2 && is_latin(before(number + 1)) && at(at_) == U'-' && digits_at(text_, end) > 2;
    // 123-5号, 1-1号: a range rises.
    const std::size_t second = digits_at(text_, end);
    const bool is_house = number > 0 && second > 0 && at(at_) == U'-' && at(end + second) == U'号' &&
                          digits_at(text_, at_ - number) == number &&
                          value_of(text_.substr(at_ - number, number)) >= value_of(text_.substr(end, second));
    speak(end, is_name || is_place || is_house || is_in_address(end) ? U"杠" : U"到");
    return true;
}

// The hyphens of 1栋2-301, 88号-2 and 1-2-301室.
bool Scanner::is_in_address(std::size_t after_sign) const {
    const Piece& last = pieces_.back();
    const std::size_t next = after_sign + digits_at(text_, after_sign);
    if (at(at_) != U'-' || after_sign == next) return false;
    const bool in_chain = (at(next) == U'-' && is_digit(at(next + 1))) || last.said == U"杠" ||
                          (pieces_.size() > 1 && pieces_[pieces_.size() - 2].said == U"杠");
    if (last.kind == PieceKind::spoken && in_chain) return true;
    const std::size_t room = digits_at(text_, after_sign);
    if (room >= 3 && last.kind == PieceKind::spoken && last.shown.size() <= 2 && one_of(at(next), U"室房")) return true;
    if (is_counted(next)) return false;
    if (last.kind == PieceKind::hanzi) return before() == U'号' && !one_of(before(last.shown.size() + 3), U"月");
    return one_of(before(last.shown.size() + 1), U"栋幢座元弄");
}

// 12 800元: thousands that a space parts.
void Scanner::join_thousands(Numeral& number) const {
    constexpr std::size_t group = 3;
    if (!number.is_integer() || number.end - at_ > group || at(at_) == U'0' || is_digit(before(2))) return;
    std::u32string whole = number.whole;
    std::size_t end = number.end;
    for (; at(end) == U' ' && digits_at(text_, end + 1) == group; end += 1 + group)
        whole += text_.substr(end + 1, group);
    if (end == number.end) return;
    if (const auto last = numeral_at(text_, end - group); last && !last->is_integer()) {  // 1 286.5万元
        number.fraction = last->fraction;
        end = last->end;
    }
    if (!follows_one_of(end, {U"元", U"万", U"人", U"户", U"吨", U"平方", U"公里", U"千瓦"})) return;
    number.whole = std::move(whole);
    number.end = end;
}

// 1/3; 24/7 and A/B are no fractions
bool Scanner::fraction() {
    const std::size_t upper = digits_at(text_, at_);
    if (upper == 0 || at(at_ + upper) != U'/') return false;
    if (follows(at_, U"24/7") && !is_digit(at(at_ + 4))) {
        speak(at_ + 4, U"七天二十四小时", Counting::ordinal);
        return true;
    }
    const std::size_t lower = digits_at(text_, at_ + upper + 1);
    const std::size_t end = at_ + upper + 1 + lower;
    constexpr std::size_t longest = 6;  // 1/100000
    if (lower == 0 || upper > 3 || lower > (upper == 1 ? longest : 4) || before() == U'/' || at(end) == U'/' ||
        is_latin(before()))
        return false;
    if (at(at_ + upper + 1) == U'0' || at(end) == U'.') return false;
    // 11/12月, and 第1/3页: the first of three
    const auto is_month = [&](std::size_t place, std::size_t count) {
        const int value = value_of(text_.substr(place, count));
        return value >= 1 && value <= 12;
    };
    if (at(end) == U'月' && is_month(at_, upper) && is_month(at_ + upper + 1, lower)) return false;
    if (is_ordinal()) {
        const std::u32string_view between = at(end) == U'页' ? U"页共" : U"至";
        speak(end, cardinal(text_.substr(at_, upper)).append(between) + cardinal(text_.substr(at_ + upper + 1, lower)),
              Counting::ordinal);
        return true;
    }
    if (follows_one_of(end, {U"号", U"路", U"次"})) return false;  // 地铁2/13号线
    if (follows(end, U"mmHg") || near({U"血压"}, 6)) {             // 120/80
        speak(end, cardinal(text_.substr(at_, upper)) + U'比' + cardinal(text_.substr(at_ + upper + 1, lower)),
              Counting::ordinal);
        if (const auto measure = unit_at(text_, at_); measure) speak(measure->end, measure->said);
        return true;
    }
    if (upper == lower && upper == 3) return false;  // 985/211
    const bool is_rest = before() == U' ' && is_digit(before(2)) && !is_digit(before(4)) && upper <= 2 &&
                         value_of(text_.substr(at_, upper)) < value_of(text_.substr(at_ + upper + 1, lower));  // 1 1/2
    speak(end,
          (is_rest ? U"又" : U"") + cardinal(text_.substr(at_ + upper + 1, lower)) + U"分之" +
              cardinal(text_.substr(at_, upper)),
          Counting::ordinal);
    return true;
}

// Any other number: counted, measured, ordinal, in per cent, the beginning of a range.
bool Scanner::quantity() {
    auto number = numeral_at(text_, at_);
    if (!number) {
        ++at_;
        return false;
    }
    join_thousands(*number);
    const bool has_space = at(number->end) == U' ' && one_of(at(number->end + 1), U"%‰‱");  // 50 %
    const std::size_t end = number->end + (has_space ? 1 : 0);
    const std::size_t other = after_range_sign(end);
    const auto upper = other != 0 ? numeral_at(text_, at(other) == U'-' ? other + 1 : other) : std::nullopt;
    const auto scale = [this](std::size_t place) {
        return at(place) == U'%' ? U"百分之" : at(place) == U'‰' ? U"千分之" : at(place) == U'‱' ? U"万分之" : U"";
    };

    std::u32string said = number->said();
    std::u32string part = scale(end);
    const bool has_sign = !part.empty();
    if (part.empty() && upper && !is_counted(end)) part = scale(upper->end);  // 50-60%
    std::size_t counted = upper && !is_counted(end) ? upper->end : end;       // 2-3天
    // 共 2 篇; but 窗口 2 个人业务, and 2 个人信息 at the head of a line, are numbers of something
    const char32_t owner = before() == U' ' ? before(2) : before();
    if (at(counted) == U' ' && is_hanzi(owner) && !one_of(owner, U"口号楼室柜台站线路区栋层附表")) ++counted;
    const bool after_point = one_of(before(), U"点时") && at(counted) == U'分';
    const bool rises_to_two = before() == U'-' && (before(2) == U'1' || before(2) == U'.' || before(3) == U'.') &&
                              !pieces_.empty() && pieces_.back().said == U"到";  // 1.5-2小时
    if (part.empty() && said == U"二" && number->is_integer() && !is_ordinal() && !after_point &&
        (before() != U'-' || rises_to_two) && !(before() == U'/' && !is_hanzi(before(2))) && !is_latin(before()) &&
        takes_liang(counted)) {
        said = U"两";
    }
    if (follows_one_of(end, {U"元", U"块", U"万元", U"亿元"})) {
        while (number->fraction.ends_with(U'0')) number->fraction.pop_back();
        if (said != U"两") said = number->said();
    }
    const bool has_two_digits = number->is_integer() && number->whole.size() == 2;
    if (after_point && has_two_digits && number->whole[0] == U'0') said.insert(0, U"零");                  // 9时05分
    if (has_two_digits && before() == U'秒' && is_digit(before(2))) said = digit_by_digit(number->whole);  // 9秒83
    const bool numbers = one_of(at(end), U"月日号键") || is_ordinal() || is_latin(before()) || before() == U'按';
    const bool after_word = is_latin(before()) || (before() == U' ' && is_latin(before(2)));
    speak(has_sign ? end + 1 : end, part + said, numbers || !part.empty() ? Counting::ordinal : Counting::count);

    if (at(at_) == U' ' && is_latin(at(at_ + 2)) && unit_at(text_, at_ + 1)) ++at_;  // 25 mm
    if (const auto measure = unit_at(text_, at_); measure && !has_sign) {
        // Capital letters after a number are as often a name (5G, 4S, 3A) as a unit, and so is the s of iPhone 6s.
        const bool is_model = after_word && at(at_) == U's' && !one_of(at(measure->end), U"内后之左");
        // 12A窗口, but 额定电流12A
        const bool is_seat = near({U"车", U"排", U"舱", U"登机", U"座位"}, 6);
        const bool is_letter = measure->end == at_ + 1 && at(at_) == U'A' && number->is_integer() &&
                               (is_seat || is_hanzi(at(measure->end))) && !one_of(at(measure->end), U"电插") &&
                               !near({U"电", U"充", U"开关", U"断路器", U"插座"}, 12);
        const bool is_current = at(at_) == U'A' && number->begin > 1 && text_[number->begin - 1] == U'/' &&
                                text_[number->begin - 2] == U'V';                       // 5V/2A
        const bool is_coded = number->begin > 0 && is_latin(text_[number->begin - 1]);  // G15W
        const bool is_name =
            !is_current && (is_letter || (measure->end == at_ + 1 && is_coded && one_of(at(at_), U"AWGTKMNV")) ||
                            (measure->end == at_ + 1 && (is_model || one_of(at(at_), U"AWGTKMN")) &&
                             number->value() < 10 && number->is_integer()));
        const bool is_memory = near({U"内存", U"存储", U"流量", U"手机"}, 8) && at(at_) == U'G';
        // 12A座
        const bool is_place = measure->end == at_ + 1 && one_of(at(at_), U"ABCDEFGHJK") &&
                              one_of(at(measure->end), U"座室区栋幢号楼口层排馆厅柜席");
        // 3h20m
        const bool in_span =
            at(at_) == U'm' && measure->end == at_ + 1 && before(digits_at(text_, number->begin) + 1) == U'h';
        // 40w+, 10w人次
        const bool is_ten_thousand = at(at_) == U'w' && measure->end == at_ + 1 &&
                                     (at(measure->end) == U'+' || after_measure(measure->end) != measure->end);
        if ((!is_name || is_memory) && !is_place) {
            attach_next();
            speak(measure->end, in_span ? U"分" : is_ten_thousand ? U"万" : measure->said);
        }
    }
    return true;
}

}  // namespace tingdu::mandarin
