#include "kiosk/view/bar.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/app/phrases.h"

namespace tingdu::view {
namespace {

using app::Phrase;

Action action(const app::State& state, Phrase label, std::u32string_view note, const Press& press,
              Emphasis emphasis = Emphasis::plain) {
    return {std::u32string(words(state)[label]), std::u32string(note), press, emphasis};
}

Action main_action(const app::State& state) {
    switch (state.open ? state.open->reading : app::Reading::opening) {
        case app::Reading::opening:
        case app::Reading::playing:
            return action(state, Phrase::pause, U"5", Key::pause, Emphasis::main);
        case app::Reading::paused:
            return action(state, Phrase::go_on, U"5", Key::pause, Emphasis::main);
        case app::Reading::ended:
            return action(state, Phrase::from_the_start, U"5", Key::pause, Emphasis::main);
    }
    return {};
}

/// At the end of an article the content itself offers what may come now.
bool is_ended(const app::State& state) {
    return state.open && state.open->bar == app::Bar::reading && state.open->reading == app::Reading::ended;
}

std::vector<Action> ended_actions(const app::State& state) {
    return {action(state, Phrase::adjust, {}, Key::adjust), action(state, Phrase::home, U"/", Key::home)};
}

std::vector<Action> reading_actions(const app::State& state) {
    std::vector<Action> actions{action(state, Phrase::back, U".", Key::back),
                                action(state, Phrase::previous_sentence, U"←", Key::previous), main_action(state),
                                action(state, Phrase::next_sentence, U"→", Key::next),
                                action(state, Phrase::once_more, U"0", Key::repeat)};
    actions.push_back(action(state, Phrase::unclear, U"U", Key::unclear));
    if (has_to_copy(state)) actions.push_back(action(state, Phrase::copy_down, U"K", Key::copy));
    actions.push_back(action(state, Phrase::adjust, {}, Key::adjust));
    actions.push_back(action(state, Phrase::home, U"/", Key::home));
    return actions;
}

std::vector<Action> adjusting_actions(const app::State& state) {
    return {action(state, Phrase::adjusted, {}, Key::adjust, Emphasis::main),
            action(state, Phrase::previous_paragraph, U"↑", Key::up),
            action(state, Phrase::next_paragraph, U"↓", Key::down),
            action(state, Phrase::slower, {}, Key::slower),
            action(state, Phrase::faster, {}, Key::faster),
            action(state, Phrase::quieter, U"−", Key::quieter),
            action(state, Phrase::louder, U"+", Key::louder),
            action(state, Phrase::smaller, {}, Key::smaller),
            action(state, Phrase::larger, {}, Key::larger),
            action(state, Phrase::more_settings, {}, Key::settings)};
}

std::vector<Action> copying_actions(const app::State& state) {
    return {action(state, Phrase::back, U".", Key::back),
            action(state, Phrase::copy_previous, U"↑", Key::up),
            action(state, Phrase::copy_onward, U"5", Key::select, Emphasis::main),
            action(state, Phrase::copy_next, U"↓", Key::down),
            action(state, Phrase::once_more, U"0", Key::repeat),
            action(state, Phrase::home, U"/", Key::home)};
}

std::vector<Action> wizard_actions(const app::State& state) {
    std::vector<Action> actions{action(state, Phrase::wizard_leave, {}, Key::leave, Emphasis::main),
                                action(state, Phrase::wizard_pass, {}, Key::next)};
    if (state.languages->count() > 1) actions.push_back({next_words(state).name(), {}, Key::language, Emphasis::plain});
    return actions;
}

std::vector<Action> returning_actions(const app::State& state) {
    std::vector<Action> actions{action(state, Phrase::home, U"/", Key::home)};
    if (state.languages->count() > 1)
        actions.push_back({next_words(state).name(), U"L", Key::language, Emphasis::plain});
    return actions;
}

std::vector<Action> stick_actions(const app::State& state) {
    auto actions = returning_actions(state);
    std::ranges::reverse(actions);  // home is the last
    return actions;
}

/// Widths are shared out evenly, but the main action is half as wide again; where many stand beside one another, the
/// space between them gives way to their labels.
void draw_wide(Pen& pen, const std::vector<Action>& actions, const std::optional<Press>& held) {
    const Grid& grid = pen.grid();
    const auto is_main = [](const Action& a) { return a.emphasis == Emphasis::main; };
    const bool has_main = std::any_of(actions.begin(), actions.end(), is_main) && actions.size() < 9;
    const int count = static_cast<int>(actions.size());
    constexpr int many = 8;
    const int main_shares = count < many ? 16 : 14;
    // Two and a half millimetres are the least that keeps fingers apart (VVSG 2.0, 7.2).
    const int least_gap_px = static_cast<int>(std::ceil(2.54 * grid.viewport.px_per_mm));
    const int gap_px = count < many ? grid.gap_px : std::max(least_gap_px, grid.gap_px * 2 / 3);
    const int shares = 10 * count + (has_main ? main_shares - 10 : 0);
    const int room = grid.content.width - (count - 1) * gap_px;
    int x = grid.content.x;
    int used = 0;
    for (const Action& each : actions) {
        used += has_main && is_main(each) ? main_shares : 10;
        const int right = grid.content.x + room * used / shares + gap_px * static_cast<int>(&each - actions.data());
        const scene::Rect rect{x, grid.bar.y + grid.gap_px, right - x, grid.bar.height - 2 * grid.gap_px};
        pen.action(rect, each.label, each.note, each.press, each.emphasis, held == each.press);
        x = right + gap_px;
    }
}

/// The main action across the top, the others three in a row below it.
void draw_tall(Pen& pen, std::vector<Action> actions, int rows, const std::optional<Press>& held) {
    const Grid& grid = pen.grid();
    int y = grid.bar.y + grid.gap_px;
    const auto main =
        std::find_if(actions.begin(), actions.end(), [](const Action& a) { return a.emphasis == Emphasis::main; });
    // Without a main action the others share the height that the bar always has.
    if (main == actions.end()) rows = (static_cast<int>(actions.size()) + 2) / 3;
    const int row_height = (grid.bar.height - (rows + 1) * grid.gap_px) / rows;
    if (main != actions.end()) {
        const int others = static_cast<int>(actions.size()) - 1;
        const int spare = rows - (others + 2) / 3;  // rows that the others leave
        const int height = spare * row_height + (spare - 1) * grid.gap_px;
        pen.action({grid.content.x, y, grid.content.width, height}, main->label, main->note, main->press,
                   main->emphasis, held == main->press);
        y += height + grid.gap_px;
        actions.erase(main);
    }
    if (actions.empty()) return;
    const int columns = std::min<int>(3, static_cast<int>(actions.size()));
    const int width = (grid.content.width - (columns - 1) * grid.gap_px) / columns;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        // The way home is always found in the last corner.
        const int column = i + 1 == actions.size() ? columns - 1 : static_cast<int>(i) % columns;
        const int row = static_cast<int>(i) / columns;
        const Action& each = actions[i];
        pen.action(
            {grid.content.x + column * (width + grid.gap_px), y + row * (row_height + grid.gap_px), width, row_height},
            each.label, each.note, each.press, each.emphasis, held == each.press);
    }
}

}  // namespace

