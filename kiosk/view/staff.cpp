// The staff's room. Its pages look alike: what the page is for, then rows of what can be opened or changed.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "kiosk/app/phrases.h"
#include "kiosk/base/utf8.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;
using app::StaffPage;
using app::StaffRow;

/// ISO/IEC 7810, ID-1: what an identity card measures.
constexpr double card_width_mm = 85.6;
constexpr double card_height_mm = 53.98;

/// Dark enough for white words on them (7:1 and more), whatever the theme.
constexpr scene::Color green{0x14, 0x5A, 0x2E};
constexpr scene::Color red{0x8E, 0x1B, 0x17};
/// The same for a bar on a dark card.
constexpr scene::Color light_green{0x6F, 0xC9, 0x86};
constexpr scene::Color light_red{0xFF, 0x8A, 0x80};

int px_of_mm(const Pen& pen, double mm) {
    return static_cast<int>(std::ceil(mm * pen.grid().viewport.px_per_mm));
}

/// No visitor's screen has its band filled.
void draw_staff_band(Pen& pen, const app::State& state, std::u32string_view note) {
    const Grid& grid = pen.grid();
    const Theme& theme = pen.theme();
    pen.fill({0, grid.band.y, grid.viewport.width_px, grid.band.height}, theme.accent);
    const int middle_y = grid.band.y + grid.band.height * 55 / 100;
    int right = grid.band.right();
    if (!note.empty())
        right = pen.line(note, grid.label(), theme.on_accent, right, middle_y, Align::right).x - grid.ui_px;
    std::u32string title = app::staff_title(state);
    if (state.staff.way.back().page != StaffPage::room)
        title = std::u32string(words(state)[Phrase::staff]) + U" · " + title;
    const scene::TextStyle style = pen.fitted(title, grid.title(), right - grid.band.x);
    const auto lines = pen.lines(title, style, right - grid.band.x, 1);
    if (!lines.empty()) pen.line(lines.front(), style, theme.on_accent, grid.band.x, middle_y);
}

/// One large tile, green or red. Returns the y below it.
int draw_health(Pen& pen, const app::State& state, scene::Rect content) {
    const Grid& grid = pen.grid();
    const bool is_known = state.staff.health && !state.staff.is_looking;
    const scene::Rect tile{content.x, content.y, content.width, std::min(content.height / 4, 5 * grid.ui_px)};
    pen.fill(tile, !is_known ? pen.theme().edge : is_well(state) ? green : red, grid.radius_px);
    const auto told = app::staff_told(state);
    const scene::TextStyle style = pen.fitted(told, {scene::Weight::bold, 2 * grid.ui_px}, tile.width - 2 * grid.ui_px);
    pen.line(told, style, white, tile.x + tile.width / 2, tile.y + tile.height / 2, Align::middle);
    return tile.bottom() + list_gap(grid);
}

/// What the page is for. Returns the y below it.
int draw_told(Pen& pen, const app::State& state, scene::Rect content) {
    const Grid& grid = pen.grid();
    const auto told = app::staff_told(state);
    if (told.empty()) return content.y;
    const int pitch = grid.label().size_px * 3 / 2;
    constexpr int most = 4;
    const auto lines = pen.lines(told, grid.label(), content.width, most);
    return pen.paragraph(lines, grid.label(), pen.theme().second_ink, content.x, content.y - pitch / 4, pitch) +
           list_ring(grid);
}

