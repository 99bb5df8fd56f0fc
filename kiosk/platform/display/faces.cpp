#include "kiosk/platform/display/faces.h"

#include <algorithm>

#include "kiosk/scene/atoms.h"

namespace tingdu::platform {
namespace {

/// A face needs some size to be opened with.
constexpr int opening_size_px = 40;
/// SDL_ttf's word for a stream that ends with its font.
constexpr int closing_stream = 1;

std::vector<std::shared_ptr<Face>> opened(const std::vector<FontFace>& wanted) {
    std::vector<std::shared_ptr<Face>> faces;
    for (const auto& one : wanted)
        if (std::shared_ptr<Face> face = Face::open(one)) faces.push_back(std::move(face));
    return faces;
}

}  // namespace

std::unique_ptr<Face> Face::open(const FontFace& wanted) {
    if (TTF_Init() != 0) return nullptr;  // counted: each face ends it once
    // Mapped, because a stream would cost several system calls for every glyph that is asked for.
    auto file = map_file(wanted.path);
    const auto bytes = file ? (*file)->bytes() : std::span<const std::byte>{};
    SDL_RWops* stream = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
    TTF_Font* font = stream ? TTF_OpenFontIndexRW(stream, closing_stream, opening_size_px, wanted.index) : nullptr;
    if (font == nullptr) {
        TTF_Quit();
        return nullptr;
    }
    // Light hinting leaves widths as drawn and only sharpens what lies flat, as most strokes of a Hanzi do.
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    return std::unique_ptr<Face>{new Face{std::move(*file), font}};
}

Face::~Face() {
    TTF_CloseFont(font_);
    TTF_Quit();
}

bool Face::has(char32_t c) const {
    return TTF_GlyphIsProvided32(font_, c) != 0;
}

TTF_Font* Face::sized(int size_px) {
    if (size_px_ != size_px) {
        TTF_SetFontSize(font_, std::max(1, size_px));
        size_px_ = size_px;
    }
    return font_;
}

Result<Faces> Faces::open(const FontChain& chain) {
    Faces faces;
    auto& [regular, bold] = faces.chains_;
    regular = opened(chain.regular);
    bold = opened(chain.bold);
    if (regular.empty()) regular = bold;
    if (bold.empty()) bold = regular;
    if (!regular.empty()) return faces;
    const auto& named = chain.regular.empty() ? chain.bold : chain.regular;
    return fail(Fault::no_font, named.empty() ? "" : named.front().path);
}

Face* Faces::having(std::u32string_view characters, scene::Weight weight) const {
    for (const auto& face : of(weight))
        if (std::all_of(characters.begin(), characters.end(),
                        [&](char32_t c) { return scene::is_invisible(c) || face->has(c); }))
            return face.get();
    return nullptr;
}

Result<Repertoire> open_repertoire(const FontChain& fonts) {
    return Faces::open(fonts).map([](Faces&& faces) -> Repertoire {
        return [faces = std::move(faces)](char32_t c) {
            return faces.having(std::u32string_view(&c, 1), scene::Weight::regular) != nullptr;
        };
    });
}

}  // namespace tingdu::platform
