// The samples between the one who writes them and whoever plays them: a device's callback, or a clock.
// It knows positions in the stream and what is wished of the playing (gain, hold, flush); how that sounds is Player's.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "kiosk/base/outlet.h"
#include "kiosk/base/pcm.h"

namespace tingdu::platform {

/// One producer; any number of consumers, of which one gets each sample. Nothing here locks or allocates.
class PcmRing {
  public:
    static constexpr std::size_t capacity = std::size_t{1} << 18;  // 11.9 s
    /// A consumer takes at most this much at once, so that the producer knows how far ahead of `read()` it may be.
    static constexpr std::size_t longest_chunk = 64;

    // The producer's side.
    std::size_t write(std::span<const std::int16_t> pcm);
    [[nodiscard]] StreamPosition written() const { return written_.load(); }
    /// As Speaker::cut_back.
    StreamPosition cut_back(StreamPosition to);
    /// Everything written so far is to be dropped.
    void flush() { flushed_.store(written_.load()); }
    /// Everything written so far is to be dropped; what is written from now on is for that outlet.
    void route(Outlet outlet);
    void hold() { held_.store(true); }
    void release() { held_.store(false); }
    void set_gain(float gain) { gain_.store(std::clamp(gain, 0.0F, 4.0F)); }
    /// Drops what lies before `to`, unheard: how a clock consumes.
    void drop(StreamPosition to);

    // A consumer's side.
    [[nodiscard]] StreamPosition read() const { return read_.load(); }
    /// Samples before this are dropped.
    [[nodiscard]] StreamPosition flushed() const { return flushed_.load(); }
    /// Another one whenever the way has changed: what was looked up between two that are the same belongs together.
    [[nodiscard]] std::uint32_t way() const { return way_.load(); }
    [[nodiscard]] static Outlet outlet_of(std::uint32_t way) { return static_cast<Outlet>(way % outlets); }
    [[nodiscard]] bool held() const { return held_.load(); }
    [[nodiscard]] float gain() const { return gain_.load(); }
    /// Copies the samples from `from`, which is `read()`, and claims them. False if another consumer was quicker;
    /// then they are not to be played.
    [[nodiscard]] bool take(StreamPosition from, std::span<std::int16_t> into);
    /// Copies samples from `from` on without claiming them, as many as are written.
    [[nodiscard]] std::size_t peek(StreamPosition from, std::span<std::int16_t> into) const;
    /// Goes from `from` to `to` without playing.
    bool skip(StreamPosition from, StreamPosition to) { return read_.compare_exchange_strong(from, to); }

  private:
    // Atomic, because a consumer that was asleep too long may copy what is being overwritten; its claim then fails.
    using Samples = std::array<std::atomic<std::int16_t>, capacity>;

    static constexpr std::uint32_t outlets = 4;

    std::unique_ptr<Samples> samples_ = std::make_unique<Samples>();
    std::atomic<StreamPosition> written_ = 0;
    std::atomic<StreamPosition> read_ = 0;
    std::atomic<StreamPosition> flushed_ = 0;
    std::atomic<bool> held_ = false;
    std::atomic<std::uint32_t> way_ = 0;  // an outlet, and how often it has changed
    std::atomic<float> gain_ = 1;
};

}  // namespace tingdu::platform
