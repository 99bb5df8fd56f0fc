#include "kiosk/platform/display/x11_keys.h"

#include <SDL_scancode.h>
#include <SDL_syswm.h>

namespace tingdu::platform {

#if defined(SDL_VIDEO_DRIVER_X11)

std::optional<X11Keys::Stroke> X11Keys::stroke(const SDL_SysWMmsg& message, Reported by_sdl) {
    // Linux numbers F21 to F24 191 to 194 (input-event-codes.h), and X11 adds 8.
    constexpr int x11_adds = 8;
    constexpr int f21 = 191;
    constexpr int f24 = 194;
    if (message.subsystem != SDL_SYSWM_X11) return std::nullopt;
    const XEvent& event = message.msg.x11.event;
    if (event.type != KeyPress && event.type != KeyRelease) return std::nullopt;
    const unsigned code = event.xkey.keycode;
    // An input method sends what it has composed with a code of its own.
    if (code < x11_adds || code >= held_.size() || by_sdl == Reported::yes) return std::nullopt;
    const bool was_held = held_[code];
    held_[code] = event.type == KeyPress;
    if (was_held == held_[code]) return std::nullopt;
    const int number = static_cast<int>(code) - x11_adds;
    const bool is_f = f21 <= number && number <= f24;
    const int place = is_f ? SDL_SCANCODE_F21 + number - f21 : PhysicalKey::places + number;
    return Stroke{{place, 0}, event.type == KeyPress ? Way::down : Way::up};
}

#else

std::optional<X11Keys::Stroke> X11Keys::stroke(const SDL_SysWMmsg&, Reported) {
    return std::nullopt;
}

#endif

}  // namespace tingdu::platform
