#include "kiosk/scene/atoms.h"

#include "kiosk/base/characters.h"

namespace tingdu::scene {
namespace {

constexpr char32_t zero_width_joiner = 0x200D;

constexpr bool between(char32_t c, char32_t first, char32_t last) {
    return first <= c && c <= last;
}

bool is_regional_indicator(char32_t c) {
    return between(c, 0x1F1E6, 0x1F1FF);
}

/// Sits on the character before it. The common ranges of Unicode's Mn and Me, and emoji's skin tones.
bool is_mark(char32_t c) {
    return between(c, 0x300, 0x36F) || between(c, 0x1AB0, 0x1AFF) || between(c, 0x1DC0, 0x1DFF) ||
           between(c, 0x20D0, 0x20FF) || between(c, 0x302A, 0x302F) || between(c, 0x3099, 0x309A) ||
           between(c, 0xFE00, 0xFE0F) || between(c, 0xFE20, 0xFE2F) || between(c, 0x1F3FB, 0x1F3FF) ||
           between(c, 0xE0020, 0xE007F) || between(c, 0xE0100, 0xE01EF) || c == 0x200C || c == zero_width_joiner;
}

/// Letters that a font may kern or join with their neighbours; full width ones stand alone like Hanzi.
bool is_letter(char32_t c) {
    return (c < 0x250 && is_latin(c)) || (between(c, 0x250, 0x1FFF) && !between(c, 0x1100, 0x11FF)) ||
           between(c, 0x2C00, 0x2DFF) || between(c, 0xA4D0, 0xABFF) || between(c, 0xFB00, 0xFDFF) ||
           between(c, 0xFE70, 0xFEFC);
}

bool is_hangul_jamo(char32_t c) {
    return between(c, 0x1100, 0x11FF);
}

bool is_latin_letter(char32_t c) {
    return c < 0x250 && is_latin(c);
}

/// Hanzi, and the marks that stand among them.
bool is_of_cjk(char32_t c) {
    return between(c, 0x2E80, 0x9FFF) || between(c, 0xAC00, 0xD7FF) || between(c, 0xF900, 0xFAFF) ||
           between(c, 0xFE30, 0xFE4F) || between(c, 0xFF00, 0xFFEF) || c >= 0x20000;
}

/// “Select” in an English sentence; among Hanzi the marks are as wide as they are.
bool opens_word(std::u32string_view text, std::size_t at) {
    if ((text[at] != U'“' && text[at] != U'‘') || at + 1 >= text.size() || !is_latin_letter(text[at + 1])) return false;
    if (at > 0 && is_of_cjk(text[at - 1])) return false;
    constexpr std::size_t farthest = 80;
    const std::size_t end = text.substr(at, farthest).find(text[at] == U'“' ? U'”' : U'’');
    return end == std::u32string_view::npos || at + end + 1 >= text.size() || !is_of_cjk(text[at + end + 1]);
}
bool closes_word(std::u32string_view text, std::size_t at) {
    return (text[at] == U'”' || text[at] == U'’') && is_latin_letter(text[at - 1]) &&
           (at + 1 == text.size() || !is_of_cjk(text[at + 1]));
}

bool joins(std::u32string_view text, std::size_t at) {
    const char32_t before = text[at - 1];
    const char32_t c = text[at];
    if (is_mark(c) || before == zero_width_joiner || closes_word(text, at)) return true;
    if (is_letter(c)) return is_letter(before) || is_mark(before) || is_apostrophe(before);
    if (is_apostrophe(c)) return is_letter(before) && at + 1 < text.size() && is_letter(text[at + 1]);
    return is_hangul_jamo(c) && is_hangul_jamo(before);
}

}  // namespace

std::size_t atom_end(std::u32string_view text, std::size_t begin) {
    const char32_t first = text[begin];
    std::size_t end = begin + 1;
    const auto next_is = [&](auto rule) { return end < text.size() && rule(text[end]); };
    if (between(first, U'0', U'9')) {
        while (next_is([](char32_t c) { return between(c, U'0', U'9'); })) ++end;
    } else if (first == U'—' || first == U'…') {
        if (next_is([first](char32_t c) { return c == first; })) ++end;
    } else if (is_regional_indicator(first)) {  // two of them are one flag
        if (next_is(is_regional_indicator)) ++end;
    } else if (is_letter(first) || is_hangul_jamo(first) || opens_word(text, begin)) {
        if (opens_word(text, begin)) ++end;
        while (end < text.size() && joins(text, end)) ++end;
        return end;
    }
    while (end < text.size() && (is_mark(text[end]) || (text[end - 1] == zero_width_joiner && !is_letter(text[end]))))
        ++end;
    return end;
}

bool is_invisible(char32_t c) {
    return (c < 0x20 && !is_space(c)) || between(c, 0x7F, 0x9F) || c == 0xAD || c == 0x34F || c == 0x61C ||
           c == 0x180E || between(c, 0x200B, 0x200F) || between(c, 0x202A, 0x202E) || between(c, 0x2060, 0x206F) ||
           between(c, 0xFE00, 0xFE0F) || c == 0xFEFF || between(c, 0xFFF9, 0xFFFB) || between(c, 0xE0000, 0xE0FFF);
}

bool is_space(char32_t c) {
    return c == U' ' || between(c, 0x9, 0xD) || c == 0x85 || c == 0x1680 || between(c, 0x2000, 0x2006) ||
           between(c, 0x2008, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x205F || c == 0x3000;
}

}  // namespace tingdu::scene
