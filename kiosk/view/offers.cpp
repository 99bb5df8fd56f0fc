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

void draw_offers(Pen& pen, std::u32string_view asked, const std::vector<Offer>& all, const std::optional<Press>& held,
                 std::u32string_view besides) {
    const Grid& grid = pen.grid();
    const int count = static_cast<int>(all.size());
    const int ring = grid.ring_px + grid.ring_off_px;
    const int gap = std::max(grid.gap_px, ring + grid.ring_off_px);
    const bool tall = grid.shape == Shape::tall;

    // The offers stand at the foot of the content, of a tall screen in its lower half; what was heard stands above.
    const int bottom = grid.content.bottom() - ring;
    const int heading_room = tall ? grid.viewport.height_px / 2 - grid.content.y : grid.content.height * 3 / 10;
    const int top = grid.content.y + heading_room + ring;
    // Where more is to be known than what is asked, two columns leave it room.
    const int columns = !tall && !besides.empty() && count > 2 ? 2 : 1;
    const int rows = std::max(1, (count + columns - 1) / columns);
    const int two_lines = 2 * (grid.entry().size_px * 13 / 10) + grid.ui_px / 2;
    const int height = std::min((bottom - top - (rows - 1) * gap) / rows, columns > 1 ? two_lines : 4 * grid.ui_px);
    const int width = (grid.content.width - (columns - 1) * gap) / columns;
    const int y = bottom - rows * height - (rows - 1) * gap;

    const int room = y - ring - grid.content.y;
    const scene::TextStyle style = grid.title();
    const int pitch = style.size_px * 3 / 2;
    const auto heading = pen.lines(asked, style, grid.content.width, std::max(1, room / pitch));
    const int heading_height = static_cast<int>(heading.size()) * pitch;
    const scene::TextStyle small = grid.entry();
    const int small_pitch = small.size_px * 3 / 2;
    const int lines_left = (room - heading_height) / small_pitch;
    const auto further = besides.empty() || lines_left < 1 ? std::vector<std::u32string>()
                                                           : pen.lines(besides, small, grid.content.width, lines_left);
    const int height_of_all = heading_height + static_cast<int>(further.size()) * small_pitch;
    const int below = pen.paragraph(heading, style, pen.theme().ink, grid.content.x,
                                    grid.content.y + (room - height_of_all) / 2, pitch);
    pen.paragraph(further, small, pen.theme().second_ink, grid.content.x, below, small_pitch);

    for (int i = 0; i < count; ++i) {
        const Offer& offer = all[static_cast<std::size_t>(i)];
        const scene::Rect rect{grid.content.x + i % columns * (width + gap), y + i / columns * (height + gap), width,
                               height};
        draw_offer(pen, rect, offer, i == 0 ? Emphasis::main : Emphasis::plain, held == offer.press);
    }
}

}  // namespace tingdu::view
