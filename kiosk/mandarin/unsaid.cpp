#include "kiosk/mandarin/unsaid.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/mandarin/pieces.h"

namespace tingdu::mandarin {
namespace {

// Spaces, punctuation, joiners and variation selectors: nobody waits for their names.
constexpr auto silent = std::to_array<std::pair<char32_t, char32_t>>({
    {0x0000, 0x00A0},  // the https of an address as well
    {0x00B7, 0x00B7},
    {0x2000, 0x206F},
    {0x3000, 0x303F},
    {0xFE00, 0xFE6F},
    {0xFEFF, 0xFEFF},
    {0xFF00, 0xFF20},
    {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65},
    {0xE0000, 0xE01EF},
});
bool is_silent(char32_t c) {
    return std::ranges::any_of(silent, [c](const auto& range) { return c >= range.first && c <= range.second; });
}

}  // namespace

std::vector<TextRange> unsaid(std::u32string_view shown) {
    const std::u32string folded = fold(shown);
    std::vector<TextRange> found;
    const auto look_through = [&](std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at) {
            if (is_silent(folded[at])) continue;
            if (!found.empty() && found.back().end == at) {
                ++found.back().end;
            } else {
                found.push_back({at, at + 1});
            }
        }
    };
    std::size_t last = 0;
    for (const Piece& piece : is_english(folded) ? scan_english(folded) : scan(folded)) {
        look_through(last, piece.shown.begin);
        last = std::max(last, piece.shown.end);
    }
    look_through(last, shown.size());
    return found;
}

}  // namespace tingdu::mandarin
