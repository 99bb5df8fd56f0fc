// The font files of the chain, opened, and the question which of them has a character. The only place that opens a
// font; knows nothing of runs and lines.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <SDL_ttf.h>

#include "kiosk/base/result.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::platform {

/// One font for as long as the library behind it lives.
class Face {
  public:
    /// Null where the file cannot be opened as a font.
    [[nodiscard]] static std::unique_ptr<Face> open(const FontFace& wanted);
    ~Face();
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    [[nodiscard]] bool has(char32_t c) const;
    /// The font at that em; good until the next call.
    [[nodiscard]] TTF_Font* sized(int size_px);

  private:
    Face(std::unique_ptr<MappedFile> file, TTF_Font* font) : file_{std::move(file)}, font_{font} {}
    std::unique_ptr<MappedFile> file_;  // font_ reads from it
    TTF_Font* font_;
    int size_px_{};
};

class Faces {
  public:
    /// Faces that cannot be opened are left out, and a weight without any borrows the other's. Fault: no_font.
    [[nodiscard]] static Result<Faces> open(const FontChain& chain);

    [[nodiscard]] Face& first(scene::Weight weight) const { return *of(weight).front(); }
    /// The first that has all of these characters, those that leave no ink aside; null where none has.
    [[nodiscard]] Face* having(std::u32string_view characters, scene::Weight weight) const;

  private:
    using Chain = std::vector<std::shared_ptr<Face>>;
    [[nodiscard]] const Chain& of(scene::Weight weight) const { return chains_[static_cast<std::size_t>(weight)]; }
    std::array<Chain, 2> chains_;
};

}  // namespace tingdu::platform
