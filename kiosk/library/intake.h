// What becomes of a stick's files in a library, decided by their names alone: which are articles, which of those
// there they replace, which stay. It opens no file, and what is in one is decided elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::library {

enum class Way {
    add,      ///< what has the same folder and name is replaced, nothing else goes
    replace,  ///< only what is on the stick is left
};

/// A file on the stick.
struct Offer {
    std::string source;  ///< its path as the stick has it, in whatever bytes
    std::string name;    ///< the same as people read it, UTF-8
    std::uint64_t size{};
};

struct Arrival {
    std::string source;
    std::string name;                     ///< its path in the library
    std::optional<std::string> replaces;  ///< the path of what was there in its place
    std::uint64_t size{};
    bool of_saved_page{};  ///< it lies where browsers lay what belongs to a page, shown in it or not
};

/// A file that is left out, and why.
struct LeftOut {
    std::string name;
    Fault fault{};
};

struct Intake {
    std::vector<Arrival> articles;
    std::optional<Arrival> readings;
    std::vector<Arrival> pictures;     ///< for the articles that ask for them
    std::vector<Offer> strange;        ///< of other kinds, for whoever tells why they are left out
    std::vector<LeftOut> left_out;     ///< long_name, same_name
    std::vector<std::string> staying;  ///< paths in the library that the stick does not touch
    std::vector<std::string> going;    ///< paths in the library that shall be there no longer
};

/// `present` are the paths in the library. Names that differ only in capitals, or in how an accent is written, are the
/// same; the library's own way of writing folders and files is kept. What `is_passed_over` goes unnamed, and so do the
/// parts of a saved page. The place's own list of readings, and what is known of packs, stay
/// even where only the stick's files shall be left.
[[nodiscard]] Intake plan_intake(std::vector<Offer> offers, std::vector<std::string> present, Way way);

/// What `name` is compared by: whoever looks for a file by a name that people write.
[[nodiscard]] std::string key_of(std::string_view name);

}  // namespace tingdu::library
