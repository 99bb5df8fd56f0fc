// Colours by what they are for, in six schemes. What pairs meet on a screen, and how much they must differ, a test
// computes (WCAG 2.2, relative luminance).
#pragma once

#include <span>

#include "kiosk/scene/scene.h"

namespace tingdu::view {

inline constexpr scene::Color white{0xFF, 0xFF, 0xFF};

struct Theme {
    scene::Color ground;
    scene::Color ink;         ///< text, on ground, cards and the lit sentence
    scene::Color second_ink;  ///< notes and labels of less weight
    scene::Color dimmed;      ///< text of the article that is not being read
    scene::Color edge;        ///< outlines of what can be touched
    scene::Color card;        ///< what can be touched
    scene::Color accent;      ///< the main action, numbers, focus
    scene::Color on_accent;   ///< text on the accent
    scene::Color word_lit;
    scene::Color on_word;  ///< text of the lit word
    scene::Color sentence_lit;
};

/// In the order of app::Setting::theme: warm white, black on white, white on black, yellow on black, black on yellow,
/// night.
[[nodiscard]] std::span<const Theme> themes();

}  // namespace tingdu::view
