// A stick that staff go through: how it stands and what can be chosen, and the list of what they should look at.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/app/phrases.h"
#include "kiosk/app/remarks.h"
#include "kiosk/base/utf8.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/offers.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;

/// How far the work is: a bar that only grows, and below it the same in words.
void draw_delivery(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const app::Delivery& delivery = *state.sticks.delivery;
    // Smaller where it would not stand there whole.
    const auto said = told(delivery, words(state));
    scene::TextStyle style = grid.title();
    const auto most_of = [&](scene::TextStyle of) {
        return std::max(1, grid.content.height / 2 / (of.size_px * 3 / 2));
    };
    if (std::cmp_greater(pen.breaks(said, style, grid.content.width).size(), most_of(style))) style = grid.entry();
    const int pitch = style.size_px * 3 / 2;
    const auto lines = pen.lines(said, style, grid.content.width, most_of(style));
    const int top = grid.content.y + grid.content.height / 2 - static_cast<int>(lines.size()) * pitch - grid.gap_px;
    pen.paragraph(lines, style, pen.theme().ink, grid.content.x, top, pitch);
    constexpr int bar_px = 8;
    const int height = std::max(bar_px, grid.stroke_px * 3);
    const scene::Rect whole{grid.content.x, grid.content.y + grid.content.height / 2, grid.content.width, height};
    pen.fill(whole, pen.theme().edge, height / 2);
    if (delivery.of > 0 && delivery.count > 0) {
        const auto done = static_cast<double>(std::min(delivery.count, delivery.of)) / static_cast<double>(delivery.of);
        const int width = std::max(height, static_cast<int>(done * whole.width));
        pen.fill({whole.x, whole.y, width, height}, pen.theme().accent, height / 2);
    }
    const auto far = progress(delivery, words(state));
    if (!far.empty())
        pen.line(far, pen.fitted(far, grid.entry(), grid.content.width), pen.theme().second_ink, grid.content.x,
                 whole.bottom() + 2 * grid.entry().size_px);
}

}  // namespace

void draw_stick(Pen& pen, const app::State& state) {
    const app::Delivery& delivery = *state.sticks.delivery;
    const Grid& grid = pen.grid();
    const auto name = pen.lines(from_utf8(app::stick_name(delivery.stick)), grid.label(), grid.band.width / 2, 1);
    draw_title(pen, state, words(state)[Phrase::stick_title], name.empty() ? std::u32string() : name.front());
    if (is_at_work(delivery)) {
        draw_delivery(pen, state);
    } else {
        std::vector<Offer> all;
        int entry = 0;
        for (const app::StickOffer offer : offers(delivery)) {
            all.push_back({label_of(offer, delivery, words(state)), {}, Choice{entry++}});
        }
        const auto told_of = told(delivery, words(state));
        const auto besides = details(delivery, words(state));
        const auto how = all.size() > 1 ? words(state)[app::offers_hint.by(state.hand)] : std::u32string_view();
        draw_offers(pen, {told_of, besides, how}, all, state.held);
    }
    draw_bar(pen, state);
    draw_notice(pen, state);
}

void draw_remarks(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const app::Delivered& brings = *state.sticks.delivery->brings;
    const int count = app::entry_count(state);
    const scene::Rect content = list_content(grid);
    const int ui = grid.ui_px;
    const int gap = list_gap(grid);
    // What is to be done stands at its end, so that it is told in as many lines as leave room for two others.
    const int pitch = grid.entry().size_px * 7 / 5;
    const int most_lines = std::clamp((content.height / 3 - gap - ui * 3 / 5) / pitch, 3, 9);
    const int number_x = ui + pen.width(std::u32string(std::to_string(count).size(), U'0'), grid.numeral()) + ui;
    Cells cells;
    cells.width_px = content.width;
    cells.height_px = std::min(content.height, most_lines * pitch + ui * 3 / 5);
    cells.rows = rows_in(content.height, cells.height_px, gap);
    const int pages = page_count(count, cells.per_page());
    draw_title(pen, state, words(state)[Phrase::remarks_title],
               pages > 1 ? app::page_of(app::focused_entry(state) / cells.per_page() + 1, pages, words(state))
                         : std::u32string());
    draw_cells(state, cells, content, gap, [&](int entry, scene::Rect rect, bool focused, bool held) {
        const scene::Color ink = draw_card(pen, rect, held, focused);
        const int middle_y = rect.y + rect.height / 2;
        pen.line(from_utf8(std::to_string(entry + 1)), grid.numeral(), held ? ink : pen.theme().accent, rect.x + ui,
                 middle_y);
        const auto what =
            told_in_list(brings.remarks[static_cast<std::size_t>(entry)], *state.sticks.delivery, words(state));
        const auto lines = pen.lines(what, grid.entry(), rect.width - number_x - ui, most_lines);
        pen.paragraph(lines, grid.entry(), ink, rect.x + number_x,
                      middle_y - static_cast<int>(lines.size()) * pitch / 2, pitch);
        pen.target(rect, what, Choice{entry});
    });
    draw_bar(pen, state, {pages, cells.per_page()});
    draw_notice(pen, state);
}

}  // namespace tingdu::view
