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

/// Its lines in one size of type, the height that they take with their box, and the strip across the screen that is
/// theirs.
struct Notice {
    scene::TextStyle style;
    std::vector<std::u32string> lines;
    int height_px = 0;
    scene::Rect strip;
};

/// Above and below the box.
int apart_px(const Grid& grid) {
    return grid.gap_px / 4;
}

int height_of(const Grid& grid, std::size_t lines, scene::TextStyle style) {
    return static_cast<int>(lines) * pitch_of(style) + grid.gap_px * 3 / 4 + 2 * apart_px(grid);
}

constexpr int most_lines = 6;

Notice set_in(const Pen& pen, std::u32string_view text, scene::TextStyle style, int most = most_lines) {
    const Grid& grid = pen.grid();
    auto lines = pen.lines(text, style, grid.band.width - grid.ui_px, most);
    const int height = height_of(grid, lines.size(), style);
    return {style, std::move(lines), height, {0, 0, grid.viewport.width_px, height}};
}

scene::TextStyle smallest(const Grid& grid) {
    return {scene::Weight::regular, grid.least_px()};
}

/// That it can be set in, the largest first.
std::vector<scene::TextStyle> styles_of(const Grid& grid) {
    return {grid.label(), grid.note(), smallest(grid)};
}

std::vector<Notice> ways_to_set(const Pen& pen, const app::Notice& notice) {
    const Grid& grid = pen.grid();
    std::vector<scene::TextStyle> styles = styles_of(grid);
    if (notice.is_large)
        styles.insert(styles.begin(), pen.fitted(notice.text, grid.title(), grid.band.width - 2 * grid.ui_px));
    std::vector<Notice> ways;
    for (const scene::TextStyle style : styles) ways.push_back(set_in(pen, notice.text, style));
    return ways;
}

/// What is not to be covered: what has the focus, and the most wanted of what else is kept clear.
std::vector<scene::Rect> kept_clear(const Pen& pen, const app::State& state, std::size_t from) {
    std::vector<scene::Rect> kept(pen.kept().begin() + static_cast<std::ptrdiff_t>(from), pen.kept().end());
    if (const auto focus = pen.ring_rect(app::focus(state))) kept.push_back(*focus);
    return kept;
}

/// Over nothing but free room, at the foot or in the band; where everything lies in the lower half, above it all.
std::optional<Notice> beside_everything(const Pen& pen, std::vector<Notice> ways, std::optional<int> free_y,
                                        const std::vector<scene::Rect>& kept) {
    const Grid& grid = pen.grid();
    for (Notice& way : ways) {
        if (way.height_px > grid.band.y) continue;
        way.strip.y = grid.band.y - way.height_px;
        return way;
    }
    for (Notice& way : ways) {
        way.strip.y = grid.foot_y() - way.strip.height;
        if (free_y && *free_y <= way.strip.y) return way;
    }
    const auto meets = [](const scene::Rect& strip) {
        return [strip](const scene::Rect& rect) { return rect.overlaps(strip); };
    };
    const int band_px = grid.band.height - grid.gap_px / 2 + 2 * apart_px(grid);
    for (Notice& way : ways) {
        way.strip.y = 0;
        if (way.strip.height > band_px || std::ranges::any_of(kept, meets(way.strip))) continue;
        way.strip.height = way.height_px = band_px;  // no part of the title is left beside it
        return way;
    }
    return std::nullopt;
}

/// Over what is least missed, and over no part of anything: at the foot, where what is to be read comes later, and
/// where there is no bar above all else.
std::optional<Notice> over_whole_things(const Pen& pen, const std::vector<Notice>& ways,
                                        const std::vector<scene::Rect>& kept) {
    const Grid& grid = pen.grid();
    const int foot = grid.foot_y();
    const auto has_room = [&](const scene::Rect& strip) {
        return std::ranges::none_of(kept, [&](const scene::Rect& rect) { return rect.overlaps(strip); });
    };
    for (Notice way : ways) {
        const int top = pen.edge_above(foot - way.height_px);
        const int bottom = pen.edge_below(std::max(way.height_px, grid.band.bottom()));
        const scene::Rect lower{0, top, way.strip.width, foot - top};
        const scene::Rect upper{0, 0, way.strip.width, bottom};
        const bool has_lower = top > grid.band.bottom() && has_room(lower);
        const bool has_upper = bottom < foot && has_room(upper);
        if (!has_lower && !has_upper) continue;
        way.strip = has_lower && (grid.bar.height > 0 || !has_upper) ? lower : upper;
        return way;
    }
    return std::nullopt;
}

