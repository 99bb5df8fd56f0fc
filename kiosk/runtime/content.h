// Where the articles lie: a folder as staff fill it, or a library, whose folder is another after each import. It knows
// the way there, nothing of what is there.
#pragma once

#include <string>
#include <utility>

#include "kiosk/base/result.h"

namespace tingdu::runtime {

struct Content {
    enum class Kind { folder, library };
    Content(std::string folder) : path(std::move(folder)) {}
    Content(std::string of, Kind what) : path(std::move(of)), kind(what) {}

    std::string path;
    Kind kind = Kind::folder;
};

/// The folder of articles as it is now. Faults: those of a library that cannot be read.
[[nodiscard]] Result<std::string> folder_now(const Content& content);

}  // namespace tingdu::runtime
