#include "kiosk/view/offers.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/base/utf8.h"

namespace tingdu::view {
namespace {

int lines_within(scene::TextStyle style, int height_px) {
    return std::clamp(height_px / (style.size_px * 13 / 10), 1, 2);
}

/// As large as the whole of it stands there.
scene::TextStyle style_of_label(const Pen& pen, std::u32string_view label, scene::Rect room, Emphasis emphasis) {
    scene::TextStyle style;
    for (const scene::TextStyle each : {pen.grid().entry(), pen.grid().label(), pen.grid().note()}) {
        style = each;
        if (emphasis == Emphasis::main) style.weight = scene::Weight::bold;
        const auto lines = static_cast<int>(pen.breaks(label, style, room.width).size());
        if (lines <= lines_within(style, room.height)) break;
    }
    return style;
}

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
    const int width = note.x - left - grid.ui_px;
    const scene::TextStyle style = style_of_label(pen, offer.label, {left, rect.y, width, rect.height}, emphasis);
    const int pitch = style.size_px * 13 / 10;
    const auto lines = pen.lines(offer.label, style, width, lines_within(style, rect.height));
    pen.paragraph(lines, style, filled ? theme.on_accent : theme.ink, left,
                  middle_y - static_cast<int>(lines.size()) * pitch / 2, pitch);
    pen.target(rect, offer.label, offer.press);
}

/// What stands above the offers, set in one way.
struct Typesetting {
    scene::TextStyle question;
    scene::TextStyle besides;
    scene::TextStyle how;
    double line_em{};

    [[nodiscard]] int pitch_of(scene::TextStyle style) const { return static_cast<int>(style.size_px * line_em); }
};

/// The ways to set it, the largest first.
std::vector<Typesetting> typesettings_of(const Grid& grid) {
    const scene::TextStyle least{scene::Weight::regular, grid.least_px()};
    constexpr double airy = 1.5;
    constexpr double close = 1.3;
    return {{grid.title(), grid.entry(), grid.label(), airy}, {grid.entry(), grid.entry(), grid.label(), airy},
            {grid.entry(), grid.label(), grid.label(), airy}, {grid.label(), grid.note(), grid.note(), airy},
            {grid.note(), grid.note(), grid.note(), close},   {least, least, least, close}};
}

int height_of(const Pen& pen, const Asked& asked, const Typesetting& set) {
    const auto height = [&](std::u32string_view text, scene::TextStyle style) {
        const auto lines = text.empty() ? 0 : pen.breaks(text, style, pen.grid().content.width).size();
        return static_cast<int>(lines) * set.pitch_of(style);
    };
    return height(asked.question, set.question) + height(asked.besides, set.besides) + height(asked.how, set.how);
}

/// All that is said stands there, as large as it fits. Where it does not fit at all, what else is to be known goes
/// before how one chooses.
void draw_asked(Pen& pen, const Asked& asked, const std::vector<Typesetting>& ways, int room_px) {
    const Grid& grid = pen.grid();
    const auto fitting =
        std::ranges::find_if(ways, [&](const Typesetting& way) { return height_of(pen, asked, way) <= room_px; });
    const Typesetting& set = fitting == ways.end() ? ways.back() : *fitting;
    const auto lines_of = [&](std::u32string_view text, scene::TextStyle style, int left_px) {
        const int most = text.empty() ? 0 : left_px / set.pitch_of(style);
        return most < 1 ? std::vector<std::u32string>() : pen.lines(text, style, grid.content.width, most);
    };
    const auto taken_by = [&](const std::vector<std::u32string>& lines, scene::TextStyle style) {
        return static_cast<int>(lines.size()) * set.pitch_of(style);
    };
    const auto how = lines_of(asked.how, set.how, room_px / 2);
    const int for_how = taken_by(how, set.how);
    const auto question =
        lines_of(asked.question, set.question, std::max(room_px - for_how, set.pitch_of(set.question)));
    const int for_question = taken_by(question, set.question);
    const auto besides = lines_of(asked.besides, set.besides, room_px - for_how - for_question);
    const int for_all = for_question + taken_by(besides, set.besides) + for_how;
    const auto paragraph = [&](const std::vector<std::u32string>& lines, scene::TextStyle style, scene::Color color,
                               int top) {
        return pen.paragraph(lines, style, color, grid.content.x, top, set.pitch_of(style));
    };
    int below = grid.content.y + (room_px - for_all) / 2;
    below = paragraph(question, set.question, pen.theme().ink, below);
    below = paragraph(besides, set.besides, pen.theme().second_ink, below);
    paragraph(how, set.how, pen.theme().second_ink, below);
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
    const int usual = std::min(share_of(rows), columns > 1 ? two_lines : 4 * grid.ui_px);
    // They give way to what is said above them, as far as a main action may.
    const auto ways = typesettings_of(grid);
    const int free_px = bottom - ring - grid.content.y - (rows - 1) * gap - height_of(pen, asked, ways.back());
    const int least = std::min(usual, static_cast<int>(std::ceil(least_main_mm * grid.viewport.px_per_mm)));
    const int height = std::clamp(free_px / rows, least, usual);
    const int width = (grid.content.width - (columns - 1) * gap) / columns;
    const int y = bottom - rows * height - (rows - 1) * gap;

    draw_asked(pen, asked, ways, y - ring - grid.content.y);

    for (int i = 0; i < count; ++i) {
        const Offer& offer = all[static_cast<std::size_t>(i)];
        const scene::Rect rect{grid.content.x + i % columns * (width + gap), y + i / columns * (height + gap), width,
                               height};
        draw_offer(pen, rect, offer, i == 0 ? Emphasis::main : Emphasis::plain, held == offer.press);
    }
}

}  // namespace tingdu::view
