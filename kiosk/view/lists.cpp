#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/app/phrases.h"
#include "kiosk/base/sentences.h"
#include "kiosk/base/utf8.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;

/// Entries of one page in rows and columns, all of one size.
struct Cells {
    int columns = 1;
    int rows = 1;
    int width_px = 0;
    int height_px = 0;

    [[nodiscard]] int per_page() const { return columns * rows; }
};

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

void draw_emptiness(Pen& pen, const app::State& state, scene::Rect content) {
    const Grid& grid = pen.grid();
    std::u32string text(app::phrase(state.catalogue ? Phrase::no_articles : Phrase::preparing, state.language));
    if (state.catalogue_error) text = from_utf8(sentence(*state.catalogue_error, state.language));
    const int pitch = grid.entry().size_px * 7 / 4;
    pen.paragraph(pen.lines(text, grid.entry(), content.width, 4), grid.entry(), pen.theme().ink, content.x,
                  content.y + content.height / 3, pitch);
}

/// The box of an entry; a finger on it turns it over.
scene::Color draw_card(Pen& pen, scene::Rect rect, bool held, bool focused) {
    const Grid& grid = pen.grid();
    pen.fill(rect, held ? pen.theme().accent : pen.theme().card, grid.radius_px);
    pen.outline(rect, pen.theme().edge, grid.radius_px, grid.stroke_px);
    if (focused) pen.ring(rect);
    return held ? pen.theme().on_accent : pen.theme().ink;
}

/// Draws the entries of the page that holds the focus; `draw(entry, rect, focused, held)` draws one.
template <class Draw>
void draw_cells(const app::State& state, const Cells& cells, scene::Rect content, int gap_px, Draw draw) {
    const int count = app::entry_count(state);
    const int page = app::focused_entry(state) / cells.per_page();
    const int first = page * cells.per_page();
    for (int entry = first; entry < std::min(count, first + cells.per_page()); ++entry) {
        const int column = (entry - first) % cells.columns;
        const int row = (entry - first) / cells.columns;
        const scene::Rect rect{content.x + column * (cells.width_px + gap_px),
                               content.y + row * (cells.height_px + gap_px), cells.width_px, cells.height_px};
        draw(entry, rect, app::focus(state) == Press{Choice{entry}}, state.held == Press{Choice{entry}});
    }
}

int rows_in(int height_px, int cell_px, int gap_px) {
    return std::max(1, (height_px + gap_px) / (cell_px + gap_px));
}

/// A tile with the number above the name where all subjects find room in two rows or more of them; else the number
/// beside the name.
struct Tiles {
    Cells cells;
    bool number_above = false;
    int name_lines = 1;
    int name_width_px = 0;
    int number_px = 0;  ///< room that a number beside the name takes
};

Tiles tiles(const Pen& pen, const app::State& state, scene::Rect content, int gap_px) {
    const Grid& grid = pen.grid();
    const int ui = grid.ui_px;
    const auto& subjects = state.catalogue->subjects;
    const auto lines_at = [&](int width_px) {
        std::size_t most = 1;
        for (const library::Subject& subject : subjects)
            most = std::max(most, pen.lines(subject.name, grid.tile(), width_px, 2).size());
        return static_cast<int>(most);
    };
    Tiles tiles;
    tiles.cells.columns = grid.shape == Shape::wide ? 3 : 2;
    tiles.cells.width_px = (content.width - (tiles.cells.columns - 1) * gap_px) / tiles.cells.columns;
    tiles.name_width_px = tiles.cells.width_px - 2 * ui;
    tiles.name_lines = lines_at(tiles.name_width_px);
    const int above = ui * 47 / 10 + tiles.name_lines * grid.tile().size_px * 7 / 5;
    const bool two_rows = rows_in(content.height, above, gap_px) >= 2;
    const bool all_at_once =
        std::cmp_greater_equal(rows_in(content.height, above, gap_px) * tiles.cells.columns, subjects.size());
    if (two_rows && all_at_once) {
        tiles.number_above = true;
        tiles.cells.height_px = above;
    } else {
        tiles.number_px = pen.width(subjects.size() > 9 ? U"00" : U"0", grid.numeral()) + ui;
        tiles.name_width_px -= tiles.number_px;
        tiles.name_lines = lines_at(tiles.name_width_px);
        tiles.cells.height_px = ui * 22 / 10 + tiles.name_lines * grid.tile().size_px * 7 / 5;
    }
    tiles.cells.rows = rows_in(content.height, tiles.cells.height_px, gap_px);
    // Tiles share the height that is there, but never grow beyond half as much again: calm, not empty.
    const int wanted_rows = std::min<int>(
        tiles.cells.rows, (static_cast<int>(subjects.size()) + tiles.cells.columns - 1) / tiles.cells.columns);
    const int share = (content.height - (wanted_rows - 1) * gap_px) / std::max(1, wanted_rows);
    tiles.cells.height_px = std::min(share, tiles.cells.height_px * 13 / 10);
    return tiles;
}

scene::Rect list_content(const Grid& grid) {
    scene::Rect content = grid.content;
    // The ring of focus stands outside the things it surrounds.
    const int ring = grid.ring_px + grid.ring_off_px;
    content.y += ring;
    content.height -= 2 * ring;
    return content;
}

int list_gap(const Grid& grid) {
    return std::max(grid.gap_px, grid.ring_px + 2 * grid.ring_off_px);
}

}  // namespace

