// The door to sticks: which are there, by what the system has mounted where sticks are mounted, and by what it mounts
// itself where it is to. It reads nothing on them. Main thread but where it says so; nothing there ever waits for a
// stick.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/base/stick.h"

namespace tingdu::platform {

class Media {
  public:
    virtual ~Media() = default;
    /// All the sticks that are there, the first to come first, if that is other than when this was asked last.
    [[nodiscard]] virtual std::optional<std::vector<Stick>> take_change() = 0;
    /// Does `write`, with a folder whose files come to lie on the stick, if it can be written at all, and lets go of
    /// the stick: it may be pulled out when this returns. Faults: unwritable, and those of `write`. Any thread; blocks
    /// for as long as the stick takes.
    using Write = std::function<Result<void>(const std::string& folder)>;
    [[nodiscard]] virtual Result<void> while_writable(const Stick& stick, const Write& write) {
        return write(stick.folder);
    }
};

/// What others mount.
struct SystemMounts {
    std::vector<std::string> folders;  ///< where
    std::string letterbox;             ///< and where what is to lie on a stick is left for whoever may write there
};

/// What the kiosk mounts itself.
struct OwnMounts {
    enum class Devices {
        removable,  ///< what hangs on USB or can be taken out
        loops_too,  ///< and images of sticks, to try it with
    };
    std::string folder;  ///< below which; nothing at all where empty
    Devices devices{};
};

/// Where systems mount sticks by themselves, and where people do by hand.
[[nodiscard]] std::vector<std::string> usual_stick_folders();

/// Follows the mount table of Linux. A stick is what is mounted on one of its `folders` or at most two folders below
/// it; where there is no such table, there never is one.
[[nodiscard]] std::unique_ptr<Media> watch_mounts(SystemMounts others);

/// The same, and besides them what nobody else mounts. It takes the rights to mount; without them every stick that
/// nobody else mounts is one that cannot be read.
[[nodiscard]] std::unique_ptr<Media> watch_and_mount(SystemMounts others, const OwnMounts& own);

/// The sticks in a mount table as /proc/self/mountinfo has it (proc(5)).
[[nodiscard]] std::vector<Stick> sticks_in(std::string_view mountinfo, const std::vector<std::string>& folders);

}  // namespace tingdu::platform
