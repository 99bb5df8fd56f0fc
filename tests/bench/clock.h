// One clock for all that is measured: every process on a machine reads the same.
#pragma once

#include <chrono>
#include <thread>

namespace tingdu::bench {

[[nodiscard]] inline double now_ms() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

inline void sleep_ms(double ms) {
    std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(ms));
}

/// Looks again and again until `is_so`, at most `limit_ms`; whether it came to be so.
template <class Condition>
[[nodiscard]] bool wait_until(const Condition& is_so, double limit_ms, double between_ms = 1) {
    for (const double until = now_ms() + limit_ms; now_ms() < until; sleep_ms(between_ms))
        if (is_so()) return true;
    return is_so();
}

}  // namespace tingdu::bench
