// What of a clause bears upon how one of its characters is read: the words and characters about it, their classes,
// what the lexicon and the rules make of it; each as a number. The model knows nothing but these.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "kiosk/mandarin/neighbour_net.h"
#include "kiosk/mandarin/readings.h"

namespace tingdu::mandarin {

/// Numbers that name observations: hashes of 32 bits, so that two rare ones may share a name.
class Context {
  public:
    static constexpr std::size_t count = 33;
    static constexpr std::size_t lexical_feature = 2;  ///< where the reading of the lexicon stands among them
    static constexpr std::size_t first_nearby =
        25;  ///< where the words nearby stand, which are alike wherever they are
    static constexpr std::size_t nearby = 8;
    /// Which are about nothing but the characters beside it, from `first` to `last` after it.
    struct Beside {
        std::size_t feature;
        int first;
        int last;
    };
    static constexpr auto beside_features = std::to_array<Beside>({
        {5, -1, -1},
        {6, 1, 1},
        {7, -2, -1},
        {8, 1, 2},
        {9, -1, 1},
        {10, -2, -2},
        {11, 2, 2},
        {24, -2, 1},
    });
    using Features = std::array<std::uint32_t, count>;

    /// `clause` must outlive this.
    explicit Context(std::span<const Draft> clause);

    /// About the character at `place` of a word.
    [[nodiscard]] Features around(std::size_t word, std::size_t place) const;
    [[nodiscard]] Neighbours beside(std::size_t word, std::size_t place) const;

  private:
    [[nodiscard]] char32_t hanzi(std::ptrdiff_t at) const;
    [[nodiscard]] std::uint32_t word_hash(std::ptrdiff_t word) const;
    [[nodiscard]] std::uint32_t word_class(std::ptrdiff_t word) const;

    std::span<const Draft> clause_;
    std::u32string flat_;               // the clause, a number or a Latin word as one sign
    std::vector<std::size_t> begin_;    // of each word in flat_
    std::vector<bool> is_begin_;        // of each sign in flat_
    std::vector<std::uint32_t> words_;  // the hash of each
};

}  // namespace tingdu::mandarin
