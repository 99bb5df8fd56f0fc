#include "kiosk/platform/sound/handover_log.h"

#include <algorithm>

namespace tingdu::platform {

void HandoverLog::restart(std::int64_t now_us, StreamPosition position) {
    entries_ = {{now_us, position}};
}

void HandoverLog::add(std::int64_t time_us, StreamPosition position) {
    if (position <= last()) return;
    entries_.push_back({std::max(time_us, entries_.back().time_us), position});
    constexpr std::int64_t kept_us = 3'000'000;  // longer than any device holds back
    while (entries_.size() > 2 && entries_[1].time_us < time_us - kept_us) entries_.pop_front();
}

StreamPosition HandoverLog::position_at(std::int64_t time_us) const {
    const auto after = std::ranges::lower_bound(entries_, time_us, {}, &Entry::time_us);
    if (after == entries_.end()) return last();
    if (after == entries_.begin()) return after->position;
    // It was moving when it came to `after`: if it stood still in between, it did so before.
    const auto still_to_come = static_cast<StreamPosition>((after->time_us - time_us) * sample_rate_hz / 1'000'000);
    const StreamPosition before = std::prev(after)->position;
    return after->position - std::min(still_to_come, after->position - before);
}

}  // namespace tingdu::platform
