#include "kiosk/platform/sound/latency_meter.h"

#include <algorithm>

#include "kiosk/base/pcm.h"

namespace tingdu::platform {

void LatencyMeter::handed(std::size_t frames, std::int64_t now_us) {
    if (first_us_ < 0) first_us_ = now_us;
    handed_ += static_cast<std::int64_t>(frames);
    // A device first fills what it can hold and then goes at its own pace, perhaps after having stood still for a
    // second or two. So it never leads the clock by more than it holds, and early on it leads by just that. Later on
    // the two clocks drift apart, and the lead would say nothing.
    constexpr std::int64_t filling_us = 3'000'000;
    const std::int64_t passed_us = now_us - first_us_;
    if (passed_us > filling_us) return;
    lead_us_ = std::max(lead_us_, handed_ * 1'000'000 / sample_rate_hz - passed_us);
}

}  // namespace tingdu::platform
