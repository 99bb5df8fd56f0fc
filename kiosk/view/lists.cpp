#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/app/phrases.h"
#include "kiosk/app/update.h"
#include "kiosk/base/utf8.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/screens.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::view {
namespace {

using app::Phrase;

void draw_emptiness(Pen& pen, const app::State& state, scene::Rect content) {
    const Grid& grid = pen.grid();
    std::u32string text(words(state)[state.catalogue ? Phrase::no_articles : Phrase::preparing]);
    if (state.catalogue_error) text = from_utf8(sentence(*state.catalogue_error, words(state)));
    const int pitch = grid.entry().size_px * 7 / 4;
    pen.paragraph(pen.lines(text, grid.entry(), content.width, 4), grid.entry(), pen.theme().ink, content.x,
                  content.y + content.height / 3, pitch);
}

/// The room that any number up to this one takes.
int number_width(const Pen& pen, std::size_t most) {
    return pen.width(std::u32string(std::to_string(most).size(), U'0'), pen.grid().numeral());
}

/// The rows share the height that is there, each at most so high.
void share_out(Cells& cells, int height_px, int gap_px, int rows, int most_px) {
    const int share = (height_px - (rows - 1) * gap_px) / std::max(1, rows);
    cells.height_px = std::max(cells.height_px, std::min(share, most_px));
}

/// How one goes on, whatever is in the hand.
std::vector<std::u32string> list_hints(const app::State& state) {
    std::vector<std::u32string> hints;
    for (const app::Hand hand : {app::Hand::pad, app::Hand::touch, app::Hand::switches})
        hints.push_back(app::hints_on_list(state, hand));
    return hints;
}

/// A tile with the number above the name where all subjects find room in two rows or more of them; else the number
/// beside the name.
struct Tiles {
    Cells cells;
    bool number_above = false;
    int name_height_px = 0;  ///< of the longest name
    int name_width_px = 0;
    int number_px = 0;  ///< room that a number beside the name takes
};

constexpr std::size_t most_name_lines = 3;

int name_pitch(scene::TextStyle style) {
    return style.size_px * 13 / 10;
}

/// No word of it is wider, and it takes no more lines than a tile may have.
bool is_whole(const Pen& pen, std::u32string_view name, scene::TextStyle style, int width_px) {
    constexpr char32_t last_latin = 0x24F;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(U' ', begin), name.size());
        const std::u32string_view word = name.substr(begin, end - begin);
        const bool is_word = std::ranges::all_of(word, [](char32_t c) { return c <= last_latin; });
        if (is_word && pen.width(word, style) > width_px) return false;
        begin = end + 1;
    }
    return pen.breaks(name, style, width_px).size() <= most_name_lines;
}

/// As large as the whole of it stands there.
scene::TextStyle name_style(const Pen& pen, std::u32string_view name, int width_px) {
    const int least = std::max(pen.grid().least_px(), pen.grid().tile().size_px / 2);
    scene::TextStyle style = pen.grid().tile();
    while (style.size_px > least && !is_whole(pen, name, style, width_px))
        style.size_px = std::max(least, style.size_px * 9 / 10);
    return style;
}

/// How high the longest name is in a column of some width. All of them are gone through for that: once for each width.
class NameHeights {
  public:
    NameHeights(const Pen& pen, const app::State& state) : pen_(pen), state_(state) {}

    int at(int width_px) {
        const auto [known, is_new] = heights_.try_emplace(width_px, name_pitch(pen_.grid().tile()));
        if (!is_new) return known->second;
        for (const library::Subject& subject : state_.catalogue->subjects) {
            const std::u32string_view name = app::subject_name(subject, state_);
            const scene::TextStyle style = name_style(pen_, name, width_px);
            const auto lines = pen_.lines(name, style, width_px, most_name_lines).size();
            known->second = std::max(known->second, static_cast<int>(lines) * name_pitch(style));
        }
        return known->second;
    }

  private:
    const Pen& pen_;
    const app::State& state_;
    std::map<int, int> heights_;
};

