#include "kiosk/view/bar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <utility>

#include "kiosk/app/phrases.h"

namespace tingdu::view {
namespace {

using app::Phrase;

Action action(const app::State& state, Phrase label, Key key, Emphasis emphasis = Emphasis::plain) {
    return {std::u32string(words(state)[label]), key_note(state, key), key, emphasis};
}

/// Last but for the way home, on every bar: whoever cannot read the others needs no other.
void add_language_and_home(std::vector<Action>& actions, const app::State& state, Key home = Key::home) {
    if (app::next_language(state) != state.settings[app::Setting::language])
        actions.push_back({next_words(state).name(), key_note(state, Key::language), Key::language, Emphasis::plain});
    actions.push_back(action(state, Phrase::home, home));
}

Action main_action(const app::State& state) {
    const bool is_paused = state.open && state.open->reading == app::Reading::paused;
    return action(state, is_paused ? Phrase::go_on : Phrase::pause, Key::pause, Emphasis::main);
}

/// At the end of an article the content itself offers what may come now.
bool is_ended(const app::State& state) {
    return state.open && state.open->bar == app::Bar::reading && state.open->reading == app::Reading::ended;
}

std::vector<Action> ended_actions(const app::State& state) {
    std::vector<Action> actions{action(state, Phrase::adjust, Key::adjust)};
    add_language_and_home(actions, state);
    return actions;
}

std::vector<Action> reading_actions(const app::State& state) {
    std::vector<Action> actions{action(state, Phrase::back, Key::back),
                                action(state, Phrase::previous_sentence, Key::previous), main_action(state),
                                action(state, Phrase::next_sentence, Key::next),
                                action(state, Phrase::once_more, Key::repeat)};
    actions.push_back(action(state, Phrase::unclear, Key::unclear));
    if (has_to_copy(state)) actions.push_back(action(state, Phrase::copy_down, Key::copy));
    actions.push_back(action(state, Phrase::adjust, Key::adjust));
    add_language_and_home(actions, state);
    return actions;
}

/// Of two rows the steps up and down are the upper one; in columns the two of a pair stand side by side.
std::vector<Action> adjusting_actions(const app::State& state, Shape shape) {
    std::vector<Action> actions{action(state, Phrase::slower, Key::slower),
                                action(state, Phrase::faster, Key::faster),
                                action(state, Phrase::quieter, Key::quieter),
                                action(state, Phrase::louder, Key::louder),
                                action(state, Phrase::smaller, Key::smaller),
                                action(state, Phrase::larger, Key::larger),
                                action(state, Phrase::adjusted, Key::adjust, Emphasis::main),
                                action(state, Phrase::previous_paragraph, Key::up),
                                action(state, Phrase::next_paragraph, Key::down),
                                action(state, Phrase::more_settings, Key::settings),
                                action(state, Phrase::key_where, Key::where),
                                action(state, Phrase::help, Key::help)};
    add_language_and_home(actions, state);
    if (shape == Shape::tall) {
        const auto louder = std::ranges::find(actions, Press{Key::louder}, &Action::press);
        const auto settings = std::ranges::find(actions, Press{Key::settings}, &Action::press);
        std::rotate(louder + 1, settings, settings + 1);
    }
    return actions;
}

std::vector<Action> copying_actions(const app::State& state) {
    std::vector<Action> actions{action(state, Phrase::back, Key::back), action(state, Phrase::copy_previous, Key::up),
                                action(state, Phrase::copy_onward, Key::select, Emphasis::main),
                                action(state, Phrase::copy_next, Key::down),
                                action(state, Phrase::once_more, Key::repeat)};
    add_language_and_home(actions, state);
    return actions;
}

std::vector<Action> help_actions(const app::State& state) {
    Action leave = action(state, Phrase::leave_help, Key::leave, Emphasis::main);
    if (uses_keys(state)) leave.note = key_note(state, Key::help) + U" " + key_note(state, Key::help);
    std::vector<Action> actions{leave};
    add_language_and_home(actions, state, Key::leave_home);
    return actions;
}

std::vector<Action> wizard_actions(const app::State& state) {
    std::vector<Action> actions{action(state, Phrase::wizard_leave, Key::leave, Emphasis::main),
                                action(state, Phrase::wizard_pass, Key::next)};
    actions.back().note.clear();  // there is no key yet that could do it
    if (state.languages->count() > 1) actions.push_back({next_words(state).name(), {}, Key::language, Emphasis::plain});
    return actions;
}

std::vector<Action> returning_actions(const app::State& state) {
    std::vector<Action> actions;
    add_language_and_home(actions, state);
    return actions;
}

std::vector<Action> resuming_actions(const app::State& state) {
    std::vector<Action> actions{action(state, Phrase::back, Key::back)};
    add_language_and_home(actions, state);
    return actions;
}

/// Only in a column do the arrows turn pages, too; among tiles they go from tile to tile.
std::u32string page_note(const app::State& state, Key key) {
    if (state.screen == app::Screen::articles) return key_note(state, key);
    if (!uses_keys(state)) return {};
    if (state.hand == app::Hand::keyboard) return key == Key::next ? U"PgDn" : U"PgUp";
    return key == Key::next ? U"9" : U"3";
}

void add_pages(std::vector<Action>& actions, const app::State& state, const Pages& pages) {
    if (pages.count < 2) return;
    actions.push_back({std::u32string(words(state)[Phrase::previous_page]), page_note(state, Key::previous),
                       PageTurn{-pages.entries}, Emphasis::plain});
    actions.push_back({std::u32string(words(state)[Phrase::next_page]), page_note(state, Key::next),
                       PageTurn{pages.entries}, Emphasis::plain});
}

std::vector<Action> staff_actions(const app::State& state, const Pages& pages) {
    std::vector<Action> actions{action(state, Phrase::back, Key::back)};
    add_pages(actions, state, pages);
    add_language_and_home(actions, state);
    return actions;
}

constexpr int most_in_row = 10;

/// More than one row can bear, or a screen so narrow that fingers and words would be cramped.
bool needs_two_rows(const app::State& state, const Viewport& viewport) {
    constexpr double least_action_mm = 25;
    if (state.screen != app::Screen::article || is_ended(state)) return false;
    if (state.open && state.open->bar == app::Bar::adjusting) return true;
    const double width_mm = viewport.width_px * 0.9 / viewport.px_per_mm;
    return width_mm / most_in_row < least_action_mm;
}

bool is_main(const Action& action) {
    return action.emphasis == Emphasis::main;
}

/// As large as all labels but the main one's stand there.
scene::TextStyle common_label(const Pen& pen, std::span<const Action> actions, std::span<const double> widths) {
    scene::TextStyle style = pen.grid().label();
    for (std::size_t i = 0; i < actions.size(); ++i) {
        if (is_main(actions[i])) continue;
        const auto fitting = pen.action_label(actions[i].label, Emphasis::plain, static_cast<int>(widths[i]));
        style.size_px = std::min(style.size_px, fitting.size_px);
    }
    return style;
}

void draw_action(Pen& pen, const Action& action, scene::Rect rect, scene::TextStyle common,
                 const std::optional<Press>& held) {
    const scene::TextStyle style =
        is_main(action) ? pen.action_label(action.label, Emphasis::main, rect.width) : common;
    pen.action(rect, action.label, action.note, action.press, action.emphasis, held == action.press, style);
}

/// How wide the actions of a row are. It is shared out evenly, with half as much again for the main one; where a word
/// would be cramped by that, each has the room that its word takes, set as large as may be, and an even share of what
/// is left.
std::vector<double> shared_out(const Pen& pen, std::span<const Action> actions, double room, double main_share) {
    const Grid& grid = pen.grid();
    const auto count = static_cast<double>(actions.size());
    const double share = room / (count + (std::ranges::any_of(actions, is_main) ? main_share - 1 : 0));
    std::vector<double> even;
    for (const Action& each : actions) even.push_back(is_main(each) ? main_share * share : share);

    const scene::TextStyle least{scene::Weight::regular, grid.least_px()};
    const int air = grid.ui_px / 2 + 2;
    std::vector<double> wanted;
    for (int size = grid.label().size_px; size >= grid.least_px(); --size) {
        wanted.clear();
        for (const Action& each : actions) {
            scene::TextStyle style = is_main(each) ? grid.main_label() : grid.label();
            style.size_px = std::max(grid.least_px(), style.size_px * size / grid.label().size_px);
            const int wide = std::max(pen.width(each.label, style), pen.width(each.note, least));
            wanted.push_back(std::max(12.7 * grid.viewport.px_per_mm, static_cast<double>(wide + air)));
        }
        const double widest = std::ranges::max(wanted);  // the main one is never the smaller
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (is_main(actions[i])) wanted[i] = widest;
        if (std::accumulate(wanted.begin(), wanted.end(), 0.0) <= room) break;
    }
    if (std::ranges::equal(even, wanted, std::greater_equal<>())) return even;
    const double left = room - std::accumulate(wanted.begin(), wanted.end(), 0.0);
    for (double& each : wanted) each += left / count;
    return wanted;
}

void draw_row(Pen& pen, std::span<const Action> actions, scene::Rect row, const std::optional<Press>& held) {
    const Grid& grid = pen.grid();
    const int count = static_cast<int>(actions.size());
    constexpr int many = 8;
    // Two and a half millimetres are the least that keeps fingers apart (VVSG 2.0, 7.2).
    const int least_gap_px = static_cast<int>(std::ceil(2.54 * grid.viewport.px_per_mm));
    const int gap_px = count < many ? grid.gap_px : std::max(least_gap_px, grid.gap_px * 2 / 3);
    const auto widths = shared_out(pen, actions, row.width - (count - 1) * gap_px, count < many ? 1.6 : 1.5);
    const scene::TextStyle common = common_label(pen, actions, widths);
    double x = row.x;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const int begin = static_cast<int>(std::lround(x));
        const int end = static_cast<int>(std::lround(x + widths[i]));
        draw_action(pen, actions[i], {begin, row.y, end - begin, row.height}, common, held);
        x += widths[i] + gap_px;
    }
}

void draw_wide(Pen& pen, const std::vector<Action>& actions, int rows, const std::optional<Press>& held) {
    const Grid& grid = pen.grid();
    const int height = (grid.bar.height - (rows + 1) * grid.gap_px) / rows;
    const std::size_t in_row = (actions.size() + static_cast<std::size_t>(rows) - 1) / static_cast<std::size_t>(rows);
    scene::Rect row{grid.content.x, grid.bar.y + grid.gap_px, grid.content.width, height};
    std::span<const Action> rest = actions;
    while (!rest.empty()) {
        const auto here = rest.first(std::min(in_row, rest.size()));
        draw_row(pen, here, row, held);
        rest = rest.subspan(here.size());
        row.y += height + grid.gap_px;
    }
}

/// The main action across the top, the others three in a row below it; all beside one another where there is one row.
void draw_tall(Pen& pen, std::vector<Action> actions, int rows, const std::optional<Press>& held) {
    const Grid& grid = pen.grid();
    int y = grid.bar.y + grid.gap_px;
    const auto main = rows == 1 ? actions.end() : std::ranges::find(actions, Emphasis::main, &Action::emphasis);
    // Without a main action the others share the height that the bar always has.
    if (main == actions.end()) rows = (static_cast<int>(actions.size()) + 2) / 3;
    const int row_height = (grid.bar.height - (rows + 1) * grid.gap_px) / rows;
    if (main != actions.end()) {
        const int others = static_cast<int>(actions.size()) - 1;
        const int in_row = others > 12 ? 5 : others > 9 ? 4 : 3;
        const int spare = rows - (others + in_row - 1) / in_row;  // rows that the others leave
        const int height = spare * row_height + (spare - 1) * grid.gap_px;
        draw_action(pen, *main, {grid.content.x, y, grid.content.width, height}, {}, held);
        y += height + grid.gap_px;
        actions.erase(main);
    }
    if (actions.empty()) return;
    // Four where there are many: what goes up and down by steps stands side by side. Rows as even as may be, and the
    // way home in the last corner.
    const int count = static_cast<int>(actions.size());
    const int columns = count > 12 ? 5 : count > 9 ? 4 : std::min(3, count);
    const int row_count = (count + columns - 1) / columns;
    const auto width_of = [&](int in_row) { return (grid.content.width - (in_row - 1) * grid.gap_px) / in_row; };
    const std::vector<double> narrowest(actions.size(), width_of((count + row_count - 1) / row_count));
    const scene::TextStyle common = common_label(pen, actions, narrowest);
    auto next = actions.begin();
    for (int row = 0; row < row_count; ++row, y += row_height + grid.gap_px) {
        const int in_row = count / row_count + (row < count % row_count ? 1 : 0);
        const int width = width_of(in_row);
        for (int column = 0; column < in_row; ++column, ++next)
            draw_action(pen, *next, {grid.content.x + column * (width + grid.gap_px), y, width, row_height}, common,
                        held);
    }
}

}  // namespace

