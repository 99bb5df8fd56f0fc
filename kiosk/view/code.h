// Words as a square code for the camera of a telephone (QR, ISO/IEC 18004): which of its modules are dark.
// It knows no screen and no colour.
#pragma once

#include <string_view>
#include <vector>

namespace tingdu::view {

struct Code {
    int width{};             ///< modules of a side; 0 where the words are too many
    std::vector<bool> dark;  ///< row by row
};

[[nodiscard]] Code code_of(std::u32string_view text);

/// So many light modules stand around it (ISO/IEC 18004), and a module is no smaller than this on the screen.
inline constexpr int code_quiet_modules = 4;
inline constexpr double code_module_mm = 0.5;

}  // namespace tingdu::view
