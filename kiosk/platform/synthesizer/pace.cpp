#include "kiosk/platform/synthesizer/pace.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace tingdu::platform {
namespace {

struct Knot {
    double factor;
    double words_per_minute;
    double word_gap;
};

// Measured with eSpeak NG 1.51 on running text, silence trimmed. Where a voice would drag its vowels the words are set
// apart instead. Never 450 and above: another algorithm takes over there, slower and out of step with its own events.
constexpr std::array mandarin{Knot{0.40, 100, 36}, Knot{0.50, 100, 24}, Knot{0.65, 100, 8},  Knot{0.755, 100, 0},
                              Knot{0.835, 110, 0}, Knot{1.00, 130, 0},  Knot{1.158, 150, 0}, Knot{1.383, 175, 0},
                              Knot{1.60, 200, 0},  Knot{2.00, 243, 0}};
constexpr std::array english{Knot{0.40, 85, 20}, Knot{0.50, 85, 13},  Knot{0.65, 85, 5},   Knot{0.78, 85, 1},
                             Knot{0.84, 85, 0},  Knot{0.95, 100, 0},  Knot{1.042, 110, 0}, Knot{1.235, 130, 0},
                             Knot{1.41, 150, 0}, Knot{1.646, 175, 0}, Knot{1.87, 200, 0},  Knot{2.00, 214, 0}};

/// What one unit of the engine's word gap lasts, times words a minute: 10 ms at its middle speed.
constexpr double unit_s_per_minute = 2.4;

}  // namespace

Pace pace(Language language, double rate, double gap_s) {
    const std::span<const Knot> knots =
        language == Language::mandarin ? std::span<const Knot>(mandarin) : std::span<const Knot>(english);
    const double factor = std::clamp(rate, knots.front().factor, knots.back().factor);
    const auto above =
        std::ranges::find_if(knots.begin() + 1, knots.end(), [&](const Knot& k) { return factor <= k.factor; });
    const auto below = above - 1;
    const double part = (factor - below->factor) / (above->factor - below->factor);
    const double words_per_minute = std::lerp(below->words_per_minute, above->words_per_minute, part);
    const double word_gap = std::lerp(below->word_gap, above->word_gap, part);
    return {static_cast<int>(std::lround(words_per_minute)),
            static_cast<int>(std::lround(word_gap + gap_s * words_per_minute / unit_s_per_minute))};
}

}  // namespace tingdu::platform
