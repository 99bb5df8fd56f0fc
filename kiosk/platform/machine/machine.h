// The door to the machine as such: what hands it has, its disk, its warmth, its clock, and whose program this is.
// It looks and hands over values; whether they are well is decided elsewhere. Every function blocks for as long as the
// kernel takes to answer, and may be called from any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::platform {

/// Something that a hand is on.
struct HandDevice {
    std::string name;  ///< as it says of itself, UTF-8
    enum class Kind {
        keys,   ///< a keyboard, a keypad, a switch that sends keys
        touch,  ///< a touch screen
    } kind{};
    bool opens{};  ///< this program may read it
};

/// What the kernel knows of, in the order of its numbers: what has letters, digits or Enter, and what is touched on the
/// screen itself. Mice, power buttons, sockets and lids are left out. `sys` is where sysfs is mounted, `dev` the folder
/// of devices.
[[nodiscard]] std::vector<HandDevice> hand_devices(const std::string& sys = "/sys", const std::string& dev = "/dev");

/// What is plugged in by USB, might be a touch screen, for it is of no kind that USB knows, and may not be used there
/// at all, for somebody has told the kernel so (its Documentation/usb/authorization.rst); as it names itself and by the
/// numbers of its maker and kind, in hexadecimal: "Touch panel (46d/825)". Each once, in the order of their sockets.
[[nodiscard]] std::vector<std::string> shut_out_by_usb(const std::string& sys = "/sys");

/// Tells when the hands of the machine have become others. For one thread.
class HandWatch {
  public:
    HandWatch();
    HandWatch(const HandWatch&) = delete;
    HandWatch& operator=(const HandWatch&) = delete;
    ~HandWatch();

    /// All of them, at the first call and whenever some have come, gone or been given to somebody else, once that has
    /// been quiet for a second: a new device belongs to nobody for a moment. Else nothing. Never blocks for longer than
    /// it takes to look.
    [[nodiscard]] std::optional<std::vector<HandDevice>> changed(std::int64_t now_ms);

  private:
    int watch_;
    std::optional<std::int64_t> look_at_ms_;
    bool has_looked_ = false;
};

/// Bytes that this program may still write in this folder. Nothing where nobody can tell.
[[nodiscard]] std::optional<std::uint64_t> free_bytes(const std::string& folder);
/// Whether this program may write the file or the folder, which must be there.
[[nodiscard]] bool may_write(const std::string& path);
/// The hottest of the places where the machine measures itself, in degrees Celsius; nothing where there is none.
[[nodiscard]] std::optional<int> hottest_celsius(const std::string& sys = "/sys");
/// Whether there is a clock that goes on while the machine is switched off.
[[nodiscard]] bool has_lasting_clock(const std::string& sys = "/sys");

/// What a program writes to its standard output; it is run with the least claim on the processor, and ended when it
/// takes longer. Empty then, and where it cannot be started. The first word is its path.
[[nodiscard]] std::string output_of(const std::vector<std::string>& command, std::chrono::milliseconds longest);

/// The system, as it names itself (os-release(5)), and its kernel: "Debian GNU/Linux 12 (bookworm)", "Linux 6.1.0".
[[nodiscard]] std::vector<std::string> system_versions(const std::string& os_release = "/etc/os-release");

/// The user that this program runs as.
[[nodiscard]] std::string user_name();
/// Becomes this user, groups and all, for good. Only root may; nothing happens where there is no such user, or where
/// one is not root.
void become(const std::string& user);

}  // namespace tingdu::platform
