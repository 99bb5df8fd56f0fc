// What stands on the screen, as values: things to draw and places to touch. Made by the view, painted by the display
// door, looked at by tests. It knows neither what a screen means nor how it is painted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/bitmap.h"
#include "kiosk/base/input_event.h"

namespace tingdu::scene {

struct Color {
    std::uint8_t red{};
    std::uint8_t green{};
    std::uint8_t blue{};
    friend bool operator==(Color, Color) = default;
};

/// Pixels, from the upper left corner of the screen.
struct Rect {
    int x{};
    int y{};
    int width{};
    int height{};

    [[nodiscard]] constexpr int right() const { return x + width; }
    [[nodiscard]] constexpr int bottom() const { return y + height; }
    [[nodiscard]] constexpr bool contains(int px, int py) const {
        return x <= px && px < right() && y <= py && py < bottom();
    }
    [[nodiscard]] constexpr bool covers(const Rect& other) const {
        return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
    }
    [[nodiscard]] constexpr bool overlaps(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

enum class Weight : std::uint8_t { regular, bold };

/// `size_px` is the em: the height and width of a Hanzi's body.
struct TextStyle {
    Weight weight{};
    int size_px{};
    friend bool operator==(TextStyle, TextStyle) = default;
};

/// A filled box, its corners rounded by `radius_px`.
struct Fill {
    Rect rect;
    Color color;
    int radius_px{};
    friend bool operator==(const Fill&, const Fill&) = default;
};

/// A line of `stroke_px` along the inside of `rect`.
struct Outline {
    Rect rect;
    Color color;
    int radius_px{};
    int stroke_px{};
    friend bool operator==(const Outline&, const Outline&) = default;
};

/// One run of characters on one line. Runs with the same `flow` are one text, cut by line ends and colours;
/// `box` is the room that the run takes: its advance wide, ascent and descent high.
struct Text {
    std::u32string text;
    TextStyle style;
    Color color;
    int x{};
    int baseline_y{};
    Rect box;
    int flow{};
    friend bool operator==(const Text&, const Text&) = default;
};

/// A picture that fills `rect`; where it is of another size it is stretched, quickly and not well.
struct Image {
    Rect rect;
    std::shared_ptr<const Bitmap> bitmap;  ///< never null
    friend bool operator==(const Image&, const Image&) = default;
};

using Command = std::variant<Fill, Outline, Text, Image>;

/// Commands painted in order, none beyond `clip`.
struct Layer {
    Rect clip;
    std::vector<Command> commands;
};

/// Something that can be touched. `label` is what stands on it, first line first, as a visitor would call it.
struct Target {
    Rect rect;
    std::u32string label;
    Press press;
};

/// A picture of what is shown, by its number there, that the scene would be better for having at this size.
struct PictureWish {
    std::size_t picture{};
    int width_px{};
    int height_px{};
    friend bool operator==(const PictureWish&, const PictureWish&) = default;
};

struct Scene {
    int width_px{};
    int height_px{};
    Color ground;
    std::vector<Layer> layers;  ///< the first at the bottom
    std::vector<Target> targets;
    std::vector<PictureWish> wishes{};  ///< the most wanted first
};

}  // namespace tingdu::scene
