// Type measured by a rule instead of a font: Hanzi and their marks an em wide, everything else a little over half.
#pragma once

#include "kiosk/scene/text_measure.h"

namespace tingdu::support {

class RuleMeasure final : public scene::TextMeasure {
  public:
    [[nodiscard]] int width_px(std::u32string_view run, scene::TextStyle style) const override {
        int width = 0;
        for (const char32_t c : run) width += c >= 0x2E80 ? style.size_px : style.size_px * 56 / 100;
        return width;
    }
    [[nodiscard]] scene::FontMetrics metrics(scene::TextStyle style) const override {
        return {style.size_px * 116 / 100, style.size_px * 29 / 100, style.size_px * 73 / 100};
    }
};

}  // namespace tingdu::support
