// Which strikes of a hand count: an identical one that follows too soon is the same, and what a new device sends first
// is nobody's wish (some type their own name when they are plugged in).
// It knows neither what a key means nor any clock: times are told to it, in milliseconds.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "kiosk/base/input_event.h"

namespace tingdu::platform {

class Strikes {
  public:
    /// Two touches of one place closer than this are one: people who know computers touch twice.
    static constexpr std::int64_t double_touch_ms = 250;
    /// How near is one place; a finger does not come back more exactly.
    static constexpr double one_place_mm = 10;
    /// For so long after a device has come no key counts.
    static constexpr std::int64_t new_device_ms = 1000;

    Strikes(int double_strike_ms, double px_per_mm) : double_strike_ms_(double_strike_ms), px_per_mm_(px_per_mm) {}

    void device_came(std::int64_t now_ms) { deaf_until_ms_ = now_ms + new_device_ms; }
    [[nodiscard]] bool key_counts(PhysicalKey key, std::int64_t now_ms);
    [[nodiscard]] bool touch_counts(int x, int y, std::int64_t now_ms) const;
    void touch_ended(int x, int y, std::int64_t now_ms) { last_touch_ = {x, y, now_ms}; }

  private:
    struct Struck {
        PhysicalKey key;
        std::int64_t at_ms{};
    };
    struct Left {
        int x{};
        int y{};
        std::int64_t at_ms = std::numeric_limits<std::int64_t>::min() / 2;
    };

    int double_strike_ms_;
    double px_per_mm_;
    std::int64_t deaf_until_ms_ = 0;
    std::optional<Struck> last_;  ///< the last that counted
    Left last_touch_;
};

/// NumLock counts when it comes up and no other key has come down meanwhile: whatever types for somebody, and some pads
/// by themselves, hold it around the keys that they mean.
class LoneKey {
  public:
    void down() { is_alone_ = true; }
    void other_down() { is_alone_ = false; }
    /// It comes up: whether that counts.
    [[nodiscard]] bool up() { return std::exchange(is_alone_, false); }

  private:
    bool is_alone_ = false;
};

}  // namespace tingdu::platform