bool uses_keys(const app::State& state) {
    return state.hand == app::Hand::pad || state.hand == app::Hand::keyboard;
}

std::u32string key_note(const app::State& state, Key key) {
    struct Printed {
        Key key;
        std::u32string_view on_pad;  ///< "hold" is what it takes to be more than one key
        std::u32string_view on_keyboard;
        bool is_held_on_pad = false;
    };
    static constexpr std::array printed = {
        Printed{Key::back, U". Del", U"Esc"}, Printed{Key::home, U"/", U"Home"},
        Printed{Key::pause, U"5", U"Enter"},  Printed{Key::select, U"5", U"Enter"},
        Printed{Key::previous, U"←", U"←"},   Printed{Key::next, U"→", U"→"},
        Printed{Key::up, U"↑", U"↑"},         Printed{Key::down, U"↓", U"↓"},
        Printed{Key::repeat, U"0", U"R"},     Printed{Key::unclear, U"0", U"U", true},
        Printed{Key::copy, U"7", U"K", true}, Printed{Key::language, U"*", U"L", true},
        Printed{Key::help, U"*", U"F1"},      Printed{Key::where, U"7", U"W"},
        Printed{Key::settings, U"Num", U"S"}, Printed{Key::quieter, U"−", U"F9"},
        Printed{Key::louder, U"+", U"F10"},   Printed{Key::slower, U"", U"["},
        Printed{Key::faster, U"", U"]"},      Printed{Key::smaller, U"", U"−"},
        Printed{Key::larger, U"", U"="},      Printed{Key::staff, U"Num", U"F2", true},
        Printed{Key::reach, U"", U"D"},       Printed{Key::resume, U"7", U"N", true},
    };
    const auto found = std::ranges::find(printed, key, &Printed::key);
    if (!uses_keys(state) || found == printed.end()) return {};
    if (state.hand == app::Hand::keyboard) return std::u32string(found->on_keyboard);
    if (found->is_held_on_pad) return words(state).say(Phrase::hold_key, {{"key", found->on_pad}});
    return std::u32string(found->on_pad);
}

