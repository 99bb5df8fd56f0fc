// The Mandarin lexicon as it lies in memory: words, how common they are, how they are read. The file is mapped, not
// parsed: opening it costs nothing, and only the pages that are looked at are ever read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/mandarin/reading_model.h"
#include "kiosk/mandarin/syllable.h"

namespace tingdu::mandarin {

enum class WordClass : std::uint8_t {
    other,
    noun,
    person,
    place,
    time,
    verb,
    adjective,
    adverb,
    numeral,
    measure,
    pronoun,
    preposition,
    particle,
};

/// How uncommon something is: ten times the natural logarithm of one in how many words it is. Costs add up.
using Cost = int;

/// What is known of one character.
struct Character {
    char32_t simplified{};  ///< itself, unless it is a traditional form of exactly one other
    Cost cost{};
    WordClass word_class{};
    std::uint16_t lengths{};  ///< bit n is set if words of n characters begin with it
    std::uint8_t surname{};   ///< which candidate is its reading as a surname, counted from 1; 0 if it is none
    std::uint8_t candidates{};
    std::uint32_t first_candidate{};
};

/// A word of two characters or more.
struct Entry {
    std::uint8_t length{};
    std::uint32_t row{};
    Cost cost{};
    WordClass word_class{};
    bool is_settled{};  ///< read by hand: what was learned does not overrule it
};

/// A view of the bytes of voices/mandarin/lexicon.bin, which the caller keeps alive and unchanged.
class Lexicon {
  public:
    static constexpr std::size_t longest_word = 12;

    /// Fault no_lexicon if the bytes are not a lexicon of this version or are cut short.
    [[nodiscard]] static Result<Lexicon> over(std::span<const std::byte> bytes);

    /// What was learned beyond words, if anything.
    void learn(ReadingModel model) { model_ = model; }
    [[nodiscard]] const std::optional<ReadingModel>& model() const { return model_; }

    [[nodiscard]] std::optional<Character> character(char32_t c) const;
    /// The n-th reading of a character, the likeliest first; no syllable beyond the last.
    [[nodiscard]] Syllable candidate(const Character& character, std::size_t n) const;
    /// The likeliest reading of a character, or no syllable.
    [[nodiscard]] Syllable default_reading(char32_t c) const;

    /// Words are looked up by simplified characters.
    [[nodiscard]] std::optional<Entry> word(std::u32string_view simplified) const;
    /// How the entry reads its character at `place`, which is `c`.
    [[nodiscard]] Syllable reading(const Entry& entry, std::size_t place, char32_t c) const;

    /// All words of `length` characters that contain this one, in no order that means anything. Looks at every word of
    /// that length: some tenths of a millisecond.
    [[nodiscard]] std::vector<Entry> words_with(char32_t c, std::size_t length) const;
    [[nodiscard]] std::u32string spelling(const Entry& entry) const;

  private:
    struct Table {
        std::size_t words{};
        std::size_t costs{};
        std::size_t classes{};
        std::size_t readings{};
        std::uint32_t rows{};
    };

    [[nodiscard]] Entry entry(std::size_t length, std::uint32_t row) const;
    explicit Lexicon(std::span<const std::byte> bytes) : bytes_(bytes) {}
    [[nodiscard]] std::uint8_t u8(std::size_t at) const;
    [[nodiscard]] std::uint16_t u16(std::size_t at) const;
    [[nodiscard]] std::uint32_t u32(std::size_t at) const;

    std::span<const std::byte> bytes_;
    std::optional<ReadingModel> model_;
    std::uint32_t characters_{};
    std::uint32_t candidates_{};
    std::array<Table, longest_word + 1> tables_;  // by length; 0 and 1 stay empty
};

}  // namespace tingdu::mandarin
