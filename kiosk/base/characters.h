// What kind of character a code point is, as far as reading aloud and setting type care.
// Ranges of Unicode 15 only; what a character means in a sentence is for the rooms that read.
#pragma once

#include <string_view>

namespace tingdu {

[[nodiscard]] constexpr bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

/// A Chinese character proper: the CJK Unified Ideographs and their extensions and compatibility forms,
/// and U+3007 (〇). Not punctuation, kana or radicals.
[[nodiscard]] constexpr bool is_hanzi(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x323AF) || c == 0x3007;
}

/// A letter of the basic Latin alphabet or a Latin letter with marks (U+00C0 to U+024F), in half or full width.
[[nodiscard]] constexpr bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A);
}

/// 0 to 9, in half or full width.
[[nodiscard]] constexpr bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= 0xFF10 && c <= 0xFF19);
}

}  // namespace tingdu
