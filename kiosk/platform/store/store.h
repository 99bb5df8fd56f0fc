// The door to libraries on the disk. A library is FILE, which names the edition that counts and the two before it, and
// beside it the editions, FILE.1, FILE.2 …: folders of articles as staff gave them, never changed once they are there.
// The next is written beside them, and one rename makes it count: whatever happens on the way, power failing included,
// leaves the one or the other, whole. What the files are is nobody's business here. Every function blocks for as long
// as the disk takes. Faults of each, with the last part of FILE as subject, besides those named: not_library,
// unreadable, unwritable, no_space.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::platform {

/// How many editions are kept, with the one that counts.
inline constexpr std::size_t editions_kept = 3;

/// The folder of the edition that counts. A FILE that is damaged or gone is made up for by the youngest edition beside
/// it. Fault: missing where there is no library at all.
[[nodiscard]] Result<std::string> edition_that_counts(const std::string& library);

/// The edition before counts again, and the one that did is given up. Faults: missing, library_busy,
/// no_library_before.
[[nodiscard]] Result<void> go_back(const std::string& library);

/// An edition in the making. It goes without a trace unless it is published, and what an earlier one left behind when
/// the power failed goes as the next begins. One at a time, for all programs of the machine.
class NextEdition {
  public:
    /// Fault: library_busy.
    [[nodiscard]] static Result<std::unique_ptr<NextEdition>> begin(const std::string& library);
    NextEdition(const NextEdition&) = delete;
    NextEdition& operator=(const NextEdition&) = delete;
    ~NextEdition();

    /// The folder of the edition that counts; nothing in a new library.
    [[nodiscard]] const std::optional<std::string>& before() const { return before_; }
    /// Where what has been added lies, once something has.
    [[nodiscard]] const std::string& folder() const { return folder_; }

    /// Whether the disk can take so much more; fault no_space if not.
    [[nodiscard]] Result<void> make_sure_of(std::uint64_t bytes, std::size_t files) const;
    /// A file of this name, a relative path. To be called once for a name.
    [[nodiscard]] Result<void> add(const std::string& name, std::span<const std::byte> bytes);
    /// The file of this name as the edition before has it.
    [[nodiscard]] Result<void> keep(const std::string& name);
    /// From here on it counts. To be called once, and last.
    [[nodiscard]] Result<void> publish();

  private:
    class Lock;
    NextEdition(std::string library, std::unique_ptr<Lock> lock, std::vector<unsigned> editions, unsigned number);
    [[nodiscard]] Result<void> make_folders(const std::string& name);
    friend Result<void> go_back(const std::string& library);

    std::string library_;
    std::unique_ptr<Lock> lock_;
    std::vector<unsigned> editions_;  ///< the one that counts first
    unsigned number_;
    std::optional<std::string> before_;
    std::string folder_;
    std::unordered_set<std::string> folders_;  ///< that have been made
};

}  // namespace tingdu::platform
