// Where the articles lie: a folder as staff fill it, or a library. Whoever reads does not know which: paths are those
// of the catalogue, and those of a library look as if FILE were the folder. It knows nothing of what is in a file.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/store/store.h"

namespace tingdu::runtime {

using Bytes = std::vector<std::byte>;

struct Content {
    enum class Kind { folder, library };
    Content(std::string folder) : path(std::move(folder)) {}
    Content(std::string of, Kind what) : path(std::move(of)), kind(what) {}

    std::string path;
    Kind kind = Kind::folder;
    library::ReadAs read_as{};  ///< by which names in a folder are sorted
};

/// For one thread.
class Reader {
  public:
    explicit Reader(const Content& content);

    /// Nothing where it is as it was when this was asked last. A folder may always have changed. An article of a folder
    /// that cannot be opened keeps its place under its own name: choosing it says what is wrong with it. Faults: those
    /// of the store, and those of listing a folder.
    [[nodiscard]] Result<std::optional<library::Catalogue>> new_catalogue();
    /// A file of the content by its path in the catalogue, or any other by its own. Faults: those of reading a file.
    [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t largest);
    /// The first bytes of a file in the folder of the one at `path`, or below it; `name` leads nowhere else.
    [[nodiscard]] Result<Bytes> read_beside(const std::string& path, std::string_view name, std::size_t largest,
                                            std::size_t first);
    /// Tells one state of a file at the root of the content from another; nothing where there is none.
    [[nodiscard]] std::optional<platform::Stamp> stamp_of(std::string_view name);
    [[nodiscard]] std::string path_of(std::string_view name) const;

  private:
    [[nodiscard]] std::optional<std::string> name_in_library(const std::string& path) const;

    Content content_;
    std::optional<platform::Library> library_;
    std::optional<std::int64_t> revision_;
};

}  // namespace tingdu::runtime