Tiles tiles_in(const Pen& pen, const app::State& state, scene::Rect content, int gap_px, NameHeights& heights) {
    const Grid& grid = pen.grid();
    const int ui = grid.ui_px;
    const auto& subjects = state.catalogue->subjects;
    Tiles tiles;
    tiles.cells.columns = grid.shape == Shape::wide ? 3 : 2;
    tiles.cells.width_px = (content.width - (tiles.cells.columns - 1) * gap_px) / tiles.cells.columns;
    tiles.name_width_px = tiles.cells.width_px - 2 * ui;
    tiles.name_height_px = heights.at(tiles.name_width_px);
    const int above = ui * 47 / 10 + tiles.name_height_px;
    const bool two_rows = rows_in(content.height, above, gap_px) >= 2;
    const bool all_at_once =
        std::cmp_greater_equal(rows_in(content.height, above, gap_px) * tiles.cells.columns, subjects.size());
    if (two_rows && all_at_once) {
        tiles.number_above = true;
        tiles.cells.height_px = above;
    } else {
        tiles.number_px = number_width(pen, subjects.size()) + ui / 2;
        tiles.name_width_px -= tiles.number_px - ui / 2;
        tiles.name_height_px = heights.at(tiles.name_width_px);
        tiles.cells.height_px = ui * 2 + tiles.name_height_px;
    }
    tiles.cells.rows = rows_in(content.height, tiles.cells.height_px, gap_px);
    // Tiles share the height that is there, but never grow much beyond what they need: calm, not empty.
    const int wanted_rows = std::min<int>(
        tiles.cells.rows, (static_cast<int>(subjects.size()) + tiles.cells.columns - 1) / tiles.cells.columns);
    share_out(tiles.cells, content.height, gap_px, wanted_rows, tiles.cells.height_px * 13 / 10);
    return tiles;
}

}  // namespace

void draw_subjects(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const Theme& theme = pen.theme();
    const int count = app::entry_count(state);
    const auto title = words(state)[Phrase::what_to_hear];
    if (count == 0) {
        draw_title(pen, state, title, {});
        draw_emptiness(pen, state, list_content(grid));
        draw_bar(pen, state);
        draw_notice(pen, state);
        return;
    }
    const int gap = list_gap(grid);
    const scene::Rect all = list_content(grid);
    NameHeights heights(pen, state);
    const auto in_height = [&](int height_px) {
        const Tiles tiles = tiles_in(pen, state, {all.x, all.y, all.width, height_px}, gap, heights);
        return 2 * tiles.cells.per_page() + (tiles.number_above ? 1 : 0);
    };
    const scene::Rect content = above_notice(pen, list_hints(state), all, in_height);
    const Tiles layout = tiles_in(pen, state, content, gap, heights);
    const int pages = page_count(count, layout.cells.per_page());
    const auto counted = app::subjects_count(static_cast<std::size_t>(count), words(state));
    draw_title(pen, state, title, list_note(pen, state, title, counted, layout.cells.per_page()));
    const int ui = grid.ui_px;
    const auto draw_tile = [&](int entry, scene::Rect rect, bool focused, bool held) {
        const library::Subject& subject = state.catalogue->subjects[static_cast<std::size_t>(entry)];
        const scene::Color ink = draw_card(pen, rect, held, focused);
        const std::u32string number = from_utf8(std::to_string(entry + 1));
        const scene::TextStyle style = name_style(pen, app::subject_name(subject, state), layout.name_width_px);
        const int pitch = name_pitch(style);
        const auto name = pen.lines(app::subject_name(subject, state), style, layout.name_width_px, most_name_lines);
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
        const int below = pen.paragraph(name, style, ink, x, y, pitch);
        const auto articles = app::articles_count(subject.entries.size(), words(state));
        pen.line(articles, pen.fitted(articles, grid.note(), rect.right() - ui - x), held ? ink : theme.second_ink, x,
                 below + note_pitch / 2);
        pen.target(rect, std::u32string(app::subject_name(subject, state)), Choice{entry});
    };
    const int bottom = draw_cells(state, layout.cells, content, gap, draw_tile) + list_ring(grid);
    draw_bar(pen, state, {pages, layout.cells.per_page()});
    draw_notice(pen, state, bottom);
}

