// What every format does with characters before they are text: white space made one space, the invisible dropped.
// It looks at characters alone and knows nothing of sentences, markup or files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tingdu::text {

/// LF, VT, FF, CR, NEL and the two separators of Unicode. CR LF are two of them.
[[nodiscard]] constexpr bool ends_line(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// White space of any width that does not end a line, the full-width and the unbreakable too.
[[nodiscard]] constexpr bool is_blank(char32_t c) {
    if (c < 0x80 || (c >= 0x3400 && c <= 0x9FFF)) return c == U' ' || c == U'\t';
    // U+E5E5 is where GB 18030 kept its full-width space before 2005; the Hangul and Braille blanks are empty cells.
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 ||
           c == 0xE5E5 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
}

/// Nothing to see and nothing to say: controls, joiners, direction marks, soft hyphens, private and non-characters.
[[nodiscard]] constexpr bool is_invisible(char32_t c) {
    const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
    if (c < 0x20 || within(0x7F, 0x9F)) return !ends_line(c) && c != U'\t';
    if (c < 0xAD || within(0x3400, 0x9FFF)) return false;
    return c == 0xAD || c == 0x34F || c == 0x61C || within(0x115F, 0x1160) || within(0x17B4, 0x17B5) ||
           within(0x180B, 0x180F) || within(0x200B, 0x200F) || within(0x202A, 0x202E) || within(0x2060, 0x206F) ||
           within(0xD800, 0xDFFF) || (within(0xE000, 0xF8FF) && c != 0xE5E5) || within(0xFDD0, 0xFDEF) ||
           within(0xFE00, 0xFE0F) || c == 0xFEFF || within(0xFFF0, 0xFFFC) || (c & 0xFFFE) == 0xFFFE || c >= 0xE0000;
}

/// A letter, a Hanzi or a number of any script.
[[nodiscard]] bool is_sayable(char32_t c);
[[nodiscard]] bool has_sayable(std::u32string_view text);

/// `text` as it stands in a block: each run of white space (ends of lines too) one space, none at the ends,
/// nothing invisible.
[[nodiscard]] std::u32string tidied(std::u32string_view text);

/// `text` with each end of a line in it, and the blanks around that, gone where full-width characters stand on both
/// sides, and one space elsewhere (CSS Text 3, 4.1.2): whoever broke the line meant no space.
[[nodiscard]] std::u32string without_line_ends(std::u32string_view text);

/// Appends `next` as the continuation of a line that was broken for its width: Latin words keep a space between
/// them, Hanzi and their punctuation do not.
void flow_on(std::u32string& line, std::u32string_view next);

/// How wide a terminal would set it: 2 for a full-width character, 1 for others.
[[nodiscard]] std::size_t columns(std::u32string_view text);

/// "通 告" is 通告: letters set far apart.
[[nodiscard]] std::u32string without_blanks(std::u32string_view text);

/// Whether two texts are the same but for white space.
[[nodiscard]] bool same_but_blanks(std::u32string_view a, std::u32string_view b);

}  // namespace tingdu::text
