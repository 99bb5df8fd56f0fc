// Where the program is that opens strangers' files.
// It knows how the kiosk is laid out, nothing more.
#pragma once

#include <string>

namespace tingdu::parsing {

/// Beside the program that runs, or in the nearest folder above it that has one; just its name where none does.
[[nodiscard]] std::string program();

}  // namespace tingdu::parsing
