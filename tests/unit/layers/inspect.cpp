#include "tests/unit/layers/inspect.h"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "tests/unit/layers/rooms.h"

namespace tingdu::layers {
namespace {

struct Include {
    int line{};
    bool quoted{};
    std::string header;
};

std::vector<std::string> lines_of(const std::string& source) {
    std::vector<std::string> lines;
    std::istringstream stream{source};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::vector<Include> includes_of(const std::string& source) {
    static const std::regex include{R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re"};
    std::vector<Include> includes;
    int number = 0;
    for (const auto& line : lines_of(source)) {
        ++number;
        if (std::smatch match; std::regex_search(line, match, include)) {
            includes.push_back({number, match[1] == "\"", match[2]});
        }
    }
    return includes;
}

std::string without_comment(const std::string& line) {
    return line.substr(0, line.find("//"));
}

/// What only the doors and the rooms above them may reach for: clocks, threads, files, logs.
bool is_worldly(const std::string& standard_header) {
    static const std::set<std::string> worldly{"thread",     "stop_token", "future",   "ctime", "fstream",
                                               "filesystem", "cstdio",     "iostream", "print", "syncstream"};
    return worldly.contains(standard_header);
}

void check_include(const Room& room, const Include& include, const auto& breach) {
    if (include.quoted) {
        const Room* other = room_of(include.header);
        if (other == nullptr) {
            breach(include.line, "\"" + include.header + "\" lies in no room; paths are written from the root");
        } else if (!may_see(room, *other)) {
            breach(include.line, std::string{room.folder} + " does not see " + std::string{other->folder});
        }
    } else if (const Library* library = library_of(include.header); library != nullptr) {
        if (!may_use(room, *library)) {
            breach(include.line, std::string{room.folder} + " does not use " + std::string{library->name});
        }
    } else if (!room.touches_the_world && is_worldly(include.header)) {
        breach(include.line, std::string{room.folder} + " is pure and does without <" + include.header + ">");
    }
}

void check_clocks(const Room& room, const std::string& source, const auto& breach) {
    static const std::regex clock{R"(\b\w+_clock\b)"};
    if (room.touches_the_world) return;
    int number = 0;
    for (const auto& line : lines_of(source)) {
        ++number;
        if (std::regex_search(without_comment(line), clock)) {
            breach(number, std::string{room.folder} + " is pure and reads no clock");
        }
    }
}

void check_opening(const std::string& source, const auto& breach) {
    const auto lines = lines_of(source);
    const auto comment =
        std::ranges::find_if_not(lines, [](const std::string& line) { return line.starts_with("//"); });
    const auto length = comment - lines.begin();
    if (length < 2 || length > 6) breach(1, "a header opens with two to six lines on what it is for");
    const auto code = std::find_if(comment, lines.end(), [](const std::string& line) { return !line.empty(); });
    if (code == lines.end() || *code != "#pragma once") {
        breach(static_cast<int>(length) + 1, "#pragma once follows the opening");
    }
}

void check_library_types(const std::string& source, const auto& breach) {
    for (const auto& library : libraries()) {
        if (library.types.empty()) continue;
        const std::regex types{std::string{library.types}};
        int number = 0;
        for (const auto& line : lines_of(source)) {
            ++number;
            if (std::regex_search(without_comment(line), types)) {
                breach(number, "a door's public header shows nothing of " + std::string{library.name});
            }
        }
    }
    for (const auto& include : includes_of(source)) {
        if (!include.quoted && library_of(include.header) != nullptr) {
            breach(include.line, "a door's public header includes no library");
        }
    }
}

bool is_door(const Room& room) {
    return room.folder.starts_with("platform/");
}

/// kiosk/platform/files/files.h
std::string namesake(const Room& room) {
    const std::string folder{room.folder};
    return "kiosk/" + folder + "/" + folder.substr(folder.rfind('/') + 1) + ".h";
}

}  // namespace

std::vector<std::string> public_door_headers(const House& house) {
    std::set<std::string> found;
    std::vector<std::string> to_follow;
    const auto add = [&](const std::string& path) {
        if (house.contains(path) && found.insert(path).second) to_follow.push_back(path);
    };
    for (const auto& room : rooms()) {
        if (is_door(room)) add(namesake(room));
    }
    for (const auto& [path, source] : house) {
        for (const auto& include : includes_of(source)) {
            const Room* target = room_of(include.header);
            if (target != nullptr && is_door(*target) && target != room_of(path)) add(include.header);
        }
    }
    while (!to_follow.empty()) {
        const std::string path = to_follow.back();
        to_follow.pop_back();
        for (const auto& include : includes_of(house.at(path))) {
            if (room_of(include.header) == room_of(path)) add(include.header);
        }
    }
    return {found.begin(), found.end()};
}

std::vector<std::string> breaches(const House& house) {
    std::vector<std::string> found;
    const auto door_headers = public_door_headers(house);
    for (const auto& [path, source] : house) {
        const auto breach = [&](int line, const std::string& sentence) {
            found.push_back(path + ":" + std::to_string(line) + ": " + sentence);
        };
        const Room* room = room_of(path);
        if (room == nullptr) {
            breach(1, "lies in no room of the table");
            continue;
        }
        for (const auto& include : includes_of(source)) check_include(*room, include, breach);
        check_clocks(*room, source, breach);
        if (path.ends_with(".h")) check_opening(source, breach);
        if (std::ranges::find(door_headers, path) != door_headers.end()) check_library_types(source, breach);
    }
    return found;
}

}  // namespace tingdu::layers
