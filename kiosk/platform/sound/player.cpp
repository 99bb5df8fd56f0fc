#include "kiosk/platform/sound/player.h"

#include <algorithm>
#include <cmath>

namespace tingdu::platform {
namespace {

constexpr int fade_samples = sample_rate_hz * 3 / 1000;
constexpr float gain_samples = sample_rate_hz * 20.0F / 1000;

/// Straight up to nine tenths of full scale, then ever flatter towards it.
float limited(float sample) {
    constexpr float full = 32767;
    constexpr float knee = 0.9F * full;
    const float size = std::abs(sample);
    if (size <= knee) return sample;
    return std::copysign(knee + (full - knee) * std::tanh((size - knee) / (full - knee)), sample);
}

}  // namespace

Player::Player(PcmRing& ring)
    : ring_(ring), fade_(ring.read() < ring.written() ? 0 : fade_samples), gain_(ring.gain()), wished_gain_(gain_) {}

void Player::play(std::span<std::int16_t> out) {
    while (!out.empty()) out = out.subspan(play_some(out.first(std::min(out.size(), PcmRing::longest_chunk))));
}

std::size_t Player::play_some(std::span<std::int16_t> out) {
    const float wished = ring_.gain();
    if (wished != wished_gain_) {
        wished_gain_ = wished;
        gain_step_ = (wished - gain_) / gain_samples;
    }

    // The order matters: PcmRing::cut_back counts on read() before written().
    const StreamPosition from = ring_.read();
    const StreamPosition written = ring_.written();
    const StreamPosition flushed = ring_.flushed();
    const bool held = ring_.held();
    const bool flushing = flushed > from;
    const bool ending = flushing || held;

    if (flushing && fade_ == 0) {
        // Another consumer may have gone on meanwhile; the next look shows where it stands.
        if (ring_.skip(from, flushed) && !held) fade_ = fade_samples;
        return 0;
    }
    std::size_t count = std::min(out.size(), static_cast<std::size_t>(written - std::min(from, written)));
    if (ending) count = std::min(count, static_cast<std::size_t>(fade_));
    if (flushing) count = std::min(count, static_cast<std::size_t>(flushed - from));
    if (count == 0) {
        std::ranges::fill(out, std::int16_t{0});
        fade_ = held ? 0 : fade_samples;
        gain_ = wished_gain_;
        return out.size();
    }
    out = out.first(count);
    if (!ring_.take(from, out)) {
        std::ranges::fill(out, std::int16_t{0});
        return count;
    }
    for (std::int16_t& sample : out) sample = shape(sample, ending ? -1 : 1);
    if (flushing && from + count == flushed && !held) fade_ = fade_samples;
    return count;
}

std::int16_t Player::shape(std::int16_t sample, int fade_step) {
    fade_ = std::clamp(fade_ + fade_step, 0, fade_samples);
    const bool near = std::abs(wished_gain_ - gain_) <= std::abs(gain_step_);
    gain_ = near ? wished_gain_ : gain_ + gain_step_;
    if (fade_ == fade_samples && gain_ == 1 && std::abs(sample) < 29000) return sample;
    const float faded = static_cast<float>(sample) * static_cast<float>(fade_) / static_cast<float>(fade_samples);
    return static_cast<std::int16_t>(std::lround(limited(faded * gain_)));
}

}  // namespace tingdu::platform
