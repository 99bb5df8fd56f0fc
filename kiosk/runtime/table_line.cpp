#include "kiosk/runtime/table_line.h"

#include <fmt/format.h>

namespace tingdu::runtime {

std::string as_cell(std::string_view name) {
    std::string safe;
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '%') {
            safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        } else {
            safe += c;
        }
    }
    return safe;
}

std::optional<std::string> out_of_cell(std::string_view safe) {
    std::string name;
    for (std::size_t i = 0; i < safe.size(); ++i) {
        if (safe[i] != '%') {
            name += safe[i];
            continue;
        }
        const auto byte = number_in<unsigned>(safe.substr(i + 1, 2), 16);
        if (!byte || i + 2 >= safe.size()) return std::nullopt;
        name += static_cast<char>(*byte);
        i += 2;
    }
    return name;
}

}  // namespace tingdu::runtime
