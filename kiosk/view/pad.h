// Words beside a picture of a pad: what help and the wizard look like.
// It knows no key: which stands where, and what touching it does, is their own.
#pragma once

#include <string_view>

#include "kiosk/view/pen.h"

namespace tingdu::view {

/// Where the keys of the picture lie, all of one size.
struct PadRoom {
    scene::Rect room;
    int gap_px{};
    int columns{};
    int rows{};

    /// From the upper left; a key may take several.
    [[nodiscard]] scene::Rect cell(int column, int row, int wide = 1, int high = 1) const;
};

/// Draws the words, and says where the picture goes: at their right on a wide screen, in the lower half of a tall one.
[[nodiscard]] PadRoom draw_told_beside_pad(Pen& pen, std::u32string_view told, int columns, int rows);

}  // namespace tingdu::view
