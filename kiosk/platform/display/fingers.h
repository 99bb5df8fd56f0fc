// The fingers on the glass, seen as one hand: a lone finger touches, several mean nothing. Palms come as several
// fingers; SDL 2 tells no sizes by which to know them otherwise.
// It knows no screen but its density, and no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "kiosk/base/input_event.h"

namespace tingdu::platform {

class Fingers {
  public:
    using Finger = std::int64_t;

    explicit Fingers(double px_per_mm) : px_per_mm_(px_per_mm) {}

    [[nodiscard]] std::optional<InputEvent> down(Finger finger, int x, int y);
    [[nodiscard]] std::optional<InputEvent> moved(Finger finger, int x, int y) const;
    [[nodiscard]] std::optional<InputEvent> up(Finger finger, int x, int y);
    /// All fingers have left, whatever has been told of them.
    void forget() { on_glass_.clear(); }

  private:
    struct Lone {
        Finger finger{};
        int y{};
    };

    double px_per_mm_;
    std::set<Finger> on_glass_;
    std::optional<Lone> lone_;  ///< none once others have joined it, until all have left
};

}  // namespace tingdu::platform
