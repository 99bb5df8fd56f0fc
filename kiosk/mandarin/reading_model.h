// What was learned of how characters are read in context: a linear model and a small net, as they lie in memory. It
// says which reading fits best and by how much; it knows no words and no rules but those that stand in what it is given
// to weigh.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "kiosk/base/result.h"
#include "kiosk/mandarin/neighbour_net.h"
#include "kiosk/mandarin/syllable.h"

namespace tingdu::mandarin {

/// What is weighed for one character. Features are hashes, made by Context; the syllables are what others say of it.
struct Evidence {
    std::span<const std::uint32_t> features;
    Neighbours neighbours{};
    Syllable lexical;        ///< the lexicon, for its word
    Syllable by_rule;        ///< a rule; none if none spoke
    Syllable alone;          ///< the lexicon, for the character by itself
    std::size_t length = 1;  ///< of its word
};

/// A view of the bytes of voices/mandarin/readings.bin, which the caller keeps alive and unchanged.
class ReadingModel {
  public:
    /// Scores and leads are sixteenths of the natural logarithm of how much likelier one reading is than another.
    static constexpr int unit = 16;
    static constexpr std::size_t most_classes = 32;
    /// Who may agree with a reading, each with a weight of its own.
    static constexpr std::size_t agreements = 7;
    /// The lexicon for words of 1 to 4 characters and more: 0 to 3; a rule: 4; the character by itself, where it stands
    /// alone 5, in a word 6.
    [[nodiscard]] static constexpr std::size_t lexical_agreement(std::size_t length) {
        return length < 4 ? length - 1 : 3;
    }
    static constexpr std::size_t rule_agreement = 4;
    [[nodiscard]] static constexpr std::size_t alone_agreement(std::size_t length) { return length > 1 ? 6 : 5; }

    /// Whether the linear part alone has not settled it, so that the net is asked: it takes most of the time.
    [[nodiscard]] static constexpr bool is_open(std::span<const int> scores) {
        constexpr int settled = 5 * unit;
        const int best = *std::ranges::max_element(scores);
        return std::ranges::count_if(scores, [&](int score) { return score > best - settled; }) > 1;
    }

    /// How a feature is found among the weights of a character: by how its hash begins, in so many ways (a power of
    /// two), and by a key of 16 bits with what follows in it and with a class.
    class Keys {
      public:
        constexpr Keys(std::size_t ways, std::size_t classes)
            : bits_(static_cast<unsigned>(std::bit_width(ways)) - 1),
              classes_((1U << static_cast<unsigned>(std::bit_width(classes - 1))) - 1) {}
        [[nodiscard]] constexpr std::size_t way(std::uint32_t feature) const {
            return std::uint64_t{feature} << bits_ >> 32U;
        }
        [[nodiscard]] constexpr unsigned key(std::uint32_t feature) const {
            return static_cast<unsigned>(std::uint64_t{feature} << bits_ >> 16U & 0xFFFFU) & ~classes_;
        }
        [[nodiscard]] constexpr unsigned which(unsigned key) const { return key & classes_; }

      private:
        unsigned bits_;
        unsigned classes_;  ///< the bits that hold one
    };

    /// Fault no_lexicon if the bytes are not a model of this version or are cut short.
    [[nodiscard]] static Result<ReadingModel> over(std::span<const std::byte> bytes);

    [[nodiscard]] bool knows(char32_t hanzi) const { return find(hanzi).has_value(); }

    struct Opinion {
        Syllable best;
        Syllable second;  ///< none where there is but one
        int lead{};       ///< of the best before the second
        int gain{};       ///< of the best before `otherwise`; the most there is if that was never seen
    };
    /// Nothing about a character that it was not taught. `otherwise` is what would be said without it.
    [[nodiscard]] std::optional<Opinion> opinion(char32_t hanzi, const Evidence& evidence, Syllable otherwise) const;

  private:
    explicit ReadingModel(std::span<const std::byte> bytes) : bytes_(bytes) {}
    /// Where a character's record is.
    [[nodiscard]] std::optional<std::size_t> find(char32_t hanzi) const;
    [[nodiscard]] std::uint32_t u32(std::size_t at) const;
    [[nodiscard]] unsigned u16(std::size_t at) const;
    [[nodiscard]] int i8(std::size_t at) const;

    std::span<const std::byte> bytes_;
    std::uint32_t characters_{};
    std::size_t classes_at_{};
    std::size_t places_at_{};
    std::size_t keys_at_{};
    std::size_t weights_at_{};
    std::array<int, agreements> agreement_{};
    std::optional<NeighbourNet> net_;  ///< never empty once made
};

}  // namespace tingdu::mandarin
