// A line of a file that is a table: its parts, and the numbers among them. What they mean its reader knows.
// It opens nothing.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tingdu::runtime {

/// What stands between the signs `between`; one part where there is none.
[[nodiscard]] inline std::vector<std::string_view> parts_of(std::string_view line, char between) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = line.find(between);
        parts.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return parts;
        line.remove_prefix(end + 1);
    }
}

/// The whole of `text` as a number, or nothing.
template <class Number>
[[nodiscard]] std::optional<Number> number_in(std::string_view text, int base = 10) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Names may hold whatever a file system bears: what parts lines and their parts, and the sign itself, are written as
/// %09; and back, or nothing where that is broken.
[[nodiscard]] std::string as_cell(std::string_view name);
[[nodiscard]] std::optional<std::string> out_of_cell(std::string_view cell);

}  // namespace tingdu::runtime
