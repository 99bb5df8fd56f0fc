// Keeps peaks below full scale by turning down a moment before they come, and slowly up again, so that nothing clips
// and nothing is heard to pump. It knows numbers, not where they come from.
#pragma once

#include <cstddef>
#include <span>

namespace tingdu::platform {

class Limiter {
  public:
    /// So far it looks ahead: 2.9 ms, a little more than a period of the highest voice.
    static constexpr std::size_t ahead = 64;

    /// Limits `samples`; `coming` are those that follow, as far as they are known.
    void limit(std::span<float> samples, std::span<const float> coming);
    void forget() { gain_ = 1; }

  private:
    float gain_ = 1;
};

}  // namespace tingdu::platform
