#include "kiosk/view/pen.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "kiosk/view/code.h"

namespace tingdu::view {

Pen::Pen(const Grid& grid, const Theme& theme, const scene::TextMeasure& measure)
    : grid_(grid), theme_(theme), measure_(measure) {
    scene_.width_px = grid.viewport.width_px;
    scene_.height_px = grid.viewport.height_px;
    scene_.ground = theme.ground;
    layer({0, 0, scene_.width_px, scene_.height_px});
}

void Pen::layer(scene::Rect clip) {
    scene_.layers.push_back({clip, {}});
}

void Pen::fill(scene::Rect rect, scene::Color color, int radius_px) {
    scene_.layers.back().commands.emplace_back(scene::Fill{rect, color, radius_px});
}

void Pen::outline(scene::Rect rect, scene::Color color, int radius_px, int stroke_px) {
    scene_.layers.back().commands.emplace_back(scene::Outline{rect, color, radius_px, stroke_px});
}

void Pen::picture(scene::Rect rect, std::size_t picture, const std::shared_ptr<const Bitmap>& bitmap) {
    if (bitmap) {
        scene_.layers.back().commands.emplace_back(scene::Image{rect, bitmap});
    } else {
        fill(rect, theme_.card);
    }
    wish({picture, rect.width, rect.height});
}

void Pen::ring(scene::Rect around) {
    const int out = grid_.ring_off_px + grid_.ring_px;
    outline({around.x - out, around.y - out, around.width + 2 * out, around.height + 2 * out}, theme_.accent,
            grid_.radius_px + out, grid_.ring_px);
    shows_focus_ = true;
}

void Pen::side_bar(int left_of, int top, int bottom) {
    const int width = grid_.ring_px;
    fill({left_of - 2 * grid_.ring_off_px - width, top, width, bottom - top}, theme_.accent, width / 2);
    shows_focus_ = true;
}

bool Pen::ring_target(const Press& press) {
    const scene::Target* target = target_of(press);
    if (target) ring(target->rect);
    return target != nullptr;
}

std::optional<scene::Rect> Pen::ring_rect(const Press& press) const {
    const scene::Target* target = target_of(press);
    if (!target) return std::nullopt;
    const int out = grid_.ring_off_px + grid_.ring_px;
    const scene::Rect& rect = target->rect;
    return scene::Rect{rect.x - out, rect.y - out, rect.width + 2 * out, rect.height + 2 * out};
}

std::vector<scene::Rect> Pen::things() const {
    std::vector<scene::Rect> things;
    for (const scene::Layer& layer : scene_.layers)
        for (const scene::Command& command : layer.commands)
            if (const auto* text = std::get_if<scene::Text>(&command))
                things.push_back({text->box.x, text->baseline_y - text->style.size_px * 9 / 10, text->box.width,
                                  text->style.size_px * 23 / 20});
    for (const scene::Target& target : scene_.targets) things.push_back(target.rect);
    std::ranges::sort(things, {}, &scene::Rect::y);
    return things;
}

int Pen::edge_below(int y) const {
    for (const scene::Rect& thing : things())
        if (thing.y < y && y < thing.bottom()) y = thing.bottom();
    return y;
}

int Pen::edge_above(int y) const {
    auto all = things();
    std::ranges::sort(all, std::greater<>(), &scene::Rect::bottom);
    for (const scene::Rect& thing : all)
        if (thing.y < y && y < thing.bottom()) y = thing.y;
    return y;
}

const scene::Target* Pen::target_of(const Press& press) const {
    const auto found = std::find_if(scene_.targets.begin(), scene_.targets.end(),
                                    [&](const scene::Target& target) { return target.press == press; });
    return found == scene_.targets.end() ? nullptr : &*found;
}

int Pen::width(std::u32string_view text, scene::TextStyle style) const {
    return measure_.width_px(text, style);
}

scene::Rect Pen::run(std::u32string_view text, scene::TextStyle style, scene::Color color, int x, int middle_y,
                     int flow) {
    const scene::FontMetrics metrics = measure_.metrics(style);
    const int baseline = middle_y + metrics.capital_px / 2;
    const scene::Rect box{x, baseline - metrics.ascent_px, width(text, style), metrics.ascent_px + metrics.descent_px};
    scene_.layers.back().commands.emplace_back(scene::Text{std::u32string(text), style, color, x, baseline, box, flow});
    return box;
}

scene::Rect Pen::code(std::u32string_view text, scene::Rect room) {
    const Code code = code_of(text);
    const int modules = code.width + 2 * code_quiet_modules;
    const int least = static_cast<int>(std::ceil(code_module_mm * grid_.viewport.px_per_mm));
    const int module = std::min(room.width, room.height) / modules;
    if (code.width == 0 || module < least) return {room.x, room.y, 0, 0};
    const scene::Rect all{room.x, room.y, module * modules, module * modules};
    fill(all, {0xFF, 0xFF, 0xFF});  // whatever the colours of the screen: cameras want dark on light
    const auto is_dark = [&](int column, int row) {
        return code.dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(code.width) +
                         static_cast<std::size_t>(column)];
    };
    for (int row = 0; row < code.width; ++row)
        for (int column = 0; column < code.width;) {
            int end = column;
            while (end < code.width && is_dark(end, row)) ++end;
            if (end > column)
                fill({all.x + (column + code_quiet_modules) * module, all.y + (row + code_quiet_modules) * module,
                      (end - column) * module, module},
                     {0, 0, 0});
            column = end + 1;
        }
    return all;
}

