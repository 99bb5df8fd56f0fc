#include "kiosk/rehearsal/clock_speaker.h"

#include <algorithm>

namespace tingdu::rehearsal {

void ClockSpeaker::advance_to(std::size_t samples) {
    const std::size_t from = recording_.size();
    if (samples <= from) return;
    const auto play = [&](platform::Player& player, Pcm& onto) {
        onto.resize(samples);
        const auto passing = std::span(onto).subspan(from);
        player.play(passing);
        if (device_ == platform::Device::lost) std::ranges::fill(passing, std::int16_t{0});
    };
    play(loudspeaker_player_, loudspeaker_);
    play(headphones_player_, headphones_);
    recording_.resize(samples);
    // One of them is silent.
    for (std::size_t i = from; i < samples; ++i)
        recording_[i] = static_cast<std::int16_t>(loudspeaker_[i] + headphones_[i]);
}

platform::Hearing ClockSpeaker::hearing() {
    return {std::max(ring_.read(), ring_.flushed()), device_, jack_.is_in};
}

}  // namespace tingdu::rehearsal
