// Turns the samples of a PcmRing into what goes to the ears: the gate between loudspeaker and headphones, the gain, the
// soft beginnings and ends of what is held or flushed, the limit at full scale, silence where there is nothing. What a
// device's callback calls.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "kiosk/platform/sound/jack.h"
#include "kiosk/platform/sound/limiter.h"
#include "kiosk/platform/sound/pcm_ring.h"

namespace tingdu::platform {

/// What hangs on a device.
enum class Serves {
    loudspeaker,
    headphones,
    both,  ///< its socket switches between them
};

/// A consumer of the ring. Neither locks nor allocates.
class Player {
  public:
    /// Sound that waits already is faded in. What is for headphones is played only while they are in the jack.
    Player(PcmRing& ring, const Jack& jack, Serves serves = Serves::both);

    /// Fills `out`; each sample of the stream goes out once, in order, by one of the ring's consumers.
    void play(std::span<std::int16_t> out);
    /// Whether the line's sound comes out here; where it comes out nowhere, the loudspeaker keeps its clock.
    [[nodiscard]] bool is_in_charge() const;

  private:
    [[nodiscard]] bool lets_through(std::uint32_t way) const;
    std::size_t play_some(std::span<std::int16_t> out);
    void shut(std::span<std::int16_t> out);
    void shape(std::span<std::int16_t> out, StreamPosition from, int fade_step);

    PcmRing& ring_;
    const Jack& jack_;
    Serves serves_;
    int fade_;           // from 0, silent, to fade_samples, full
    std::uint32_t way_;  // that this player went by last
    float gain_;
    float wished_gain_;
    float gain_step_ = 0;
    Limiter limiter_;
    std::int16_t last_ = 0;  // what the loudspeaker came to last, from where it is led to silence
    int tail_ = 0;           // samples left of the way there
};

}  // namespace tingdu::platform
