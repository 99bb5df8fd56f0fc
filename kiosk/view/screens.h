// The screens, a function each: what a state looks like on a grid.
// They draw with a Pen and remember nothing, but for the page that glides.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/state.h"
#include "kiosk/view/eyes.h"
#include "kiosk/view/pen.h"

namespace tingdu::view {

void draw_welcome(Pen& pen, const app::State& state);
/// The ring about the way in breathes gently, so that one sees from afar that the kiosk waits: how far out it is now.
[[nodiscard]] int breath_px(const app::State& state, const Grid& grid);
void draw_subjects(Pen& pen, const app::State& state);
void draw_articles(Pen& pen, const app::State& state);
void draw_settings(Pen& pen, const app::State& state);
/// The number pad with what its keys do; the one that was pressed last is lit.
void draw_help(Pen& pen, const app::State& state);
/// What is being written down, very large, and as a code for the camera of a telephone.
void draw_copying(Pen& pen, const app::State& state);
/// What the wizard says, and a picture of the keys that it asks for; the one asked for now is lit.
void draw_wizard(Pen& pen, const app::State& state);
/// Whether anybody is still there, with the seconds that are left to say so.
void draw_leaving(Pen& pen, const app::State& state);
/// Whether whoever has come is the one who left.
void draw_returning(Pen& pen, const app::State& state);
/// A number is entered, on large digits, to go on with what was left unfinished.
void draw_resuming(Pen& pen, const app::State& state);
/// Six digits that nobody who looks on can read.
void draw_pin(Pen& pen, const app::State& state);
/// A page of the staff's room: rows as the settings have them, below a band that no visitor's screen has.
void draw_staff(Pen& pen, const app::State& state);
/// A stick: how far it is, or what can be chosen; and what of it staff should look at.
void draw_stick(Pen& pen, const app::State& state);
void draw_remarks(Pen& pen, const app::State& state);
/// One of them whose reading is put right: the character, its sentence, and the ways to read it.
void draw_correcting(Pen& pen, const app::State& state);
/// Nothing, for privacy, but for one line that says how to end it.
void draw_curtain(Pen& pen, const app::State& state);

/// The line being read stays in the middle third; when it changes the page glides there.
inline constexpr std::int64_t glide_ms = 200;
void draw_article(Pen& pen, const app::State& state, Lines& lines, Glide& glide, const scene::TextMeasure& measure);

/// In an article the focus is the sentence being read, which bears a bar; but two switches go by its actions, and what
/// they are on has a ring.
[[nodiscard]] bool has_ring(const app::State& state);

/// What stands instead of an article that has been read to its end.
void draw_ending(Pen& pen, const app::State& state);

/// How far the lines of a block stand in: an item of a list leaves room for its dot, the words of a picture that cannot
/// be shown for their box.
[[nodiscard]] int block_indent(const Grid& grid, text::BlockKind kind);
[[nodiscard]] scene::TextStyle block_style(const Grid& grid, text::BlockKind kind);

/// The quiet line of the moment, laid over what is there for as long as it lasts: nothing moves for it. It stands at
/// the foot where the screen leaves it room from `free_y` down, smaller if it must; else in the band; and what has room
/// in neither lies over whole lines and whole entries, never over a part of one, nor over what has the focus or is
/// being read. Drawn after all else but the ring.
void draw_notice(Pen& pen, const app::State& state, std::optional<int> free_y = std::nullopt);
/// What of a list's content is left above any of these texts at the foot, in the largest type that takes no entry away.
/// The room is theirs whether they are there or not: entries do not move.
[[nodiscard]] scene::Rect above_notice(const Pen& pen, const std::vector<std::u32string>& texts, scene::Rect content,
                                       const std::function<int(int height_px)>& entries_in);
/// With headphones, what they say: for a daughter or a clerk who stands beside. Behind the curtain it is not drawn
/// either.
void draw_strip(Pen& pen, const app::State& state);
/// While there is no sound, that stands at the right end of the band. Returns where it begins: what else the band holds
/// ends before it.
int draw_sound_lost(Pen& pen, const app::State& state);

}  // namespace tingdu::view
