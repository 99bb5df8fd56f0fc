#include "kiosk/view/entries.h"

#include <algorithm>

#include "kiosk/app/phrases.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {

int page_count(int entries, int per_page) {
    return std::max(1, (entries + per_page - 1) / per_page);
}

void draw_title(Pen& pen, const app::State& state, std::u32string_view title, std::u32string_view note) {
    const Grid& grid = pen.grid();
    const int middle_y = grid.band.y + grid.band.height * 55 / 100;
    int right = draw_sound_lost(pen, state);
    if (right == grid.band.right())
        right = pen.line(note, grid.label(), pen.theme().second_ink, right, middle_y, Align::right).x - grid.gap_px;
    const int room = right - grid.band.x;
    const scene::TextStyle style = pen.fitted(title, grid.title(), room);
    const auto lines = pen.lines(title, style, room, 1);
    if (!lines.empty()) pen.line(lines.front(), style, pen.theme().ink, grid.band.x, middle_y);
}

std::u32string list_note(const Pen& pen, const app::State& state, std::u32string_view title, std::u32string_view count,
                         int per_page) {
    const int pages = page_count(app::entry_count(state), per_page);
    if (pages == 1) return std::u32string(count);
    const auto page = app::page_of(app::focused_entry(state) / per_page + 1, pages, words(state));
    const std::u32string both = std::u32string(count) + U"　" + page;
    const Grid& grid = pen.grid();
    const int room = grid.band.width - pen.width(title, grid.title()) - 2 * grid.gap_px;
    return pen.width(both, grid.label()) < room ? both : page;
}

scene::Color draw_card(Pen& pen, scene::Rect rect, bool held, bool focused) {
    const Grid& grid = pen.grid();
    pen.fill(rect, held ? pen.theme().accent : pen.theme().card, grid.radius_px);
    pen.outline(rect, pen.theme().edge, grid.radius_px, grid.stroke_px);
    if (focused) pen.ring(rect);
    return held ? pen.theme().on_accent : pen.theme().ink;
}

int draw_cells(const app::State& state, const Cells& cells, scene::Rect content, int gap_px,
               const std::function<void(int entry, scene::Rect rect, bool focused, bool held)>& draw) {
    const int count = app::entry_count(state);
    const int page = app::focused_entry(state) / cells.per_page();
    const int first = page * cells.per_page();
    int bottom = content.y;
    for (int entry = first; entry < std::min(count, first + cells.per_page()); ++entry) {
        const int column = (entry - first) % cells.columns;
        const int row = (entry - first) / cells.columns;
        const scene::Rect rect{content.x + column * (cells.width_px + gap_px),
                               content.y + row * (cells.height_px + gap_px), cells.width_px, cells.height_px};
        draw(entry, rect, app::focus(state) == Press{Choice{entry}}, state.held == Press{Choice{entry}});
        bottom = rect.bottom();
    }
    return bottom;
}

int rows_in(int height_px, int cell_px, int gap_px) {
    return std::max(1, (height_px + gap_px) / (cell_px + gap_px));
}

scene::Rect list_content(const Grid& grid) {
    scene::Rect content = grid.content;
    // The ring of focus stands outside the things it surrounds.
    const int ring = list_ring(grid);
    content.y += ring;
    content.height -= 2 * ring;
    return content;
}

int list_ring(const Grid& grid) {
    return grid.ring_px + grid.ring_off_px;
}

int list_gap(const Grid& grid) {
    return std::max(grid.gap_px, grid.ring_px + 2 * grid.ring_off_px);
}

}  // namespace tingdu::view
