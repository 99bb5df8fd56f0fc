// What passes between a measured program and whoever measures it: a file that both have mapped, in which each buffer
// handed to the sound device leaves a line. tests/bench/ear.cpp writes it from inside.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace tingdu::bench {

/// Names the file for the program that is measured.
inline constexpr const char* handed_log_variable = "TINGDU_BENCH_HANDED";

struct Handed {
    std::int64_t at_us{};  ///< steady clock, when the callback had filled the buffer
    std::int32_t frames{};
    std::int32_t is_audible{};  ///< whether it holds a sample above −60 dB
};

struct HandedLog {
    static constexpr std::uint32_t capacity = 1U << 16U;  // five minutes of 5 ms buffers
    std::atomic<std::uint32_t> count;
    std::array<Handed, capacity> buffers;
};

}  // namespace tingdu::bench
