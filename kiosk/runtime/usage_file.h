// How articles are used, as a file: a line for each article of a day, below it a line for each place of it, tabs
// between their parts. It knows the form and opens nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "kiosk/app/usage.h"

namespace tingdu::runtime {

inline constexpr std::size_t largest_usage_file = std::size_t{64} << 20U;

/// UTF-8.
[[nodiscard]] std::string written_usage(const app::Usage& usage);
/// Adds what the file has; a line that is broken is passed over.
void read_usage(std::string_view file, app::Usage& usage);

}  // namespace tingdu::runtime
