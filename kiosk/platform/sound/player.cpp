#include "kiosk/platform/sound/player.h"

#include <algorithm>
#include <cmath>

namespace tingdu::platform {
namespace {

constexpr int fade_samples = sample_rate_hz * 3 / 1000;
constexpr float gain_samples = sample_rate_hz * 20.0F / 1000;

}  // namespace

Player::Player(PcmRing& ring, const Jack& jack, Serves serves)
    : ring_(ring),
      jack_(jack),
      serves_(serves),
      fade_(ring.read() < ring.written() ? 0 : fade_samples),
      way_(ring.way()),
      gain_(ring.gain()),
      wished_gain_(gain_) {}

void Player::play(std::span<std::int16_t> out) {
    while (!out.empty()) out = out.subspan(play_some(out.first(std::min(out.size(), PcmRing::longest_chunk))));
}

bool Player::is_in_charge() const {
    if (serves_ == Serves::both) return true;
    return (PcmRing::outlet_of(ring_.way()) == Outlet::headphones) == (serves_ == Serves::headphones);
}

bool Player::lets_through(std::uint32_t way) const {
    switch (PcmRing::outlet_of(way)) {
        case Outlet::loudspeaker:
            return serves_ != Serves::headphones;
        case Outlet::headphones:
            return serves_ != Serves::loudspeaker && jack_.is_in.load();
        case Outlet::nowhere:
            break;
    }
    return false;
}

/// From where the loudspeaker was straight to silence, so that nothing cracks; nothing of what was for headphones.
void Player::shut(std::span<std::int16_t> out) {
    for (std::int16_t& sample : out) {
        sample = tail_ > 0 ? static_cast<std::int16_t>(last_ * tail_ / fade_samples) : std::int16_t{0};
        tail_ = std::max(tail_ - 1, 0);
    }
    fade_ = 0;
    gain_ = wished_gain_;
    limiter_.forget();
}

std::size_t Player::play_some(std::span<std::int16_t> out) {
    const float wished = ring_.gain();
    if (wished != wished_gain_) {
        wished_gain_ = wished;
        gain_step_ = (wished - gain_) / gain_samples;
    }

    // The order matters: PcmRing::cut_back counts on read() before written(), and what stands between two looks at the
    // same way was written for it.
    const std::uint32_t way = ring_.way();
    const StreamPosition from = ring_.read();
    const StreamPosition written = ring_.written();
    const StreamPosition flushed = ring_.flushed();
    const bool held = ring_.held();
    if (!lets_through(way) || ring_.way() != way) {
        shut(out);
        return out.size();
    }
    // What waits from another way is not even faded out.
    if (way != way_) {
        way_ = way;
        fade_ = 0;
    }
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
        tail_ = 0;
        return out.size();
    }
    out = out.first(count);
    if (!ring_.take(from, out)) {
        std::ranges::fill(out, std::int16_t{0});
        return count;
    }
    shape(out, from, ending ? -1 : 1);
    if (flushing && from + count == flushed && !held) fade_ = fade_samples;
    last_ = out.back();
    tail_ = PcmRing::outlet_of(way) == Outlet::loudspeaker ? fade_samples : 0;
    return count;
}

void Player::shape(std::span<std::int16_t> out, StreamPosition from, int fade_step) {
    std::array<float, PcmRing::longest_chunk> shaped{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        fade_ = std::clamp(fade_ + fade_step, 0, fade_samples);
        const bool near = std::abs(wished_gain_ - gain_) <= std::abs(gain_step_);
        gain_ = near ? wished_gain_ : gain_ + gain_step_;
        shaped[i] = static_cast<float>(out[i]) * gain_ * (static_cast<float>(fade_) / static_cast<float>(fade_samples));
    }
    std::array<std::int16_t, Limiter::ahead> samples{};
    std::array<float, Limiter::ahead> coming{};
    const std::size_t known = ring_.peek(from + out.size(), samples);
    std::ranges::transform(std::span(samples).first(known), coming.begin(),
                           [this](std::int16_t sample) { return static_cast<float>(sample) * gain_; });
    limiter_.limit(std::span(shaped).first(out.size()), std::span(coming).first(known));
    std::ranges::transform(std::span(shaped).first(out.size()), out.begin(),
                           [](float sample) { return static_cast<std::int16_t>(std::lround(sample)); });
}

}  // namespace tingdu::platform
