// How far a section reaches in the files that are mapped as they lie.
// What is in it, it does not know.
#pragma once

#include <cstddef>

namespace tingdu::mandarin {

/// The next section begins where four bytes can be read at once.
[[nodiscard]] constexpr std::size_t padded(std::size_t size) {
    return (size + 3) / 4 * 4;
}

}  // namespace tingdu::mandarin
