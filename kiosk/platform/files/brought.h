// A folder that somebody brings and may take away again at any moment: a stick. What is found and read is of this one,
// whatever lies at its path by then, and whether it is still there can be told. It hands over bytes and names; what is
// in them is nobody's business here. Every function blocks for as long as the drive takes; one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::platform {

/// What lies in it.
struct Found {
    enum class Kind {
        file,
        link,        ///< to whatever it leads; none is followed
        special,     ///< a device, a pipe, a socket
        too_deep,    ///< a folder that was not looked into
        unreadable,  ///< a folder that cannot be looked into, or not to its end
    };
    std::string path;  ///< relative, '/' between its parts, in whatever bytes
    Kind kind{};
    std::uint64_t size{};
};
struct Reach {
    int folders = 8;  ///< within each other
    std::size_t files = 100'000;
};

class BroughtFolder {
  public:
    enum class Hold {
        firm,   ///< who asks waits for the drive, and does not end before it answers
        loose,  ///< who asks can be ended meanwhile; it costs a fraction of a millisecond more each time
    };
    /// Faults, with the last part of the path as subject: missing, not_directory, unreadable.
    [[nodiscard]] static Result<std::unique_ptr<BroughtFolder>> open(const std::string& folder, Hold hold = Hold::firm);
    BroughtFolder(const BroughtFolder&) = delete;
    BroughtFolder& operator=(const BroughtFolder&) = delete;
    /// Until then nobody can unmount it.
    ~BroughtFolder();

    /// All that lies in it but what `passes_over` says of a name, in no order; what goes while it is looked for is not
    /// there. Faults, with the folder as subject: too_many_files, source_gone,
    /// unreadable.
    [[nodiscard]] Result<std::vector<Found>> survey(const Reach& reach,
                                                    const std::function<bool(std::string_view)>& passes_over) const;

    /// A file in it, or its first bytes. No link is followed on the way, and no way leads out. Faults: missing,
    /// unreadable, is_directory, too_large (more than `largest`), changing (its size or its time is another
    /// afterwards); with the folder as subject source_gone, where the folder is no longer what it was.
    [[nodiscard]] Result<std::vector<std::byte>> read(std::string_view path, std::size_t largest,
                                                      std::size_t first) const;

    /// It is still mounted where it was, and so is the device below it. One that has hung asks for as long as it hangs.
    [[nodiscard]] bool is_there() const;

  private:
    BroughtFolder(std::string folder, int descriptor, Hold hold);
    template <class Ask>
    auto asked(const Ask& ask) const -> decltype(ask());
    [[nodiscard]] bool is_there_now() const;

    std::string folder_;
    int descriptor_;
    Hold hold_;
    std::string device_;  ///< what there is of it as long as it is plugged in; empty where it hangs on none
};

}  // namespace tingdu::platform
