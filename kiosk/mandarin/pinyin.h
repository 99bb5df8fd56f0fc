// Pinyin as people write it → syllables, tone digits or tone marks, ü as ü, v or u:, capitals or none; and back, as it
// is printed. It knows spellings; what the syllables are for it does not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/mandarin/syllable.h"

namespace tingdu::mandarin {

/// One syllable as it was written: "lǜ" and "lu:4" are both "lv" in the fourth tone.
struct Spelling {
    std::string base;
    int tone{};  ///< 0 where none was written
    bool marked{};
    std::u32string written;

    /// Nothing for what is no syllable.
    [[nodiscard]] std::optional<Syllable> syllable() const;
};

/// A syllable as a textbook prints it: "lǜ", "shuǐ", "ma"; empty for no syllable.
[[nodiscard]] std::u32string printed(Syllable syllable);

/// The syllables of a line, parted by spaces, apostrophes, hyphens, or by their digits. Never fails: what is no pinyin
/// comes back as a spelling without a syllable.
[[nodiscard]] std::vector<Spelling> spellings(std::u32string_view folded);

}  // namespace tingdu::mandarin
