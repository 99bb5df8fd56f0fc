// A stick that somebody has plugged in, as it has been mounted, or why it could not be.
// What is on it is nobody's business here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace tingdu {

struct Stick {
    enum class Keeper {
        system,  ///< it has been mounted by somebody else, who says whether it can be written
        kiosk,   ///< read-only by the kiosk itself
    };
    enum class Trouble {
        unformatted,  ///< it has no file system
        unmountable,  ///< it has one that cannot be used
    };
    std::uint64_t mount{};  ///< another number each time that it is plugged in
    std::string folder;     ///< where it is mounted, or would have been
    Keeper keeper{};
    std::optional<Trouble> trouble{};  ///< nothing on it can be read
    friend bool operator==(const Stick&, const Stick&) = default;
};

}  // namespace tingdu
