#include "kiosk/base/file_name.h"

#include <algorithm>

#include "kiosk/base/characters.h"

namespace tingdu {
namespace {

constexpr std::u32string_view chinese_digits = U"一二三四五六七八九十百";

std::size_t count_while(std::u32string_view text, auto belongs) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, belongs) - text.begin());
}

bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000;
}

}  // namespace

std::u32string_view without_ending(std::u32string_view name) {
    const std::size_t dot = name.rfind(U'.');
    if (dot == std::u32string_view::npos || dot == 0) return name;
    const std::u32string_view kind = name.substr(dot + 1);
    const bool is_kind = !kind.empty() && kind.size() <= 8 && is_latin(kind.front()) &&
                         std::ranges::all_of(kind, [](char32_t c) { return c < 0x80 && (is_latin(c) || is_digit(c)); });
    return is_kind ? name.substr(0, dot) : name;
}

std::size_t ordering_prefix(std::u32string_view name) {
    if (name.empty()) return 0;
    const bool bracketed = name[0] == U'(' || name[0] == U'（' || name[0] == U'[' || name[0] == U'【';
    std::size_t at = bracketed ? 1 : 0;
    const std::size_t digits = count_while(name.substr(at), is_digit);
    const std::size_t hanzi = digits > 0 ? 0 : count_while(name.substr(at), [](char32_t c) {
        return chinese_digits.find(c) != chinese_digits.npos;
    });
    constexpr std::size_t longest_number = 3;
    if (digits + hanzi == 0 || digits + hanzi > longest_number) return 0;
    at += digits + hanzi;
    if (bracketed)
        return at < name.size() && std::u32string_view(U")）]】").find(name[at]) != std::u32string_view::npos ? at + 1
                                                                                                              : 0;
    constexpr std::u32string_view separators = U"、.．_-—:：)）";
    const auto separates = [&](char32_t c) { return separators.find(c) != separators.npos || is_space(c); };
    const std::size_t gap = count_while(name.substr(at), separates);
    if (gap == 0) return digits > 1 && name[0] == U'0' && at < name.size() && !is_latin(name[at]) ? at : 0;
    const bool a_number_follows = at + gap < name.size() && is_digit(name[at + gap]);
    const bool by_blank = std::ranges::all_of(name.substr(at, gap), is_space);
    // "三 楼" may be anything, "3.15" and "03-12" are one number; "01 12345热线" is a number and a title.
    if (hanzi > 0 && by_blank) return 0;
    return a_number_follows && !by_blank ? 0 : at + gap;
}

}  // namespace tingdu
