#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/app/phrases.h"
#include "kiosk/base/utf8.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;
using app::Setting;

/// How a row is divided: the name, on a wide screen the steps and the word for the present one beside it, on a tall
/// one below it, and at the right end the two keys.
struct Row {
    const app::State& state;
    Setting setting;
    scene::Rect rect;
    scene::Color ink;
    int key_px;  ///< width and height of less and more
    int apart_px;

    [[nodiscard]] scene::Rect key(int from_right) const {
        const int inset = (rect.height - key_px) / 2;
        return {rect.right() - inset - from_right * (key_px + apart_px) - key_px, rect.y + inset, key_px, key_px};
    }
    [[nodiscard]] int step() const { return step_of(setting, state); }
};

/// A box for each step; those up to the present one are filled. Where a step is a kind and not an amount, only its own.
void draw_steps(Pen& pen, const Row& row, int x, int middle_y, int box_px) {
    const bool amount = row.setting == Setting::size || row.setting == Setting::rate || row.setting == Setting::volume;
    const int height = box_px * 7 / 10;
    for (int step = 0; step < app::step_count(row.setting, row.state); ++step, x += box_px * 13 / 10) {
        const scene::Rect box{x, middle_y - height / 2, box_px, height};
        const bool filled = amount ? step <= row.step() : step == row.step();
        if (filled) pen.fill(box, pen.theme().accent, box_px / 5);
        if (!filled) pen.outline(box, pen.theme().accent, box_px / 5, pen.grid().stroke_px);
    }
}

void draw_key(Pen& pen, const Row& row, int from_right, std::u32string_view sign, int by) {
    const Press press = Adjust{static_cast<int>(row.setting), by};
    const Theme& theme = pen.theme();
    const scene::Rect rect = row.key(from_right);
    const bool held = row.state.held == press;
    pen.fill(rect, held ? theme.accent : theme.ground, pen.grid().radius_px);
    pen.outline(rect, held ? theme.accent : theme.edge, pen.grid().radius_px, pen.grid().stroke_px);
    pen.line(sign, pen.grid().tile(), held ? theme.on_accent : theme.accent, rect.x + rect.width / 2,
             rect.y + rect.height / 2, Align::middle);
    const auto& phrases = words(row.state);
    const auto way = phrases[by < 0 ? Phrase::less : Phrase::more];
    pen.target(rect, phrases.say(Phrase::spoken_adjustment, {{"name", name_of(row.setting, row.state)}, {"way", way}}),
               press);
}

void draw_row(Pen& pen, const Row& row) {
    const Grid& grid = pen.grid();
    const int ui = grid.ui_px;
    const auto name = app::name_of(row.setting, row.state);
    const auto word = app::step_name(row.setting, row.step(), row.state);
    const auto number = from_utf8(std::to_string(static_cast<int>(row.setting) + 1));
    const int left = row.rect.x + ui;
    const int name_x = left + pen.width(U"00", grid.tile()) + ui / 2;
    const int right = row.key(1).x - row.apart_px;
    const int room = right - left - ui / 2;
    const int box = ui * 7 / 10;
    const int steps_px = app::step_count(row.setting, row.state) * box * 13 / 10;
    if (grid.shape == Shape::wide) {
        const int middle_y = row.rect.y + row.rect.height / 2;
        const int word_px = room * 29 / 100;
        const int steps_x = right - ui / 2 - word_px - steps_px - ui / 2;
        pen.line(number, grid.tile(), pen.theme().accent, left, middle_y);
        pen.line(name, pen.fitted(name, grid.entry(), steps_x - name_x - ui / 2), row.ink, name_x, middle_y);
        draw_steps(pen, row, steps_x, middle_y, box);
        pen.line(word, pen.fitted(word, grid.label(), word_px), row.ink, right - ui / 2, middle_y, Align::right);
    } else {
        const int upper_y = row.rect.y + row.rect.height * 31 / 100;
        const int lower_y = row.rect.y + row.rect.height * 71 / 100;
        pen.line(number, grid.tile(), pen.theme().accent, left, upper_y);
        pen.line(name, pen.fitted(name, grid.entry(), right - ui / 2 - name_x), row.ink, name_x, upper_y);
        draw_steps(pen, row, left, lower_y, box);
        const int word_px = room - steps_px - ui / 2;
        pen.line(word, pen.fitted(word, grid.label(), word_px), row.ink, left + steps_px + ui / 2, lower_y);
    }
    pen.target({row.rect.x, row.rect.y, right - row.rect.x, row.rect.height}, name,
               Choice{static_cast<int>(row.setting)});
    draw_key(pen, row, 1, U"−", -1);
    draw_key(pen, row, 0, U"+", +1);
}

/// How the settings are used, whatever is in the hand: rows do not move when that changes. The first row has the focus:
/// there one comes.
std::vector<std::u32string> settings_hints(const app::State& state) {
    const auto& phrases = words(state);
    const auto count = phrases.say(Phrase::settings_count, {{"count", app::setting_count}});
    const auto first = app::spoken_setting(1, app::name_of(Setting{}, state),
                                           app::step_name(Setting{}, step_of(Setting{}, state), state), phrases);
    std::vector<std::u32string> hints;
    for (const Phrase hint : {app::settings_hint.pad, app::settings_hint.touch, app::settings_hint.switches})
        hints.push_back(app::together({std::u32string(phrases[hint]), count, first}));
    return hints;
}

}  // namespace

void draw_settings(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const int gap = list_gap(grid);
    const auto mm = [&](double value) { return static_cast<int>(std::ceil(value * grid.viewport.px_per_mm)); };
    const int key = std::max(grid.ui_px * (grid.shape == Shape::wide ? 15 : 19) / 10, mm(12.7));
    Cells cells;
    cells.width_px = grid.content.width;
    cells.height_px = (grid.shape == Shape::wide ? std::max(key, grid.entry().size_px * 3 / 2)
                                                 : std::max(key, grid.entry().size_px * 27 / 10)) +
                      grid.ui_px / 2;
    // How they are used is said and shown on coming here; it lies below the rows and covers none.
    const auto rows = [&](int height_px) { return rows_in(height_px, cells.height_px, gap); };
    const scene::Rect content = above_notice(pen, settings_hints(state), list_content(grid), rows);
    cells.rows = rows(content.height);
    const int pages = page_count(app::entry_count(state), cells.per_page());
    const auto title = words(state)[Phrase::settings];
    draw_title(pen, state, title, list_note(pen, state, title, words(state)[Phrase::settings_kept], cells.per_page()));
    draw_cells(state, cells, content, gap, [&](int entry, scene::Rect rect, bool focused, bool held) {
        const scene::Color ink = draw_card(pen, rect, false, focused);
        if (held) pen.outline(rect, pen.theme().accent, grid.radius_px, grid.ring_px);
        draw_row(pen, {state, static_cast<Setting>(entry), rect, ink, key, std::max(grid.gap_px, mm(2.54))});
    });
    draw_bar(pen, state, {pages, cells.per_page()});
    draw_notice(pen, state, content.bottom() + list_ring(grid));
}

}  // namespace tingdu::view
