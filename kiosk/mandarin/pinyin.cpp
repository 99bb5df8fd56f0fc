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

}  // namespace

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
