#include <algorithm>
#include <array>

#include "kiosk/app/phrases.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/pad.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;

/// A key of the number pad: what is printed on it, what it does, and the cells that it takes, from the upper left.
struct PadKey {
    std::u32string_view cap;
    Key key;
    int column;
    int row;
    int columns = 1;
    int rows = 1;
};

constexpr std::array keys_of_pad = {
    PadKey{U"Num", Key::settings, 0, 0},
    PadKey{U"/", Key::home, 1, 0},
    PadKey{U"*", Key::help, 2, 0},
    PadKey{U"−", Key::quieter, 3, 0},
    PadKey{U"7", Key::where, 0, 1},
    PadKey{U"8", Key::up, 1, 1},
    PadKey{U"9", Key::next, 2, 1},
    PadKey{U"+", Key::louder, 3, 1, 1, 2},
    PadKey{U"4", Key::left, 0, 2},
    PadKey{U"5", Key::pause, 1, 2},
    PadKey{U"6", Key::right, 2, 2},
    PadKey{U"1", Key::cycle_rate, 0, 3},
    PadKey{U"2", Key::down, 1, 3},
    PadKey{U"3", Key::previous, 2, 3},
    PadKey{U"Enter", Key::select, 3, 3, 1, 2},
    PadKey{U"0", Key::repeat, 0, 4, 2},
    PadKey{U".", Key::back, 2, 4},
};
constexpr int pad_columns = 4;
constexpr int pad_rows = 5;

/// As large as every name stands in its key; names and caps take half of a key's height.
scene::TextStyle style_of_names(const Pen& pen, const app::State& state, const PadRoom& room) {
    const Grid& grid = pen.grid();
    const int largest = std::min(room.cell(0, 0, 1, 1).height / 4, grid.title().size_px);
    scene::TextStyle style = grid.note();
    style.size_px = std::max(style.size_px, largest);
    for (const PadKey& key : keys_of_pad) {
        const int width = room.cell(key.column, key.row, key.columns, key.rows).width - grid.ui_px / 2;
        style = pen.fitted(app::key_name(key.key, words(state)), style, width);
    }
    style.size_px = std::max(style.size_px, grid.note().size_px);  // a long name alone is smaller than the others
    return style;
}

void draw_key(Pen& pen, const app::State& state, const PadKey& key, scene::Rect rect, scene::TextStyle names) {
    const Grid& grid = pen.grid();
    const bool lit = state.learned == key.key || state.held == Press{key.key};
    const scene::Color ink = draw_card(pen, rect, lit, false);
    const auto name = app::key_name(key.key, words(state));
    const int room = rect.width - grid.stroke_px * 6;
    const int middle_x = rect.x + rect.width / 2;
    const scene::TextStyle label = pen.fitted(name, names, room);
    const scene::TextStyle cap = pen.fitted(key.cap, {scene::Weight::bold, names.size_px}, room);
    const int pitch = (cap.size_px + label.size_px) * 6 / 10;
    const int middle_y = rect.y + rect.height / 2;
    pen.line(key.cap, cap, lit ? ink : pen.theme().accent, middle_x, middle_y - pitch / 2, Align::middle);
    pen.line(name, label, ink, middle_x, middle_y + pitch / 2, Align::middle);
    pen.target(rect, name, key.key);
}

}  // namespace

void draw_help(Pen& pen, const app::State& state) {
    draw_title(pen, state, words(state)[Phrase::help], {});
    const auto told =
        state.learned ? app::key_help(*state.learned, words(state)) : words(state)[app::help_hint.by(state.hand)];
    const PadRoom room = draw_told_beside_pad(pen, told, pad_columns, pad_rows);
    const scene::TextStyle names = style_of_names(pen, state, room);
    for (const PadKey& key : keys_of_pad)
        draw_key(pen, state, key, room.cell(key.column, key.row, key.columns, key.rows), names);
    draw_bar(pen, state);
    draw_notice(pen, state);
}

}  // namespace tingdu::view
