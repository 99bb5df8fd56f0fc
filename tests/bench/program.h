// The program that is measured, as a stranger sees it: started, ended, and asked of the kernel what it costs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/bench/handed.h"

namespace tingdu::bench {

/// What `run` has set up around the measuring; empty where it is missing.
struct Stage {
    std::string program;     ///< tingdu
    std::string ear;         ///< the library of ear.cpp
    std::string folder;      ///< for what is written meanwhile
    std::string frame;       ///< Xvfb's frame buffer, a file
    std::string dispatcher;  ///< speech-dispatcher's socket
    std::string config;      ///< the operator's, for `--config`
};

class Program {
  public:
    /// `tingdu run --window 1920x1080` with `more`.
    Program(const Stage& stage, const std::vector<std::string>& more);
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program();

    [[nodiscard]] double began_ms() const { return began_ms_; }
    /// When the first buffer with sound in it was handed to the device after `from_ms`.
    [[nodiscard]] std::optional<double> handed_after(double from_ms) const;

    struct Thread {
        std::string name;
        double cpu_s{};
    };
    /// User and system time so far, thread by thread, in the order of their making.
    [[nodiscard]] std::vector<Thread> threads() const;

    struct Memory {
        double resident_mb{};
        double private_mb{};
    };
    [[nodiscard]] Memory memory() const;

  private:
    HandedLog* log_;
    double began_ms_;
    pid_t process_;
};

}  // namespace tingdu::bench
