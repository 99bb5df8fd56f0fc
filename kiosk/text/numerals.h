// Numbers as Chinese writes them.
// What such a number means is for whoever reads it.
#pragma once

#include <string_view>

#include "kiosk/base/characters.h"

namespace tingdu::text {

/// Each at the place of its value.
inline constexpr std::u32string_view chinese_digits = U"〇一二三四五六七八九";

/// A Chinese number of one character.
[[nodiscard]] constexpr bool is_to_ten(char32_t c) {
    return c == U'十' || is_one_of(c, chinese_digits);
}

}  // namespace tingdu::text
