// Sound as the whole program carries it: one channel of 16-bit samples at one rate, and places in the endless stream
// that a speaker plays.
#pragma once

#include <cstdint>
#include <vector>

namespace tingdu {

/// eSpeak NG's own rate; sound is never resampled by us.
inline constexpr int sample_rate_hz = 22050;

using Pcm = std::vector<std::int16_t>;

/// Samples given to the speaker since it was opened. The silence of a speaker with nothing to play is not counted.
using StreamPosition = std::uint64_t;

}  // namespace tingdu
