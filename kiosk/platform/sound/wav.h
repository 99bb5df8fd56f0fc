// Sound as a file that everything plays: RIFF/WAVE, one channel, 16 bits.
// It makes bytes; writing them is another door.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace tingdu::platform {

/// The bytes of the file. Samples at sample_rate_hz.
[[nodiscard]] std::string wav(std::span<const std::int16_t> pcm);

}  // namespace tingdu::platform
