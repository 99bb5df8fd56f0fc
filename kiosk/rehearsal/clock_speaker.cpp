#include "kiosk/rehearsal/clock_speaker.h"

#include <algorithm>

namespace tingdu::rehearsal {

void ClockSpeaker::advance_to(std::size_t samples) {
    const std::size_t from = recording_.size();
    if (samples <= from) return;
    recording_.resize(samples);
    const auto passing = std::span(recording_).subspan(from);
    player_.play(passing);
    if (device_ == platform::Device::lost) std::ranges::fill(passing, std::int16_t{0});
}

platform::Hearing ClockSpeaker::hearing() {
    return {std::max(ring_.read(), ring_.flushed()), device_};
}

}  // namespace tingdu::rehearsal
