// Where a visit stands, as a file that lasts no longer than the visit does: what is needed to go on with it, and
// nothing else. It knows the form and opens nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/app/standing.h"

namespace tingdu::runtime {

inline constexpr std::size_t largest_standing_file = std::size_t{1} << 20U;

/// UTF-8: the steps of the settings in a line, then the place in one, as in the file of bookmarks, or the list.
[[nodiscard]] std::string written_standing(const app::Standing& standing);
/// None where the settings are not as many numbers as there are settings. A place that is broken is none. That the
/// steps exist is for whoever knows the languages to see to.
[[nodiscard]] std::optional<app::Standing> read_standing(std::string_view file);

}  // namespace tingdu::runtime
