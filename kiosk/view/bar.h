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
    std::u32string note;  ///< the key that does the same
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

/// How many rows the bar has on this screen.
[[nodiscard]] int bar_rows(const app::State& state, Shape shape);

void draw_bar(Pen& pen, const app::State& state, const Pages& pages = {});

}  // namespace tingdu::view
