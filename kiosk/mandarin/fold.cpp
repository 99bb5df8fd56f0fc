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

// Characters that are in use on both sides, and stand for another one …
enum class Where : std::uint8_t {
    beside,       ///< only beside what is listed
    traditional,  ///< there, and everywhere in traditional text
    everywhere,
};
struct TwoSided {
    char32_t hanzi{};
    char32_t other{};
    Where where{};
    std::u32string_view itself_after{};  ///< never after these
    std::u32string_view itself_before{};
    std::u32string_view other_after{};
    std::u32string_view other_before{};
};
constexpr auto two_sided = std::to_array<TwoSided>({
    {U'乾', U'干', Where::traditional, U"康萧蕭转轉", U"隆坤县縣陵清元卦道嘉", U"饼餅晒曬烘擦吹",
     U"杯净淨燥旱洗粮糧枯衣涸草果脆货貨瘦冰"},
    {U'瞭', U'了', Where::traditional, {}, U"望", {}, U"解如然若"},
    {U'藉', U'借', Where::traditional, U"狼慰蕴蘊醞酝枕", {}, {}, U"口此故助由机機"},
    {U'著',
     U'着',
     Where::everywhere,
     U"名显顯原专專编編论論土昭巨所合卓译譯遗遺拙撰",
     U"名作述称稱者录錄绩績书",
     {},
     {}},
    {U'徵', U'征', Where::traditional, U"角流魏", U"羽", U"特象应應", U"收求集信文稿询詢税稅兵用地召聘婚"},
    {U'甚', U'什', Where::beside, {}, {}, {}, U"么麼"},
    {U'覆', U'复', Where::beside, {}, {}, U"回答反重批函", {}},
    {U'沈', U'沉', Where::beside, {}, {}, {}, U"没沒默重船浸积積"},
    {U'彷', U'仿', Where::beside, {}, {}, {}, U"佛彿"},
});

// Traditional characters that are read in one way, where the simplified one is read in several. Those that 干 or 发
// become when they are turned into traditional ones without looking, 幹 and 發, tell nothing.
struct SingleReading {
    char32_t hanzi{};
    std::string_view pinyin;
};
constexpr auto single_readings = std::to_array<SingleReading>({
    {U'髮', "fa4"},    {U'乾', "gan1"},  {U'隻', "zhi1"},  {U'儘', "jin3"}, {U'捲', "juan3"},  {U'捨', "she3"},
    {U'縴', "qian4"},  {U'彆', "bie4"},  {U'麯', "qu1"},   {U'蔔', "bo5"},  {U'闢', "pi4"},    {U'穀', "gu3"},
    {U'籲', "yu4"},    {U'傭', "yong1"}, {U'剋', "ke4"},   {U'衹', "zhi3"}, {U'徵', "zheng1"}, {U'颱', "tai2"},
    {U'癥', "zheng1"}, {U'臟', "zang4"}, {U'髒', "zang1"},
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

/// 二○二四, 二OO八, ○五年: a ring or a letter among the digits of Chinese stands for 〇.
void write_zeros(std::u32string& folded) {
    constexpr std::u32string_view digits = U"〇零一二三四五六七八九";
    constexpr std::u32string_view rings = U"○◯⭕";
    constexpr std::u32string_view letters = U"OoΟО";
    constexpr std::u32string_view counted = U"年月日号室院路级后届班团";
    const auto at = [&](std::size_t place) { return place < folded.size() ? folded[place] : U'\0'; };
    for (std::size_t i = 0, next = 0; i < folded.size(); ++i) {
        const bool is_ring = is_one_of(folded[i], rings);
        if (!is_ring && !is_one_of(folded[i], letters)) continue;
        const bool follows = i > 0 && is_one_of(folded[i - 1], digits);
        if (next <= i) next = i + 1;  // the end of the run, looked for once
        while (is_one_of(at(next), rings) || is_one_of(at(next), letters)) ++next;
        const bool goes_on = is_one_of(at(next), digits);
        const bool begins = is_ring && next == i + 1 && goes_on && is_one_of(at(next + 1), U"年后级");
        if ((follows && (goes_on || is_one_of(at(next), counted))) || (begins && !follows)) folded[i] = U'〇';
    }
}

}  // namespace

std::u32string fold(std::u32string_view shown) {
    std::u32string folded(shown);
    std::ranges::transform(folded, folded.begin(), fold_one);
    const auto is_lowered = [](char32_t c) { return c >= U'₀' && c <= U'₉'; };
    for (std::size_t at = 2; at < folded.size(); ++at) {
        if (!is_lowered(folded[at - 2]) || folded[at - 1] != U'.' || !is_lowered(folded[at])) continue;
        folded[at - 2] = folded[at - 2] - U'₀' + U'0';  // PM₂.₅
        folded[at] = folded[at] - U'₀' + U'0';
    }
    write_zeros(folded);
    return folded;
}

std::u32string simplify(std::u32string_view folded, const Lexicon& lexicon) {
    std::u32string simplified(folded);
    const auto two_sided_at = [&](std::size_t at) {
        return std::ranges::find(two_sided, folded[at], &TwoSided::hanzi);
    };
    bool is_traditional = false;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (!is_hanzi(folded[at]) || two_sided_at(at) != two_sided.end()) continue;
        if (const auto known = lexicon.character(folded[at])) simplified[at] = known->simplified;
        is_traditional = is_traditional || simplified[at] != folded[at];
    }
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const auto* two = two_sided_at(at);
        if (two == two_sided.end()) continue;
        const char32_t before = at > 0 ? folded[at - 1] : U'\0';
        const char32_t after = at + 1 < folded.size() ? folded[at + 1] : U'\0';
        const bool is_itself = is_one_of(before, two->itself_after) || is_one_of(after, two->itself_before);
        const bool is_other = is_one_of(before, two->other_after) || is_one_of(after, two->other_before);
        const bool is_meant = two->where == Where::everywhere || (two->where == Where::traditional && is_traditional);
        if (!is_itself && (is_other || is_meant)) simplified[at] = two->other;
    }
    return simplified;
}

Syllable traditional_reading(char32_t shown) {
    const auto* known = std::ranges::find(single_readings, shown, &SingleReading::hanzi);
    return known == single_readings.end() ? Syllable{} : Syllable::from_pinyin(known->pinyin).value_or(Syllable{});
}

}  // namespace tingdu::mandarin