/// The outline of a card as large as a card is, if a millimetre is one, and beside it, or above, what it is for.
/// Returns the y below it.
int draw_card_frame(Pen& pen, const app::State& state, scene::Rect content) {
    const Grid& grid = pen.grid();
    const int width = px_of_mm(pen, card_width_mm);
    const int height = px_of_mm(pen, card_height_mm);
    const int apart = 2 * grid.ui_px;
    const bool is_beside = grid.shape == Shape::wide && content.width - width > 2 * width / 3 + apart;
    scene::Rect frame{content.x, content.y + grid.gap_px / 2, width, height};
    if (is_beside) {
        draw_told(pen, state, {frame.right() + apart, frame.y + grid.ui_px / 2, content.width - width - apart, height});
    } else {
        frame.y = draw_told(pen, state, content) + grid.gap_px;
        frame.x += (content.width - width) / 2;
    }
    pen.fill(frame, pen.theme().card, px_of_mm(pen, 3.18));
    pen.outline(frame, pen.theme().accent, px_of_mm(pen, 3.18), std::max(2, grid.stroke_px));
    return frame.bottom() + 2 * list_gap(grid);
}

/// How a row is divided: the number, the label above how it stands, and less and more at the right end.
struct RowPlan {
    int number_px{};
    int key_px{};
    int apart_px{};
    int lines{};  ///< of how it stands
};

int text_width(const Pen& pen, const RowPlan& plan, bool has_steps, int width_px) {
    const int ui = pen.grid().ui_px;
    return width_px - plan.number_px - ui - (has_steps ? 2 * plan.key_px + 3 * plan.apart_px : 0);
}

void draw_step(Pen& pen, const app::State& state, scene::Rect rect, int entry, std::u32string_view label, int by) {
    const Press press = Adjust{entry, by};
    const Theme& theme = pen.theme();
    const bool held = state.held == press;
    pen.fill(rect, held ? theme.accent : theme.ground, pen.grid().radius_px);
    pen.outline(rect, held ? theme.accent : theme.edge, pen.grid().radius_px, pen.grid().stroke_px);
    pen.line(by < 0 ? U"−" : U"+", pen.grid().tile(), held ? theme.on_accent : theme.accent, rect.x + rect.width / 2,
             rect.y + rect.height / 2, Align::middle);
    const auto& phrases = words(state);
    const auto way = phrases[by < 0 ? Phrase::less : Phrase::more];
    pen.target(rect, phrases.say(Phrase::spoken_adjustment, {{"name", label}, {"way", way}}), press);
}

void draw_row(Pen& pen, const app::State& state, const RowPlan& plan, int entry, scene::Rect rect, bool focused,
              bool held) {
    const Grid& grid = pen.grid();
    const Theme& theme = pen.theme();
    const StaffRow row = app::staff_row(entry, state);
    const bool turns_over = held && !row.has_steps;
    const scene::Color ink = draw_card(pen, rect, turns_over, focused);
    if (held && row.has_steps) pen.outline(rect, theme.accent, grid.radius_px, grid.ring_px);
    const int middle_y = rect.y + rect.height / 2;
    pen.line(from_utf8(std::to_string(entry + 1)), grid.numeral(), turns_over ? ink : theme.accent, rect.x + grid.ui_px,
             middle_y);
    if (row.look == StaffRow::Look::ill || row.look == StaffRow::Look::well) {
        const int bar = std::max(grid.ring_px, grid.ui_px / 4);
        const bool is_dark = theme.card.red + theme.card.green + theme.card.blue < 3 * 0x80;
        const bool is_ill = row.look == StaffRow::Look::ill;
        pen.fill({rect.x, rect.y + grid.radius_px, bar, rect.height - 2 * grid.radius_px},
                 is_dark ? (is_ill ? light_red : light_green) : (is_ill ? red : green));
    }
    const int x = rect.x + plan.number_px;
    const int width = text_width(pen, plan, row.has_steps, rect.width);
    const auto value = pen.lines(row.value, grid.note(), width, plan.lines);
    const int label_pitch = grid.entry().size_px * 13 / 10;
    const int pitch = grid.note().size_px * 7 / 5;
    const scene::TextStyle style = value.empty() ? grid.entry() : pen.fitted(row.label, grid.entry(), width);
    const auto label = pen.lines(row.label, style, width, value.empty() ? 2 : 1);
    const int height = static_cast<int>(label.size()) * label_pitch + static_cast<int>(value.size()) * pitch;
    const int below = pen.paragraph(label, style, ink, x, middle_y - height / 2, label_pitch);
    pen.paragraph(value, grid.note(), turns_over ? ink : theme.second_ink, x, below, pitch);
    const int inset = (rect.height - plan.key_px) / 2;
    const int keys_x = rect.right() - plan.apart_px - 2 * plan.key_px - plan.apart_px;
    pen.target({rect.x, rect.y, (row.has_steps ? keys_x - plan.apart_px : rect.right()) - rect.x, rect.height},
               row.label, Choice{entry});
    if (!row.has_steps) return;
    draw_step(pen, state, {keys_x, rect.y + inset, plan.key_px, plan.key_px}, entry, row.label, -1);
    draw_step(pen, state, {keys_x + plan.key_px + plan.apart_px, rect.y + inset, plan.key_px, plan.key_px}, entry,
              row.label, +1);
}

