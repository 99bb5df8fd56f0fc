#include "kiosk/text/formats/raised.h"

#include <algorithm>

#include "kiosk/base/characters.h"

namespace tingdu::text {

std::optional<std::u32string> raised(std::u32string_view text, char32_t before) {
    constexpr std::u32string_view high = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
    constexpr std::size_t longest = 5;
    const auto may_be = [](char32_t c) { return is_digit(c) || is_one_of(c, U"[]［］〔〕【】"); };
    if (text.empty() || text.size() > longest || !std::ranges::all_of(text, may_be)) return std::nullopt;
    std::u32string power;
    if (!is_latin(before) && !is_digit(before) && before != U')' && before != U'）') return power;
    for (const char32_t c : text) {
        if (!is_digit(c)) return std::u32string();
        power.push_back(high[c >= U'０' ? c - U'０' : c - U'0']);
    }
    return power;
}

}  // namespace tingdu::text
