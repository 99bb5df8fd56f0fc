// A process of its own for work on bytes that nobody vouches for: it is handed bytes and gives bytes back, and can do
// nothing else; neither files nor the net nor another program are within its reach, and its memory and time have ends.
// What the bytes mean, and what the work is, it does not know.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::platform {

using Bytes = std::vector<std::byte>;

/// The side of whoever has bytes. It starts the program when it first has a use for it, keeps it for further bytes, and
/// begins with a new one when the old has died or had to be ended. One thread.
class Sandbox {
  public:
    struct Errand {
        std::span<const std::byte> head;   ///< the request: this …
        std::span<const std::byte> rest;   ///< … and what follows it, so that nobody has to copy a large file
        std::chrono::milliseconds time{};  ///< of a processor; what waits for one is patient for eight times as long
        std::size_t largest_answer{};      ///< bytes of an answer or of a question
        /// What the work asks on its way; without it, whoever asks is ended.
        std::function<Bytes(std::span<const std::byte> question)> reply;
    };

    /// `program` is an executable that calls `serve`. An errand that is under way when `stop` is requested fails within
    /// a moment.
    Sandbox(std::string program, std::stop_token stop);
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;
    ~Sandbox();

    /// Has it ready before there are bytes; what is wrong then, the first errand tells.
    void start();

    /// Blocks. Faults, none of them with a subject: too_slow, too_much_memory, damaged (it died of these bytes, or
    /// answered what no answer is), no_parser (it cannot be started, or not be shut in), given_up (as `stop` wants).
    [[nodiscard]] Result<Bytes> run(const Errand& errand);

    /// What the last errand has taken of a processor.
    [[nodiscard]] std::chrono::milliseconds time_taken() const { return time_taken_; }
    /// It has not come to an end by the last errand.
    [[nodiscard]] bool is_running() const { return child_ != nullptr; }

  private:
    class Child;

    std::string program_;
    std::stop_token stop_;
    std::unique_ptr<Child> child_;
    std::chrono::milliseconds time_taken_{};
};

/// The side of the program. `ask` has something of whoever gave the errand; good during the work only.
using Ask = std::function<Bytes(std::span<const std::byte> question)>;
using Work = std::function<Bytes(std::span<const std::byte> request, const Ask& ask)>;

/// Shuts the process in, for good, and works until nobody is there any more to work for. To be called first of all, by
/// the only thread. `memory_bytes` is what it may take beyond what it has by then, less twice the size of the request:
/// that lies with whoever gave it, too. A program that is built with sanitizers bears neither that limit nor the filter
/// of system calls: these need both the memory and the calls.
[[noreturn]] void serve(std::size_t memory_bytes, const Work& work);

}  // namespace tingdu::platform
