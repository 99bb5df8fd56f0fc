// 大字幕: the sentence being said, as large as the lower screen can bear it, its word lit, and Pinyin over it where
// that is wished. It shows what the state says is heard; why, it does not know.
#pragma once

#include "kiosk/app/state.h"
#include "kiosk/scene/text_measure.h"
#include "kiosk/view/pen.h"

namespace tingdu::view {

/// What the lens leaves of the content to the page above it; no height where too little would be left to be of use.
[[nodiscard]] scene::Rect above_lens(const Grid& grid);

/// From below that to the bar. A sentence too long for it comes in pages that follow the word being heard.
void draw_lens(Pen& pen, const app::State& state, const scene::TextMeasure& measure);

}  // namespace tingdu::view
