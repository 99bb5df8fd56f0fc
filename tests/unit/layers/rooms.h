// The house as a table: which room stands where, what it sees, and whose headers it may use.
// Kept beside kiosk/CMakeLists.txt, which links by the same table; it knows nothing of files.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace tingdu::layers {

struct Room {
    std::string_view folder;  ///< below kiosk/
    int level{};
    std::vector<std::string_view> sees;
    bool touches_the_world{};  ///< may read clocks, start threads and open files
};

/// Every room, lower levels first.
[[nodiscard]] std::span<const Room> rooms();

/// The room that a path below the root of the checkout belongs to.
[[nodiscard]] const Room* room_of(std::string_view path);

/// Whether `room` may include a header of `other`: its own, or one of a room that it sees, at any remove.
[[nodiscard]] bool may_see(const Room& room, const Room& other);

/// A library from outside, told by how its headers' names begin.
struct Library {
    std::string_view name;
    std::vector<std::string_view> headers;
    std::vector<std::string_view> rooms;
    std::string_view types;  ///< a regular expression for its names; empty if a door may show them
};

/// The library that `<header>` belongs to. Whatever has a `.h` and is nobody's is the operating system's.
/// Nothing for a header of the C++ standard library.
[[nodiscard]] const Library* library_of(std::string_view header);
[[nodiscard]] std::span<const Library> libraries();

[[nodiscard]] bool may_use(const Room& room, const Library& library);

}  // namespace tingdu::layers
