#include "kiosk/shell/config.h"

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::shell;

TEST_CASE("an empty configuration is the normal one") {
    const ReadConfig read = read_config("# nothing\n", "tingdu.toml");
    CHECK(read.errors.empty());
    CHECK(read.config.sound.offset_ms == 0);
    CHECK(read.config.pad == platform::Pad::moves);
    CHECK(read.config.double_strike_ms == 120);
    CHECK_FALSE(read.config.diagonal_in);
}

TEST_CASE("every setting is taken") {
    const ReadConfig read = read_config(
        "[sound]\ndevice = \"USB\"\nlatency_ms = 20\noffset_ms = -12.5\n[screen]\ndiagonal_in = 32\n[keys]\npad = "
        "\"chooses\"\ndouble_strike_ms = 500\n",
        "tingdu.toml");
    CHECK(read.errors.empty());
    CHECK(read.config.sound.device == "USB");
    CHECK(read.config.sound.latency_ms == 20);
    CHECK(read.config.sound.offset_ms == -12.5);
    CHECK(read.config.diagonal_in == 32);
    CHECK(read.config.pad == platform::Pad::chooses);
    CHECK(read.config.double_strike_ms == 500);
}

TEST_CASE("a wrong value names itself, its line and what is allowed; the rest holds") {
    const ReadConfig read = read_config("[sound]\noffset_ms = \"late\"\nlatency_ms = 20\n", "tingdu.toml");
    REQUIRE(read.errors.size() == 1);
    CHECK(read.errors[0].fault == Fault::bad_setting);
    CHECK(read.errors[0].subject == "tingdu.toml:2 sound.offset_ms");
    CHECK(read.errors[0].detail == "a number from -500 to 2000");
    CHECK(read.config.sound.latency_ms == 20);
    CHECK(read.config.sound.offset_ms == 0);
}

TEST_CASE("an unknown setting and an unknown section are named") {
    const ReadConfig read = read_config("[sound]\nvolume = 3\n[screens]\nx = 1\n", "t.toml");
    REQUIRE(read.errors.size() == 2);
    CHECK(read.errors[0].detail.find("sound.offset_ms") != std::string::npos);
}

TEST_CASE("what is not TOML is named by its line, and everything stays normal") {
    const ReadConfig read = read_config("[sound]\noffset_ms = \n", "t.toml");
    REQUIRE(read.errors.size() == 1);
    CHECK(read.errors[0].subject == "t.toml:2");
}

TEST_CASE("a font chain without a face for a weight is refused") {
    CHECK(read_font_chain("[[regular]]\nfile = \"/a.ttc\"\nface = 2\n[[bold]]\nfile = \"/b.ttf\"\n", "chain.toml")
              ->regular[0]
              .index == 2);
    CHECK(read_font_chain("[[regular]]\nfile = \"/a.ttc\"\n", "chain.toml").error().fault == Fault::no_font);
}
