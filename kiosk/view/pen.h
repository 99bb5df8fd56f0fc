// The hand that draws a Scene: boxes, lines of text set by their middle, things to touch. It knows type and grid; it
// does not know which screen it draws.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/scene/layout.h"
#include "kiosk/scene/scene.h"
#include "kiosk/scene/text_measure.h"
#include "kiosk/view/grid.h"
#include "kiosk/view/theme.h"

namespace tingdu::view {

enum class Align { left, middle, right };

/// How a thing that can be touched stands out.
enum class Emphasis { plain, main };

class Pen {
  public:
    Pen(const Grid& grid, const Theme& theme, const scene::TextMeasure& measure);

    /// What follows is drawn above everything so far, and nowhere beyond `clip`.
    void layer(scene::Rect clip);
    void fill(scene::Rect rect, scene::Color color, int radius_px = 0);
    void outline(scene::Rect rect, scene::Color color, int radius_px, int stroke_px);
    /// The ring of focus around a thing.
    void ring(scene::Rect around);
    /// The focus in a text: a bar as thick as the ring, as far from what it stands beside, from `top` to `bottom`.
    void side_bar(int left_of, int top, int bottom);
    /// The ring around whatever does this when it is touched. False, and none, where nothing does.
    bool ring_target(const Press& press);
    /// What lies within that ring, itself included; none where nothing does this.
    [[nodiscard]] std::optional<scene::Rect> ring_rect(const Press& press) const;
    /// Nothing is laid over this, nor over what bears the ring.
    void keep_clear(scene::Rect rect) { kept_.push_back(rect); }
    /// What is kept clear, the most wanted last.
    [[nodiscard]] const std::vector<scene::Rect>& kept() const { return kept_; }
    /// The edge of something that is laid over all so far, moved up or down until it cuts nothing that is drawn there.
    [[nodiscard]] int edge_above(int y) const;
    [[nodiscard]] int edge_below(int y) const;
    /// The focus is to be seen: a ring, or a bar beside a text.
    [[nodiscard]] bool shows_focus() const { return shows_focus_; }

    /// A picture of the article in `rect`: its pixels where they are there, asked for where they are not of its size.
    void picture(scene::Rect rect, std::size_t picture, const std::shared_ptr<const Bitmap>& bitmap);
    /// The same picture will be needed soon.
    void wish(const scene::PictureWish& wish) { scene_.wishes.push_back(wish); }

    /// A square of dark and light that the camera of a telephone reads, within `room`, its upper left corner at that of
    /// the room. Returns the box that it takes with the quiet zone around it, of no size where it does not fit.
    scene::Rect code(std::u32string_view text, scene::Rect room);

    /// One line whose capitals stand around `middle_y`; `x` is its left end, middle or right end. Returns its box.
    scene::Rect line(std::u32string_view text, scene::TextStyle style, scene::Color color, int x, int middle_y,
                     Align align = Align::left);
    /// Part of a text that runs over several lines and colours: parts with one `flow` are one text.
    scene::Rect run(std::u32string_view text, scene::TextStyle style, scene::Color color, int x, int middle_y,
                    int flow);
    [[nodiscard]] int new_flow() { return ++flow_; }

    /// Lines of `text` within `width_px`, at most `most`; what does not fit is told by an ellipsis.
    [[nodiscard]] std::vector<std::u32string> lines(std::u32string_view text, scene::TextStyle style, int width_px,
                                                    int most) const;
    /// Where the lines are that it would be set in.
    [[nodiscard]] std::vector<TextRange> breaks(std::u32string_view text, scene::TextStyle style, int width_px) const;
    /// The lines below one another from `top_y`, `pitch_px` apart. Returns the y below them.
    int paragraph(const std::vector<std::u32string>& lines, scene::TextStyle style, scene::Color color, int x,
                  int top_y, int pitch_px, Align align = Align::left);

    /// A thing that can be touched, with a label and, below it, a note: it may be empty, and is left out where it has
    /// no room.
    void action(scene::Rect rect, std::u32string_view label, std::u32string_view note, const Press& press,
                Emphasis emphasis, bool held);
    /// The same where its label is to be as large as those beside it.
    void action(scene::Rect rect, std::u32string_view label, std::u32string_view note, const Press& press,
                Emphasis emphasis, bool held, scene::TextStyle style);
    /// As large as this label stands in an action of that width.
    [[nodiscard]] scene::TextStyle action_label(std::u32string_view label, Emphasis emphasis, int width_px) const;
    void target(scene::Rect rect, std::u32string_view label, const Press& press);

    /// The style, smaller where the words of a language are too long for the room.
    [[nodiscard]] scene::TextStyle fitted(std::u32string_view text, scene::TextStyle style, int room_px) const;
    [[nodiscard]] int width(std::u32string_view text, scene::TextStyle style) const;
    [[nodiscard]] const Grid& grid() const { return grid_; }
    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] scene::Scene take() { return std::move(scene_); }

  private:
    /// From top to bottom, whatever the eye takes for one thing: lines of text, and what can be touched.
    [[nodiscard]] std::vector<scene::Rect> things() const;
    [[nodiscard]] const scene::Target* target_of(const Press& press) const;

    const Grid& grid_;
    const Theme& theme_;
    const scene::TextMeasure& measure_;
    scene::Scene scene_;
    std::vector<scene::Rect> kept_;
    int flow_ = 0;
    bool shows_focus_ = false;
};

}  // namespace tingdu::view
