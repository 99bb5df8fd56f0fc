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
    void hold() { held_.store(true); }
    void release() { held_.store(false); }
    void set_gain(float gain) { gain_.store(std::clamp(gain, 0.0F, 4.0F)); }
    /// Drops what lies before `to`, unheard: how a clock consumes.
    void drop(StreamPosition to);

    // A consumer's side.
    [[nodiscard]] StreamPosition read() const { return read_.load(); }
    /// Samples before this are dropped.
    [[nodiscard]] StreamPosition flushed() const { return flushed_.load(); }
    [[nodiscard]] bool held() const { return held_.load(); }
    [[nodiscard]] float gain() const { return gain_.load(); }
    /// Copies the samples from `from`, which is `read()`, and claims them. False if another consumer was quicker;
    /// then they are not to be played.
    [[nodiscard]] bool take(StreamPosition from, std::span<std::int16_t> into);
    /// Goes from `from` to `to` without playing.
    bool skip(StreamPosition from, StreamPosition to) { return read_.compare_exchange_strong(from, to); }

  private:
    // Atomic, because a consumer that was asleep too long may copy what is being overwritten; its claim then fails.
    using Samples = std::array<std::atomic<std::int16_t>, capacity>;

    std::unique_ptr<Samples> samples_ = std::make_unique<Samples>();
    std::atomic<StreamPosition> written_ = 0;
    std::atomic<StreamPosition> read_ = 0;
    std::atomic<StreamPosition> flushed_ = 0;
    std::atomic<bool> held_ = false;
    std::atomic<float> gain_ = 1;
};

}  // namespace tingdu::platform
