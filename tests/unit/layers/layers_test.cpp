#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/unit/layers/inspect.h"
#include "tests/unit/layers/rooms.h"

namespace tingdu::layers {
namespace {

House read_house() {
    const std::filesystem::path root{TINGDU_SOURCE_DIR};
    House house;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{root / "kiosk"}) {
        if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
        std::ifstream file{entry.path(), std::ios::binary};
        house[entry.path().lexically_relative(root).generic_string()] = {std::istreambuf_iterator<char>{file}, {}};
    }
    return house;
}

const std::string opening = "// What it is for.\n// What it refuses to know.\n#pragma once\n";

/// The one breach of a house of one file.
std::string breach_of(const std::string& path, const std::string& source) {
    const auto found = breaches({{path, source}});
    CHECK(found.size() == 1);
    return found.empty() ? "" : found.front();
}

TEST_CASE("the house keeps to its plan") {
    const House house = read_house();
    CHECK(house.contains("kiosk/base/result.h"));
    for (const auto& breach : breaches(house)) FAIL_CHECK(breach);
}

TEST_CASE("in the table an arrow goes down only, and to a room that exists") {
    for (const auto& room : rooms()) {
        for (const auto seen : room.sees) {
            CAPTURE(room.folder);
            CAPTURE(seen);
            const auto other = std::ranges::find(rooms(), seen, &Room::folder);
            REQUIRE(other != rooms().end());
            CHECK(other->level < room.level);
        }
    }
}

/// What the rooms are linked to: folder → the folders that it SEES, as kiosk/CMakeLists.txt says.
std::map<std::string, std::set<std::string>> linked_rooms() {
    static const std::regex room{R"(^tingdu_room\((\S+?)(?:\s+SEES ([a-z_ ]+))?(?: USES .*)?\))"};
    std::map<std::string, std::set<std::string>> linked;
    std::ifstream file{TINGDU_SOURCE_DIR "/kiosk/CMakeLists.txt"};
    for (std::string line; std::getline(file, line);) {
        std::smatch match;
        if (!std::regex_search(line, match, room)) continue;
        std::istringstream seen{match[2]};
        auto& sees = linked[match[1]];
        for (std::string name; seen >> name;) sees.insert(std::regex_replace(name, std::regex{"_"}, "/"));
    }
    return linked;
}

TEST_CASE("the rooms are linked by the same table") {
    std::map<std::string, std::set<std::string>> table;
    for (const auto& room : rooms()) table[std::string{room.folder}] = {room.sees.begin(), room.sees.end()};
    const auto linked = linked_rooms();
    for (const auto& [folder, sees] : table) {
        CAPTURE(folder);
        REQUIRE(linked.contains(folder));
        CHECK(linked.at(folder) == sees);
    }
    CHECK(linked.size() == table.size());
}

TEST_CASE("a room sees what the rooms that it sees may see") {
    CHECK(breaches({{"kiosk/view/page.cpp", "#include \"kiosk/text/article.h\"\n"}}).empty());
    CHECK(breaches({{"kiosk/shell/run.cpp", "#include \"kiosk/platform/sound/speaker.h\"\n"}}).empty());
}

TEST_CASE("an arrow up, aside or past a wall is a breach") {
    CHECK(breach_of("kiosk/text/open.cpp", "\n#include \"kiosk/app/state.h\"\n") ==
          "kiosk/text/open.cpp:2: text does not see app");
    CHECK(breach_of("kiosk/mandarin/tone.cpp", "#include \"kiosk/text/article.h\"\n") ==
          "kiosk/mandarin/tone.cpp:1: mandarin does not see text");
    CHECK(breach_of("kiosk/view/page.cpp", "#  include \"kiosk/platform/display/display.h\"\n") ==
          "kiosk/view/page.cpp:1: view does not see platform/display");
    CHECK(breach_of("kiosk/platform/display/sdl.cpp", "#include \"kiosk/app/state.h\"\n") ==
          "kiosk/platform/display/sdl.cpp:1: platform/display does not see app");
    CHECK(breach_of("kiosk/platform/sound/out.cpp", "#include \"kiosk/platform/files/files.h\"\n") ==
          "kiosk/platform/sound/out.cpp:1: platform/sound does not see platform/files");
}

TEST_CASE("a path that is not written from the root, or leads nowhere, is a breach") {
    CHECK(breach_of("kiosk/text/open.cpp", "#include \"article.h\"\n") ==
          "kiosk/text/open.cpp:1: \"article.h\" lies in no room; paths are written from the root");
    CHECK(breach_of("kiosk/tools/odd.cpp", "") == "kiosk/tools/odd.cpp:1: lies in no room of the table");
    CHECK(breach_of("kiosk/textual/odd.cpp", "") == "kiosk/textual/odd.cpp:1: lies in no room of the table");
}

TEST_CASE("a library is used only in its own rooms") {
    CHECK(breaches({{"kiosk/text/html.cpp", "#include <libxml/HTMLparser.h>\n#include <md4c.h>\n"}}).empty());
    CHECK(breach_of("kiosk/view/page.cpp", "#include <SDL2/SDL.h>\n") ==
          "kiosk/view/page.cpp:1: view does not use SDL");
    CHECK(breach_of("kiosk/text/open.cpp", "#include <tl/expected.hpp>\n") ==
          "kiosk/text/open.cpp:1: text does not use expected");
    CHECK(breach_of("kiosk/app/update.cpp", "#include <nlohmann/json.hpp>\n") ==
          "kiosk/app/update.cpp:1: app does not use nlohmann/json");
    CHECK(breach_of("kiosk/library/plan.cpp", "#include <unistd.h>\n") ==
          "kiosk/library/plan.cpp:1: library does not use the operating system");
}

TEST_CASE("a pure room that reaches for the world is a breach, a door that does so is not") {
    CHECK(breach_of("kiosk/app/update.cpp", "#include <thread>\n") ==
          "kiosk/app/update.cpp:1: app is pure and does without <thread>");
    CHECK(breach_of("kiosk/app/update.cpp", "auto now = std::chrono::steady_clock::now();\n") ==
          "kiosk/app/update.cpp:1: app is pure and reads no clock");
    CHECK(breaches({{"kiosk/app/update.cpp", "// no steady_clock here\n"}}).empty());
    CHECK(breaches({{"kiosk/platform/files/files.cpp", "#include <fstream>\n#include <sys/stat.h>\n"}}).empty());
}

TEST_CASE("a header without its opening is a breach") {
    CHECK(breaches({{"kiosk/text/open.h", opening}}).empty());
    CHECK(breach_of("kiosk/text/open.h", "// One line.\n#pragma once\n") ==
          "kiosk/text/open.h:1: a header opens with two to six lines on what it is for");
    CHECK(breach_of("kiosk/text/open.h", "// One.\n// Two.\n#ifndef OPEN_H\n") ==
          "kiosk/text/open.h:3: #pragma once follows the opening");
}

TEST_CASE("a door shows its library to nobody") {
    const std::string path = "kiosk/platform/display/display.h";
    CHECK(breach_of(path, opening + "void draw(SDL_Window* window);\n") ==
          path + ":4: a door's public header shows nothing of SDL");
    CHECK(breach_of(path, opening + "#include <SDL2/SDL.h>\n") ==
          path + ":4: a door's public header includes no library");
    CHECK(breaches({{path, opening + "// unlike SDL_Window\n"}}).empty());
}

TEST_CASE("a door's inner header may show its library until somebody outside sees it") {
    const std::string inner = "kiosk/platform/sound/stream.h";
    House house{{inner, opening + "PaStream* open();\n"},
                {"kiosk/platform/sound/stream.cpp", "#include \"kiosk/platform/sound/stream.h\"\n"}};
    CHECK(breaches(house).empty());
    house["kiosk/shell/runtime.cpp"] = "#include \"kiosk/platform/sound/stream.h\"\n";
    CHECK(breaches(house) == std::vector{inner + ":4: a door's public header shows nothing of PortAudio"});
    house["kiosk/shell/runtime.cpp"] = "#include \"kiosk/platform/sound/speaker.h\"\n";
    house["kiosk/platform/sound/speaker.h"] = opening + "#include \"kiosk/platform/sound/stream.h\"\n";
    CHECK(breaches(house) == std::vector{inner + ":4: a door's public header shows nothing of PortAudio"});
}

}  // namespace
}  // namespace tingdu::layers
