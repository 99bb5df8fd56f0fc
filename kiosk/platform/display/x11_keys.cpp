#include "kiosk/platform/display/x11_keys.h"

#include <SDL_scancode.h>
#include <SDL_syswm.h>

namespace tingdu::platform {

#if defined(SDL_VIDEO_DRIVER_X11)

std::optional<int> X11Keys::pressed(const SDL_SysWMmsg& message) {
    // Linux numbers F21 to F24 191 to 194 (input-event-codes.h), and X11 adds 8.
    constexpr unsigned f21 = 191 + 8;
    constexpr unsigned f24 = 194 + 8;
    if (message.subsystem != SDL_SYSWM_X11) return std::nullopt;
    const XEvent& event = message.msg.x11.event;
    if (event.type != KeyPress && event.type != KeyRelease) return std::nullopt;
    const unsigned code = event.xkey.keycode;
    if (code < f21 || code > f24) return std::nullopt;
    const bool was_held = held_[code];
    held_[code] = event.type == KeyPress;
    if (was_held || event.type == KeyRelease) return std::nullopt;
    return SDL_SCANCODE_F21 + static_cast<int>(code - f21);
}

#else

std::optional<int> X11Keys::pressed(const SDL_SysWMmsg&) {
    return std::nullopt;
}

#endif

}  // namespace tingdu::platform
