// The door to sticks: which are there, by what the system has mounted where sticks are mounted. It mounts nothing and
// reads nothing on them. Main thread; nothing here ever waits for a stick.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/stick.h"

namespace tingdu::platform {

class Media {
  public:
    virtual ~Media() = default;
    /// All the sticks that are there, the first to come first, if that is other than when this was asked last.
    [[nodiscard]] virtual std::optional<std::vector<Stick>> take_change() = 0;
};

/// Where systems mount sticks by themselves, and where people do by hand.
[[nodiscard]] std::vector<std::string> usual_stick_folders();

/// Follows the mount table of Linux. A stick is what is mounted on one of `folders` or at most two folders below it;
/// where there is no such table, there never is one.
[[nodiscard]] std::unique_ptr<Media> watch_mounts(std::vector<std::string> folders);

/// The sticks in a mount table as /proc/self/mountinfo has it (proc(5)).
[[nodiscard]] std::vector<Stick> sticks_in(std::string_view mountinfo, const std::vector<std::string>& folders);

}  // namespace tingdu::platform
