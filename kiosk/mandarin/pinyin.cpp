#include "kiosk/mandarin/pinyin.h"

#include <algorithm>
#include <array>

namespace tingdu::mandarin {
namespace {

struct Marked {
    char letter;
    std::u32string_view tones;  // the first to the fourth
};
constexpr auto marked_letters = std::to_array<Marked>({
    {'a', U"āáǎà"},
    {'e', U"ēéěè"},
    {'i', U"īíǐì"},
    {'o', U"ōóǒò"},
    {'u', U"ūúǔù"},
    {'v', U"ǖǘǚǜ"},
    {'a', U"ĀÁǍÀ"},
    {'e', U"ĒÉĚÈ"},
    {'o', U"ŌÓǑÒ"},
    {'n', U"?ńňǹ"},  // the first is not to be had as one character
});
// The same marks as characters of their own, behind the letter.
constexpr std::u32string_view combining_tones = U"\u0304\u0301\u030C\u0300";
constexpr char32_t combining_dots = 0x308;

bool is_between(char32_t c) {
    return c == U' ' || c == U'\'' || c == U'-';
}

void mark(Spelling& spelling, std::size_t tone) {
    spelling.tone = static_cast<int>(tone) + 1;
    spelling.marked = true;
}

void add(Spelling& spelling, char32_t c) {
    spelling.written += c;
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    const bool after_u = spelling.base.ends_with('u');
    if ((c == U':' || c == combining_dots) && after_u) {
        spelling.base.back() = 'v';
    } else if (c == U'ü' || c == U'Ü') {
        spelling.base += 'v';
    } else if (const auto tone = combining_tones.find(c); tone != std::u32string_view::npos) {
        mark(spelling, tone);
    } else if (c >= U'1' && c <= U'5' && spelling.tone == 0) {
        spelling.tone = static_cast<int>(c - U'0');
    } else if (c > U' ' && c < 0x7F) {
        spelling.base += static_cast<char>(c);
    } else {
        const auto known = std::ranges::find_if(
            marked_letters, [c](const Marked& letter) { return letter.tones.find(c) != std::u32string_view::npos; });
        if (known == marked_letters.end()) {
            spelling.base += '?';
        } else {
            spelling.base += known->letter;
            mark(spelling, known->tones.find(c));
        }
    }
}

/// Where the mark of the tone stands: over a or e, over the o of ou, else over the last vowel.
std::size_t marked_place(std::string_view base) {
    if (const auto open = base.find_first_of("ae"); open != base.npos) return open;
    if (const auto ou = base.find("ou"); ou != base.npos) return ou;
    if (const auto vowel = base.find_last_of("iouv"); vowel != base.npos) return vowel;
    return base.find_first_of("mn");  // hm, ng
}

std::u32string_view letter_of(std::string_view base, std::size_t place) {
    static constexpr std::u32string_view alphabet = U"abcdefghijklmnopqrstuvwxyz";
    if (base == "eh") return place == 0 ? U"ê" : U"";
    if (base[place] == 'v') return U"ü";
    return alphabet.substr(static_cast<std::size_t>(base[place] - 'a'), 1);
}

std::u32string with_mark(std::string_view base, std::size_t place, std::size_t tone) {
    for (const Marked& known : marked_letters)
        if (known.letter == base[place] && known.tones[tone] != U'?' && base != "eh") return {known.tones[tone]};
    return std::u32string(letter_of(base, place)) + combining_tones[tone];
}

}  // namespace

std::u32string printed(Syllable syllable) {
    const std::string pinyin = syllable.pinyin();
    if (pinyin.empty()) return {};
    const std::string_view base = std::string_view(pinyin).substr(0, pinyin.size() - 1);
    const std::size_t marked = syllable.tone() < 5 ? marked_place(base) : base.npos;
    std::u32string text;
    for (std::size_t i = 0; i < base.size(); ++i)
        text += i == marked ? with_mark(base, i, static_cast<std::size_t>(syllable.tone() - 1))
                            : std::u32string(letter_of(base, i));
    return text;
}

std::optional<Syllable> Spelling::syllable() const {
    std::string plain = base;
    if (plain == "lue" || plain == "nue") plain[1] = 'v';
    if (plain.size() > 1 && plain[1] == 'v' && std::string_view("jqxy").find(plain[0]) != std::string_view::npos)
        plain[1] = 'u';
    return Syllable::from_pinyin(plain + static_cast<char>('0' + tone));
}

std::vector<Spelling> spellings(std::u32string_view folded) {
    std::vector<Spelling> all;
    bool open = false;
    for (const char32_t c : folded) {
        if (is_between(c)) {
            open = false;
            continue;
        }
        if (!open) all.emplace_back();
        add(all.back(), c);
        open = c < U'0' || c > U'9';
    }
    return all;
}

}  // namespace tingdu::mandarin
