// What every Speaker promises, whatever plays behind it: the clock of a rehearsal, a device, or nothing at all.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "kiosk/platform/sound/speaker.h"

namespace tingdu::door_test {

/// A speaker, and time passing for it in steps of a few milliseconds.
class Hall {
  public:
    virtual ~Hall() = default;
    virtual platform::Speaker& speaker() = 0;
    virtual void step() = 0;
    [[nodiscard]] virtual double now_ms() const = 0;

    void wait(double ms);
    /// Whether it came true within `longest_ms`.
    bool wait_until(const std::function<bool()>& happened, double longest_ms);
    bool wait_until_all_heard(double longest_ms);
};

/// Real time, and the real door.
class RealHall final : public Hall {
  public:
    explicit RealHall(const platform::SoundWish& wish = {},
                      std::shared_ptr<const platform::Jack> jack = std::make_shared<platform::Jack>())
        : speaker_(platform::open_speaker(wish, std::move(jack))) {}
    explicit RealHall(std::unique_ptr<platform::Speaker> speaker) : speaker_(std::move(speaker)) {}
    platform::Speaker& speaker() override { return *speaker_; }
    void step() override;
    [[nodiscard]] double now_ms() const override;

  private:
    std::unique_ptr<platform::Speaker> speaker_;
};

/// A tone that begins and ends softly.
[[nodiscard]] Pcm tone(double seconds);

/// Checks all of it with doctest.
void check_contract(Hall& hall);

}  // namespace tingdu::door_test
