// A stick that somebody has plugged in, as the system has mounted it.
// What is on it is nobody's business here.
#pragma once

#include <cstdint>
#include <string>

namespace tingdu {

struct Stick {
    std::uint64_t mount{};  ///< another number each time that it is plugged in
    std::string folder;
    friend bool operator==(const Stick&, const Stick&) = default;
};

}  // namespace tingdu
