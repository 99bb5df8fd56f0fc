// The door to files and folders. It hands over bytes and names; what is in them is nobody's business here.
// Every function blocks for as long as the drive takes, and may be called from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::platform {

/// The whole file. Faults, with the last part of the path as subject: missing, unreadable, is_directory, too_large
/// (more than `largest` bytes; nothing is read then), changing (its size or its time is another afterwards).
[[nodiscard]] Result<std::vector<std::byte>> read_file(const std::string& path, std::size_t largest);

/// A file in `folder` or below it; `path` is relative to that, with '/' between its parts. No link is followed on the
/// way, and "..", like any other way out, leads nowhere. Reads `first` bytes, or all that there are. Faults: those of
/// read_file.
[[nodiscard]] Result<std::vector<std::byte>> read_below(const std::string& folder, std::string_view path,
                                                        std::size_t largest, std::size_t first);

/// Tells one state of a file from another without reading it.
struct Stamp {
    std::int64_t changed_ns{};
    std::uint64_t size{};
    std::uint64_t file{};  ///< another file of the same name has another number
    friend bool operator==(const Stamp&, const Stamp&) = default;
};
/// Nothing where there is no regular file.
[[nodiscard]] std::optional<Stamp> stamp_of(const std::string& path);

/// All regular files below `folder`, as paths relative to it with '/' between the parts, in the order of their
/// bytes. Links to folders are not followed, and nothing deeper than 16 folders is looked at. Faults: missing,
/// unreadable, not_directory.
[[nodiscard]] Result<std::vector<std::string>> list_files(const std::string& folder);

/// A file's bytes as they lie on the disk, read only as they are looked at; valid while this lives.
class MappedFile {
  public:
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    virtual ~MappedFile() = default;
    [[nodiscard]] virtual std::span<const std::byte> bytes() const = 0;

  protected:
    MappedFile() = default;
};

/// Faults: missing, unreadable, is_directory, empty.
[[nodiscard]] Result<std::unique_ptr<MappedFile>> map_file(const std::string& path);

/// Replaces the file. Fault: unwritable.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

/// The same, so that the old or the new file is there whole at any moment, the power failing included. Fault:
/// unwritable.
enum class Readers { anybody, owner };
[[nodiscard]] Result<void> replace_file(const std::string& path, std::string_view bytes,
                                        Readers readers = Readers::anybody);

/// A copy, where nothing may be yet. Faults, with the last part of `from` as subject: missing (or no regular file),
/// unreadable, no_space.
[[nodiscard]] Result<void> copy_file(const std::string& from, const std::string& to);

/// One that is not there is fine; one that cannot be removed stays.
void remove_file(const std::string& path);

/// All that has been written to the drive of this folder is on it when this returns. Fault: unwritable.
[[nodiscard]] Result<void> sync_drive(const std::string& folder);

/// Makes the folder and those above it; one that is there is fine. Fault: unwritable.
[[nodiscard]] Result<void> make_folder(const std::string& path);

/// What stands before the last part; "." where nothing does.
[[nodiscard]] std::string folder_of(std::string_view path);

}  // namespace tingdu::platform
