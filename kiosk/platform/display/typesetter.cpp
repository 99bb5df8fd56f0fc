#include "kiosk/platform/display/typesetter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <memory>

#include "kiosk/base/utf8.h"
#include "kiosk/scene/atoms.h"

namespace tingdu::platform {
namespace {

using scene::TextStyle;

/// What an entry of a cache takes beside its own bytes: nodes of a map and a list, a key.
constexpr std::size_t entry_bytes = 192;

/// U+0020 stands in for white space that no font draws.
char32_t drawn_as(char32_t c) {
    return scene::is_space(c) || c == 0xA0 || c == 0x2007 || c == 0x202F ? U' ' : c;
}

std::string code_point_name(char32_t c) {
    std::array<char, 9> name{};
    std::snprintf(name.data(), name.size(), "%04X", static_cast<unsigned>(c));
    return name.data();
}

int size_px_of(TTF_Font* font, const std::string& text) {
    int width = 0;
    TTF_SizeUTF8(font, text.c_str(), &width, nullptr);
    return width;
}

/// The library's size of a text is that of its ink where this reaches past the advances at either end. An H at each
/// end, which keeps its ink to itself, leaves the advances alone.
int advance_px_of(TTF_Font* font, const std::string& text) {
    return size_px_of(font, "H" + text + "H") - size_px_of(font, "HH");
}

/// How far the ink reaches to the left of the pen.
int left_overhang_px(TTF_Font* font, const std::string& text) {
    return size_px_of(font, text) - (size_px_of(font, "H" + text) - size_px_of(font, "H"));
}

/// The library moves a text down where its ink rises above the ascent.
int rise_above_ascent_px(TTF_Font* font, std::u32string_view text) {
    int rise = 0;
    for (const char32_t c : text) {
        int top = 0;
        if (TTF_GlyphMetrics32(font, c, nullptr, nullptr, nullptr, &top, nullptr) == 0)
            rise = std::max(rise, top - TTF_FontAscent(font));
    }
    return rise;
}

/// Only the rows and columns with ink.
Coverage trimmed(const SDL_Surface& surface) {
    const auto ink_at = [&](int x, int y) {
        const auto* row = static_cast<const std::uint8_t*>(surface.pixels) + std::ptrdiff_t{y} * surface.pitch;
        return static_cast<std::uint8_t>(reinterpret_cast<const std::uint32_t*>(row)[x] >> 24U);
    };
    int left = surface.w;
    int right = 0;
    int top = surface.h;
    int bottom = 0;
    for (int y = 0; y < surface.h; ++y)
        for (int x = 0; x < surface.w; ++x)
            if (ink_at(x, y) != 0) {
                left = std::min(left, x);
                right = std::max(right, x + 1);
                top = std::min(top, y);
                bottom = y + 1;
            }
    if (bottom == 0) return {};
    Coverage result = blank(right - left, bottom - top);
    result.left = left;
    result.top = top;
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) result.row(y - top)[x - left] = ink_at(x, y);
    return result;
}

/// `over` laid on `under`, both from the same pen but `over` moved right.
Coverage both(const Coverage& under, const Coverage& over, int moved_px) {
    if (over.ink.empty()) return under;
    const int over_left = over.left + moved_px;
    if (under.ink.empty()) {
        Coverage result = over;
        result.left = over_left;
        return result;
    }
    const int left = std::min(under.left, over_left);
    const int top = std::min(under.top, over.top);
    Coverage result = blank(std::max(under.left + under.width, over_left + over.width) - left,
                            std::max(under.top + under.height, over.top + over.height) - top);
    result.left = left;
    result.top = top;
    const auto add = [&](const Coverage& one, int one_left) {
        for (int y = 0; y < one.height; ++y)
            for (int x = 0; x < one.width; ++x) {
                auto& ink = result.row(one.top - top + y)[one_left - left + x];
                ink = std::max(ink, one.row(y)[x]);
            }
    };
    add(under, under.left);
    add(over, over_left);
    return result;
}

int box_stroke_px(TextStyle style) {
    return std::max(1, style.size_px / 24);
}
TextStyle box_label(TextStyle style) {
    return {scene::Weight::regular, std::max(8, style.size_px / 3)};
}

}  // namespace

std::size_t Typesetter::AtomHash::operator()(const AtomView& atom) const {
    const auto style = static_cast<std::size_t>(atom.style.size_px) * 2 + static_cast<std::size_t>(atom.style.weight);
    return std::hash<std::u32string_view>{}(atom.text) ^ (style * 0x9E3779B97F4A7C15U);
}

int Typesetter::width_px(std::u32string_view run, TextStyle style) const {
    int width = 0;
    for (std::size_t begin = 0; begin < run.size();) {
        const std::size_t end = scene::atom_end(run, begin);
        width += advance_px(run.substr(begin, end - begin), style);
        begin = end;
    }
    return width;
}

