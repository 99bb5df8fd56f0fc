// The door to content packs: a tar of plain files, the first of which says what the pack is. Nothing in one is
// compressed, so that what comes out is never more than what lies there. Who made a pack, what its first file says and
// what the others are is nobody's business here. Every function blocks for as long as the disk takes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::platform {

/// The files below `folder` with these paths, after a manifest, into `pack`, in place of what was there. The same
/// files make the same bytes, whenever and by whomever. Faults, with the last part of the path as subject: those of
/// reading and writing a file.
[[nodiscard]] Result<void> write_pack(const std::string& pack, std::string_view manifest, const std::string& folder,
                                      std::vector<std::string> paths);

/// A folder for a while: it goes with this, and all that is in it.
class FolderForAWhile {
  public:
    /// Below `folder`, and for nobody else to look into. Fault: unwritable.
    [[nodiscard]] static Result<std::unique_ptr<FolderForAWhile>> in(const std::string& folder);
    FolderForAWhile(const FolderForAWhile&) = delete;
    FolderForAWhile& operator=(const FolderForAWhile&) = delete;
    ~FolderForAWhile();
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    explicit FolderForAWhile(std::string path) : path_(std::move(path)) {}
    std::string path_;
};

struct Unpacked {
    std::string manifest;
    std::uint64_t files{};
};
/// What is in `pack`, as files below `folder`, where nothing may be but by this. `is_allowed` says which paths. Faults,
/// with the last part of the pack's path as subject: those of reading; bad_pack (no pack, cut short, a second
/// manifest, anything but plain files, one path twice, one that is not allowed), unwritable, no_space.
[[nodiscard]] Result<Unpacked> unpack(const std::string& pack, const std::string& folder,
                                      const std::function<bool(std::string_view)>& is_allowed);

}  // namespace tingdu::platform
