// How the two sides speak: letters over a stream, each with its length before it. Nothing that a letter says is
// believed before it is there. It knows no processes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tingdu::platform {

/// Where the program finds the stream.
inline constexpr int channel = 3;

struct LetterHead {
    enum class Kind : std::uint64_t { request, question, reply, answer };
    Kind kind{};
    std::uint64_t size{};
};

/// How the program ends by itself.
enum class Ending : int {
    nobody_left = 0,
    out_of_memory = 71,
    not_shut_in = 72,  ///< a fence cannot be put up, so nothing was looked at
};

}  // namespace tingdu::platform