std::vector<Action> actions(const app::State& state, Shape shape, const Pages& pages) {
    if (state.screen == app::Screen::welcome) return {};
    if (state.screen == app::Screen::article && is_ended(state)) return ended_actions(state);
    if (state.screen == app::Screen::article)
        return state.open && state.open->bar == app::Bar::adjusting ? adjusting_actions(state) : reading_actions(state);
    if (state.screen == app::Screen::help)
        return {action(state, Phrase::leave_help, U"* *", Key::leave, Emphasis::main)};
    if (state.screen == app::Screen::copying) return copying_actions(state);
    if (state.screen == app::Screen::wizard) return wizard_actions(state);
    if (state.screen == app::Screen::returning) return returning_actions(state);
    if (state.screen == app::Screen::stick) return stick_actions(state);
    std::vector<Action> actions{action(state, Phrase::back, U".", Key::back)};
    if (pages.count > 1) {
        // Only in a column do the arrows turn pages; among tiles they go from tile to tile.
        const bool column = state.screen == app::Screen::articles;
        actions.push_back(action(state, Phrase::previous_page, column ? U"←" : U"", PageTurn{-pages.entries}));
        actions.push_back(action(state, Phrase::next_page, column ? U"→" : U"", PageTurn{pages.entries}));
    }
    if (state.screen == app::Screen::settings) {
        actions.push_back(action(state, Phrase::all_normal, {}, Key::normal));
    } else {
        actions.push_back(action(state, Phrase::settings, U"Num", Key::settings));
        actions.push_back(action(state, Phrase::help, U"*", Key::help));
    }
    if (state.languages->count() > 1)
        actions.push_back({next_words(state).name(), U"L", Key::language, Emphasis::plain});
    if (shape == Shape::tall) {
        const bool is_low = state.settings[app::Setting::reach] == 1;
        actions.push_back(action(state, is_low ? Phrase::bring_back : Phrase::bring_lower, U"D", Key::reach));
    }
    actions.push_back(action(state, Phrase::home, U"/", Key::home));
    return actions;
}

int bar_rows(const app::State& state, Shape shape) {
    if (state.screen == app::Screen::welcome) return 0;
    if (shape == Shape::wide) return 1;
    if (state.screen == app::Screen::help || state.screen == app::Screen::returning ||
        state.screen == app::Screen::stick)
        return 1;
    if (state.screen == app::Screen::wizard) return 2;
    if (state.screen == app::Screen::copying) return 3;
    if (state.screen == app::Screen::article && is_ended(state)) return 1;
    return state.screen == app::Screen::article ? 4 : 3;
}

void draw_bar(Pen& pen, const app::State& state, const Pages& pages) {
    const Grid& grid = pen.grid();
    pen.layer({0, 0, grid.viewport.width_px, grid.viewport.height_px});
    pen.fill(grid.bar, pen.theme().card);
    pen.fill({0, grid.bar.y, grid.bar.width, grid.stroke_px}, pen.theme().edge);
    auto shown = actions(state, grid.shape, pages);
    if (grid.shape == Shape::wide) {
        draw_wide(pen, shown, state.held);
    } else {
        draw_tall(pen, std::move(shown), bar_rows(state, Shape::tall), state.held);
    }
}

}  // namespace tingdu::view