scene::Rect Pen::line(std::u32string_view text, scene::TextStyle style, scene::Color color, int x, int middle_y,
                      Align align) {
    const int advance = width(text, style);
    if (align == Align::middle) x -= advance / 2;
    if (align == Align::right) x -= advance;
    return run(text, style, color, x, middle_y, new_flow());
}

std::vector<std::u32string> Pen::lines(std::u32string_view text, scene::TextStyle style, int width_px, int most) const {
    std::vector<std::u32string> lines;
    for (const scene::Line& line : scene::lay_out(text, style, width_px, measure_)) {
        if (std::cmp_equal(lines.size(), most)) {
            std::u32string& last = lines.back();
            while (!last.empty() && width(last + U"…", style) > width_px) last.pop_back();
            last += U'…';
            break;
        }
        lines.emplace_back(text.substr(line.range.begin, line.range.size()));
    }
    return lines;
}

std::vector<TextRange> Pen::breaks(std::u32string_view text, scene::TextStyle style, int width_px) const {
    std::vector<TextRange> ranges;
    for (const scene::Line& line : scene::lay_out(text, style, width_px, measure_)) ranges.push_back(line.range);
    return ranges;
}

int Pen::paragraph(const std::vector<std::u32string>& lines, scene::TextStyle style, scene::Color color, int x,
                   int top_y, int pitch_px, Align align) {
    const int flow = new_flow();
    for (const std::u32string& text : lines) {
        const int advance = width(text, style);
        const int left = align == Align::left ? x : align == Align::middle ? x - advance / 2 : x - advance;
        run(text, style, color, left, top_y + pitch_px / 2, flow);
        top_y += pitch_px;
    }
    return top_y;
}

scene::TextStyle Pen::fitted(std::u32string_view text, scene::TextStyle style, int room_px) const {
    const int least = grid_.least_px();
    while (style.size_px > least && width(text, style) > room_px) --style.size_px;
    return style;
}

void Pen::action(scene::Rect rect, std::u32string_view label, std::u32string_view note, const Press& press,
                 Emphasis emphasis, bool held) {
    action(rect, label, note, press, emphasis, held, action_label(label, emphasis, rect.width));
}

scene::TextStyle Pen::action_label(std::u32string_view label, Emphasis emphasis, int width_px) const {
    const scene::TextStyle style = emphasis == Emphasis::main ? grid_.main_label() : grid_.label();
    return fitted(label, style, width_px - grid_.ui_px / 2);
}

void Pen::action(scene::Rect rect, std::u32string_view label, std::u32string_view note, const Press& press,
                 Emphasis emphasis, bool held, scene::TextStyle style) {
    const bool filled = (emphasis == Emphasis::main) != held;
    fill(rect, filled ? theme_.accent : theme_.ground, grid_.radius_px);
    if (!filled) outline(rect, held ? theme_.accent : theme_.edge, grid_.radius_px, grid_.stroke_px);
    const int room = rect.width - grid_.ui_px / 2;
    const int middle_x = rect.x + rect.width / 2;
    const int middle_y = rect.y + rect.height / 2;
    scene::TextStyle small = fitted(note, grid_.note(), room);
    small.size_px = std::min(small.size_px, style.size_px);
    // On a small screen both are as small as they may be, and there may be room for the label alone.
    const int apart = std::max(grid_.ui_px * 116 / 100, (style.size_px + small.size_px) * 60 / 100);
    const bool has_room = apart + (style.size_px + small.size_px) / 2 <= rect.height &&
                          width(note, small) <= rect.width - 4 * grid_.stroke_px;
    const scene::Color ink = filled ? theme_.on_accent : theme_.ink;
    if (note.empty() || !has_room) {
        line(label, style, ink, middle_x, middle_y, Align::middle);
    } else {
        const int label_y = middle_y - apart * 41 / 100;
        line(label, style, ink, middle_x, label_y, Align::middle);
        line(note, small, filled ? theme_.on_accent : theme_.second_ink, middle_x, label_y + apart, Align::middle);
    }
    target(rect, label, press);
}

void Pen::target(scene::Rect rect, std::u32string_view label, const Press& press) {
    scene_.targets.push_back({rect, std::u32string(label), press});
}

}  // namespace tingdu::view
