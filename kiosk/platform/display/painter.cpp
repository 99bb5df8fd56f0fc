#include "kiosk/platform/display/painter.h"

#include <algorithm>
#include <variant>

#include "kiosk/scene/atoms.h"
#include "kiosk/scene/changes.h"

namespace tingdu::platform {

using scene::Rect;

std::size_t Painter::CornerHash::operator()(Corner corner) const {
    return static_cast<std::size_t>(corner.radius_px) * 1021 + static_cast<std::size_t>(corner.stroke_px);
}

Rect Painter::paint(const scene::Scene& scene, const Raster& raster) {
    const bool is_shown = painted_ && painted_on_ == raster.pixels;
    const Rect part = intersection(is_shown ? scene::changed(*painted_, scene) : raster.whole(), raster.whole());
    fill(raster, part, part, scene.ground);
    for (const auto& layer : scene.layers) {
        const Place place{raster, intersection(layer.clip, part)};
        for (const auto& command : layer.commands) std::visit([&](const auto& one) { paint(one, place); }, command);
    }
    painted_ = scene;
    painted_on_ = raster.pixels;
    return part;
}

void Painter::paint(const scene::Fill& box, const Place& place) {
    const auto& [rect, color, wanted_radius_px] = box;
    const int radius = std::clamp(wanted_radius_px, 0, std::max(0, std::min(rect.width, rect.height) / 2));
    const auto [x, y, width, height] = rect;
    fill(place.raster, place.clip, {x, y + radius, width, height - 2 * radius}, color);
    if (radius == 0) return;
    fill(place.raster, place.clip, {x + radius, y, width - 2 * radius, radius}, color);
    fill(place.raster, place.clip, {x + radius, rect.bottom() - radius, width - 2 * radius, radius}, color);
    paint_corners(rect, {radius, 0}, color, place);
}

void Painter::paint(const scene::Outline& outline, const Place& place) {
    const auto& [rect, color, wanted_radius_px, stroke] = outline;
    if (stroke <= 0) return;
    const int half = std::min(rect.width, rect.height) / 2;
    const int radius = std::clamp(wanted_radius_px, 0, std::max(0, half));
    if (stroke >= half) return paint(scene::Fill{rect, color, radius}, place);
    const Corner corner{radius, stroke};
    const int side = side_px(corner);
    const auto [x, y, width, height] = rect;
    fill(place.raster, place.clip, {x + side, y, width - 2 * side, stroke}, color);
    fill(place.raster, place.clip, {x + side, rect.bottom() - stroke, width - 2 * side, stroke}, color);
    fill(place.raster, place.clip, {x, y + side, stroke, height - 2 * side}, color);
    fill(place.raster, place.clip, {rect.right() - stroke, y + side, stroke, height - 2 * side}, color);
    paint_corners(rect, corner, color, place);
}

void Painter::paint_corners(const Rect& rect, Corner corner, scene::Color color, const Place& place) {
    const Coverage* kept = corners_.find(corner);
    if (kept == nullptr) {
        Coverage made = four_corners(corner);
        const std::size_t bytes = made.ink.size();
        kept = &corners_.keep(corner, std::move(made), bytes);
    }
    const int side = side_px(corner);
    for (const int right : {0, 1})
        for (const int low : {0, 1})
            lay(place.raster, place.clip, *kept, {right * side, low * side, side, side},
                right != 0 ? rect.right() - side : rect.x, low != 0 ? rect.bottom() - side : rect.y, color);
}

void Painter::paint(const scene::Image& image, const Place& place) {
    copy(place.raster, place.clip, *image.bitmap, image.rect);
}

void Painter::paint(const scene::Text& text, const Place& place) {
    // Nothing reaches two ems beyond its pen, so what lies farther off need not be set at all.
    const int reach = 2 * text.style.size_px;
    if (text.baseline_y + reach < place.clip.y || text.baseline_y - reach > place.clip.bottom()) return;
    const std::u32string_view run = text.text;
    int pen = text.x;
    for (std::size_t begin = 0; begin < run.size() && pen - reach < place.clip.right();) {
        const std::size_t end = scene::atom_end(run, begin);
        const auto atom = run.substr(begin, end - begin);
        const int advance = typesetter_.advance_px(atom, text.style);
        if (pen + advance + reach >= place.clip.x) {
            const Coverage& ink = typesetter_.ink(atom, text.style);
            lay(place.raster, place.clip, ink, {0, 0, ink.width, ink.height}, pen + ink.left, text.baseline_y + ink.top,
                text.color);
        }
        pen += advance;
        begin = end;
    }
}

}  // namespace tingdu::platform
