// Learns the net of kiosk/mandarin/neighbour_net.h. First from plain text, what characters are alike: which character
// stands in a place is guessed from those about it. Then from readings.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "kiosk/mandarin/neighbour_net.h"
#include "kiosk/mandarin/reading_model.h"

namespace tingdu::mandarin {

/// Neighbours by number, so that millions can be kept.
struct Window {
    std::array<std::uint16_t, Neighbours::count> hanzi{};
    std::array<bool, Neighbours::count> is_cut{};
    std::uint16_t middle{};
};

/// Numbers for what stands in text.
class Signs {
  public:
    [[nodiscard]] std::uint16_t number(char32_t hanzi);
    [[nodiscard]] Window window(char32_t middle, const Neighbours& neighbours);
    [[nodiscard]] std::size_t size() const { return hanzi_.size(); }
    [[nodiscard]] char32_t hanzi(std::size_t number) const { return hanzi_[number]; }

  private:
    std::unordered_map<char32_t, std::uint16_t> numbers_;
    std::vector<char32_t> hanzi_;
};

/// A character whose reading is known. Classes are counted over all characters; `reading` … among its own, -1 for none.
struct Lecture {
    const Window* window{};
    std::uint32_t character{};
    std::uint32_t first_class{};
    std::uint32_t classes{};
    int reading{};
    int lexical{};
    int by_rule{};
    int alone{};
    std::uint8_t length{};
    float worth{};
};

struct NetWeights {
    std::vector<float> vectors;  ///< width for each sign
    std::vector<float> inner;    ///< hidden for each input, then what is added
    std::vector<float> biases;   ///< hidden for each character
    std::vector<float> outputs;  ///< hidden for each class
    // What the linear part can hold as well as the net:
    std::vector<float> habit;    ///< for each class
    std::vector<float> lexicon;  ///< for each class that the lexicon may give, alone and in a word: for each class
    std::array<float, ReadingModel::agreements> agreement{};

    /// Where in `lexicon` the weights of a character's classes begin.
    [[nodiscard]] static std::size_t lexicon_at(std::size_t lexical_class, std::size_t length) {
        return (2 * lexical_class + (length > 1 ? 1 : 0)) * ReadingModel::most_classes;
    }
    /// Adds to the odds of each class what the net alone says.
    void add_odds(const Window& window, std::size_t character, std::size_t first_class, double share,
                  std::span<double> odds) const;
};

struct Syllabus {
    std::size_t signs{};
    std::size_t characters{};
    std::size_t classes{};
};

[[nodiscard]] NetWeights learn_neighbours(Syllabus syllabus, std::span<const Window* const> text,
                                          std::vector<Lecture> lectures, unsigned seed);

}  // namespace tingdu::mandarin
