// The screens, a function each: what a state looks like on a grid.
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/app/state.h"
#include "kiosk/view/eyes.h"
#include "kiosk/view/pen.h"

namespace tingdu::view {

void draw_welcome(Pen& pen, const app::State& state);
void draw_subjects(Pen& pen, const app::State& state);
void draw_articles(Pen& pen, const app::State& state);

/// The line being read stays in the middle third; when it changes the page glides there.
inline constexpr std::int64_t glide_ms = 200;
void draw_article(Pen& pen, const app::State& state, Lines& lines, Glide& glide, const scene::TextMeasure& measure);

/// How far the lines of a block stand in: an item of a list leaves room for its dot.
[[nodiscard]] int block_indent(const Grid& grid, text::BlockKind kind);
[[nodiscard]] scene::TextStyle block_style(const Grid& grid, text::BlockKind kind);

/// The quiet line above the bar: what is wrong with the sound, or the notice of the moment. Returns the height that it
/// takes; 0 without one.
int draw_notice(Pen& pen, const app::State& state);

}  // namespace tingdu::view
