// The language that visits are rehearsed in: one step a line. Here a script becomes values; nothing is played.
// It knows which steps there are and how they are written, not what they do.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/input_event.h"
#include "kiosk/base/result.h"

namespace tingdu::rehearsal {

struct SetSize {
    int width_px{};
    int height_px{};
    double diagonal_in{};
};
/// `seconds`: how long it is held down.
struct PressKey {
    Key key{};
    double seconds{};
};
/// A key that means nothing before it has been taught.
struct PressPhysicalKey {
    PhysicalKey key;
    double seconds{};
};
struct Tap {
    std::u32string label;
};
struct TapAt {
    int x{};
    int y{};
    double seconds{};
};
/// One finger goes straight from a place to another.
struct Drag {
    int from_x{};
    int from_y{};
    int to_x{};
    int to_y{};
};
/// So many fingers come down beside one another, the first at a place, and leave.
struct TouchWith {
    int fingers{};
    int x{};
    int y{};
};
/// Something comes to rest on the glass, trembles, and never leaves.
struct Rest {
    int x{};
    int y{};
};
/// A stick with the files of a folder.
struct PlugStick {
    std::string folder;
};
/// The stick that has been there longest is pulled out.
struct PullStick {};
struct SetSound {
    bool there{};
};
struct PlugHeadphones {};
struct PullHeadphones {};
/// The kiosk has this staff PIN, and takes in nothing without it that nobody has signed.
struct SetPin {
    std::string pin;
};
/// The wall clock jumps; the time that passes goes on as before.
struct SetClock {
    int years{};
    int days{};
};
/// The kiosk is switched off and on again.
struct Restart {
    enum class How { switched_off, broke_off } how{};
};
struct Wait {
    double seconds{};
};
struct WaitQuiet {};
struct Shot {
    std::string name;
};
struct ExpectScreen {
    std::u32string text;
};
struct ExpectSays {
    std::u32string text;
};
struct ExpectLit {
    std::u32string text;
};
struct ExpectFocus {
    std::u32string text;
};
struct ExpectQuiet {};

using Action = std::variant<SetSize, PressKey, PressPhysicalKey, Tap, TapAt, Drag, TouchWith, Rest, PlugStick,
                            PullStick, SetSound, PlugHeadphones, PullHeadphones, SetPin, SetClock, Restart, Wait,
                            WaitQuiet, Shot, ExpectScreen, ExpectSays, ExpectLit, ExpectFocus, ExpectQuiet>;

struct Step {
    std::size_t line{};  ///< counted from 1
    std::string source;  ///< as it stands in the script
    Action action;
};

/// Blank lines and lines that begin with # are passed over. Fault bad_step names the first line that is wrong or asks
/// for something that this version does not do.
[[nodiscard]] Result<std::vector<Step>> parse(std::string_view script);

/// "line 12, `key dwon`", as an Error names it.
[[nodiscard]] std::string place_of(std::size_t line, std::string_view source);

}  // namespace tingdu::rehearsal