std::vector<Action> actions(const app::State& state, Shape shape, const Pages& pages) {
    if (state.screen == app::Screen::welcome) return {};
    if (state.screen == app::Screen::article && is_ended(state)) return ended_actions(state);
    if (state.screen == app::Screen::article)
        return state.open && state.open->bar == app::Bar::adjusting ? adjusting_actions(state, shape)
                                                                    : reading_actions(state);
    if (state.screen == app::Screen::help) return help_actions(state);
    if (state.screen == app::Screen::copying) return copying_actions(state);
    if (state.screen == app::Screen::wizard) return wizard_actions(state);
    if (state.screen == app::Screen::returning || state.screen == app::Screen::stick) return returning_actions(state);
    if (state.screen == app::Screen::resuming || state.screen == app::Screen::pin) return resuming_actions(state);
    if (state.screen == app::Screen::staff) return staff_actions(state, pages);
    std::vector<Action> actions{action(state, Phrase::back, Key::back)};
    add_pages(actions, state, pages);
    if (state.screen == app::Screen::settings) {
        actions.push_back(action(state, Phrase::all_normal, Key::normal));
        if (state.staff.pin.is != app::Pin::Is::impossible) actions.push_back(action(state, Phrase::staff, Key::staff));
    } else {
        actions.push_back(action(state, Phrase::settings, Key::settings));
        actions.push_back(action(state, Phrase::help, Key::help));
    }
    if (shape == Shape::tall) {
        const bool is_low = state.settings[app::Setting::reach] == 1;
        actions.push_back(action(state, is_low ? Phrase::bring_back : Phrase::bring_lower, Key::reach));
    }
    add_language_and_home(actions, state);
    return actions;
}