void draw_subjects(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const Theme& theme = pen.theme();
    const scene::Rect content = list_content(grid);
    const int count = app::entry_count(state);
    const auto title = app::phrase(Phrase::what_to_hear, state.language);
    if (count == 0) {
        draw_title(pen, state, title, {});
        draw_emptiness(pen, state, content);
        draw_bar(pen, state);
        draw_notice(pen, state);
        return;
    }
    const int gap = list_gap(grid);
    const Tiles layout = tiles(pen, state, content, gap);
    const int pages = page_count(count, layout.cells.per_page());
    draw_title(pen, state, title,
               pages > 1 ? app::page_of(state.subject / layout.cells.per_page() + 1, pages, state.language)
                         : app::subjects_count(static_cast<std::size_t>(count), state.language));
    const int ui = grid.ui_px;
    draw_cells(state, layout.cells, content, gap, [&](int entry, scene::Rect rect, bool focused, bool held) {
        const library::Subject& subject = state.catalogue->subjects[static_cast<std::size_t>(entry)];
        const scene::Color ink = draw_card(pen, rect, held, focused);
        const std::u32string number = from_utf8(std::to_string(entry + 1));
        const int pitch = grid.tile().size_px * 7 / 5;
        const auto name = pen.lines(subject.name, grid.tile(), layout.name_width_px, 2);
        const int name_height = static_cast<int>(name.size()) * pitch;
        const int note_pitch = grid.note().size_px * 3 / 2;
        int x = rect.x + ui;
        int y = rect.y + (rect.height - name_height - note_pitch) / 2;
        if (layout.number_above) {
            pen.line(number, grid.numeral(), held ? ink : theme.accent, x, rect.y + ui * 9 / 5);
            y = rect.bottom() - ui * 3 / 4 - note_pitch - name_height;
        } else {
            pen.line(number, grid.numeral(), held ? ink : theme.accent, x, rect.y + rect.height / 2);
            x += layout.number_px;
        }
        const int below = pen.paragraph(name, grid.tile(), ink, x, y, pitch);
        pen.line(app::articles_count(subject.entries.size(), state.language), grid.note(),
                 held ? ink : theme.second_ink, x, below + note_pitch / 2);
        pen.target(rect, subject.name, Choice{entry});
    });
    draw_bar(pen, state, {pages, layout.cells.per_page()});
    draw_notice(pen, state);
}

void draw_articles(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const Theme& theme = pen.theme();
    const scene::Rect content = list_content(grid);
    const library::Subject* subject = app::subject_of(state);
    const int count = app::entry_count(state);
    if (!subject || count == 0) {
        draw_title(pen, state,
                   subject ? subject->name : std::u32string(app::phrase(Phrase::what_to_hear, state.language)), {});
        draw_emptiness(pen, state, content);
        draw_bar(pen, state);
        draw_notice(pen, state);
        return;
    }
    const int ui = grid.ui_px;
    const bool wide = grid.shape == Shape::wide;
    const int pitch = grid.entry().size_px * 7 / 5;
    const int note_pitch = grid.note().size_px * 7 / 5;
    const int note_width = wide ? pen.width(U"2026 年 12 月 30 日", grid.note()) : 0;
    const int title_x = ui + pen.width(U"00", grid.numeral()) + ui;
    const int title_width = content.width - title_x - ui - (wide ? note_width + ui : 0);
    const int gap = list_gap(grid);
    Cells cells;
    cells.width_px = content.width;
    cells.height_px = wide ? 2 * pitch + ui * 3 / 5 : 2 * pitch + note_pitch + ui * 4 / 5;
    cells.rows = rows_in(content.height, cells.height_px, gap);
    const int pages = page_count(count, cells.per_page());
    draw_title(pen, state, subject->name,
               pages > 1 ? app::page_of(app::focused_entry(state) / cells.per_page() + 1, pages, state.language)
                         : app::articles_count(static_cast<std::size_t>(count), state.language));
    draw_cells(state, cells, content, gap, [&](int index, scene::Rect rect, bool focused, bool held) {
        const library::Entry& entry = subject->entries[static_cast<std::size_t>(index)];
        const scene::Color ink = draw_card(pen, rect, held, focused);
        const scene::Color second = held ? ink : theme.second_ink;
        const int middle_y = rect.y + rect.height / 2;
        pen.line(from_utf8(std::to_string(index + 1)), grid.numeral(), held ? ink : theme.accent, rect.x + ui,
                 middle_y);
        const auto title = pen.lines(entry.title, grid.entry(), title_width, 2);
        const auto minutes = app::about_minutes(entry.minutes, state.language);
        const auto date = entry.date ? app::shown_date(*entry.date, state.language) : std::u32string();
        const int title_height = static_cast<int>(title.size()) * pitch;
        if (wide) {
            pen.paragraph(title, grid.entry(), ink, rect.x + title_x, middle_y - title_height / 2, pitch);
            const int right = rect.right() - ui;
            if (date.empty()) {
                pen.line(minutes, grid.note(), second, right, middle_y, Align::right);
            } else {
                pen.line(date, grid.note(), second, right, middle_y - note_pitch / 2, Align::right);
                pen.line(minutes, grid.note(), second, right, middle_y + note_pitch / 2, Align::right);
            }
        } else {
            const int top = middle_y - (title_height + note_pitch) / 2;
            const int below = pen.paragraph(title, grid.entry(), ink, rect.x + title_x, top, pitch);
            pen.line(date.empty() ? minutes : date + U"　" + minutes, grid.note(), second, rect.x + title_x,
                     below + note_pitch / 2);
        }
        pen.target(rect, entry.title, Choice{index});
    });
    draw_bar(pen, state, {pages, cells.per_page()});
    draw_notice(pen, state);
}

}  // namespace tingdu::view
