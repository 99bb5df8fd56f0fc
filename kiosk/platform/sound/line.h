// What the three threads of this room share: the one that writes and listens (the program's own), the one that opens
// and watches the device, and the device's callback. All of it is atomic but the bell that wakes the second for the
// end.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "kiosk/platform/sound/pcm_ring.h"

namespace tingdu::platform {

[[nodiscard]] inline std::int64_t now_us() {
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

/// How far the stream was handed over and when, in 64 bits that are written at once: the low halves of both.
class Handover {
  public:
    static constexpr std::uint64_t pack(StreamPosition position, std::int64_t time_us) {
        return (position << 32U) | static_cast<std::uint32_t>(time_us);
    }
    explicit constexpr Handover(std::uint64_t packed) : packed_(packed) {}

    /// The whole, next to one that lies less than a day away.
    [[nodiscard]] constexpr StreamPosition position(StreamPosition near) const {
        const auto low = static_cast<std::uint32_t>(packed_ >> 32U);
        const auto beyond = static_cast<std::int32_t>(low - static_cast<std::uint32_t>(near));
        return near + static_cast<StreamPosition>(std::int64_t{beyond});
    }
    /// The whole, next to one less than an hour later.
    [[nodiscard]] constexpr std::int64_t time_us(std::int64_t later_us) const {
        return later_us - (static_cast<std::uint32_t>(later_us) - static_cast<std::uint32_t>(packed_));
    }

  private:
    std::uint64_t packed_;
};

struct Line {
    PcmRing ring;

    // Written by the callback.
    std::atomic<std::uint64_t> moved = 0;      ///< Handover: when the stream last moved, and how far it came
    std::atomic<std::int64_t> called_us = 0;   ///< when the device that is heard last asked for samples
    std::atomic<std::int64_t> latency_us = 0;  ///< LatencyMeter's

    /// A device has begun to take samples and is not known to have gone. Set by the callback, taken back by whoever
    /// sees the stream end.
    std::atomic<bool> running = false;
    /// A device was looked for, and whether there is one is known.
    std::atomic<bool> looked = false;
    /// When it was begun to look for one that is not lost, only to be opened beside another.
    std::atomic<std::int64_t> sought_us = 0;

    /// Written by the program: the clock takes the samples now, and a callback that comes back plays silence.
    std::atomic<bool> clock_drives = false;

    /// So long without a call is the only sign of a device that is gone without a word, or hangs.
    static constexpr std::int64_t longest_silence_us = 500'000;
    [[nodiscard]] bool device_takes(std::int64_t at_us) const {
        return running.load() && at_us - called_us.load() < longest_silence_us;
    }

    /// Nothing is on its way to the device, and has not been for a while: nobody would hear that it is opened anew.
    [[nodiscard]] bool is_quiet(std::int64_t at_us) const {
        constexpr std::int64_t long_us = 5'000'000;
        const bool is_empty = ring.held() || ring.read() == ring.written();
        return is_empty && at_us - Handover(moved.load()).time_us(at_us) > long_us;
    }

    // The end: asked for by the program, told by the sound thread.
    void close() {
        const std::lock_guard guard(bell_lock_);
        closing_ = true;
        bell_.notify_all();
    }
    void tell_closed() {
        const std::lock_guard guard(bell_lock_);
        closed_ = true;
        bell_.notify_all();
    }
    bool wait_closing(std::chrono::milliseconds longest) {
        std::unique_lock lock(bell_lock_);
        return bell_.wait_for(lock, longest, [this] { return closing_; });
    }
    bool wait_closed(std::chrono::milliseconds longest) {
        std::unique_lock lock(bell_lock_);
        return bell_.wait_for(lock, longest, [this] { return closed_; });
    }

  private:
    std::mutex bell_lock_;
    std::condition_variable bell_;
    bool closing_ = false;
    bool closed_ = false;
};

}  // namespace tingdu::platform
