// A disk that fails, or a power that does, at the n-th thing that a program wants of it. It stands between the program
// and the system's own calls, and lets them through until then.
#pragma once

namespace tingdu::tests {

enum class Failure {
    full,      ///< the call fails for want of space
    broken,    ///< the call fails for good
    no_power,  ///< the program ends there
};

inline constexpr int power_failed = 42;  ///< the status with which it ends

/// Counts from now on; the call after `calls` more fails, once.
void fail_after(int calls, Failure failure);
/// Lets everything through; whether it had come to the failure.
bool stop_failing();

}  // namespace tingdu::tests
