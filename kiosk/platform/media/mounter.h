// Sticks that nobody else mounts: each partition of what is plugged in is mounted read-only as soon as it is there, in
// a way that nothing on it can do harm, and made writable for a moment when somebody asks. Devices may hang, so a
// thread of its own sees to them and nobody waits for it. What is on a stick is nobody's business here.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/base/stick.h"
#include "kiosk/platform/media/media.h"

namespace tingdu::platform {

/// A block device that may be a stick, or a part of one.
struct BlockDevice {
    std::string name;      ///< "sdb1", of which the device is /dev/sdb1
    std::string disk;      ///< "sdb"
    std::uint64_t seen{};  ///< another number each time that the disk is plugged in
    friend bool operator==(const BlockDevice&, const BlockDevice&) = default;
};

/// Those below `sys` ("/sys"): the partitions of disks that can be taken out, or such disks themselves where they have
/// none. A reader without a card is none.
[[nodiscard]] std::vector<BlockDevice> block_devices(const std::string& sys, OwnMounts::Devices devices);

/// The name of a file system as part of a path: what would lead elsewhere or not be seen is left out.
[[nodiscard]] std::string folder_name(std::string_view label);

class Mounter {
  public:
    virtual ~Mounter() = default;
    /// All that are there, if that is other than when this was asked last. Main thread.
    [[nodiscard]] virtual std::optional<std::vector<Stick>> take_change() = 0;
    /// As Media's. Any thread.
    [[nodiscard]] virtual Result<void> while_writable(const Stick& stick, const Media::Write& write) = 0;
};

[[nodiscard]] std::unique_ptr<Mounter> mount_sticks(const OwnMounts& own);

}  // namespace tingdu::platform
