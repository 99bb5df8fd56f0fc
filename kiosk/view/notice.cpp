#include <algorithm>

#include "kiosk/app/phrases.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

/// A box with an outline of the accent around lines of text.
void draw_box(Pen& pen, scene::Rect box, const std::vector<std::u32string>& lines, scene::TextStyle style,
              int pitch_px) {
    const Grid& grid = pen.grid();
    pen.fill(box, pen.theme().card, grid.radius_px);
    pen.outline(box, pen.theme().accent, grid.radius_px, grid.stroke_px);
    const int height = static_cast<int>(lines.size()) * pitch_px;
    pen.paragraph(lines, style, pen.theme().ink, box.x + grid.ui_px / 2, box.y + (box.height - height) / 2, pitch_px);
}

int pitch_of(scene::TextStyle style) {
    return style.size_px * 13 / 10;
}

constexpr int most_lines = 6;

/// Above and below the box.
int apart_px(const Grid& grid) {
    return grid.gap_px / 4;
}

int height_px(const Grid& grid, int lines, int pitch_px) {
    return lines * pitch_px + grid.gap_px + 2 * apart_px(grid);
}

}  // namespace

int notice_px(const Grid& grid, int lines) {
    return height_px(grid, lines, pitch_of(grid.label()));
}

int notice_text_px(const Grid& grid) {
    return grid.band.width - grid.ui_px;
}

void draw_notice(Pen& pen, const app::State& state, std::optional<int> free_y) {
    if (!state.notice) return;
    const Grid& grid = pen.grid();
    const bool is_large = state.notice->is_large;
    scene::TextStyle style =
        is_large ? pen.fitted(state.notice->text, grid.title(), grid.band.width - 2 * grid.ui_px) : grid.label();
    const auto lines_in = [&](scene::TextStyle of, int most = most_lines) {
        return pen.lines(state.notice->text, of, notice_text_px(grid), most);
    };
    auto lines = lines_in(style);
    pen.layer({0, 0, grid.viewport.width_px, grid.viewport.height_px});
    const int band_px = grid.band.height - grid.gap_px / 2 + 2 * apart_px(grid);
    const int height = height_px(grid, static_cast<int>(lines.size()), pitch_of(style));
    // In the band no part of the title is left beside it.
    scene::Rect upper{0, 0, grid.viewport.width_px, std::max(height, band_px)};
    scene::Rect lower{0, std::max(0, grid.foot_y() - height), grid.viewport.width_px, height};
    const auto focus = pen.ring_rect(app::focus(state));
    bool is_at_foot = free_y && *free_y <= lower.y;
    if (!is_at_foot && focus && focus->y < upper.bottom()) {
        // Smaller it may have room in the band all the same; at the foot it lies over what else there is.
        const auto small = lines_in(grid.note());
        const int small_px =
            static_cast<int>(small.size()) * pitch_of(grid.note()) + grid.gap_px / 2 + 2 * apart_px(grid);
        is_at_foot = is_large || small_px > band_px || focus->y < band_px;
        if (!is_at_foot) {
            style = grid.note();
            lines = small;
            upper.height = band_px;
        }
    }
    if (is_at_foot && focus && lower.overlaps(*focus)) {
        // There is room for the whole of it neither above the focus nor below: as much as where there is more.
        const int above_px = focus->y;
        const int below_px = grid.foot_y() - focus->bottom();
        is_at_foot = below_px >= above_px;
        style = grid.note();
        const int pitch = pitch_of(style);
        const int most = (std::max(above_px, below_px) - height_px(grid, 0, pitch)) / pitch;
        lines = lines_in(style, std::clamp(most, 1, most_lines));
        upper.height = lower.height = height_px(grid, static_cast<int>(lines.size()), pitch);
        lower.y = grid.foot_y() - lower.height;
    }
    const scene::Rect& strip = is_at_foot ? lower : upper;
    pen.fill(strip, pen.theme().ground);
    const int apart = apart_px(grid);
    draw_box(pen, {grid.band.x, strip.y + apart, grid.band.width, strip.height - 2 * apart}, lines, style,
             pitch_of(style));
}

void draw_strip(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    if (grid.strip.height == 0) return;
    pen.layer({0, 0, grid.viewport.width_px, grid.viewport.height_px});
    pen.fill(grid.strip, pen.theme().card);
    const int edge_y = grid.strip.y > 0 ? grid.strip.y : grid.strip.bottom() - grid.stroke_px;
    pen.fill({0, edge_y, grid.strip.width, grid.stroke_px}, pen.theme().edge);
    if (!state.saying) return;
    const scene::TextStyle style = grid.note();
    constexpr std::size_t shown = 2;
    constexpr int all = 100;
    const auto lines = pen.lines(state.saying->text, style, grid.content.width, all);
    // The lines that the ear is in: as many characters as have been heard are before their end.
    std::size_t first = 0;
    for (std::size_t i = 0, end = 0; i + shown < lines.size(); i += shown) {
        for (std::size_t k = i; k < i + shown; ++k) end += lines[k].size();
        if (state.saying->reached <= end) break;
        first = i + shown;
    }
    const auto last = std::min(first + shown, lines.size());
    const std::vector<std::u32string> now(lines.begin() + static_cast<std::ptrdiff_t>(first),
                                          lines.begin() + static_cast<std::ptrdiff_t>(last));
    const int pitch = style.size_px * 13 / 10;
    pen.paragraph(now, style, pen.theme().ink, grid.margin_px,
                  grid.strip.y + (grid.strip.height - static_cast<int>(now.size()) * pitch) / 2, pitch);
}

void draw_curtain(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const scene::Rect all{0, 0, grid.viewport.width_px, grid.viewport.height_px};
    pen.fill(all, {0, 0, 0});
    const scene::TextStyle style = grid.note();
    const int pitch = style.size_px * 3 / 2;
    const auto lines = pen.lines(words(state)[app::Phrase::curtain_drawn], style, grid.content.width, 4);
    pen.paragraph(lines, style, {0x9A, 0x9A, 0x9A}, all.width / 2,
                  (all.height - static_cast<int>(lines.size()) * pitch) / 2, pitch, Align::middle);
    pen.target(all, words(state)[app::Phrase::curtain_drawn], Key::curtain);
}

int draw_sound_lost(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    if (state.sound != app::Sound::lost) return grid.band.right();
    const scene::TextStyle style = grid.note();
    const int pitch = style.size_px * 5 / 4;
    const auto lines = pen.lines(words(state)[app::Phrase::sound_lost], style, grid.band.width * 55 / 100, 2);
    int width = 0;
    for (const std::u32string& line : lines) width = std::max(width, pen.width(line, style));
    const int height = std::min(grid.band.height, static_cast<int>(lines.size()) * pitch + grid.gap_px / 2);
    const scene::Rect box{grid.band.right() - width - grid.ui_px, grid.band.y + (grid.band.height - height) / 2,
                          width + grid.ui_px, height};
    draw_box(pen, box, lines, style, pitch);
    return box.x - grid.gap_px;
}

}  // namespace tingdu::view
