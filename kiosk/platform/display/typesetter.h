// Text as the fonts of the chain give it: how wide an atom is and what ink it leaves. Both answers are kept, so that
// a font is asked for each only once.
#pragma once

#include <string>
#include <unordered_set>

#include "kiosk/platform/display/faces.h"
#include "kiosk/platform/display/lru.h"
#include "kiosk/platform/display/raster.h"
#include "kiosk/scene/text_measure.h"

namespace tingdu::platform {

class Typesetter : public scene::TextMeasure {
  public:
    explicit Typesetter(Faces faces) : faces_{std::move(faces)} {}

    [[nodiscard]] int width_px(std::u32string_view run, scene::TextStyle style) const override;
    [[nodiscard]] scene::FontMetrics metrics(scene::TextStyle style) const override;

    [[nodiscard]] int advance_px(std::u32string_view atom, scene::TextStyle style) const;
    /// Good until the next call.
    [[nodiscard]] const Coverage& ink(std::u32string_view atom, scene::TextStyle style) const;

    /// Code points that no face of the chain has, each once in a lifetime.
    [[nodiscard]] std::u32string take_missing();

    [[nodiscard]] std::size_t kept_bytes() const { return advances_.used_bytes() + inks_.used_bytes(); }

  private:
    /// What one face sets in one go; no face: one character that is missing from all.
    struct Part {
        std::u32string text;
        Face* face{};
    };
    struct AtomView {
        std::u32string_view text;
        scene::TextStyle style;
    };
    struct Atom {
        std::u32string text;
        scene::TextStyle style;
        operator AtomView() const { return {text, style}; }
    };
    struct AtomHash {
        using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard asks for this name
        std::size_t operator()(const AtomView& atom) const;
    };
    struct AtomEqual {
        using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard asks for this name
        bool operator()(const AtomView& a, const AtomView& b) const { return a.style == b.style && a.text == b.text; }
    };
    template <class Value>
    using Kept = Lru<Atom, Value, AtomHash, AtomEqual>;

    [[nodiscard]] std::vector<Part> parts(std::u32string_view atom, scene::Weight weight) const;
    [[nodiscard]] int measured(const Part& part, scene::TextStyle style) const;
    [[nodiscard]] Coverage inked(const Part& part, scene::TextStyle style) const;
    /// The box that stands for a missing character, its code point in small type inside.
    [[nodiscard]] Coverage named_box(char32_t c, scene::TextStyle style) const;
    [[nodiscard]] int named_box_width_px(char32_t c, scene::TextStyle style) const;

    Faces faces_;
    mutable Kept<int> advances_{8U << 20U};
    mutable Kept<Coverage> inks_{64U << 20U};  ///< some thirty thousand Hanzi of the size that is read
    mutable std::u32string missing_;
    mutable std::unordered_set<char32_t> named_;
};

}  // namespace tingdu::platform
