// Any bytes as the names of a stick's files, a line each: as many names come back, of as many parts, and none leads
// anywhere else.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/text/file_names.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    std::vector<std::string> paths(1);
    for (std::size_t i = 0; i < size; ++i) {
        if (bytes[i] == '\n') {
            paths.emplace_back();
        } else {
            paths.back() += static_cast<char>(bytes[i]);
        }
    }
    const auto names = tingdu::text::names_as_read(paths);
    if (names.size() != paths.size()) __builtin_trap();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::ranges::count(names[i], '/') != std::ranges::count(paths[i], '/')) __builtin_trap();
        if (tingdu::to_utf8(tingdu::from_utf8(names[i])) != names[i]) __builtin_trap();
        if (std::ranges::any_of(names[i], [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
            __builtin_trap();
    }
    return 0;
}
