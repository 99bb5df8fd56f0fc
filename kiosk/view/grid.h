// The grid and the type scale of one screen: where the three bands lie and how large things are, all from the screen's
// size and the reading size.
#pragma once

#include "kiosk/scene/scene.h"
#include "kiosk/scene/text_measure.h"

namespace tingdu::view {

/// The nearest whole pixel.
[[nodiscard]] int px(double value);

/// The screen that is looked at. `px_per_mm` is that of the real screen.
struct Viewport {
    int width_px{};
    int height_px{};
    double px_per_mm{};
    friend bool operator==(const Viewport&, const Viewport&) = default;
};

enum class Shape { wide, tall };
/// Where on a tall screen things that can be touched may stand.
enum class Reach { all, lower_half };
/// Whether what is said is to be read at the foot as well.
enum class Strip { none, shown };

struct Grid {
    Viewport viewport;
    Shape shape{};
    int margin_px{};      ///< 5 % of the width, left and right
    scene::Rect band;     ///< the title line
    scene::Rect content;  ///< between the band and the bar, margins taken off
    scene::Rect bar;      ///< the whole width
    scene::Rect column;   ///< of the content, what text that is read stands in: no wider than its longest line
    scene::Rect strip;    ///< above the bar, or in the band where there is none; of no height where it is not wanted
    int r_px{};           ///< em of text that is read
    double line_em{};     ///< from one of its lines to the next, in ems
    int ui_px{};          ///< em that everything else is sized from: r, as long as the bar's labels fit
    int gap_px{};         ///< between two things that can be touched
    int radius_px{};
    int stroke_px{};
    int ring_px{};      ///< width of the ring of focus
    int ring_off_px{};  ///< its distance from the thing

    /// Where what stands at the foot begins: the strip, or the bar.
    [[nodiscard]] int foot_y() const { return strip.y > 0 ? strip.y : bar.y; }
    /// Em below which no text goes.
    [[nodiscard]] int least_px() const;
    [[nodiscard]] scene::TextStyle reading() const;
    [[nodiscard]] scene::TextStyle article_title() const;
    [[nodiscard]] scene::TextStyle article_heading() const;
    [[nodiscard]] scene::TextStyle article_note() const;
    [[nodiscard]] scene::TextStyle byline() const;
    [[nodiscard]] scene::TextStyle title() const;
    [[nodiscard]] scene::TextStyle tile() const;
    [[nodiscard]] scene::TextStyle entry() const;
    [[nodiscard]] scene::TextStyle numeral() const;
    [[nodiscard]] scene::TextStyle label() const;
    [[nodiscard]] scene::TextStyle main_label() const;
    [[nodiscard]] scene::TextStyle note() const;
};

/// `size_step` as in app::Settings. `bar_rows` is how many rows of actions the bar has.
[[nodiscard]] Grid grid(const Viewport& viewport, int size_step, int bar_rows, Reach reach = Reach::all,
                        Strip strip = Strip::none);

/// How many rows the bar of a screen has: on a tall screen it is a block in the lower half.
[[nodiscard]] Shape shape_of(const Viewport& viewport);

}  // namespace tingdu::view
