// Colours by what they are for. Every pair that meets on a screen has the contrast written beside it; a test computes
// them.
#pragma once

#include "kiosk/scene/scene.h"

namespace tingdu::view {

struct Theme {
    scene::Color ground;
    scene::Color ink;         ///< text, on ground, cards and lit boxes
    scene::Color second_ink;  ///< notes and labels of less weight
    scene::Color dimmed;      ///< text of the article that is not being read
    scene::Color edge;        ///< outlines of what can be touched
    scene::Color card;        ///< what can be touched
    scene::Color accent;      ///< the main action, numbers, focus
    scene::Color on_accent;   ///< text on the accent
    scene::Color word_lit;
    scene::Color sentence_lit;
};

/// 暖白: ink on ground 16.3, second ink 7.1, dimmed 5.2, edge 3.4, accent 8.4, on accent 8.9, ink on the lit word
/// 11.3 and on the lit sentence 15.3 (WCAG 2.2, relative luminance).
[[nodiscard]] const Theme& warm_white();

}  // namespace tingdu::view