/// How one gets about, whatever is in the hand: rows do not move when that changes.
std::vector<std::u32string> hints(const app::State& state) {
    const auto& phrases = words(state);
    std::vector<std::u32string> hints;
    for (const Phrase hint : {Phrase::staff_hint, Phrase::staff_hint_touch, Phrase::staff_hint_switch})
        hints.emplace_back(phrases[hint]);
    return hints;
}

}  // namespace

void draw_staff(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const int count = app::entry_count(state);
    const StaffPage page = state.staff.way.back().page;
    scene::Rect content = list_content(grid);
    const int bottom = content.bottom();
    content.y += grid.gap_px / 2;  // the ring of the first row stays clear of the band
    if (page == StaffPage::health)
        content.y = draw_health(pen, state, content);
    else if (page == StaffPage::screen)
        content.y = draw_card_frame(pen, state, content);
    else
        content.y = draw_told(pen, state, content);
    content.height = bottom - content.y;

    const int gap = list_gap(grid);
    Cells cells;
    cells.columns = page == StaffPage::room && grid.shape == Shape::wide ? 2 : 1;
    cells.width_px = (content.width - (cells.columns - 1) * gap) / cells.columns;
    RowPlan plan;
    plan.number_px =
        grid.ui_px + pen.width(std::u32string(std::to_string(count).size(), U'0'), grid.numeral()) + grid.ui_px;
    plan.key_px = std::max(grid.ui_px * 15 / 10, px_of_mm(pen, 12.7));
    plan.apart_px = std::max(grid.gap_px, px_of_mm(pen, 2.54));
    // As many lines as the longest takes; a list of articles is not gone through for that.
    constexpr int most_lines = 4;
    const bool is_short = page != StaffPage::articles;
    plan.lines = 1;
    for (int entry = 0; is_short && entry < count; ++entry) {
        const StaffRow row = app::staff_row(entry, state);
        const int width = text_width(pen, plan, row.has_steps, cells.width_px);
        plan.lines =
            std::max(plan.lines, static_cast<int>(pen.lines(row.value, grid.note(), width, most_lines).size()));
    }
    cells.height_px = std::max(plan.key_px, grid.entry().size_px * 13 / 10 + plan.lines * grid.note().size_px * 7 / 5) +
                      grid.ui_px / 2;
    const auto rows = [&](int height_px) { return rows_in(height_px, cells.height_px, gap); };
    if (page == StaffPage::room) content = above_notice(pen, hints(state), content, rows);
    cells.rows = std::max(1, rows(content.height));
    const int pages = page_count(count, cells.per_page());
    draw_staff_band(pen, state,
                    pages > 1 ? app::page_of(app::focused_entry(state) / cells.per_page() + 1, pages, words(state))
                              : std::u32string());
    int below = content.y;
    if (count > 0)
        below = draw_cells(state, cells, content, gap, [&](int entry, scene::Rect rect, bool focused, bool held) {
            draw_row(pen, state, plan, entry, rect, focused, held);
        });
    draw_bar(pen, state, {pages, cells.per_page()});
    draw_notice(pen, state, below + list_ring(grid));
}

}  // namespace tingdu::view
