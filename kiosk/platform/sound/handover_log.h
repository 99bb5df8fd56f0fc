// When which sample was handed to the device: the recent past, so that what is heard now can be found by looking back
// by the device's latency, right at the beginnings and ends of silence too.
#pragma once

#include <cstdint>
#include <deque>

#include "kiosk/base/pcm.h"

namespace tingdu::platform {

class HandoverLog {
  public:
    /// Nothing before is true any more; `position` is where the stream stands.
    void restart(std::int64_t now_us, StreamPosition position);
    /// By `time_us` the stream had come to `position`, and was moving. Times and positions never fall.
    void add(std::int64_t time_us, StreamPosition position);
    [[nodiscard]] StreamPosition position_at(std::int64_t time_us) const;
    [[nodiscard]] StreamPosition last() const { return entries_.back().position; }

  private:
    struct Entry {
        std::int64_t time_us;
        StreamPosition position;
    };
    std::deque<Entry> entries_{{0, 0}};
};

}  // namespace tingdu::platform
