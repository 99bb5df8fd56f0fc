#include "kiosk/mandarin/numerals.h"

#include <algorithm>

namespace tingdu::mandarin {
namespace {

constexpr std::u32string_view hanzi_digits = U"零一二三四五六七八九";

constexpr bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
constexpr char32_t hanzi_of(char32_t digit) {
    return hanzi_digits[digit - U'0'];
}

// Up to four digits, leading zeros allowed. `inside`: something larger was said before it.
std::u32string below_ten_thousand(std::u32string_view digits, bool inside) {
    constexpr std::u32string_view powers = U"个十百千";
    std::u32string said;
    bool zero = false;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const std::size_t power = digits.size() - 1 - i;
        if (digits[i] == U'0') {
            zero = inside || !said.empty();
            continue;
        }
        if (zero) said += U'零';
        zero = false;
        const bool first = said.empty() && !inside;
        if (first && digits[i] == U'1' && power == 1) {
            said += U'十';  // 十五, but 一百一十五
            continue;
        }
        said += first && digits[i] == U'2' && power == 3 ? U'两' : hanzi_of(digits[i]);
        if (power > 0) said += powers[power];
    }
    return said;
}

std::u32string cardinal_of(std::u32string_view digits, bool inside) {
    constexpr std::size_t ten_thousand = 4;
    constexpr std::size_t hundred_million = 8;
    if (digits.size() <= ten_thousand) return below_ten_thousand(digits, inside);
    const std::size_t power = digits.size() > hundred_million ? hundred_million : ten_thousand;
    const std::u32string_view high = digits.substr(0, digits.size() - power);
    const std::u32string_view low = digits.substr(digits.size() - power);
    std::u32string said = cardinal_of(high, inside);
    if (!said.empty()) {
        if (said == U"二") said = U"两";
        said += power == hundred_million ? U'亿' : U'万';
        inside = true;
    }
    // 十万零五, but 十万五千: the zeros in front of the lower part are said once, and only there.
    return said + cardinal_of(low, inside);
}

}  // namespace

std::u32string digit_by_digit(std::u32string_view digits, One one) {
    std::u32string said;
    for (const char32_t c : digits) {
        if (is_ascii_digit(c)) said += c == U'1' && one == One::yao ? U'幺' : hanzi_of(c);
    }
    return said;
}

std::u32string cardinal(std::u32string_view digits) {
    constexpr std::size_t longest = 16;
    std::u32string plain;
    std::ranges::copy_if(digits, std::back_inserter(plain), is_ascii_digit);
    plain.erase(0, std::min(plain.find_first_not_of(U'0'), plain.size()));
    if (plain.empty()) return U"零";
    if (plain.size() > longest) return digit_by_digit(plain);
    return cardinal_of(plain, false);
}

std::u32string Numeral::said() const {
    std::u32string spoken = cardinal(whole);
    if (!fraction.empty()) spoken += U'点' + digit_by_digit(fraction);
    return spoken;
}

int Numeral::value() const {
    return value_of(whole);
}

std::size_t digits_at(std::u32string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_ascii_digit(text[at + count])) ++count;
    return count;
}

int value_of(std::u32string_view digits) {
    constexpr std::size_t longest = 9;
    if (digits.size() > longest) return 0;
    int value = 0;
    for (const char32_t c : digits) value = value * 10 + static_cast<int>(c - U'0');
    return value;
}

std::optional<Numeral> numeral_at(std::u32string_view text, std::size_t at) {
    constexpr std::size_t group = 3;
    std::size_t count = digits_at(text, at);
    const auto is_point = [&](std::size_t place) {
        return place < text.size() && text[place] == U'.' && digits_at(text, place + 1) > 0;
    };
    if (count == 0 && !is_point(at)) return std::nullopt;
    Numeral numeral{.begin = at, .end = at + count, .whole = std::u32string(text.substr(at, count)), .fraction = {}};
    while (count >= 1 && count <= group && numeral.end < text.size() && text[numeral.end] == U',' &&
           digits_at(text, numeral.end + 1) == group) {
        numeral.whole += text.substr(numeral.end + 1, group);
        numeral.end += group + 1;
    }
    if (is_point(numeral.end)) {
        const std::size_t fraction = digits_at(text, numeral.end + 1);
        numeral.fraction = text.substr(numeral.end + 1, fraction);
        numeral.end += fraction + 1;
    }
    return numeral;
}

}  // namespace tingdu::mandarin
