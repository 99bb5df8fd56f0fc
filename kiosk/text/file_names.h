// The names of files as people read them, in whatever encoding a stick was written. It knows encodings, and opens
// nothing.
#pragma once

#include <string>
#include <vector>

namespace tingdu::text {

/// Paths with '/' between their parts, in whatever bytes → the same in UTF-8, one for each. They come from one drive
/// and so from one system: those that are not UTF-8 are judged together. What would break a line or a path becomes '_'.
[[nodiscard]] std::vector<std::string> names_as_read(const std::vector<std::string>& paths);

}  // namespace tingdu::text
