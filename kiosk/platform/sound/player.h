// Turns the samples of a PcmRing into what goes to a loudspeaker: the gain, the soft beginnings and ends of what is
// held or flushed, the limit at full scale, silence where there is nothing. What a device's callback calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "kiosk/platform/sound/pcm_ring.h"

namespace tingdu::platform {

/// A consumer of the ring. Neither locks nor allocates.
class Player {
  public:
    /// Sound that waits already is faded in.
    explicit Player(PcmRing& ring);

    /// Fills `out`; each sample of the stream goes out once, in order.
    void play(std::span<std::int16_t> out);

  private:
    std::size_t play_some(std::span<std::int16_t> out);
    std::int16_t shape(std::int16_t sample, int fade_step);

    PcmRing& ring_;
    int fade_;  // from 0, silent, to fade_samples, full
    float gain_;
    float wished_gain_;
    float gain_step_ = 0;
};

}  // namespace tingdu::platform
