// The fingers on the glass, seen as one hand: a lone finger touches, several mean nothing. Palms come as several
// fingers; SDL 2 tells no sizes by which to know them otherwise.
// A drop of water or a crack touches, too, and for ever: what has rested so long counts for nothing beside another.
// It knows no screen but its density, and no clock but the times that it is told.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "kiosk/base/input_event.h"

namespace tingdu::platform {

class Fingers {
  public:
    using Finger = std::int64_t;

    explicit Fingers(double px_per_mm) : px_per_mm_(px_per_mm) {}

    /// A finger that has been down for so long is none any more when another comes.
    static constexpr std::int64_t resting_ms = 20'000;

    [[nodiscard]] std::optional<InputEvent> down(Finger finger, int x, int y, std::int64_t now_ms = 0);
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
    std::map<Finger, std::int64_t> on_glass_;  ///< since when
    std::optional<Lone> lone_;                 ///< none once others have joined it, until all have left
};

}  // namespace tingdu::platform
