// What is being written down: one thing at a time, as large as there is room, the group that was said last lit; below
// it the words around it, beside it all of that as a code for the camera of a telephone.
#include <algorithm>
#include <cmath>

#include "kiosk/app/phrases.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;

/// A part of a group that stands on one line.
struct Run {
    std::size_t group{};
    std::u32string text;
    int x{};
    int line{};
};

/// The groups beside and below one another at one size.
std::vector<Run> set(const Pen& pen, const std::vector<prepare::Group>& groups, scene::TextStyle style, int width_px) {
    std::vector<Run> runs;
    const int apart = style.size_px * 6 / 10;
    int x = 0;
    int line = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const auto lines = pen.lines(groups[group].shown, style, width_px, 100);
        for (const std::u32string& text : lines) {
            const int width = pen.width(text, style);
            if (x > 0 && (x + width > width_px || lines.size() > 1)) {
                x = 0;
                ++line;
            }
            runs.push_back({group, text, x, line});
            x += width + apart;
        }
    }
    return runs;
}

void draw_groups(Pen& pen, const std::vector<prepare::Group>& groups, std::size_t now, scene::Rect room) {
    const Grid& grid = pen.grid();
    // As large as lets each group stand on one line, but never so small for that alone that it is hard to read.
    scene::TextStyle style{scene::Weight::bold, 6 * grid.ui_px};
    const auto pitch = [&] { return style.size_px * 3 / 2; };
    auto runs = set(pen, groups, style, room.width);
    const auto is_too_large = [&] {
        const bool cut = runs.size() > groups.size() && style.size_px > 2 * grid.ui_px;
        return cut || (runs.back().line + 1) * pitch() > room.height;
    };
    while (style.size_px > grid.least_px() && is_too_large()) {
        style.size_px = std::max(grid.least_px(), style.size_px * 9 / 10);
        runs = set(pen, groups, style, room.width);
    }
    // Of a list longer than the screen the part around what is said now is shown.
    const int fits = std::max(1, room.height / pitch());
    const auto first_of_now = std::ranges::find(runs, now, &Run::group);
    const int last = runs.back().line;
    const int from = last < fits ? 0 : std::clamp(first_of_now->line - fits / 3, 0, last + 1 - fits);
    const int flow = pen.new_flow();
    for (const Run& run : runs) {
        if (run.line < from || run.line >= from + fits) continue;
        const int middle_y = room.y + (run.line - from) * pitch() + pitch() / 2;
        const int x = room.x + run.x;
        const bool is_now = run.group == now;
        if (is_now)
            pen.fill({x - style.size_px / 8, middle_y - pitch() * 44 / 100,
                      pen.width(run.text, style) + style.size_px / 4, pitch() * 88 / 100},
                     pen.theme().word_lit, grid.radius_px);
        pen.run(run.text, style, is_now ? pen.theme().on_word : pen.theme().ink, x, middle_y, flow);
    }
}

std::u32string to_take_home(const app::State& state, const prepare::ToCopy& item) {
    std::u32string text = state.open->article ? state.open->article->title + U"\n" : std::u32string();
    if (!item.about.empty()) text += item.about + U"\n";
    return text + item.words;
}

}  // namespace

void draw_copying(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    draw_title(pen, state, app::copy_heading(state), {});
    if (const prepare::ToCopy* item = app::copied_item(state)) {
        const bool wide = grid.shape == Shape::wide;
        scene::Rect room = grid.content;
        const scene::TextStyle small = grid.note();
        const int small_pitch = small.size_px * 3 / 2;
        // How one goes on stands there whatever is being written down.
        constexpr int most_of_hint = 3;
        const auto how = pen.lines(words(state)[app::copy_hint.by(state.hand)], small, room.width, most_of_hint);
        const int how_height = static_cast<int>(how.size()) * small_pitch;
        pen.paragraph(how, small, pen.theme().second_ink, room.x, room.bottom() - how_height, small_pitch);
        room.height -= grid.gap_px + how_height;

        // The code, with a line that says what it is for.
        const int side = wide ? std::min(room.width * 36 / 100, room.height - small_pitch)
                              : std::min(room.width * 60 / 100, room.height * 45 / 100 - small_pitch);
        const scene::Rect corner{wide ? room.right() - side : room.x, wide ? room.y : room.bottom() - side, side, side};
        const scene::Rect code = pen.code(to_take_home(state, *item), corner);
        if (!code.width) {
            // Too much for a code: the words have all the room.
        } else if (wide) {
            const auto scan = words(state)[Phrase::copy_scan];
            pen.line(scan, pen.fitted(scan, small, code.width), pen.theme().second_ink, code.x + code.width / 2,
                     code.bottom() + small_pitch / 2 + grid.gap_px / 4, Align::middle);
            room.width = code.x - grid.ui_px - room.x;
        } else {
            const int left = code.right() + grid.ui_px / 2;
            const auto lines = pen.lines(words(state)[Phrase::copy_scan], small, room.right() - left, 4);
            pen.paragraph(lines, small, pen.theme().second_ink, left,
                          code.y + (code.height - static_cast<int>(lines.size()) * small_pitch) / 2, small_pitch);
            room.height = code.y - grid.gap_px - room.y;
        }

        const scene::TextStyle around = grid.label();
        const int around_pitch = around.size_px * 3 / 2;
        const auto about = item->about.empty()
                               ? std::vector<std::u32string>()
                               : pen.lines(item->about, around, room.width, room.height / 3 / around_pitch);
        const int about_height = static_cast<int>(about.size()) * around_pitch;
        draw_groups(pen, item->groups, std::min(state.copying.group, item->groups.size() - 1),
                    {room.x + grid.ui_px / 3, room.y, room.width - 2 * (grid.ui_px / 3), room.height - about_height});
        pen.paragraph(about, around, pen.theme().second_ink, room.x, room.bottom() - about_height, around_pitch);
    }
    draw_bar(pen, state);
    draw_notice(pen, state);
}

}  // namespace tingdu::view
