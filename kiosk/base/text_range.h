// A stretch of text, counted in Unicode code points from the start of the whole it belongs to.
// Every room that points into an article does it with this; none of them uses bytes or UTF-16 units.
#pragma once

#include <cstddef>

namespace tingdu {

/// Half open: `begin` is the first code point, `end` the one after the last.
struct TextRange {
    std::size_t begin{};
    std::size_t end{};

    [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
    friend constexpr bool operator==(TextRange, TextRange) = default;
};

}  // namespace tingdu
