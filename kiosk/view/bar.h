// The bar of actions: the same place on every screen, back first, home last, the main action widest and the only one
// filled.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/state.h"
#include "kiosk/view/pen.h"

namespace tingdu::view {

struct Action {
    std::u32string label;
    std::u32string note;  ///< the key that does the same, on the device in hand
    Press press;
    Emphasis emphasis = Emphasis::plain;
};

/// How a list is cut into pages.
struct Pages {
    int count = 1;
    int entries = 0;  ///< of one page
};

/// The actions of the screen, in reading order; none on the welcome screen, which has no bar.
[[nodiscard]] std::vector<Action> actions(const app::State& state, Shape shape, const Pages& pages);

/// The visitor has keys under their fingers, and may like to see which does the same.
[[nodiscard]] bool uses_keys(const app::State& state);
/// What stands on the key that means `key` on the device in hand; empty where there is none.
[[nodiscard]] std::u32string key_note(const app::State& state, Key key);

/// How many rows the bar has on this screen.
[[nodiscard]] int bar_rows(const app::State& state, const Viewport& viewport);

void draw_bar(Pen& pen, const app::State& state, const Pages& pages = {});

}  // namespace tingdu::view
