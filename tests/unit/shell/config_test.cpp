#include "kiosk/shell/config.h"

#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

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
        "\"chooses\"\ndouble_strike_ms = 500\n[visit]\nidle_s = 240\n",
        "tingdu.toml");
    CHECK(read.errors.empty());
    CHECK(read.config.sound.device == "USB");
    CHECK(read.config.sound.latency_ms == 20);
    CHECK(read.config.sound.offset_ms == -12.5);
    CHECK(read.config.diagonal_in == 32);
    CHECK(read.config.pad == platform::Pad::chooses);
    CHECK(read.config.double_strike_ms == 500);
    CHECK(read.config.rules.idle_s == 240);
}

TEST_CASE("where sticks are mounted is a list of whole paths, and may be nowhere") {
    CHECK(read_config("[sticks]\nfolders = [\"/a\", \"/b/c\"]\n", "c").config.stick_folders ==
          std::vector<std::string>{"/a", "/b/c"});
    CHECK(read_config("[sticks]\nfolders = []\n", "c").config.stick_folders.empty());
    for (const char* wrong : {"\"/a\"", "[\"a\"]", "[1]"}) {
        const auto read = read_config(std::string("[sticks]\nfolders = ") + wrong + "\n", "c");
        CHECK(read.errors.size() == 1);
        CHECK(read.config.stick_folders == platform::usual_stick_folders());
    }
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

TEST_CASE("a visitor is given two to five minutes; any other time is refused by name, and the normal one holds") {
    for (const char* wrong : {"119", "301", "0", "-180", "\"long\"", "nan"}) {
        CAPTURE(wrong);
        const ReadConfig read = read_config(std::string("[visit]\nidle_s = ") + wrong + "\n", "hall.toml");
        REQUIRE(read.errors.size() == 1);
        CHECK(read.errors[0].subject == "hall.toml:2 visit.idle_s");
        CHECK(read.errors[0].detail == "a number from 120 to 300");
        CHECK(read.config.rules.idle_s == Config().rules.idle_s);
    }
    for (const int right : {120, 300}) {
        const ReadConfig read = read_config("[visit]\nidle_s = " + std::to_string(right) + "\n", "hall.toml");
        CHECK(read.errors.empty());
        CHECK(read.config.rules.idle_s == right);
    }
}

TEST_CASE("an unknown setting and an unknown section are named") {
    const ReadConfig read = read_config("[sound]\nvolume = 3\n[screens]\nx = 1\n", "t.toml");
    REQUIRE(read.errors.size() == 2);
    CHECK(read.errors[0].detail.find("sound.offset_ms") != std::string::npos);
}

TEST_CASE("a line that is no TOML is named and goes alone") {
    const ReadConfig read = read_config(
        "[sound]\noffset_ms = \ndevice = \u201cUSB\u201d\nheadphones = \"USB\n[visit]\nidle_s = 150\nidle_s = 160\n",
        "t.toml");
    CHECK(read.config.rules.idle_s == 150);
    CHECK(read.config.sound.device.empty());
    std::vector<std::string> wrong;
    for (const Error& error : read.errors) wrong.push_back(error.subject);
    CHECK(wrong == std::vector<std::string>{"t.toml:2", "t.toml:3", "t.toml:4", "t.toml:7"});
    CHECK(read.errors[0].detail.find("NAME = VALUE") == 0);
}

TEST_CASE("a section may stand twice, and a setting once") {
    const ReadConfig read = read_config(
        "[staff]\nadmission = \"anyone\"\n[keys.bindings]\nF5 = \"help\"\n[visit]\nidle_s = 150\n"
        "[staff] # more\ninbox = \"/srv\"\nadmission = \"pin\"\nfoo = 1\n[keys.bindings]\nF6 = \"help\"\n",
        "t.toml");
    CHECK(read.config.inbox == "/srv");
    CHECK(read.config.rules.admission == app::HouseRules::Admission::anyone);
    CHECK(read.config.bindings.size() == 2);
    REQUIRE(read.errors.size() == 2);
    CHECK(read.errors[0].subject == "t.toml:9 staff.admission");
    CHECK(read.errors[1].subject == "t.toml:10 staff.foo");
}

TEST_CASE("of a file that is something else nothing counts, and not every line of it is told") {
    std::string rubbish;
    for (int line = 0; line < 100000; ++line) rubbish += "\x01 \xFF = = [\n";
    const ReadConfig read = read_config(rubbish, "t.toml");
    CHECK(read.errors.size() == 50);
    CHECK(read.config.rules.idle_s == Config().rules.idle_s);
}

TEST_CASE("a path is whole, or none") {
    const ReadConfig read = read_config("[staff]\ninbox = \"packs\"\nmetrics = \"\"\npin = \"/a/pin\"\n", "t.toml");
    REQUIRE(read.errors.size() == 1);
    CHECK(read.errors[0].subject == "t.toml:2 staff.inbox");
    CHECK(read.errors[0].detail.find("whole path") != std::string::npos);
    CHECK(read.config.inbox.empty());
    CHECK(read.config.pin == "/a/pin");
}

TEST_CASE("a font chain without a face for a weight is refused") {
    CHECK(read_font_chain("[[regular]]\nfile = \"/a.ttc\"\nface = 2\n[[bold]]\nfile = \"/b.ttf\"\n", "chain.toml")
              ->regular[0]
              .index == 2);
    CHECK(read_font_chain("[[regular]]\nfile = \"/a.ttc\"\n", "chain.toml").error().fault == Fault::no_font);
}

TEST_CASE("keys are bound by SDL's names, X11's for a pad, or by number, and taken away by none") {
    const ReadConfig read = read_config(
        "[keys]\nlearned = \"/var/lib/keys.toml\"\n[keys.bindings]\nF5 = \"help\"\n\"Keypad 7\" = \"7\"\n"
        "KP_9 = \"cycle_rate\"\n\"scancode:104\" = \"next\"\n\"keysym:228\" = \"where\"\nF1 = \"none\"\n",
        "tingdu.toml");
    CHECK(read.errors.empty());
    CHECK(read.config.learned == "/var/lib/keys.toml");
    const auto meaning = [&](PhysicalKey key) {
        const Binding* binding = find(read.config.bindings, key);
        REQUIRE(binding);
        return binding->meaning;
    };
    // Usages of page 7 of USB's HID tables.
    CHECK(meaning({0x3E, 0}) == Key::help);
    CHECK(meaning({0x5F, U'7'}) == Key::digit_7);
    CHECK(meaning({0x61, 0}) == Key::cycle_rate);
    CHECK(meaning({104, 0}) == Key::next);
    CHECK(meaning({0, U'\u00E4'}) == Key::where);
    CHECK_FALSE(meaning({0x3A, 0}));
}

TEST_CASE("a key or a meaning that there is not is named with its line, and the other keys hold") {
    const ReadConfig read =
        read_config("[keys.bindings]\nF5 = \"help\"\nF6 = \"halp\"\nF7 = 3\nF99 = \"help\"\n", "t.toml");
    REQUIRE(read.errors.size() == 3);
    CHECK(read.errors[0].subject == "t.toml:3 keys.bindings.\"F6\"");
    CHECK(read.errors[0].detail.find(" curtain ") != std::string::npos);
    CHECK(read.errors[1].subject == "t.toml:4 keys.bindings.\"F7\"");
    CHECK(read.errors[2].subject == "t.toml:5 keys.bindings.\"F99\"");
    CHECK(read.config.bindings.size() == 1);
}

TEST_CASE("learned keys are written as they are read") {
    const Bindings bindings = {{{104, 0}, Key::up}, {{0, U'\u00E4'}, Key::curtain}, {{700, 0}, Key::where}};
    const ReadKeys read = read_keys(written_keys(bindings), "keys.toml");
    CHECK(read.errors.empty());
    CHECK(read.bindings.size() == bindings.size());
    for (const Binding& binding : bindings) {
        const Binding* again = find(read.bindings, binding.key);
        REQUIRE(again);
        CHECK(*again == binding);
    }
    CHECK(read_keys("[sound]\ndevice = \"USB\"\n", "keys.toml").errors.size() == 1);
}

TEST_CASE("all type is without serifs") {
    std::ifstream file(TINGDU_SOURCE_DIR "/fonts/chain.toml");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto chain = read_font_chain(text, "chain.toml");
    REQUIRE(chain);
    for (const auto& faces : {chain->regular, chain->bold})
        for (const platform::FontFace& face : faces) {
            INFO(face.path);
            const std::string name = face.path.substr(face.path.rfind('/') + 1);
            CHECK(name.find("Sans") != std::string::npos);
            CHECK(name.find("Serif") == std::string::npos);
        }
}

TEST_CASE("the configuration that is shipped names every setting, with its normal value, and no other") {
    std::ifstream shipped(TINGDU_SOURCE_DIR "/deploy/tingdu.toml");
    const std::string setting = "# ";
    std::string all;
    std::string section;
    std::set<std::string> named;
    for (std::string line; std::getline(shipped, line);) {
        if (line.starts_with('[')) section = line.substr(1, line.find(']') - 1);
        const auto equals = line.find(" = ");
        const bool is_setting = line.starts_with(setting) && equals != std::string::npos && line[2] != ' ';
        if (is_setting && section != "keys.bindings") {
            named.insert(section + "." + line.substr(setting.size(), equals - setting.size()));
            line.erase(0, setting.size());
        }
        all += line + '\n';
    }
    const ReadConfig read = read_config(all, "tingdu.toml");
    for (const Error& error : read.errors) FAIL_CHECK(error.subject << ": " << error.detail);
    const Config normal;
    CHECK(read.config.sound.latency_ms == normal.sound.latency_ms);
    CHECK(read.config.sound.mixer.headphones_db == normal.sound.mixer.headphones_db);
    CHECK(read.config.jack == normal.jack);
    CHECK(read.config.pad == normal.pad);
    CHECK(read.config.double_strike_ms == normal.double_strike_ms);
    CHECK(read.config.rules.idle_s == normal.rules.idle_s);
    CHECK(read.config.stick_folders == normal.stick_folders);

    // Whoever writes a setting that is none is told of all that there are.
    const ReadConfig wrong = read_config("[sound]\nnonsense = 1\n", "tingdu.toml");
    REQUIRE(wrong.errors.size() == 1);
    std::istringstream known(wrong.errors[0].detail);
    std::set<std::string> told{std::istream_iterator<std::string>(known), {}};
    for (const char* word : {"one", "of", "keys.bindings"}) told.erase(word);
    CHECK(told == named);
}
