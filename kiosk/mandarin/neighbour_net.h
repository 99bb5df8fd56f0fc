// What the characters about one suggest of how it is read: a small net, as it lies in memory. Unlike a weight for each
// neighbour, what it has learned of 县 it knows of 镇 too. It knows no words, only where they are cut.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace tingdu::mandarin {

/// What stands about a character in its clause, from left to right, itself left out.
struct Neighbours {
    static constexpr std::size_t reach = 7;  ///< to either side
    static constexpr std::size_t count = 2 * reach;
    std::array<char32_t, count> hanzi{};
    std::array<bool, count> is_cut{};  ///< whether a word begins or ends on the side towards the character
};

/// A view of the last section of voices/mandarin/readings.bin, which the caller keeps alive and unchanged.
class NeighbourNet {
  public:
    static constexpr std::size_t width = 32;    ///< numbers that a neighbour is known by
    static constexpr std::size_t hidden = 128;  ///< numbers that its neighbours together are known by
    static constexpr std::size_t inputs = (width + 1) * Neighbours::count;
    static constexpr std::size_t padded_inputs = 464;

    /// Nothing if the bytes are no net for so many characters and classes.
    [[nodiscard]] static std::optional<NeighbourNet> over(std::span<const std::byte> bytes, std::size_t characters,
                                                          std::size_t classes);

    using Hidden = std::array<float, hidden>;
    /// How the neighbours of the character, which is the n-th of those taught, look to its readings.
    [[nodiscard]] Hidden look(std::size_t character, const Neighbours& neighbours) const;
    /// What that adds to the score of a class, in the units of ReadingModel.
    [[nodiscard]] int score(std::size_t one_class, const Hidden& seen) const;

  private:
    explicit NeighbourNet(std::span<const std::byte> bytes) : bytes_(bytes) {}
    [[nodiscard]] std::optional<std::size_t> find(char32_t hanzi) const;

    std::span<const std::byte> bytes_;
    std::size_t hanzi_count_{};
    std::size_t vectors_at_{};
    std::size_t weights_at_{};
    std::size_t biases_at_{};
    std::size_t outputs_at_{};
    float input_unit_{};
    float bias_unit_{};
    float output_unit_{};
    std::int16_t one_{};
};

}  // namespace tingdu::mandarin