int bar_rows(const app::State& state, const Viewport& viewport) {
    if (state.screen == app::Screen::welcome) return 0;
    if (shape_of(viewport) == Shape::wide) return needs_two_rows(state, viewport) ? 2 : 1;
    if (state.screen == app::Screen::returning || state.screen == app::Screen::stick ||
        state.screen == app::Screen::resuming || state.screen == app::Screen::pin)
        return 1;
    if (state.screen == app::Screen::staff) return 2;
    if (state.screen == app::Screen::help) return 1;
    if (state.screen == app::Screen::wizard) return 2;
    if (state.screen == app::Screen::copying) return 3;
    if (state.screen != app::Screen::article) return 3;
    if (is_ended(state)) return 1;
    return 4;
}

void draw_bar(Pen& pen, const app::State& state, const Pages& pages) {
    const Grid& grid = pen.grid();
    pen.layer({0, 0, grid.viewport.width_px, grid.viewport.height_px});
    pen.fill(grid.bar, pen.theme().card);
    pen.fill({0, grid.bar.y, grid.bar.width, grid.stroke_px}, pen.theme().edge);
    auto shown = actions(state, grid.shape, pages);
    if (grid.shape == Shape::wide) {
        draw_wide(pen, shown, bar_rows(state, grid.viewport), state.held);
    } else {
        draw_tall(pen, std::move(shown), bar_rows(state, grid.viewport), state.held);
    }
}

}  // namespace tingdu::view
