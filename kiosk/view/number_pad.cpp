#include "kiosk/view/number_pad.h"

#include <algorithm>
#include <string>

#include "kiosk/app/phrases.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/pad.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

/// A box for each digit, those filled that have been entered. Returns the y below them.
int draw_boxes(Pen& pen, const NumberPad& pad, scene::Rect room) {
    const Grid& grid = pen.grid();
    const int count = static_cast<int>(pad.length);
    const int gap = grid.gap_px / 2;
    const int width = std::min((room.width - (count - 1) * gap) / count, 4 * grid.ui_px);
    const int height = std::min(width * 5 / 4, room.height);
    for (int i = 0; i < count; ++i) {
        const scene::Rect box{room.x + i * (width + gap), room.y, width, height};
        pen.fill(box, pen.theme().card, grid.radius_px);
        pen.outline(box, pen.theme().edge, grid.radius_px, grid.stroke_px);
        if (std::cmp_less(i, pad.shown.size()))
            pen.line(pad.shown.substr(static_cast<std::size_t>(i), 1), {scene::Weight::bold, height * 6 / 10},
                     pen.theme().accent, box.x + width / 2, box.y + height / 2, Align::middle);
    }
    return room.y + height;
}

/// As large as it can stand there whole.
void draw_told(Pen& pen, const std::u32string& told, scene::Rect room) {
    const Grid& grid = pen.grid();
    for (const scene::TextStyle& style : {grid.entry(), grid.label(), grid.note()}) {
        const int pitch = style.size_px * 3 / 2;
        const bool is_last = style.size_px == grid.note().size_px;
        constexpr int any = 100;
        const auto lines = pen.lines(told, style, room.width, is_last ? std::max(1, room.height / pitch) : any);
        if (!is_last && static_cast<int>(lines.size()) * pitch > room.height) continue;
        pen.paragraph(lines, style, pen.theme().ink, room.x, room.y, pitch);
        return;
    }
}

void draw_tile(Pen& pen, const app::State& state, const NumberPad& number, int tile, scene::Rect rect) {
    const Grid& grid = pen.grid();
    const Press press = Choice{tile};
    const bool held = number.lit == press;
    const scene::Color ink = draw_card(pen, rect, held, app::focus(state) == press);
    const auto label = app::tile_label(tile, words(state));
    const scene::TextStyle style =
        tile == app::tile_back ? pen.fitted(label, grid.label(), rect.width - grid.ui_px)
                               : scene::TextStyle{scene::Weight::bold, std::min(rect.height * 6 / 10, 3 * grid.ui_px)};
    pen.line(label, style, ink, rect.x + rect.width / 2, rect.y + rect.height / 2, Align::middle);
    pen.target(rect, label, press);
}

}  // namespace

void draw_number_pad(Pen& pen, const app::State& state, const NumberPad& number) {
    const Grid& grid = pen.grid();
    draw_title(pen, state, number.title, {});
    constexpr int rows = (app::tile_count + app::tile_columns) / app::tile_columns;
    PadRoom pad = draw_told_beside_pad(pen, {}, app::tile_columns, rows);
    const int ring = grid.ring_px + grid.ring_off_px;
    pad.room = {pad.room.x + ring, pad.room.y + ring, pad.room.width - 2 * ring, pad.room.height - 2 * ring};
    pad.gap_px = std::max(pad.gap_px, ring + grid.ring_off_px);

    const bool wide = grid.shape == Shape::wide;
    scene::Rect room{grid.content.x, grid.content.y + ring, grid.content.width, 0};
    if (wide) room.width = pad.room.x - grid.ui_px - room.x;
    room.height = (wide ? grid.content.bottom() : pad.room.y) - grid.gap_px - room.y;
    const int below = draw_boxes(pen, number, {room.x, room.y, room.width, room.height * 2 / 5}) + grid.ui_px;
    draw_told(pen, number.told, {room.x, below, room.width, room.bottom() - below});

    for (int tile = 0; tile < app::tile_count; ++tile) {
        const int cell = app::cell_of(tile);
        draw_tile(pen, state, number, tile, pad.cell(cell % app::tile_columns, cell / app::tile_columns));
    }
    draw_bar(pen, state);
    draw_notice(pen, state);
}

}  // namespace tingdu::view
