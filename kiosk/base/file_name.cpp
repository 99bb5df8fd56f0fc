#include "kiosk/base/file_name.h"

#include <algorithm>

#include "kiosk/base/characters.h"

namespace tingdu {
namespace {

constexpr std::u32string_view chinese_digits = U"一二三四五六七八九十百零〇";

std::size_t count_while(std::u32string_view text, auto belongs) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, belongs) - text.begin());
}

bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000;
}

}  // namespace

std::string name_in(std::string_view path) {
    while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
    return std::string(path.size() == 1 ? path : path.substr(path.rfind('/') + 1));
}

std::u32string_view without_ending(std::u32string_view name) {
    const std::size_t dot = name.rfind(U'.');
    if (dot == std::u32string_view::npos || dot == 0) return name;
    const std::u32string_view kind = name.substr(dot + 1);
    const bool is_kind = !kind.empty() && kind.size() <= 8 && is_latin(kind.front()) &&
                         std::ranges::all_of(kind, [](char32_t c) { return c < 0x80 && (is_latin(c) || is_digit(c)); });
    return is_kind ? name.substr(0, dot) : name;
}

namespace {

/// ①, ⑴, ⒈, ㈠ …: one character that is a number.
unsigned number_in_one(char32_t c) {
    struct Row {
        char32_t first;
        char32_t last;
    };
    constexpr Row rows[] = {{0x2460, 0x2473}, {0x2474, 0x2487}, {0x2488, 0x249B},
                            {0x2776, 0x277F}, {0x3220, 0x3229}, {0x3280, 0x3289}};
    for (const auto [first, last] : rows)
        if (c >= first && c <= last) return static_cast<unsigned>(c - first) + 1;
    return 0;
}

bool is_chinese_digit(char32_t c) {
    return chinese_digits.find(c) != chinese_digits.npos;
}

/// "12", "十二", "一百零二".
unsigned value_of(std::u32string_view number) {
    unsigned sum = 0;
    unsigned digit = 0;
    for (const char32_t c : number) {
        if (is_digit(c)) {
            digit = digit * 10 + static_cast<unsigned>(c - (c < 0x80 ? U'0' : U'０'));
        } else if (c == U'十' || c == U'百') {
            sum += (digit == 0 ? 1 : digit) * (c == U'十' ? 10 : 100);
            digit = 0;
        } else {
            constexpr std::size_t nine = 9;
            const std::size_t place = chinese_digits.find(c);
            digit = place < nine ? static_cast<unsigned>(place) + 1 : 0;
        }
    }
    return sum + digit;
}

struct Prefix {
    std::size_t length = 0;
    unsigned number = 0;
};

Prefix prefix_of(std::u32string_view name) {
    constexpr std::u32string_view separators = U"、.．_-—:：)）";
    const auto separates = [&](char32_t c) { return separators.find(c) != separators.npos || is_space(c); };
    if (name.empty()) return {};
    if (const unsigned number = number_in_one(name[0]); number > 0)
        return {1 + count_while(name.substr(1), separates), number};
    const bool bracketed = name[0] == U'(' || name[0] == U'（' || name[0] == U'[' || name[0] == U'【';
    std::size_t at = bracketed ? 1 : 0;
    const std::size_t digits = count_while(name.substr(at), is_digit);
    const std::size_t hanzi = digits > 0 ? 0 : count_while(name.substr(at), is_chinese_digit);
    // Four digits are a year, eight a day; unless somebody counts from 0001.
    const bool counts_from_zero = digits > 0 && (name[at] == U'0' || name[at] == U'０');
    const std::size_t longest_number = counts_from_zero ? 6 : 3;
    if (digits + hanzi == 0 || digits + hanzi > longest_number) return {};
    const unsigned number = value_of(name.substr(at, digits + hanzi));
    at += digits + hanzi;
    if (bracketed) {
        const bool closes =
            at < name.size() && std::u32string_view(U")）]】").find(name[at]) != std::u32string_view::npos;
        return closes ? Prefix{at + 1 + count_while(name.substr(at + 1), separates), number} : Prefix{};
    }
    const std::size_t gap = count_while(name.substr(at), separates);
    if (gap == 0) {
        const bool stands_apart = digits > 1 && counts_from_zero && at < name.size() && !is_latin(name[at]);
        return stands_apart ? Prefix{at, number} : Prefix{};
    }
    const bool a_number_follows = at + gap < name.size() && is_digit(name[at + gap]);
    const bool by_blank = std::ranges::all_of(name.substr(at, gap), is_space);
    // "三 楼" may be anything, "3.15" and "03-12" are one number; "01 12345热线" is a number and a title.
    if (hanzi > 0 && by_blank) return {};
    return a_number_follows && !by_blank ? Prefix{} : Prefix{at + gap, number};
}

}  // namespace

std::size_t ordering_prefix(std::u32string_view name) {
    return prefix_of(name).length;
}

std::optional<unsigned> ordering_number(std::u32string_view name) {
    if (const Prefix prefix = prefix_of(name); prefix.length > 0) return prefix.number;
    if (!name.starts_with(U'第')) return std::nullopt;
    name.remove_prefix(1);
    const std::size_t digits = count_while(name, [](char32_t c) { return is_digit(c) || is_chinese_digit(c); });
    return digits > 0 && digits <= 5 ? std::optional(value_of(name.substr(0, digits))) : std::nullopt;
}

}  // namespace tingdu
