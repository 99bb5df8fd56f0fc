// How many pixels a millimetre has, from what is known of a screen, so that type is as large as it should be.
// Asks no screen itself.
#pragma once

#include <optional>

namespace tingdu::platform {

inline constexpr double mm_per_in = 25.4;
/// The screen of a kiosk about which nothing better is known.
inline constexpr double usual_diagonal_in = 21.5;

struct ScreenFacts {
    int width_px{};
    int height_px{};
    std::optional<double> diagonal_in;  ///< as its owner measured it
    std::optional<double> dpi;          ///< as it says of itself
};

/// The owner is believed; the screen only where it says something likely.
[[nodiscard]] double px_per_mm(const ScreenFacts& screen);
/// Somebody has said so. Else the usual screen is taken.
[[nodiscard]] bool is_size_known(const ScreenFacts& screen);

}  // namespace tingdu::platform
