#include <algorithm>
#include <array>
#include <string>

#include "kiosk/app/phrases.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/pad.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;

/// Nobody knows how the pad looks that is being learned: the arrows stand about the key that selects, the rest about
/// them.
constexpr int columns = 4;
constexpr std::array picture = {
    Key::home,  Key::up,     Key::back,   Key::help,   //
    Key::left,  Key::select, Key::right,  Key::where,  //
    Key::pause, Key::down,   Key::repeat, Key::settings, Key::quieter, Key::louder, Key::slower, Key::faster,
};
static_assert(picture.size() == app::Wizard::wanted.size());

void draw_key(Pen& pen, const app::State& state, Key key, scene::Rect rect) {
    const Grid& grid = pen.grid();
    const app::Wizard& wizard = *state.keypad.wizard;
    const bool asked = !wizard.left.empty() && wizard.left.front() == key;
    const bool known = std::ranges::find(wizard.taught, key, &Binding::meaning) != wizard.taught.end();
    const bool lit = asked || state.held == Press{key};
    const scene::Color ink = draw_card(pen, rect, lit, false);
    const auto name = app::key_name(key, words(state));
    const int room = rect.width - grid.stroke_px * 6;
    const scene::TextStyle label = pen.fitted(name, grid.note(), room);
    const int middle_x = rect.x + rect.width / 2;
    const int middle_y = rect.y + rect.height / 2;
    const int pitch = known ? label.size_px * 12 / 10 : 0;
    pen.line(name, label, ink, middle_x, middle_y - pitch / 2, Align::middle);
    if (known) {
        const auto note = words(state)[Phrase::wizard_known];
        pen.line(note, pen.fitted(note, grid.note(), room), lit ? ink : pen.theme().accent, middle_x,
                 middle_y + pitch / 2, Align::middle);
    }
    pen.target(rect, name, key);
}

}  // namespace

void draw_wizard(Pen& pen, const app::State& state) {
    draw_title(pen, state, words(state)[Phrase::wizard_title], {});
    std::u32string told;
    for (const std::u32string& sentence : app::sentences(*state.keypad.wizard, words(state))) {
        if (!told.empty() && told.back() < 0x80) told += U' ';
        told += sentence;
    }
    const PadRoom room = draw_told_beside_pad(pen, told, columns, static_cast<int>(picture.size()) / columns);
    for (std::size_t i = 0; i < picture.size(); ++i)
        draw_key(pen, state, picture[i], room.cell(static_cast<int>(i) % columns, static_cast<int>(i) / columns));
    draw_bar(pen, state);
    draw_notice(pen, state);
}

}  // namespace tingdu::view
