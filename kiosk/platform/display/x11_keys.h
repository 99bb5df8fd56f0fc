// The keys that SDL 2.26 does not know under X11: it gives up after F20, and a Storm AudioNav sends F23 and F24 for
// the rate; a pad that nobody has heard of may send any number.
#pragma once

#include <bitset>
#include <optional>

#include "kiosk/base/input_event.h"

struct SDL_SysWMmsg;

namespace tingdu::platform {

class X11Keys {
  public:
    enum class Reported { no, yes };
    enum class Way { down, up };
    struct Stroke {
        PhysicalKey key;
        Way way{};
    };
    /// What a hand did now to a key that SDL does not report itself.
    [[nodiscard]] std::optional<Stroke> stroke(const SDL_SysWMmsg& message, Reported by_sdl);

  private:
    std::bitset<256> held_;  ///< by X11's key code; a key that repeats while held is pressed once
};

}  // namespace tingdu::platform
