// A reading that staff put right: the character as large as there is room, its sentence with it lit, and each way to
// read it as a line that can be chosen.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/app/phrases.h"
#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/pinyin.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;

/// The lines around the character, as many as there is room for, and it among them lit.
void draw_sentence(Pen& pen, const prepare::InSentence& doubtful, scene::Rect room) {
    const scene::TextStyle style = pen.grid().entry();
    const int pitch = style.size_px * 3 / 2;
    const TextRange lit = doubtful.finding.shown;
    const auto lines = pen.breaks(doubtful.sentence, style, room.width);
    const int count = static_cast<int>(lines.size());
    const int most = std::max(1, room.height / pitch);
    const auto here = std::ranges::find_if(lines, [&](TextRange line) { return line.contains(lit.begin); });
    const int at = here == lines.end() ? 0 : static_cast<int>(here - lines.begin());
    const int first = std::clamp(at - most / 2, 0, std::max(0, count - most));
    const std::u32string_view sentence = doubtful.sentence;
    const int flow = pen.new_flow();
    int middle_y = room.y + pitch / 2;
    for (int i = first; i < std::min(count, first + most); ++i, middle_y += pitch) {
        const TextRange line = lines[static_cast<std::size_t>(i)];
        const TextRange inside{std::clamp(lit.begin, line.begin, line.end), std::clamp(lit.end, line.begin, line.end)};
        int x = room.x;
        const auto part = [&](TextRange range, bool is_lit) {
            if (range.size() == 0) return;
            const auto text = sentence.substr(range.begin, range.size());
            const int width = pen.width(text, style);
            if (is_lit)
                pen.fill({x, middle_y - pitch * 44 / 100, width, pitch * 88 / 100}, pen.theme().word_lit,
                         pen.grid().radius_px / 2);
            pen.run(text, style, is_lit ? pen.theme().on_word : pen.theme().second_ink, x, middle_y, flow);
            x += width;
        };
        part({line.begin, inside.begin}, false);
        part(inside, true);
        part({inside.end, line.end}, false);
    }
}

/// The character, its reading as it would be now above it.
int draw_character(Pen& pen, const app::Correcting& correcting, scene::Rect room) {
    const Grid& grid = pen.grid();
    const auto pinyin = mandarin::printed(tried_way(correcting).reading);
    const prepare::InSentence& doubtful = correcting.doubtful;
    const auto hanzi = std::u32string_view(doubtful.sentence).substr(doubtful.finding.shown.begin, 1);
    // Pinyin takes half as much height as the character.
    const int size = std::clamp(room.height / 2, grid.title().size_px, 5 * grid.ui_px);
    const scene::TextStyle large{scene::Weight::bold, size};
    const scene::TextStyle above = pen.fitted(pinyin, {scene::Weight::regular, size / 2}, room.width);
    const int middle_x = room.x + room.width / 2;
    pen.line(pinyin, above, pen.theme().accent, middle_x, room.y + size * 4 / 10, Align::middle);
    pen.line(hanzi, large, pen.theme().ink, middle_x, room.y + size * 13 / 10, Align::middle);
    return room.y + size * 2;
}

}  // namespace

void draw_correcting(Pen& pen, const app::State& state) {
    const Grid& grid = pen.grid();
    const app::Correcting& correcting = *state.correcting;
    draw_title(
        pen, state, words(state)[Phrase::correcting_title],
        words(state).say(Phrase::correcting_which, {{"number", correcting.number}, {"count", correcting.count}}));

    // What it is about stands beside the ways on a wide screen, above them on a tall one that has the height for both.
    const scene::Rect content = list_content(grid);
    const int character = 2 * grid.title().size_px;  // the least that it takes with its pinyin
    const int least = character + grid.entry().size_px * 3 / 2;
    const bool wide = grid.shape == Shape::wide || content.height < least * 5 / 2;
    const scene::Rect about{content.x, content.y, wide ? content.width * 38 / 100 : content.width,
                            wide ? content.height : std::max(content.height * 45 / 100, least)};
    const scene::Rect list{wide ? about.right() + grid.ui_px : content.x,
                           wide ? content.y : about.bottom() + grid.gap_px,
                           wide ? content.right() - about.right() - grid.ui_px : content.width,
                           wide ? content.height : content.bottom() - about.bottom() - grid.gap_px};
    const int below =
        draw_character(pen, correcting, {about.x, about.y, about.width, std::max(about.height * 55 / 100, character)});
    draw_sentence(pen, correcting.doubtful, {about.x, below, about.width, about.bottom() - below});

    const int ui = grid.ui_px;
    const int gap = list_gap(grid);
    const int pitch = grid.entry().size_px * 7 / 5;
    const int count = app::entry_count(state);
    const int number_x = ui + pen.width(U"0", grid.numeral()) + ui / 2;
    const auto label_of = [&](int entry) { return app::label_of(entry, correcting, words(state)); };
    // As high as the longest needs, so that all are seen at once as far as may be.
    int most_lines = 1;
    scene::TextStyle strongest = grid.entry();
    strongest.weight = scene::Weight::bold;
    for (int entry = 0; entry < count; ++entry)
        if (pen.width(label_of(entry), strongest) > list.width - number_x - ui) most_lines = 2;
    Cells cells;
    cells.width_px = list.width;
    cells.height_px = std::min(list.height, most_lines * pitch + ui * 3 / 5);
    cells.rows = rows_in(list.height, cells.height_px, gap);
    draw_cells(state, cells, list, gap, [&](int entry, scene::Rect rect, bool focused, bool held) {
        const bool keeps = entry + 1 == count;
        const bool is_tried = std::cmp_equal(entry, correcting.tried);
        const scene::Color ink = draw_card(pen, rect, held, focused);
        const scene::Color strong = held ? ink : pen.theme().accent;
        const int middle_y = rect.y + rect.height / 2;
        pen.line(from_utf8(std::to_string(entry + 1)), grid.numeral(), strong, rect.x + ui, middle_y);
        const auto label = label_of(entry);
        scene::TextStyle style = grid.entry();
        if (keeps || is_tried) style.weight = scene::Weight::bold;
        const auto lines = pen.lines(label, style, rect.width - number_x - ui, most_lines);
        pen.paragraph(lines, style, ink, rect.x + number_x, middle_y - static_cast<int>(lines.size()) * pitch / 2,
                      pitch);
        pen.target(rect, label, Choice{entry});
    });
    draw_bar(pen, state, {page_count(count, cells.per_page()), cells.per_page()});
    draw_notice(pen, state);
}

}  // namespace tingdu::view
