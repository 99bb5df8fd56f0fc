#include "kiosk/platform/sound/pcm_ring.h"

#include <algorithm>

namespace tingdu::platform {

std::size_t PcmRing::write(std::span<const std::int16_t> pcm) {
    const StreamPosition from = written_.load();
    const std::size_t room = capacity - static_cast<std::size_t>(from - read_.load());
    const std::size_t count = std::min(pcm.size(), room);
    for (std::size_t i = 0; i < count; ++i) (*samples_)[(from + i) % capacity].store(pcm[i], std::memory_order_relaxed);
    written_.store(from + count);
    return count;
}

StreamPosition PcmRing::cut_back(StreamPosition to) {
    // A consumer looks at read_ first, then at written_, and claims no more than longest_chunk beyond the read_ it saw.
    // Whoever still saw the old end looked at read_ before the new end was stored, so what it saw is at most the read_
    // that we look at after storing: nothing beyond that plus longest_chunk is on its way. (All in the one order of
    // sequentially consistent operations.) The first guess leaves room, so that the end is seldom moved twice.
    const StreamPosition end = written_.load();
    to = std::max(to, flushed_.load());
    const StreamPosition guess = std::min(end, std::max(to, read_.load() + 2 * longest_chunk));
    written_.store(guess);
    const StreamPosition reachable = std::min(end, read_.load() + longest_chunk);
    if (reachable > guess) written_.store(reachable);
    return std::max(guess, reachable);
}

void PcmRing::route(Outlet outlet) {
    // Nobody plays while it changes. Whoever sees the new way before and after they look at the ends of the stream has
    // seen the flush, and nothing that was written for any other.
    const std::uint32_t changes = way_.load() / outlets;
    way_.store((changes + 1) * outlets + static_cast<std::uint32_t>(Outlet::nowhere));
    flush();
    way_.store((changes + 2) * outlets + static_cast<std::uint32_t>(outlet));
}

std::size_t PcmRing::peek(StreamPosition from, std::span<std::int16_t> into) const {
    const StreamPosition written = written_.load();
    const std::size_t count = std::min(into.size(), static_cast<std::size_t>(written - std::min(from, written)));
    for (std::size_t i = 0; i < count; ++i)
        into[i] = (*samples_)[(from + i) % capacity].load(std::memory_order_relaxed);
    return count;
}

void PcmRing::drop(StreamPosition to) {
    StreamPosition from = read_.load();
    while (from < to && !read_.compare_exchange_weak(from, to)) {
    }
}

bool PcmRing::take(StreamPosition from, std::span<std::int16_t> into) {
    for (std::size_t i = 0; i < into.size(); ++i)
        into[i] = (*samples_)[(from + i) % capacity].load(std::memory_order_relaxed);
    return skip(from, from + into.size());
}

}  // namespace tingdu::platform
