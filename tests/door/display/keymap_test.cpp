#include "kiosk/platform/display/keymap.h"

#include <vector>

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::platform;

namespace {

struct Row {
    PhysicalKey key;
    Key meaning;
};

}  // namespace

// The numbers are usages of the keyboard page of USB's HID tables, written out so that the test does not lean on the
// names that the table itself uses.
TEST_CASE("the keys of a keyboard mean what the table of commands says") {
    const std::vector<Row> rows = {
        {{0x52, 0}, Key::up},         {{0x51, 0}, Key::down},        {{0x50, 0}, Key::left},
        {{0x4F, 0}, Key::right},      {{0x28, U'\r'}, Key::select},  {{0x2C, U' '}, Key::pause},
        {{0x29, 27}, Key::back},      {{0x4A, 0}, Key::home},        {{0x4E, 0}, Key::next},
        {{0x4B, 0}, Key::previous},   {{0x15, U'r'}, Key::repeat},   {{0x1A, U'w'}, Key::where},
        {{0x3A, 0}, Key::help},       {{0x0B, U'h'}, Key::help},     {{0x2F, U'['}, Key::slower},
        {{0x30, U']'}, Key::faster},  {{0x73, 0}, Key::slower},      {{0x72, 0}, Key::faster},
        {{0x42, 0}, Key::quieter},    {{0x43, 0}, Key::louder},      {{0x81, 0}, Key::quieter},
        {{0x80, 0}, Key::louder},     {{0x2D, U'-'}, Key::smaller},  {{0x2E, U'='}, Key::larger},
        {{0x30, U'+'}, Key::larger},  {{0x17, U't'}, Key::theme},    {{0x0F, U'l'}, Key::language},
        {{0x13, U'p'}, Key::pinyin},  {{0x44, 0}, Key::switch_move}, {{0x45, 0}, Key::switch_choose},
        {{0x27, U'0'}, Key::digit_0}, {{0x1E, U'1'}, Key::digit_1},  {{0x26, U'9'}, Key::digit_9},
        {{261, 0}, Key::pause},
    };
    for (const auto pad : {Pad::moves, Pad::chooses})
        for (const auto& [key, expected] : rows) {
            CAPTURE(key.place);
            CHECK(meaning(key, pad) == expected);
        }
}

TEST_CASE("a bare number pad moves, whatever NumLock says") {
    const std::vector<Row> rows = {
        {{0x60, 0}, Key::up},    {{0x5A, 0}, Key::down},       {{0x5C, 0}, Key::left},    {{0x5E, 0}, Key::right},
        {{0x5D, 0}, Key::pause}, {{0x58, 0}, Key::select},     {{0x63, 0}, Key::back},    {{0x54, 0}, Key::home},
        {{0x61, 0}, Key::next},  {{0x5B, 0}, Key::previous},   {{0x62, 0}, Key::repeat},  {{0x5F, 0}, Key::where},
        {{0x55, 0}, Key::help},  {{0x59, 0}, Key::cycle_rate}, {{0x56, 0}, Key::quieter}, {{0x57, 0}, Key::louder},
    };
    for (const auto& [key, expected] : rows) {
        CAPTURE(key.place);
        CHECK(meaning(key, Pad::moves) == expected);
    }
    CHECK(meaning({0x53, 0}, Pad::moves) == Key::settings);  // NumLock itself
}

TEST_CASE("a pad beside arrows chooses, and its signs mean what they did") {
    CHECK(meaning({0x62, 0}, Pad::chooses) == Key::digit_0);
    CHECK(meaning({0x59, 0}, Pad::chooses) == Key::digit_1);
    CHECK(meaning({0x61, 0}, Pad::chooses) == Key::digit_9);
    CHECK(meaning({0x58, 0}, Pad::chooses) == Key::select);
    CHECK(meaning({0x63, 0}, Pad::chooses) == Key::back);
    CHECK(meaning({0x54, 0}, Pad::chooses) == Key::home);
    CHECK(meaning({0x55, 0}, Pad::chooses) == Key::help);
    CHECK(meaning({0x56, 0}, Pad::chooses) == Key::quieter);
    CHECK(meaning({0x57, 0}, Pad::chooses) == Key::louder);
}

TEST_CASE("a key without a meaning is nothing") {
    CHECK(meaning({0x14, U'q'}, Pad::moves) == std::nullopt);
    CHECK(meaning({0, 0}, Pad::moves) == std::nullopt);
}
