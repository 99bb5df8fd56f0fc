// The keys that SDL 2.26 does not know under X11: it gives up after F20, and a Storm AudioNav sends F23 and F24 for
// the rate.
#pragma once

#include <bitset>
#include <optional>

struct SDL_SysWMmsg;

namespace tingdu::platform {

class X11Keys {
  public:
    /// The HID usage of a key that went down now, where SDL will not report it itself.
    [[nodiscard]] std::optional<int> pressed(const SDL_SysWMmsg& message);

  private:
    std::bitset<256> held_;  ///< by X11's key code; a key that repeats while held is pressed once
};

}  // namespace tingdu::platform
