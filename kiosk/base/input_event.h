// What a hand can do, as values: the keys by their meaning, touches by their place.
// Which physical key has which meaning is the display door's matter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>

namespace tingdu {

/// The keys by what they mean to a visitor. The digits are `digit_0 + n`.
enum class Key : std::uint8_t {
    up,
    down,
    left,
    right,
    select,
    back,
    home,
    next,
    previous,
    pause,
    repeat,
    where,
    help,
    copy,  ///< what one would write down from an article
    adjust,
    settings,
    curtain,
    reach,       ///< on a tall screen all that can be touched comes into the lower half, or back
    normal,      ///< all settings as every visit begins with them
    leave,       ///< what lies over the screen; on touch screens only
    leave_home,  ///< the same, and home: where keys are only learned
    slower,
    faster,
    cycle_rate,
    unclear,  ///< "I can't make it out": the voice is made clearer, a step at a time
    quieter,
    louder,
    smaller,
    larger,
    theme,
    language,
    pinyin,
    resume,  ///< an article is read on from where it was left, by the number that was given for it
    staff,   ///< the door of those who see to the kiosk
    switch_move,
    switch_choose,
    digit_0,
    digit_1,
    digit_2,
    digit_3,
    digit_4,
    digit_5,
    digit_6,
    digit_7,
    digit_8,
    digit_9,
};

/// One entry of the list on the screen is chosen, counted from 0 over all its pages.
struct Choice {
    int entry{};
    friend bool operator==(Choice, Choice) = default;
};

/// The list on the screen shows another page: `entries` further on, or back where it is negative.
struct PageTurn {
    int entries{};
    friend bool operator==(PageTurn, PageTurn) = default;
};

/// An entry that has steps goes `by` of them up or down.
struct Adjust {
    int entry{};
    int by{};
    friend bool operator==(Adjust, Adjust) = default;
};

/// The open article is read from the sentence that holds this character on.
struct SentenceAt {
    std::size_t offset{};
    friend bool operator==(SentenceAt, SentenceAt) = default;
};

/// What a touch target does when it is touched: the same as a key, the choice of an entry, the turn of a page, a step
/// of an entry, or reading from where the finger is.
using Press = std::variant<Key, Choice, PageTurn, Adjust, SentenceAt>;

/// A key by itself, whatever it means. `place` is its usage in USB's HID tables (page 7), SDL's own number for a media
/// key, or `places + n` for a key that only Linux has a number n for; 0 where nobody has. `sign` is what the layout has
/// on it unshifted, 0 where nothing is. NumLock and layouts change the sign; the key stays the same.
struct PhysicalKey {
    static constexpr int places = 512;
    int place{};
    char32_t sign{};
    friend constexpr bool operator==(PhysicalKey a, PhysicalKey b) {
        return a.place == b.place && (a.place != 0 || a.sign == b.sign);
    }
};

struct KeyDown {
    Key key{};
    PhysicalKey physical{};
    friend bool operator==(KeyDown, KeyDown) = default;
};
/// A key without any meaning.
struct StrangeKeyDown {
    PhysicalKey physical;
    friend bool operator==(StrangeKeyDown, StrangeKeyDown) = default;
};
/// Any key comes up.
struct KeyUp {
    PhysicalKey physical;
    friend bool operator==(KeyUp, KeyUp) = default;
};
/// The only finger on the screen comes down. Pixels of the scene, from its upper left corner.
struct TouchDown {
    int x{};
    int y{};
    friend bool operator==(TouchDown, TouchDown) = default;
};
/// `down_mm`: how far below the place where it came down, on the real screen; negative above it.
struct TouchMove {
    int x{};
    int y{};
    double down_mm{};
    friend bool operator==(const TouchMove&, const TouchMove&) = default;
};
struct TouchUp {
    int x{};
    int y{};
    friend bool operator==(TouchUp, TouchUp) = default;
};
/// The finger no longer means anything: it has been joined by others.
struct TouchLost {
    friend bool operator==(TouchLost, TouchLost) = default;
};
struct Resized {
    int width_px{};
    int height_px{};
    friend bool operator==(Resized, Resized) = default;
};
/// The window was asked to close, or the program to end.
struct Quit {
    friend bool operator==(Quit, Quit) = default;
};

using InputEvent =
    std::variant<KeyDown, StrangeKeyDown, KeyUp, TouchDown, TouchMove, TouchUp, TouchLost, Resized, Quit>;

}  // namespace tingdu
