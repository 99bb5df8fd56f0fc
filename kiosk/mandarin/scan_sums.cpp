// Signs between numbers that are said: plus and minus, equal, greater, times, to the power of.
#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

/// Beside what a sign is said. Anything else is decoration.
enum class Beside : std::uint8_t { anything, number_after, numbers, operands, number_or_letters };

struct Sign {
    std::u32string_view written;
    std::u32string_view said;
    Beside beside{};
};
// The longer before those that they begin with.
constexpr auto signs = std::to_array<Sign>({
    {U">=", U"大于等于", Beside::number_after},
    {U"<=", U"小于等于", Beside::number_after},
    {U"≥", U"大于等于", Beside::number_or_letters},
    {U"≤", U"小于等于", Beside::number_or_letters},
    {U"≧", U"大于等于", Beside::number_or_letters},
    {U"≦", U"小于等于", Beside::number_or_letters},
    {U"⩾", U"大于等于", Beside::number_or_letters},
    {U"⩽", U"小于等于", Beside::number_or_letters},
    {U">", U"大于", Beside::number_or_letters},
    {U"<", U"小于", Beside::number_or_letters},
    {U"!=", U"不等于", Beside::operands},
    {U"≠", U"不等于", Beside::anything},
    {U"==", U"等于", Beside::operands},
    {U"=", U"等于", Beside::operands},
    {U"≈", U"约等于", Beside::number_after},
    {U"±", U"正负", Beside::number_after},
    {U"×", U"乘", Beside::operands},
    {U"✕", U"乘", Beside::number_after},
    {U"÷", U"除以", Beside::operands},
    {U"√", U"根号", Beside::number_after},
    {U"↑", U"上升", Beside::number_after},
    {U"↓", U"下降", Beside::number_after},
});

constexpr std::size_t farthest_sign = 40;  // how far from a sign another makes it part of a sum

}  // namespace

bool Scanner::is_number_before() const {
    std::size_t back = 1;
    while (back < farthest_sign && before(back) == U' ') ++back;
    const char32_t left = before(back);
    const bool is_circled = left >= U'①' && left <= U'⑳';
    return is_digit(left) || is_circled || one_of(left, U"%)℃⁰¹²³⁴⁵⁶⁷⁸⁹");
}

bool Scanner::is_sum() const {
    constexpr std::u32string_view sum = U"0123456789.,%+-*/×÷ ()";
    const auto is_sign = [this](char32_t c) { return one_of(c, U"=×÷≈"); };
    std::size_t end = at_;
    while (end < at_ + farthest_sign && one_of(at(end), sum) && !is_sign(at(end))) ++end;
    std::size_t back = 1;
    while (back < farthest_sign && one_of(before(back), sum) && !is_sign(before(back))) ++back;
    return is_sign(at(end)) || is_sign(before(back));
}

// 结余=收入-支出: between two pauses something is equal to something.
bool Scanner::is_formula() const {
    constexpr std::u32string_view ends = U"，。！？；,;!?\n";
    std::size_t begin = at_;
    while (begin > 0 && at_ - begin < farthest_sign && !one_of(text_[begin - 1], ends)) --begin;
    std::size_t end = at_;
    while (end < text_.size() && end - at_ < farthest_sign && !one_of(text_[end], ends)) ++end;
    const std::size_t equals = text_.substr(begin, end - begin).find(U'=');
    return equals != std::u32string_view::npos && equals > 0;
}

// -5, -5℃, and the minus of a sum; between words, and between a word and a number that measures nothing, it is a
// hyphen.
bool Scanner::minus() {
    std::size_t next = at_ + 1;
    while (at(next) == U' ') ++next;
    if (is_number_before() && is_digit(at(next)) && is_sum()) {
        speak(at_ + 1, U"减");
        return true;
    }
    const auto number = numeral_at(text_, at_ + 1);
    const bool is_operand_before = is_number_before() || is_hanzi(before());
    if (is_operand_before && (is_digit(at(next)) || is_hanzi(at(next)) || at(next) == U'(') && is_formula()) {
        speak(at_ + 1, U"减");
        return true;
    }
    if (number && (is_latin(before()) || is_hanzi(before())) && is_basis_points(number->end)) {  // LPR-20BP
        speak(at_ + 1, U"减");
        return true;
    }
    if (!number || is_digit(before()) || is_latin(before()) || one_of(before(), U")-")) return false;
    const bool is_worded = one_of(at(number->end), U"至到") && is_digit(at(number->end + 1));  // -5至3度
    const std::size_t other = is_worded ? number->end + 1 : after_range_sign(number->end);
    const bool is_range = other != 0;
    const bool measured = is_counted(number->end) || !number->is_integer() || is_range;
    if (is_hanzi(before()) && !measured) return false;
    const bool is_weather = near({U"气温", U"温度", U"低温", U"高温", U"最低", U"最高"}, 14);
    const auto is_temperature = [&](std::size_t end) {
        return follows_one_of(end, {U"℃", U"°C", U"摄氏度"}) || (at(end) == U'度' && is_weather);
    };
    const auto upper = is_range ? numeral_at(text_, at(other) == U'-' ? other + 1 : other) : std::nullopt;
    const bool cold = is_temperature(number->end) || (upper && is_temperature(upper->end)) || (is_range && is_weather);
    speak(at_ + 1, cold ? U"零下" : U"负");
    attach_next();
    return true;
}

