// What layout must know of the fonts, and no more. The display door answers it from the font chain; tests answer it
// from a rule.
#pragma once

#include <string_view>

#include "kiosk/scene/scene.h"

namespace tingdu::scene {

/// All in pixels, positive.
struct FontMetrics {
    int ascent_px{};
    int descent_px{};
    int capital_px{};  ///< height of a capital H
};

class TextMeasure {
  public:
    virtual ~TextMeasure() = default;
    /// Advance of the run when it is painted as one Text: kerned, each part in the first font of the chain that has
    /// it, the box of a missing glyph included.
    [[nodiscard]] virtual int width_px(std::u32string_view run, TextStyle style) const = 0;
    [[nodiscard]] virtual FontMetrics metrics(TextStyle style) const = 0;
};

}  // namespace tingdu::scene
