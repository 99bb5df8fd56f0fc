// Whether a screen has been plugged in or taken away, or is another than it was: the kernel tells whoever listens
// (uevent of the drm subsystem, HOTPLUG=1). What the screen can do now only who opens it from the start will know.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tingdu::platform {

class ScreenPlugs {
  public:
    /// A plug that goes in tells more than once; so long after the last word it is believed to be in.
    static constexpr std::int64_t settled_ms = 1500;

    /// Where nobody may listen nothing ever changes.
    ScreenPlugs();
    ~ScreenPlugs();
    ScreenPlugs(const ScreenPlugs&) = delete;
    ScreenPlugs& operator=(const ScreenPlugs&) = delete;

    /// Something has changed and settled; true once for it. Never blocks. `now_ms` never falls.
    [[nodiscard]] bool changed(std::int64_t now_ms);

  private:
    int socket_;
    std::optional<std::int64_t> told_ms_;
};

/// A message of the kernel's, its lines ended by NUL.
[[nodiscard]] bool is_of_screen_plug(std::string_view uevent);

}  // namespace tingdu::platform
