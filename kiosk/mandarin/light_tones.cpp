#include "kiosk/mandarin/light_tones.h"

#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"

namespace tingdu::mandarin {
namespace {

struct FullTone {
    char32_t hanzi{};
    int tone{};
};
// The tones that characters of several readings have where words make them light.
constexpr auto full_tones = std::to_array<FullTone>({
    {U'分', 4}, {U'少', 3}, {U'难', 2}, {U'发', 4}, {U'量', 2}, {U'应', 4}, {U'识', 2}, {U'服', 2}, {U'拾', 2},
    {U'弟', 4}, {U'当', 4}, {U'担', 4}, {U'笼', 2}, {U'落', 4}, {U'坊', 1}, {U'弹', 2}, {U'系', 4}, {U'处', 4},
    {U'缝', 2}, {U'丧', 1}, {U'撒', 1}, {U'姥', 3}, {U'搁', 1}, {U'听', 1}, {U'叨', 1}, {U'夫', 1},
});

constexpr std::u32string_view counting = U"一二两三四五六七八九十百千万亿几半多数每这那哪某儿";

/// 一个, 三十个, 是个; not 各个, 整个 and 个人.
bool is_measure(std::span<const Draft> clause, std::size_t word, std::size_t place) {
    const std::u32string_view text = clause[word].text;
    const std::u32string_view before = word > 0 ? clause[word - 1].text : std::u32string_view();
    const std::u32string_view after = word + 1 < clause.size() ? clause[word + 1].text : std::u32string_view();
    if (text.size() == 1) return !before.ends_with(U'各') && !before.ends_with(U'个') && !after.starts_with(U'个');
    if (place > 0) return is_one_of(text[place - 1], counting);
    // 三|个月, 八|个多
    if (!is_one_of(text[1], U"月多半钟") || word == 0) return false;
    return clause[word - 1].number || (!before.empty() && is_one_of(before.back(), counting));
}

/// 好地方, 什么地方都去; not 地方政府.
bool is_place(std::span<const Draft> clause, std::size_t word) {
    if (word == 0 || clause[word - 1].text.empty()) return false;
    const WordClass after = word + 1 < clause.size() ? clause[word + 1].word_class : WordClass::other;
    return is_one_of(clause[word - 1].text.back(), U"的个些么有好新老远近同别何这那哪几大小种") &&
           after != WordClass::noun;
}

/// 好呀, 来啦 at the end of what is said; not 呀 alone and not 哎呀.
bool ends_in_particle(std::span<const Draft> clause, std::size_t word, std::size_t place) {
    const std::u32string_view text = clause[word].text;
    if (word + 1 < clause.size() || place + 1 < text.size()) return false;
    if (text.size() == 1) return word > 0 && is_one_of(text[0], U"呀啦哇呗哟喽嘛");
    return is_one_of(text.back(), U"呀啦哇") && !is_one_of(text.front(), U"哎唉啊哈呀咿哗");
}

bool is_light(std::span<const Draft> clause, std::size_t word, std::size_t place) {
    const Draft& here = clause[word];
    if (here.number || here.ground == Ground::place || here.name > 0) return false;
    if (here.text[place] == U'个') return is_measure(clause, word, place);
    if (ends_in_particle(clause, word, place)) return true;
    if (here.text == U"地方") return place == 1 && is_place(clause, word);
    return !here.said.empty() && here.said[place].tone() == 5 && here.said[place] == here.syllables[place].with_tone(5);
}

}  // namespace

Syllable with_full_tone(char32_t hanzi, Syllable syllable) {
    const auto* known = std::ranges::find(full_tones, hanzi, &FullTone::hanzi);
    return syllable.tone() == 5 && known != full_tones.end() ? syllable.with_tone(known->tone) : syllable;
}

std::vector<Syllable> lightened(std::span<const Draft> clause, std::size_t word) {
    std::vector<Syllable> said = clause[word].syllables;
    for (std::size_t place = 0; place < said.size(); ++place)
        if (is_light(clause, word, place)) said[place] = said[place].with_tone(5);
    return said;
}

}  // namespace tingdu::mandarin
