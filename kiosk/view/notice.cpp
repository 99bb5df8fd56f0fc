#include "kiosk/app/phrases.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {

int draw_notice(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    std::u32string text;
    if (state.notice) {
        text = state.notice->text;
    } else if (state.sound == app::Sound::lost) {
        text = app::phrase(app::Phrase::sound_lost, state.language);
    }
    if (text.empty()) return 0;
    const int pitch = grid.label().size_px * 7 / 5;
    const auto lines = pen.lines(text, grid.label(), grid.content.width - 2 * grid.ui_px, 3);
    const int height = static_cast<int>(lines.size()) * pitch + grid.ui_px * 3 / 5;
    // Without a bar it stands at the top, where nothing else is.
    const int top = grid.bar.height > 0 ? grid.content.bottom() - height : grid.margin_px / 3;
    const scene::Rect box{grid.content.x, top, grid.content.width, height};
    pen.fill(box, pen.theme().card, grid.radius_px);
    pen.outline(box, pen.theme().accent, grid.radius_px, grid.stroke_px);
    pen.paragraph(lines, grid.label(), pen.theme().ink, box.x + grid.ui_px, box.y + grid.ui_px * 3 / 10, pitch);
    return height + grid.gap_px;
}

}  // namespace tingdu::view
