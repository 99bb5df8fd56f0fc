#include "kiosk/view/grid.h"

#include <algorithm>
#include <cmath>

#include "kiosk/app/settings.h"
#include "kiosk/scene/layout.h"

namespace tingdu::view {
namespace {

/// Height of a capital over the em in Noto Sans CJK.
constexpr double capital_of_em = 0.733;
/// The least capital of any note, in millimetres (US 508, 402.4: 3/16 inch).
constexpr double least_capital_mm = 4.8;
constexpr double best_line = 1.75;
/// The least that standards have (WCAG 2.2, 1.4.8): where type is so large that few lines have room.
constexpr double least_line = 1.5;

scene::TextStyle style(const Grid& grid, scene::Weight weight, double size_px) {
    return {weight, std::max(px(size_px), grid.least_px())};
}

}  // namespace

int px(double value) {
    return static_cast<int>(std::lround(value));
}

Shape shape_of(const Viewport& viewport) {
    return viewport.height_px > viewport.width_px ? Shape::tall : Shape::wide;
}

Grid grid(const Viewport& viewport, int size_step, int bar_rows, Reach reach, Strip strip) {
    Grid grid;
    grid.viewport = viewport;
    grid.shape = shape_of(viewport);
    grid.margin_px = viewport.width_px / 20;
    const int width = viewport.width_px - 2 * grid.margin_px;
    const auto em = [&](double capital_mm) { return capital_mm * viewport.px_per_mm / capital_of_em; };

    // Nine labels of three Hanzi stand side by side in a wide bar, three of five in a tall one, with air around them.
    const double fits_bar = width / (grid.shape == Shape::wide ? 33.0 : 19.0);
    const double wanted = em(app::capital_mm[static_cast<std::size_t>(std::min(size_step, 2))]);
    grid.ui_px = px(std::min(wanted, fits_bar));
    const double ui = grid.ui_px;

    grid.gap_px = px(std::max(0.5 * ui, 2.54 * viewport.px_per_mm));
    grid.radius_px = px(0.45 * ui);
    grid.stroke_px = std::max(2, px(0.07 * ui));
    grid.ring_px = std::max(4, px(0.2 * ui));
    grid.ring_off_px = std::max(3, px(0.15 * ui));

    const auto bar_height_of = [&](int rows) {
        // Two rows of a wide bar are a little lower, each still as high as a main action must be.
        const bool is_low = grid.shape == Shape::wide && rows > 1;
        const int row = px(std::max((is_low ? 2.4 : 3.0) * ui, 20.0 * viewport.px_per_mm));
        return rows == 0 ? 0 : rows * row + (rows + 1) * grid.gap_px;
    };
    const int bar_height = bar_height_of(bar_rows);
    const int band_height = px(2.7 * ui);
    const int band_y =
        grid.shape == Shape::tall && reach == Reach::lower_half ? (viewport.height_px + 1) / 2 - band_height : 0;
    grid.band = {grid.margin_px, band_y, width, band_height};
    grid.bar = {0, viewport.height_px - bar_height, viewport.width_px, bar_height};
    grid.content = {grid.margin_px, grid.band.bottom(), width, grid.bar.y - grid.band.bottom() - grid.gap_px};

    if (strip == Strip::shown) {
        const int height = 2 * grid.note().size_px * 13 / 10 + grid.gap_px;
        const bool has_bar = bar_rows > 0;
        grid.strip = {0, has_bar ? grid.bar.y - height : 0, viewport.width_px, height};
        if (has_bar) grid.content.height -= height;
    }

    grid.line_em = best_line;
    if (size_step < 3) {
        grid.r_px = px(em(app::capital_mm[static_cast<std::size_t>(size_step)]));
    } else {
        // The largest that still shows ten Hanzi a line and three lines at once.
        // It is the same whatever the bar offers.
        const int usual_bar = grid.shape == Shape::wide ? bar_height_of(std::min(bar_rows, 1)) : bar_height;
        const int height = grid.content.height + bar_height - usual_bar;
        const double largest = std::min(width / 10.0, height / (3 * least_line));
        grid.r_px = static_cast<int>(std::max(largest, em(app::capital_mm[2])));
        grid.line_em = std::clamp(height / (3.0 * grid.r_px), least_line, best_line);
    }
    grid.column = grid.content;
    // In the middle where much is left of the width; a little that is left stays at the end of the lines.
    const int measure = scene::longest_line_hanzi * grid.r_px;
    if (measure * 6 / 5 < width) {
        grid.column.x += (width - measure) / 2;
        grid.column.width = measure;
    }
    return grid;
}

int Grid::least_px() const {
    return px(least_capital_mm * viewport.px_per_mm / capital_of_em);
}
scene::TextStyle Grid::reading() const {
    return style(*this, scene::Weight::regular, r_px);
}
scene::TextStyle Grid::article_title() const {
    return style(*this, scene::Weight::bold, std::min(1.35 * r_px, content.width / 10.0));
}
scene::TextStyle Grid::article_heading() const {
    return style(*this, scene::Weight::bold, r_px);
}
scene::TextStyle Grid::article_note() const {
    return style(*this, scene::Weight::regular, 0.78 * r_px);
}
scene::TextStyle Grid::byline() const {
    return style(*this, scene::Weight::regular, std::min(0.78 * r_px, 1.2 * ui_px));
}
scene::TextStyle Grid::title() const {
    return style(*this, scene::Weight::bold, 1.35 * ui_px);
}
scene::TextStyle Grid::tile() const {
    return style(*this, scene::Weight::bold, 1.25 * ui_px);
}
scene::TextStyle Grid::entry() const {
    return style(*this, scene::Weight::regular, 1.1 * ui_px);
}
scene::TextStyle Grid::numeral() const {
    return style(*this, scene::Weight::bold, 1.75 * ui_px);
}
scene::TextStyle Grid::label() const {
    return style(*this, scene::Weight::regular, 0.9 * ui_px);
}
scene::TextStyle Grid::main_label() const {
    return style(*this, scene::Weight::bold, 1.1 * ui_px);
}
scene::TextStyle Grid::note() const {
    return style(*this, scene::Weight::regular, 0.78 * ui_px);
}

}  // namespace tingdu::view
