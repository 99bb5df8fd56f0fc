// How long a device holds back what it is handed, found by watching it take samples: what it says of itself is wrong
// behind ALSA's plugins.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tingdu::platform {

/// One for each opening of a device; fed from its callback.
class LatencyMeter {
  public:
    /// `frames` are handed over now, silence included.
    void handed(std::size_t frames, std::int64_t now_us);
    /// From the moment a sample is handed over to the moment it is heard, for the last of a callback's samples.
    [[nodiscard]] std::int64_t latency_us() const { return lead_us_; }

  private:
    std::int64_t first_us_ = -1;
    std::int64_t handed_ = 0;
    std::int64_t lead_us_ = 0;
};

}  // namespace tingdu::platform