// + - × ÷ = < > between numbers, and in 互联网+
bool Scanner::arithmetic_sign() {
    std::size_t back = 1;
    while (back < farthest_sign && before(back) == U' ') ++back;
    const char32_t left = before(back);
    const bool number_before = is_number_before();
    const bool operand_before = number_before || is_hanzi(left) || is_latin(left);
    if (at(at_) == U'-') return minus();
    if (power()) return true;

    const auto stands = [&](Beside beside, std::size_t end) {
        while (at(end) == U' ') ++end;
        const bool number_after = is_digit(at(end)) || (one_of(at(end), U"-+±(") && is_digit(at(end + 1)));
        const bool operand_after = number_after || is_hanzi(at(end)) || is_latin(at(end)) ||
                                   (at(end) == U'(' && (is_digit(at(end + 1)) || is_hanzi(at(end + 1))));
        return beside == Beside::anything || (beside == Beside::number_after && number_after) ||
               (beside == Beside::numbers && number_before && number_after) ||
               (beside == Beside::number_or_letters &&
                (number_after || ((number_before || is_latin(left)) && is_latin(at(end))))) ||
               (beside == Beside::operands && operand_before && operand_after);
    };
    if (at(at_) == U'+') {
        if (!operand_before && !stands(Beside::number_after, at_ + 1)) return false;
        speak(at_ + 1, U"加");
        return true;
    }
    const bool measured_before = !pieces_.empty() && (pieces_.back().attached || after_measure(at_ - 1) == at_);
    if (at(at_) == U'*' && (number_before || measured_before) && stands(Beside::number_after, at_ + 1)) {
        speak(at_ + 1, U"乘");
        return true;
    }
    const auto* sign = std::ranges::find_if(signs, [this](const Sign& one) { return follows(at_, one.written); });
    if (at(at_) == U'×' && is_cross()) return true;
    if (sign == signs.end() || !stands(sign->beside, at_ + sign->written.size())) return false;
    speak(at_ + sign->written.size(), std::u32string(sign->said));
    return true;
}

// √ 已办 × 未办, 打×: a mark; 张××: a name that is not to be known. □×: a box that is not ticked.
bool Scanner::is_cross() {
    std::size_t end = at_;
    while (at(end) == U'×') ++end;
    constexpr std::size_t farthest = 24;
    const std::u32string_view around = text_.substr(at_ - std::min(at_, farthest), std::min(at_, farthest) + farthest);
    const bool is_beside_tick = around.find_first_of(U"√✓✔") != std::u32string_view::npos;
    if (one_of(before(), U"打画划叉") || (is_beside_tick && !is_digit(before()))) {
        speak(at_ + 1, U"叉");
        return true;
    }
    if (end - at_ == 2 && is_hanzi(before())) {
        speak(end, U"某某");
        return true;
    }
    if (before() == U' ' && is_hanzi(at(at_ + 1))) {
        ++at_;
        return true;
    }
    return false;
}

// 10⁴, x², 10^6
bool Scanner::power() {
    constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
    if (!is_digit(before()) && !is_latin(before()) && before() != U')') return false;
    std::u32string digits;
    std::size_t end = at_;
    if (at(end) == U'^') {
        digits = text_.substr(end + 1, digits_at(text_, end + 1));
        end += 1 + digits.size();
    }
    const bool is_negative = at(end) == U'⁻';
    if (is_negative) ++end;
    for (; one_of(at(end), raised); ++end) digits += static_cast<char32_t>(U'0' + raised.find(at(end)));
    if (digits.empty()) return false;
    const std::u32string said = is_negative      ? U"负" + cardinal(digits) + U"次方"
                                : digits == U"2" ? U"平方"
                                : digits == U"3" ? U"立方"
                                                 : cardinal(digits) + U"次方";
    speak(end, U'的' + said, Counting::ordinal);
    if (const auto measure = unit_at(text_, end)) speak(measure->end, measure->said);  // 1.2×10⁸m³
    return true;
}

}  // namespace tingdu::mandarin
