// Whose packs the place believes, as staff see it. Which files that takes, it does not know.
// A key is told apart by its id alone.
#pragma once

#include <string>

namespace tingdu::app {

struct TrustedKey {
    std::string name;  ///< as whoever made its file has called it
    std::string id;    ///< sixteen hexadecimal digits, as minisign prints them
    enum class Is {
        believed,
        revoked,
        offered,  ///< on a stick, and nobody has chosen it yet
    } is{};
    bool is_fixed = false;  ///< the operator has settled that; staff cannot
    friend bool operator==(const TrustedKey&, const TrustedKey&) = default;
};

}  // namespace tingdu::app
