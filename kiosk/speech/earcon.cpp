#include "kiosk/speech/earcon.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace tingdu::speech {

Pcm earcon(std::span<const Note> notes) {
    constexpr double amplitude = 2800;  // about the level of speech
    Pcm pcm;
    for (const Note& note : notes) {
        const double fade_s = std::min(0.008, note.seconds / 3);
        const auto samples = static_cast<std::size_t>(note.seconds * sample_rate_hz);
        for (std::size_t i = 0; i < samples; ++i) {
            const double t = static_cast<double>(i) / sample_rate_hz;
            const double edge = std::min({1.0, t / fade_s, (note.seconds - t) / fade_s});
            pcm.push_back(static_cast<std::int16_t>(amplitude * edge * std::sin(2 * std::numbers::pi * note.hz * t)));
        }
    }
    return pcm;
}

}  // namespace tingdu::speech
