#include "kiosk/platform/sound/limiter.h"

#include <algorithm>
#include <cmath>

#include "kiosk/base/pcm.h"

namespace tingdu::platform {
namespace {

/// 1.3 dB below full scale: between the samples speech goes up to 0.7 dB higher, and there it is to stay half a decibel
/// below (tests/loudness measures it).
constexpr float ceiling = 32767 * 0.861F;
/// Slower than syllables follow one another: what is loud is turned down for the word, not by the vowel.
constexpr float release_s = 0.25F;

}  // namespace

void Limiter::limit(std::span<float> samples, std::span<const float> coming) {
    const auto is_loud = [](float sample) { return std::abs(sample) > ceiling; };
    if (gain_ > 0.999F && std::ranges::none_of(samples, is_loud) && std::ranges::none_of(coming, is_loud)) {
        gain_ = 1;
        return;
    }
    const float release = 1 - std::exp(-1 / (release_s * static_cast<float>(sample_rate_hz)));
    const auto size_at = [&](std::size_t at) {
        if (at < samples.size()) return std::abs(samples[at]);
        return at - samples.size() < coming.size() ? std::abs(coming[at - samples.size()]) : 0.0F;
    };
    for (std::size_t i = 0; i < samples.size(); ++i) {
        // In a straight line to the gain that each of the coming peaks allows, along the steepest.
        float next = gain_ + (1 - gain_) * release;
        for (std::size_t distance = 0; distance < ahead; ++distance) {
            const float size = size_at(i + distance);
            if (size <= ceiling) continue;
            const float allowed = ceiling / size;
            next = std::min(next, gain_ + (allowed - gain_) / static_cast<float>(distance + 1));
        }
        gain_ = next;
        samples[i] *= gain_;
    }
}

}  // namespace tingdu::platform
