#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/pieces.h"

namespace tingdu::mandarin {
namespace {

/// Characters from `first` to `last` that stand for those from `plain` on, which come round again after `cycle`.
struct Forms {
    char32_t first{};
    char32_t last{};
    char32_t plain{};
    char32_t cycle = 0x10000;
};
constexpr auto forms = std::to_array<Forms>({
    {0xFF01, 0xFF5E, U'!'},        // full-width
    {0x24B6, 0x24CF, U'A'},        // circled letters
    {0x24D0, 0x24E9, U'a'},        //
    {0x1D7CE, 0x1D7FF, U'0', 10},  // digits of mathematics: bold, double-struck …
});

struct Kind {
    char32_t plain{};
    std::u32string_view forms;
};
constexpr auto kinds = std::to_array<Kind>({
    {U' ', U"\t\u00A0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000"},
    {U'-', U"\u2010\u2011\u2012\u2013\u2212\uFE63"},
    {U'~', U"\u301C\u223C"},
    {U'·', U"\u30FB\u2027\u2022\u2219\u22C5"},
    {U'/', U"\u2044\u2215"},
    {U':', U"\u2236\uFE55"},
    {U'\'', U"\u2019"},
    {U'¥', U"\uFFE5"},
    {U'£', U"\uFFE1"},
    {U'%', U"\uFE6A\u066A"},
    {U'#', U"\uFE5F"},
    {U'&', U"\uFE60"},
    {U'@', U"\uFE6B"},
    {U'+', U"\uFE62"},
    {U'=', U"\uFE66"},
    {U'<', U"\uFE64"},
    {U'>', U"\uFE65"},
    {U'$', U"\uFE69"},
});

constexpr char32_t fold_one(char32_t c) {
    if (c >= U'!' && c < 0x80) return c;
    for (const Forms& form : forms) {
        if (c >= form.first && c <= form.last) return form.plain + (c - form.first) % form.cycle;
    }
    const auto* kind =
        std::ranges::find_if(kinds, [c](const Kind& one) { return one.forms.find(c) != std::u32string_view::npos; });
    return kind == kinds.end() ? c : kind->plain;
}

}  // namespace

std::u32string fold(std::u32string_view shown) {
    std::u32string folded(shown);
    std::ranges::transform(folded, folded.begin(), fold_one);
    return folded;
}

std::u32string simplify(std::u32string_view folded, const Lexicon& lexicon) {
    std::u32string simplified(folded);
    for (char32_t& c : simplified) {
        if (!is_hanzi(c)) continue;
        if (const auto known = lexicon.character(c)) c = known->simplified;
    }
    return simplified;
}

}  // namespace tingdu::mandarin
