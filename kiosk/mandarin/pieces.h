// What a text falls into before anything is read: stretches of Hanzi, things that are said otherwise than they are
// written, words of other scripts, pauses.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/base/text_range.h"
#include "kiosk/mandarin/front_end.h"

namespace tingdu::mandarin {

enum class PieceKind : std::uint8_t {
    hanzi,    ///< said as shown
    spoken,   ///< a number or symbol, said by the Hanzi in `said`
    latin,    ///< `said` is a word
    letters,  ///< `said` has the letters, spaced
    pause,
};

/// Whether 一 in a number changes its tone: never in 二零一一 or 第一, before 百千万亿 and measure words in a count.
enum class Counting : bool { count, ordinal };

struct Piece {
    PieceKind kind{};
    TextRange shown;
    std::u32string said;
    Boundary boundary{};
    Counting counting{};
    bool attached{};  ///< lights up together with the piece before, as the unit of a number does
};

/// Every Hanzi of the text is in one piece of kind hanzi, and pieces rise. `folded` is the text with its full-width
/// forms made plain, one character for one.
[[nodiscard]] std::vector<Piece> scan(std::u32string_view folded);

/// No Hanzi, and Latin letters that are more than units, acronyms and codes: "25 cm²" and "GB/T 37668" are Mandarin.
[[nodiscard]] bool is_english(std::u32string_view folded);

/// The same for a text that is English as a whole: words between spaces, numbers left as they stand.
[[nodiscard]] std::vector<Piece> scan_english(std::u32string_view folded);

/// Full-width letters, digits and signs → ASCII; the many kinds of space, hyphen and wave → one of each.
[[nodiscard]] std::u32string fold(std::u32string_view shown);

/// Traditional characters → simplified ones, one for one; all that is looked up is looked up so.
[[nodiscard]] std::u32string simplify(std::u32string_view folded, const Lexicon& lexicon);

/// How a traditional character is always read whose simplified one has several readings: 髮 fa4; none for any other.
[[nodiscard]] Syllable traditional_reading(char32_t shown);

}  // namespace tingdu::mandarin
