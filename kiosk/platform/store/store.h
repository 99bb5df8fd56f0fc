// The door to libraries on the disk. A library is FILE, an SQLite database of the edition that counts and the two
// before it, and FILE.kept, the same once more, written after FILE: at any moment one of the two is whole. What stays
// the same from one edition to the next lies there once. One commit makes the next count, and whoever reads goes on
// meanwhile. What the files are, and what the list of an edition says, is nobody's business here. Every function blocks
// for as long as the disk takes. Faults of each, with the last part of FILE as subject, besides those named:
// not_library, unreadable, unwritable, no_space.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::platform {

/// How many editions are kept, with the one that counts.
inline constexpr std::size_t editions_kept = 3;

enum class Condition { sound, mended };
enum class Depth {
    brief,     ///< whether it is a library at first sight: as fast however many articles there are
    thorough,  ///< every byte, of FILE.kept too
};
/// A FILE that is damaged, lost or older than it was is made anew from FILE.kept, and the other way round; what was
/// damaged stays as FILE.damaged, where the disk has room for it. Nothing is
/// done to one that somebody is writing, or where nothing can be written: whoever reads it makes do with FILE.kept.
/// Faults: missing where there is no library at all. A thorough look ends early, as sound, once `goes_on` says no.
[[nodiscard]] Result<Condition> look_after(const std::string& library, Depth depth,
                                           const std::function<bool()>& goes_on = {});

/// What is in a library as it is at each call. For one thread. Each fault missing where there is no library, or nothing
/// of that name in it.
class Library {
  public:
    explicit Library(const std::string& library);
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library();

    /// Another number once anything has changed.
    [[nodiscard]] Result<std::int64_t> revision();
    /// As it was given when the edition was published.
    [[nodiscard]] Result<std::vector<std::byte>> list();
    [[nodiscard]] Result<std::vector<std::string>> names();
    /// The first bytes of a file, or all that there are; as it was last where it is in the library no longer but was in
    /// an edition that is kept. Fault: too_large (more than `largest`).
    [[nodiscard]] Result<std::vector<std::byte>> read(const std::string& name, std::size_t largest, std::size_t first);
    /// Tells one state of a file from another without reading it; nothing where it is not there.
    [[nodiscard]] Result<std::optional<std::int64_t>> state_of(const std::string& name);

  private:
    class Shelf;
    std::unique_ptr<Shelf> shelf_;
};

/// How many bytes of files the disk has room for in an edition, which lie there twice for a while; no bound where
/// nobody can tell.
[[nodiscard]] std::uint64_t room_for_edition(const std::string& library);

/// The edition before counts again, and the one that did is given up. Faults: missing, library_busy,
/// no_library_before.
[[nodiscard]] Result<void> go_back(const std::string& library);

/// An edition in the making. It goes without a trace unless it is published. One at a time, for all programs of the
/// machine.
class NextEdition {
  public:
    /// Fault: library_busy.
    [[nodiscard]] static Result<std::unique_ptr<NextEdition>> begin(const std::string& library);
    NextEdition(const NextEdition&) = delete;
    NextEdition& operator=(const NextEdition&) = delete;
    ~NextEdition();

    /// A file of this name, in place of one that is there.
    [[nodiscard]] Result<void> put(const std::string& name, std::span<const std::byte> bytes);
    /// The file of this name goes.
    [[nodiscard]] Result<void> drop(const std::string& name);
    /// From here on it counts. To be called once, and last.
    [[nodiscard]] Result<void> publish(std::span<const std::byte> list);

  private:
    class Work;
    explicit NextEdition(std::unique_ptr<Work> work);
    std::unique_ptr<Work> work_;
};

}  // namespace tingdu::platform
