// What a content pack says of itself: whose it is, and which of several. How packs are kept and signed, and how their
// files come into a library, it does not know.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/date.h"

namespace tingdu::library {

/// As a text of plain lines, which is the first thing in the pack:
///
///     tingdu pack 1
///     name: 柳塘街道
///     from: 柳塘街道办事处
///     issued: 2026-09-12
///     number: 20260912093000
///     files: 12
struct Manifest {
    std::string name;  ///< packs of one name follow one another
    std::string from;  ///< who answers for it, as visitors are told
    Date issued;
    std::uint64_t number{};  ///< grows from each pack of a name to the next
    std::uint64_t files{};   ///< how many come after the manifest
    friend bool operator==(const Manifest&, const Manifest&) = default;
};

[[nodiscard]] std::string written(const Manifest& manifest);
/// Nothing where it is not wholly one: a line too many, one missing, another version, a name of more than 90 bytes
/// (thirty Hanzi).
[[nodiscard]] std::optional<Manifest> read_manifest(std::string_view text);

/// A day as files of ours have it: 2026-09-12.
[[nodiscard]] std::string written(const Date& date);
[[nodiscard]] std::optional<Date> read_date(std::string_view text);

/// A path such as a file in a pack may bear: relative, UTF-8, without "." and "..", nothing that ends a line.
[[nodiscard]] bool is_path_in_pack(std::string_view path);

}  // namespace tingdu::library
