// Where a number is entered: a box for each digit, what is to be done, and large digits as telephones have them.
// What the number is for, it does not know.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/app/state.h"
#include "kiosk/view/pen.h"

namespace tingdu::view {

struct NumberPad {
    std::u32string_view title;
    std::u32string told;
    std::size_t length{};        ///< how many digits it takes
    std::u32string shown;        ///< in the boxes, as far as it has been entered
    std::optional<Press> lit{};  ///< the tile under a finger
};

void draw_number_pad(Pen& pen, const app::State& state, const NumberPad& pad);

}  // namespace tingdu::view
