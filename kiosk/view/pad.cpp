#include "kiosk/view/pad.h"

#include <algorithm>

namespace tingdu::view {

scene::Rect PadRoom::cell(int column, int row, int wide, int high) const {
    const int width = (room.width - (columns - 1) * gap_px) / columns;
    const int height = (room.height - (rows - 1) * gap_px) / rows;
    return {room.x + column * (width + gap_px), room.y + row * (height + gap_px), wide * width + (wide - 1) * gap_px,
            high * height + (high - 1) * gap_px};
}

PadRoom draw_told_beside_pad(Pen& pen, std::u32string_view told, int columns, int rows) {
    const Grid& grid = pen.grid();
    const bool wide = grid.shape == Shape::wide;
    scene::Rect content = grid.content;
    const int gap = static_cast<int>(std::max(2.6 * grid.viewport.px_per_mm, grid.gap_px * 0.5));
    const int words_px = wide ? content.width * 36 / 100 : content.width;
    // On a tall screen all that can be touched is in the lower half.
    const int words_height = wide ? content.height : (grid.viewport.height_px + 1) / 2 - content.y;
    // As large as it can stand there whole.
    scene::TextStyle style{scene::Weight::regular, grid.title().size_px};
    const auto pitch_of = [](scene::TextStyle of) { return of.size_px * 3 / 2; };
    const int all_lines = static_cast<int>(pen.breaks(told, style, words_px - grid.ui_px).size());
    if (all_lines * pitch_of(style) > words_height) style = grid.entry();
    const int pitch = pitch_of(style);
    const auto lines = pen.lines(told, style, words_px - grid.ui_px, words_height / pitch);
    const int height = static_cast<int>(lines.size()) * pitch;
    pen.paragraph(lines, style, pen.theme().ink, content.x, content.y + (words_height - height) / 2, pitch);
    if (wide) {
        content.x += words_px;
        content.width -= words_px;
    } else {
        content.y += words_height;
        content.height -= words_height;
    }
    return {content, gap, columns, rows};
}

}  // namespace tingdu::view
