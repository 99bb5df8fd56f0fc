#include "kiosk/view/offers.h"

#include <algorithm>
#include <string>

#include "kiosk/base/utf8.h"

namespace tingdu::view {
namespace {

/// The first is the main one.
void draw_offer(Pen& pen, scene::Rect rect, const Offer& offer, Emphasis emphasis, bool held) {
    const Grid& grid = pen.grid();
    const Theme& theme = pen.theme();
    const bool filled = (emphasis == Emphasis::main) != held;
    pen.fill(rect, filled ? theme.accent : theme.card, grid.radius_px);
    if (!filled) pen.outline(rect, theme.edge, grid.radius_px, grid.stroke_px);
    const int middle_y = rect.y + rect.height / 2;
    const scene::Rect note = pen.line(offer.note, grid.label(), filled ? theme.on_accent : theme.second_ink,
                                      rect.right() - grid.ui_px, middle_y, Align::right);
    int left = rect.x + grid.ui_px;
    if (const auto* choice = std::get_if<Choice>(&offer.press)) {
        const auto number = from_utf8(std::to_string(choice->entry + 1));
        left = pen.line(number, grid.tile(), filled ? theme.on_accent : theme.accent, left, middle_y).right() +
               grid.ui_px * 3 / 4;
    }
    scene::TextStyle style = grid.entry();
    if (emphasis == Emphasis::main) style.weight = scene::Weight::bold;
    const int pitch = style.size_px * 13 / 10;
    const int most = std::clamp(rect.height / pitch, 1, 2);
    const auto lines = pen.lines(offer.label, style, note.x - left - grid.ui_px, most);
    pen.paragraph(lines, style, filled ? theme.on_accent : theme.ink, left,
                  middle_y - static_cast<int>(lines.size()) * pitch / 2, pitch);
    pen.target(rect, offer.label, offer.press);
}

}  // namespace

void draw_offers(Pen& pen, const Asked& asked, const std::vector<Offer>& all, const std::optional<Press>& held) {
    const Grid& grid = pen.grid();
    const int count = static_cast<int>(all.size());
    const int ring = grid.ring_px + grid.ring_off_px;
    const int gap = std::max(grid.gap_px, ring + grid.ring_off_px);
    const bool tall = grid.shape == Shape::tall;

    // The offers stand at the foot of the content, of a tall screen in its lower half; what was heard stands above.
    const int bottom = grid.content.bottom() - ring;
    const int heading_room = tall ? grid.viewport.height_px / 2 - grid.content.y : grid.content.height * 3 / 10;
    const int top = grid.content.y + heading_room + ring;
    const auto rows_of = [&](int columns) { return std::max(1, (count + columns - 1) / columns); };
    const auto share_of = [&](int rows) { return (bottom - top - (rows - 1) * gap) / rows; };
    // Where more is to be known than what is asked, two columns leave it room; and where the main one would be low.
    constexpr double least_main_mm = 20;
    const bool is_low = share_of(rows_of(1)) < least_main_mm * grid.viewport.px_per_mm;
    const bool is_wanted = asked.besides.empty() ? count > 2 && is_low : count > 1;
    const int columns = !tall && is_wanted ? 2 : 1;
    const int rows = rows_of(columns);
    const int two_lines = 2 * (grid.entry().size_px * 13 / 10) + grid.ui_px / 2;
    const int height = std::min(share_of(rows), columns > 1 ? two_lines : 4 * grid.ui_px);
    const int width = (grid.content.width - (columns - 1) * gap) / columns;
    const int y = bottom - rows * height - (rows - 1) * gap;

    // How one chooses stands there whatever else there is to say; a question that is too long for the rest is smaller.
    const int room = y - ring - grid.content.y;
    const auto pitch_of = [](scene::TextStyle style) { return style.size_px * 3 / 2; };
    const auto lines_of = [&](std::u32string_view text, scene::TextStyle style, int left_px) {
        const int most = text.empty() ? 0 : left_px / pitch_of(style);
        return most < 1 ? std::vector<std::u32string>() : pen.lines(text, style, grid.content.width, most);
    };
    const auto height_of = [&](const std::vector<std::u32string>& lines, scene::TextStyle style) {
        return static_cast<int>(lines.size()) * pitch_of(style);
    };
    const scene::TextStyle small = grid.label();
    const auto how = lines_of(asked.how, small, room / 2);
    const int how_height = height_of(how, small);
    scene::TextStyle style = grid.title();
    const int all_lines = static_cast<int>(pen.breaks(asked.question, style, grid.content.width).size());
    if (all_lines * pitch_of(style) > room - how_height) style = grid.entry();
    const auto heading = lines_of(asked.question, style, std::max(room - how_height, pitch_of(style)));
    const int heading_height = height_of(heading, style);
    const auto further = lines_of(asked.besides, grid.entry(), room - how_height - heading_height);
    const int height_of_all = heading_height + height_of(further, grid.entry()) + how_height;
    int below = grid.content.y + (room - height_of_all) / 2;
    below = pen.paragraph(heading, style, pen.theme().ink, grid.content.x, below, pitch_of(style));
    below = pen.paragraph(further, grid.entry(), pen.theme().second_ink, grid.content.x, below, pitch_of(grid.entry()));
    pen.paragraph(how, small, pen.theme().second_ink, grid.content.x, below, pitch_of(small));

    for (int i = 0; i < count; ++i) {
        const Offer& offer = all[static_cast<std::size_t>(i)];
        const scene::Rect rect{grid.content.x + i % columns * (width + gap), y + i / columns * (height + gap), width,
                               height};
        draw_offer(pen, rect, offer, i == 0 ? Emphasis::main : Emphasis::plain, held == offer.press);
    }
}

}  // namespace tingdu::view