/// There is room for the whole of it neither above what is kept clear nor below: as much as where there is more.
Notice as_much_as_fits(const Pen& pen, const app::Notice& notice, const std::vector<scene::Rect>& kept) {
    const Grid& grid = pen.grid();
    int above_px = grid.foot_y();
    int below_px = grid.foot_y();
    for (const scene::Rect& rect : kept) {
        above_px = std::min(above_px, std::max(0, rect.y));
        below_px = std::min(below_px, std::max(0, grid.foot_y() - rect.bottom()));
    }
    const scene::TextStyle style = smallest(grid);
    const int most = (std::max(above_px, below_px) - height_of(grid, 0, style)) / pitch_of(style);
    Notice way = set_in(pen, notice.text, style, std::clamp(most, 1, most_lines));
    if (below_px >= above_px) way.strip.y = grid.foot_y() - way.strip.height;
    return way;
}

}  // namespace

scene::Rect above_notice(const Pen& pen, const std::vector<std::u32string>& texts, scene::Rect content,
                         const std::function<int(int height_px)>& entries_in) {
    const Grid& grid = pen.grid();
    const auto above = [&](scene::TextStyle style) {
        int most = 0;
        for (const std::u32string& text : texts) most = std::max(most, set_in(pen, text, style).height_px);
        scene::Rect rest = content;
        rest.height -= std::max(0, most - (grid.foot_y() - grid.content.bottom()));
        return rest;
    };
    const scene::Rect largest = above(smallest(grid));
    const bool lies_higher = std::ranges::all_of(
        texts, [&](const std::u32string& text) { return set_in(pen, text, smallest(grid)).height_px <= grid.band.y; });
    if (lies_higher) return content;
    for (const scene::TextStyle style : styles_of(grid))
        if (const scene::Rect rect = above(style); entries_in(rect.height) == entries_in(largest.height)) return rect;
    return largest;
}

void draw_notice(Pen& pen, const app::State& state, std::optional<int> free_y) {
    if (!state.notice) return;
    const Grid& grid = pen.grid();
    const auto ways = ways_to_set(pen, *state.notice);
    auto notice = beside_everything(pen, ways, free_y, kept_clear(pen, state, 0));
    for (std::size_t from = 0; !notice && from <= pen.kept().size(); ++from)
        notice = over_whole_things(pen, ways, kept_clear(pen, state, from));
    if (!notice) notice = as_much_as_fits(pen, *state.notice, kept_clear(pen, state, pen.kept().size()));

    pen.layer({0, 0, grid.viewport.width_px, grid.viewport.height_px});
    pen.fill(notice->strip, pen.theme().ground);
    const int apart = apart_px(grid);
    const int top = notice->strip.y == 0 ? 0 : notice->strip.bottom() - notice->height_px;
    draw_box(pen, {grid.band.x, top + apart, grid.band.width, notice->height_px - 2 * apart}, notice->lines,
             notice->style, pitch_of(notice->style));
}

void draw_strip(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    if (grid.strip.height == 0) return;
    pen.layer({0, 0, grid.viewport.width_px, grid.viewport.height_px});
    pen.fill(grid.strip, pen.theme().card);
    const int edge_y = grid.strip.y > 0 ? grid.strip.y : grid.strip.bottom() - grid.stroke_px;
    pen.fill({0, edge_y, grid.strip.width, grid.stroke_px}, pen.theme().edge);
    if (!state.saying || state.leaving) return;  // the screen asks in the same words, and counts on
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
