// The parts that a run of text is measured, painted and cut in: a Hanzi, a word's letters, a number's digits.
// Whoever cuts a run at the end of an atom changes nothing of how either half looks. Knows no fonts and no lines.
#pragma once

#include <cstddef>
#include <string_view>

namespace tingdu::scene {

/// Where the atom that begins at `begin` ends; `begin` < text.size(). Letters of one word are one atom, in an
/// English sentence with the quotation marks that it begins or ends with; digits likewise, "——" and "……" too; any other
/// character is its own, with the marks that sit on it.
[[nodiscard]] std::size_t atom_end(std::u32string_view text, std::size_t begin);

/// Takes no room and leaves no ink of its own: joiners, selectors, direction marks, controls.
[[nodiscard]] bool is_invisible(char32_t c);

/// White space at which a line may end and which it then drops.
[[nodiscard]] bool is_space(char32_t c);

/// The apostrophe inside a word (’), which a Chinese font would set a whole Hanzi wide.
[[nodiscard]] constexpr bool is_apostrophe(char32_t c) {
    return c == U'\u2019';
}
/// What stands for a mark that is so wide, inside a word's atom; `c` itself for anything else.
[[nodiscard]] constexpr char32_t narrow(char32_t c) {
    if (c == U'\u2018' || c == U'\u2019') return U'\'';
    return c == U'\u201C' || c == U'\u201D' ? U'"' : c;
}

}  // namespace tingdu::scene
