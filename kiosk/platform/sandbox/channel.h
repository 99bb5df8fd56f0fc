// How the two sides speak: letters, each with a head that says how long it is. The heads go over a stream, and so do
// replies, which are short; what may be long lies in memory that both see, one for each way. Nothing that a letter says
// is believed before it is there. It knows no processes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tingdu::platform {

/// Where the program finds the stream.
inline constexpr int channel = 3;
/// Where it finds the memory that requests lie in, and that for its questions and answers. It lets go of both once it
/// has them before its eyes.
inline constexpr int requests = 4;
inline constexpr int answers = 5;
/// No letter is longer, in bytes.
inline constexpr std::size_t longest_letter = std::size_t{128} << 20U;

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