void draw_articles(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const Theme& theme = pen.theme();
    scene::Rect all = list_content(grid);
    const library::Subject* subject = app::subject_of(state);
    const int count = app::entry_count(state);
    if (!subject || count == 0) {
        draw_title(
            pen, state,
            subject ? app::subject_name(*subject, state) : std::u32string_view(words(state)[Phrase::what_to_hear]), {});
        draw_emptiness(pen, state, all);
        draw_bar(pen, state);
        draw_notice(pen, state);
        return;
    }
    const int ui = grid.ui_px;
    const bool wide = grid.shape == Shape::wide;
    const int pitch = grid.entry().size_px * 13 / 10;
    const int note_pitch = grid.note().size_px * 7 / 5;
    // A line of its own below the title says where they come from; the list has the rest.
    const auto sources = pen.lines(app::told_sources(subject->sources, words(state)), grid.note(), all.width, 3);
    const int sources_height = static_cast<int>(sources.size()) * note_pitch;
    pen.paragraph(sources, grid.note(), theme.second_ink, all.x, all.y - note_pitch / 2, note_pitch);
    all.y += sources_height;
    all.height -= sources_height;
    // In a narrow column of large type a title of thirty Hanzi takes three lines.
    const int three_lines = 3 * pitch + note_pitch + ui * 3 / 5;
    const bool has_room = rows_in(all.height, three_lines, list_gap(grid)) > 2;
    const int title_lines = !wide && has_room && state.settings[app::Setting::size] > 1 ? 3 : 2;
    const int note_width = wide ? pen.width(app::shown_date({2026, 12, 30}, words(state)), grid.note()) : 0;
    const int title_x = ui + number_width(pen, std::max<std::size_t>(10, subject->entries.size())) + ui;
    const int title_width = all.width - title_x - ui - (wide ? note_width + ui : 0);
    const int gap = list_gap(grid);
    Cells cells;
    cells.width_px = all.width;
    cells.height_px = wide ? 2 * pitch + ui * 2 / 5 : title_lines * pitch + note_pitch + ui * 3 / 5;
    const auto rows = [&](int height_px) { return rows_in(height_px, cells.height_px, gap); };
    const scene::Rect content = above_notice(pen, list_hints(state), all, rows);
    cells.rows = rows(content.height);
    share_out(cells, content.height, gap, cells.rows, cells.height_px + ui * 7 / 10);
    const int pages = page_count(count, cells.per_page());
    const auto name = app::subject_name(*subject, state);
    const auto counted = app::articles_count(static_cast<std::size_t>(count), words(state));
    draw_title(pen, state, name, list_note(pen, state, name, counted, cells.per_page()));
    const auto draw_entry = [&](int index, scene::Rect rect, bool focused, bool held) {
        const library::Entry entry = subject->entries[static_cast<std::size_t>(index)];
        const scene::Color ink = draw_card(pen, rect, held, focused);
        const scene::Color second = held ? ink : theme.second_ink;
        const int middle_y = rect.y + rect.height / 2;
        pen.line(from_utf8(std::to_string(index + 1)), grid.numeral(), held ? ink : theme.accent, rect.x + ui,
                 middle_y);
        const auto title = pen.lines(entry.title, grid.entry(), title_width, static_cast<std::size_t>(title_lines));
        const auto minutes = app::about_minutes(app::minutes_of(entry, state), words(state));
        const auto date = entry.date ? app::shown_date(*entry.date, words(state)) : std::u32string();
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
    };
    const int bottom = draw_cells(state, cells, content, gap, draw_entry) + list_ring(grid);
    draw_bar(pen, state, {pages, cells.per_page()});
    draw_notice(pen, state, bottom);
}

}  // namespace tingdu::view