scene::FontMetrics Typesetter::metrics(TextStyle style) const {
    TTF_Font* font = faces_.first(style.weight).sized(style.size_px);
    int capital_px = 0;
    TTF_GlyphMetrics32(font, U'H', nullptr, nullptr, nullptr, &capital_px, nullptr);
    return {TTF_FontAscent(font), -TTF_FontDescent(font), capital_px};
}

int Typesetter::advance_px(std::u32string_view atom, TextStyle style) const {
    if (const int* kept = advances_.find(AtomView{atom, style})) return *kept;
    int advance = 0;
    for (const auto& part : parts(atom, style.weight)) advance += measured(part, style);
    return advances_.keep({std::u32string{atom}, style}, advance, entry_bytes);
}

const Coverage& Typesetter::ink(std::u32string_view atom, TextStyle style) const {
    if (const Coverage* kept = inks_.find(AtomView{atom, style})) return *kept;
    Coverage whole;
    int pen_px = 0;
    for (const auto& part : parts(atom, style.weight)) {
        whole = both(whole, inked(part, style), pen_px);
        pen_px += measured(part, style);
    }
    const std::size_t bytes = whole.ink.size() + entry_bytes;
    return inks_.keep({std::u32string{atom}, style}, std::move(whole), bytes);
}

std::u32string Typesetter::take_missing() {
    return std::exchange(missing_, {});
}

std::vector<Typesetter::Part> Typesetter::parts(std::u32string_view atom, scene::Weight weight) const {
    std::u32string text{atom};
    // The fonts of China set ’ and “ a Hanzi wide; in an English sentence that is a hole.
    if (text.size() > 1) std::ranges::transform(text, text.begin(), scene::narrow);
    if (std::all_of(text.begin(), text.end(), scene::is_invisible)) return {};
    if (Face* face = faces_.having(text, weight)) return {{std::move(text), face}};

    std::vector<Part> result;
    for (const char32_t c : text) {
        if (scene::is_invisible(c)) continue;
        const char32_t drawn = faces_.having({&c, 1}, weight) != nullptr ? c : drawn_as(c);
        Face* face = faces_.having({&drawn, 1}, weight);
        if (face == nullptr && named_.insert(c).second) missing_ += c;
        result.push_back({{drawn}, face});
    }
    return result;
}

int Typesetter::measured(const Part& part, TextStyle style) const {
    if (part.face == nullptr) return named_box_width_px(part.text.front(), style);
    TTF_Font* font = part.face->sized(style.size_px);
    int advance = 0;
    if (part.text.size() == 1 &&
        TTF_GlyphMetrics32(font, part.text.front(), nullptr, nullptr, nullptr, nullptr, &advance) == 0)
        return advance;
    return advance_px_of(font, to_utf8(part.text));
}

Coverage Typesetter::inked(const Part& part, TextStyle style) const {
    if (part.face == nullptr) return named_box(part.text.front(), style);
    TTF_Font* font = part.face->sized(style.size_px);
    const std::string text = to_utf8(part.text);
    using Surface = std::unique_ptr<SDL_Surface, decltype(&SDL_FreeSurface)>;
    const Surface surface{TTF_RenderUTF8_Blended(font, text.c_str(), {255, 255, 255, 255}), &SDL_FreeSurface};
    if (!surface) return {};
    Coverage result = trimmed(*surface);
    result.left -= left_overhang_px(font, text);
    result.top -= TTF_FontAscent(font) + rise_above_ascent_px(font, part.text);
    return result;
}

int Typesetter::named_box_width_px(char32_t c, TextStyle style) const {
    const int label_px = width_px(from_utf8(code_point_name(c)), box_label(style));
    return std::max(style.size_px, label_px + 6 * box_stroke_px(style));
}

Coverage Typesetter::named_box(char32_t c, TextStyle style) const {
    const int stroke = box_stroke_px(style);
    const int width = named_box_width_px(c, style) - 2 * stroke;  // a stroke's breadth free at either side
    const int height = style.size_px - 2 * stroke;
    Coverage box = blank(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (std::min({x, y, width - 1 - x, height - 1 - y}) < stroke) box.row(y)[x] = 255;
    box.left = stroke;
    box.top = stroke - style.size_px * 22 / 25;  // a Hanzi's body stands 0.88 em above the baseline

    const Part name{from_utf8(code_point_name(c)), &faces_.first(scene::Weight::regular)};
    Coverage label = inked(name, box_label(style));
    label.left = box.left + (width - label.width) / 2;
    label.top = box.top + (height - label.height) / 2;
    return both(box, label, 0);
}

}  // namespace tingdu::platform
