#include "kiosk/platform/synthesizer/pace.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tingdu::platform {
namespace {

struct Knot {
    double factor;
    double words_per_minute;
    double word_gap;
};

// Measured with eSpeak NG 1.51 on clauses of nine syllables (ten English words), silence trimmed. Below 80 words a
// minute, the engine's slowest, every vowel would be dragged; there the words are set apart instead. Never 450 and
// above: another algorithm takes over there, slower and out of step with its own events.
constexpr std::array mandarin{Knot{0.50, 80, 7.5}, Knot{0.63, 80, 0},  Knot{0.755, 100, 0},
                              Knot{0.835, 110, 0}, Knot{1.00, 130, 0}, Knot{1.158, 150, 0},
                              Knot{1.383, 175, 0}, Knot{1.60, 200, 0}, Knot{2.00, 243, 0}};
constexpr std::array english{Knot{0.50, 80, 9},   Knot{0.803, 80, 0},  Knot{0.95, 100, 0},
                             Knot{1.042, 110, 0}, Knot{1.235, 130, 0}, Knot{1.41, 150, 0},
                             Knot{1.646, 175, 0}, Knot{1.87, 200, 0},  Knot{2.00, 214, 0}};

}  // namespace

Pace pace(Language language, speech::Rate rate) {
    const auto& knots = language == Language::mandarin ? mandarin : english;
    const double factor = std::clamp(rate.factor, knots.front().factor, knots.back().factor);
    const auto above =
        std::ranges::find_if(knots.begin() + 1, knots.end(), [&](const Knot& k) { return factor <= k.factor; });
    const auto below = above - 1;
    const double part = (factor - below->factor) / (above->factor - below->factor);
    return {static_cast<int>(std::lround(std::lerp(below->words_per_minute, above->words_per_minute, part))),
            static_cast<int>(std::lround(std::lerp(below->word_gap, above->word_gap, part)))};
}

}  // namespace tingdu::platform
