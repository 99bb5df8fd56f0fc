// Text + width + the measure of its type → lines, by the rules of Chinese typesetting.
// Pure; one block at a time. It knows no fonts, no places on the screen and no colours.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "kiosk/base/text_range.h"
#include "kiosk/scene/text_measure.h"

namespace tingdu::scene {

/// No line is longer than this many Hanzi wide (WCAG 2.2, 1.4.8).
inline constexpr int longest_line_hanzi = 40;

/// `range` counts in the text given and leaves out the white space at the line's end.
/// `edges_px[i]` is the left edge of code point `range.begin + i` from the line's start, and the last one, at
/// `range.size()`, the right end of the line. They rise or stay.
struct Line {
    TextRange range;
    std::vector<int> edges_px;
};

/// What a text asks of its lines beyond the rules.
struct Wishes {
    std::span<const int> least_px;     ///< room that a character takes at least, code point by code point; may be empty
    std::span<const TextRange> words;  ///< not to be parted while the line may end elsewhere
};

/// Lines of one block. Never an empty list for a text with a visible character. No line begins with a closing mark
/// or ends with an opening one; Latin words, numbers with their units, dates and times stay whole unless they alone
/// are wider than the line.
[[nodiscard]] std::vector<Line> lay_out(std::u32string_view text, TextStyle style, int width_px,
                                        const TextMeasure& measure, const Wishes& wishes = {});

}  // namespace tingdu::scene
