#include "kiosk/text/cleaning.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "kiosk/base/characters.h"

namespace tingdu::text {
namespace {

constexpr bool within(char32_t c, char32_t low, char32_t high) {
    return c >= low && c <= high;
}

constexpr bool is_wide(char32_t c) {
    if (c < 0x1100) return false;
    return is_hanzi(c) || within(c, 0x1100, 0x115F) || within(c, 0x2E80, 0x303E) || within(c, 0x3041, 0xA4CF) ||
           within(c, 0xAC00, 0xD7A3) || within(c, 0xFE30, 0xFE6F) || within(c, 0xFF01, 0xFF60) ||
           within(c, 0xFFE0, 0xFFE6) || within(c, 0x1F300, 0x1FAFF) || c == U'“' || c == U'”' || c == U'‘' ||
           c == U'’' || c == U'…' || c == U'—';
}

/// Stays as it is wherever it stands.
constexpr bool is_plain(char32_t c) {
    return within(c, 0x21, 0x7E) || within(c, 0x4E00, 0x9FFF);
}

}  // namespace

bool is_sayable(char32_t c) {
    if (c < 0x80) return is_latin(c) || is_digit(c);
    return is_hanzi(c) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool has_sayable(std::u32string_view text) {
    for (const char32_t c : text) {
        if (is_sayable(c)) return true;
    }
    return false;
}

std::u32string tidied(std::u32string_view text) {
    std::u32string clean;
    clean.reserve(text.size());
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        // A stretch of Hanzi, or of words with a space between two, is copied as it is: an article is hardly anything
        // else, and may have millions.
        std::size_t end = at;
        while (end < text.size() && (is_plain(text[end]) || (text[end] == U' ' && end > at && end + 1 < text.size() &&
                                                             is_plain(text[end + 1]))))
            ++end;
        if (end > at) {
            if (space && !clean.empty()) clean.push_back(U' ');
            space = false;
            clean.append(text, at, end - at);
            at = end;
            continue;
        }
        const char32_t c = text[at++];
        if (is_blank(c) || ends_line(c)) {
            space = true;
        } else if (!is_invisible(c)) {
            if (space && !clean.empty()) clean.push_back(U' ');
            space = false;
            clean.push_back(c);
        }
    }
    return clean;
}

std::u32string without_line_ends(std::u32string_view text) {
    std::u32string joined;
    joined.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        bool ends = false;
        while (end < text.size() && (is_blank(text[end]) || ends_line(text[end])))
            ends = ends_line(text[end++]) || ends;
        if (!ends) end = std::max(end, at + 1);
        const bool is_between = at > 0 && end < text.size();
        if (!ends) {
            joined.append(text, at, end - at);
        } else if (!is_between || !is_wide(text[at - 1]) || !is_wide(text[end])) {
            joined.push_back(U' ');
        }
        at = end;
    }
    return joined;
}

void flow_on(std::u32string& line, std::u32string_view next) {
    const bool apart = !line.empty() && !next.empty() && !is_wide(line.back()) && !is_wide(next.front()) &&
                       line.back() != U'-' && line.back() != U' ' && next.front() != U' ';
    if (apart) line.push_back(U' ');
    line.append(next);
}

std::size_t columns(std::u32string_view text) {
    std::size_t width = 0;
    for (const char32_t c : text) width += is_wide(c) ? 2 : 1;
    return width;
}

std::u32string without_blanks(std::u32string_view text) {
    std::u32string dense(text);
    std::erase_if(dense, is_blank);
    return dense;
}

bool same_but_blanks(std::u32string_view a, std::u32string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    for (;;) {
        while (i < a.size() && is_blank(a[i])) ++i;
        while (j < b.size() && is_blank(b[j])) ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (a[i++] != b[j++]) return false;
    }
}

}  // namespace tingdu::text
