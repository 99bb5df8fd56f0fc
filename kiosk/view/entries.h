// What the screens that list something have in common: the title line, and entries of one size in rows, columns and
// pages. It does not know what an entry says.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kiosk/app/state.h"
#include "kiosk/view/pen.h"

namespace tingdu::view {

/// Entries of one page in rows and columns, all of one size.
struct Cells {
    int columns = 1;
    int rows = 1;
    int width_px = 0;
    int height_px = 0;

    [[nodiscard]] int per_page() const { return columns * rows; }
};

[[nodiscard]] int page_count(int entries, int per_page);
[[nodiscard]] int rows_in(int height_px, int cell_px, int gap_px);

/// The content without the room that the ring of focus takes outside of things.
[[nodiscard]] scene::Rect list_content(const Grid& grid);
[[nodiscard]] int list_gap(const Grid& grid);
/// How far that ring reaches.
[[nodiscard]] int list_ring(const Grid& grid);

/// What the screen is at the left of the band, what may be noted of it at the right.
void draw_title(Pen& pen, const app::State& state, std::u32string_view title, std::u32string_view note);

/// What is noted of a list: how many things it has and, where it has several, which page this is; the page alone where
/// there is no room for both beside the title.
[[nodiscard]] std::u32string list_note(const Pen& pen, const app::State& state, std::u32string_view title,
                                       std::u32string_view count, int per_page);

/// The box of an entry; a finger on it turns it over. Returns the colour of what is written in it.
scene::Color draw_card(Pen& pen, scene::Rect rect, bool held, bool focused);

/// Calls `draw(entry, rect, focused, held)` for each entry of the page that holds the focus. Returns the y below them.
int draw_cells(const app::State& state, const Cells& cells, scene::Rect content, int gap_px,
               const std::function<void(int entry, scene::Rect rect, bool focused, bool held)>& draw);

}  // namespace tingdu::view
