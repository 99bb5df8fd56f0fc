// What a visitor may change, as steps: how fast, how loud, how large. What a step means in numbers stands here once,
// for the eyes and for the ears.
#pragma once

#include <array>
#include <string_view>

#include "kiosk/base/language.h"

namespace tingdu::app {

/// Steps count from 0; the constructor's are the normal ones that every visit begins with.
struct Settings {
    int rate = 3;
    int volume = 3;
    int size = 1;
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// Speed as a factor of the normal one: seven steps from 50 to 200 % (VVSG 2.0, 7.1-K).
inline constexpr std::array<double, 7> rate_factors = {0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0};
/// Decibels over the normal loudness: 4 dB a step over 24 dB, the normal one 12 dB over the lowest (EN 301 549, 8.2.1).
inline constexpr std::array<double, 7> volume_db = {-12, -8, -4, 0, 4, 8, 12};
/// Height of a capital letter in text that is read, in millimetres; the last is the largest that the screen's width
/// allows, and stands here as its least.
inline constexpr std::array<double, 4> capital_mm = {5.2, 7.4, 9.0, 11.0};

/// One word for a step, as it is said when the step is reached.
[[nodiscard]] std::u32string_view rate_name(int step, Language language);
[[nodiscard]] std::u32string_view volume_name(int step, Language language);
[[nodiscard]] std::u32string_view size_name(int step, Language language);

}  // namespace tingdu::app
