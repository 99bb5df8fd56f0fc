#include "kiosk/platform/display/keymap.h"

#include <algorithm>
#include <array>

#include <SDL_scancode.h>

namespace tingdu::platform {
namespace {

struct ByPlace {
    int place;
    Key key;
};

struct BySign {
    char32_t sign;
    Key key;
};

constexpr std::array keyboard = {
    ByPlace{SDL_SCANCODE_UP, Key::up},
    ByPlace{SDL_SCANCODE_DOWN, Key::down},
    ByPlace{SDL_SCANCODE_LEFT, Key::left},
    ByPlace{SDL_SCANCODE_RIGHT, Key::right},
    ByPlace{SDL_SCANCODE_RETURN, Key::select},
    ByPlace{SDL_SCANCODE_ESCAPE, Key::back},
    ByPlace{SDL_SCANCODE_HOME, Key::home},
    ByPlace{SDL_SCANCODE_PAGEDOWN, Key::next},
    ByPlace{SDL_SCANCODE_PAGEUP, Key::previous},
    ByPlace{SDL_SCANCODE_SPACE, Key::pause},
    ByPlace{SDL_SCANCODE_AUDIOPLAY, Key::pause},
    ByPlace{SDL_SCANCODE_F1, Key::help},
    ByPlace{SDL_SCANCODE_F2, Key::staff},
    ByPlace{SDL_SCANCODE_F9, Key::quieter},
    ByPlace{SDL_SCANCODE_F10, Key::louder},
    ByPlace{SDL_SCANCODE_VOLUMEDOWN, Key::quieter},
    ByPlace{SDL_SCANCODE_VOLUMEUP, Key::louder},
    ByPlace{SDL_SCANCODE_F11, Key::switch_move},
    ByPlace{SDL_SCANCODE_F12, Key::switch_choose},
    ByPlace{SDL_SCANCODE_F23, Key::faster},
    ByPlace{SDL_SCANCODE_F24, Key::slower},
    ByPlace{SDL_SCANCODE_0, Key::digit_0},
    ByPlace{SDL_SCANCODE_1, Key::digit_1},
    ByPlace{SDL_SCANCODE_2, Key::digit_2},
    ByPlace{SDL_SCANCODE_3, Key::digit_3},
    ByPlace{SDL_SCANCODE_4, Key::digit_4},
    ByPlace{SDL_SCANCODE_5, Key::digit_5},
    ByPlace{SDL_SCANCODE_6, Key::digit_6},
    ByPlace{SDL_SCANCODE_7, Key::digit_7},
    ByPlace{SDL_SCANCODE_8, Key::digit_8},
    ByPlace{SDL_SCANCODE_9, Key::digit_9},
};

/// What a number pad's keys mean whatever its digits do.
constexpr std::array pad_signs = {
    ByPlace{SDL_SCANCODE_KP_ENTER, Key::select},       ByPlace{SDL_SCANCODE_KP_PERIOD, Key::back},
    ByPlace{SDL_SCANCODE_KP_DIVIDE, Key::home},        ByPlace{SDL_SCANCODE_KP_MULTIPLY, Key::help},
    ByPlace{SDL_SCANCODE_KP_MINUS, Key::quieter},      ByPlace{SDL_SCANCODE_KP_PLUS, Key::louder},
    ByPlace{SDL_SCANCODE_NUMLOCKCLEAR, Key::settings},
};

constexpr std::array pad_moves = {
    ByPlace{SDL_SCANCODE_KP_8, Key::up},       ByPlace{SDL_SCANCODE_KP_2, Key::down},
    ByPlace{SDL_SCANCODE_KP_4, Key::left},     ByPlace{SDL_SCANCODE_KP_6, Key::right},
    ByPlace{SDL_SCANCODE_KP_5, Key::pause},    ByPlace{SDL_SCANCODE_KP_9, Key::next},
    ByPlace{SDL_SCANCODE_KP_3, Key::previous}, ByPlace{SDL_SCANCODE_KP_0, Key::repeat},
    ByPlace{SDL_SCANCODE_KP_7, Key::where},    ByPlace{SDL_SCANCODE_KP_1, Key::cycle_rate},
};

constexpr std::array pad_chooses = {
    ByPlace{SDL_SCANCODE_KP_0, Key::digit_0}, ByPlace{SDL_SCANCODE_KP_1, Key::digit_1},
    ByPlace{SDL_SCANCODE_KP_2, Key::digit_2}, ByPlace{SDL_SCANCODE_KP_3, Key::digit_3},
    ByPlace{SDL_SCANCODE_KP_4, Key::digit_4}, ByPlace{SDL_SCANCODE_KP_5, Key::digit_5},
    ByPlace{SDL_SCANCODE_KP_6, Key::digit_6}, ByPlace{SDL_SCANCODE_KP_7, Key::digit_7},
    ByPlace{SDL_SCANCODE_KP_8, Key::digit_8}, ByPlace{SDL_SCANCODE_KP_9, Key::digit_9},
};

/// Letters and signs go by what is printed on them.
constexpr std::array signs = {
    BySign{U'r', Key::repeat},  BySign{U'w', Key::where},    BySign{U'h', Key::help},    BySign{U'[', Key::slower},
    BySign{U']', Key::faster},  BySign{U'-', Key::smaller},  BySign{U'=', Key::larger},  BySign{U'+', Key::larger},
    BySign{U't', Key::theme},   BySign{U'l', Key::language}, BySign{U'p', Key::pinyin},  BySign{U's', Key::settings},
    BySign{U'c', Key::curtain}, BySign{U'd', Key::reach},    BySign{U'u', Key::unclear}, BySign{U'k', Key::copy},
    BySign{U'n', Key::resume},
};

std::optional<Key> in(const auto& table, auto rule) {
    const auto found = std::find_if(table.begin(), table.end(), rule);
    return found == table.end() ? std::nullopt : std::optional{found->key};
}

}  // namespace

std::optional<Key> meaning(PhysicalKey key, Pad pad) {
    const auto at_place = [&](ByPlace entry) { return entry.place == key.place; };
    if (const auto found = in(keyboard, at_place)) return found;
    if (const auto found = in(pad_signs, at_place)) return found;
    if (const auto found = in(pad == Pad::moves ? pad_moves : pad_chooses, at_place)) return found;
    return in(signs, [&](BySign entry) { return entry.sign == key.sign; });
}

}  // namespace tingdu::platform
