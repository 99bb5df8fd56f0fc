// Where articles have been left unfinished, as a file: a line for each, tabs between its parts, so that it can be
// looked at. It knows the form and opens nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/app/bookmarks.h"

namespace tingdu::runtime {

/// More than as many bookmarks as are ever kept can take.
inline constexpr std::size_t largest_bookmarks_file = std::size_t{16} << 20U;

/// One line, its end included; and back. None where the line is broken; any number will do.
[[nodiscard]] std::string written_bookmark(const app::Bookmark& bookmark);
[[nodiscard]] std::optional<app::Bookmark> read_bookmark(std::string_view line);

/// UTF-8.
[[nodiscard]] std::string written_bookmarks(const app::Bookmarks& bookmarks, const app::Mistakes& mistakes = {});
/// A line that is broken, or bears a number that another one has had, is passed over.
[[nodiscard]] app::Bookmarks read_bookmarks(std::string_view file);
/// None where there is no line for them, or a broken one.
[[nodiscard]] app::Mistakes read_mistakes(std::string_view file);

}  // namespace tingdu::runtime
