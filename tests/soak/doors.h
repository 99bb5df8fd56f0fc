// Offline doors for a visit that lasts: they keep nothing of what has been, and are late whenever the dice wish it.
#pragma once

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/platform/sound/pcm_ring.h"
#include "kiosk/platform/sound/player.h"
#include "kiosk/platform/sound/speaker.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/runtime/worker.h"

namespace tingdu::soak {

/// Plays on a virtual clock, for nobody.
class UnrecordedSpeaker final : public platform::Speaker {
  public:
    void advance(std::size_t samples) {
        while (samples > 0) {
            const std::size_t some = std::min(samples, passing_.size());
            player_.play(std::span(passing_).first(some));
            headphones_.play(std::span(passing_).first(some));
            samples -= some;
        }
    }
    void plug_headphones() { jack_.is_in = true; }
    void pull_headphones() { jack_.is_in = false; }
    void set_device(platform::Device device) { device_ = device; }

    std::size_t write(std::span<const std::int16_t> pcm) override { return ring_.write(pcm); }
    [[nodiscard]] StreamPosition written() const override { return ring_.written(); }
    StreamPosition cut_back(StreamPosition to) override { return ring_.cut_back(to); }
    void flush() override { ring_.flush(); }
    void route(Outlet outlet) override { ring_.route(outlet); }
    void hold() override { ring_.hold(); }
    void release() override { ring_.release(); }
    void set_gain(float gain) override { ring_.set_gain(gain); }
    [[nodiscard]] platform::Hearing hearing() override {
        return {std::max(ring_.read(), ring_.flushed()), device_, jack_.is_in};
    }
    [[nodiscard]] double latency_ms() const override { return 0; }

  private:
    platform::PcmRing ring_;
    platform::Jack jack_;
    platform::Player player_{ring_, jack_, platform::Serves::loudspeaker};
    platform::Player headphones_{ring_, jack_, platform::Serves::headphones};
    platform::Device device_ = platform::Device::live;
    std::array<std::int16_t, 1024> passing_{};
};

/// A fifth of a second of nothing for each word.
class Murmur final : public platform::Synthesizer {
  public:
    [[nodiscard]] Result<speech::Take> say(const speech::Piece& piece, const Diction& diction,
                                           const std::atomic<bool>& /*give_up*/) override {
        const auto length = static_cast<std::size_t>(sample_rate_hz / 5 / diction.rate);
        speech::Take take;
        for (std::size_t word = 0; word < piece.words.size(); ++word) take.starts.push_back(word * length);
        take.pcm.resize(piece.words.size() * length);
        take.syllables = piece.syllables;
        take.words = piece.words.size();
        return take;
    }
};

/// Begins with an order only when `is_ready` says so.
template <class Order, class Product>
class LateWorker final : public runtime::Worker<Order, Product> {
  public:
    using Base = runtime::Worker<Order, Product>;
    LateWorker(typename Base::Work work, std::function<bool()> is_ready)
        : in_step_(std::move(work)), is_ready_(std::move(is_ready)) {}

    void order(Order order) override { orders_.push_back(std::move(order)); }
    std::optional<Product> take() override {
        if (!orders_.empty() && is_ready_()) {
            in_step_.order(std::move(orders_.front()));
            orders_.pop_front();
        }
        return in_step_.take();
    }

  private:
    runtime::StepWorker<Order, Product> in_step_;
    std::function<bool()> is_ready_;
    std::deque<Order> orders_;
};

}  // namespace tingdu::soak
