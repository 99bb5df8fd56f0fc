// The readings that a place has settled for itself, a word a line: `柳塘 = liu3 tang2`. They outrank the lexicon, and
// a wrong line never stops the others. It knows how such a list is written and looked up; where it lies it does not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/mandarin/lexicon.h"
#include "kiosk/mandarin/syllable.h"

namespace tingdu::mandarin {

struct LocalWord {
    std::u32string text;  ///< simplified
    std::vector<Syllable> syllables;
    std::size_t line{};
    friend bool operator==(const LocalWord&, const LocalWord&) = default;
};

class LocalReadings {
  public:
    static constexpr std::size_t longest_word = Lexicon::longest_word;

    LocalReadings() = default;
    explicit LocalReadings(std::vector<LocalWord> words);

    /// The longest word of the list that `simplified` begins with, of two characters or more; null if there is none.
    [[nodiscard]] const LocalWord* beginning(std::u32string_view simplified) const;
    /// How the list reads that character wherever no longer word of the list holds it; no syllable if it does not.
    [[nodiscard]] Syllable reading(char32_t simplified) const;
    [[nodiscard]] std::size_t size() const { return words_.size(); }
    friend bool operator==(const LocalReadings&, const LocalReadings&) = default;

  private:
    /// The longest of the words that begin with it, or where they would be.
    [[nodiscard]] std::vector<LocalWord>::const_iterator first_with(char32_t hanzi) const;

    std::vector<LocalWord> words_;  // by their first characters, the longest first
};

/// Something about one line of a list. All but `settled_before` mean that the line does not count.
struct Remark {
    enum class Kind : std::uint8_t {
        no_equals_sign,
        not_hanzi,       ///< something else in the word
        too_long,        ///< more Hanzi than a word may have
        not_a_syllable,  ///< `what` is none
        no_tone,         ///< `what` has none
        count_differs,   ///< `hanzi` against `syllables`
        settled_before,  ///< otherwise, on line `before`; this line counts
    };
    Kind kind{};
    std::size_t line{};  ///< from 1
    std::u32string what;
    std::size_t hanzi{};
    std::size_t syllables{};
    std::size_t before{};
    friend bool operator==(const Remark&, const Remark&) = default;
};

struct ReadList {
    LocalReadings readings;
    std::vector<Remark> remarks;  ///< by rising lines
};

/// `#` begins a comment. Pinyin with tone digits or tone marks; ü as ü, v or u:. Traditional characters stand for
/// their simplified ones, as everywhere.
[[nodiscard]] ReadList read_list(std::u32string_view list, const Lexicon& lexicon);

}  // namespace tingdu::mandarin
