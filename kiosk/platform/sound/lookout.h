// When to look for a sound device again. To look costs 35 ms of work and some memory that the libraries below PortAudio
// never give back, too much for every second of a kiosk's years; signs that it would be worth it cost next to nothing.
#pragma once

#include <chrono>
#include <string>

namespace tingdu::platform {

class Lookout {
  public:
    using Clock = std::chrono::steady_clock;

    explicit Lookout(std::chrono::seconds pause = std::chrono::seconds(10)) : pause_(pause) {}

    /// True when something about the machine's sound changed or a device was there moments ago, once a second; else
    /// after each `pause`, for what leaves no sign (a sink that appears in a server).
    [[nodiscard]] bool worth_looking(Clock::time_point now);
    /// A device was there until now.
    void lost(Clock::time_point now) { hopeful_until_ = now + hope; }

  private:
    static constexpr std::chrono::seconds hope{10};  // a card or a server may take so long to be ready

    std::chrono::seconds pause_;
    std::string signs_;
    Clock::time_point hopeful_until_{};
    Clock::time_point looked_{};
};

}  // namespace tingdu::platform
