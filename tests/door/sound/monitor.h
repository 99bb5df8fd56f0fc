// What a null sink is given to play, with the time of each sample: the ear of the tests.
#pragma once

#include <atomic>
#include <cstdio>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/base/pcm.h"

namespace tingdu::door_test {

/// Records from its making on. Times are milliseconds of the steady clock, right to a few of them.
class Monitor {
  public:
    /// Of a sink of tests/support/null_sink.
    explicit Monitor(const std::string& sink = "hall");
    Monitor(const Monitor&) = delete;
    Monitor& operator=(const Monitor&) = delete;
    ~Monitor();

    using Condition = std::function<bool(std::int16_t)>;
    [[nodiscard]] std::optional<double> first_after(double ms, const Condition& sounds) const;
    [[nodiscard]] std::optional<double> last_after(double ms, const Condition& sounds) const;
    [[nodiscard]] Pcm all() const;

  private:
    struct Piece {
        double end_ms;
        Pcm pcm;
    };
    /// Stops once `see` is true.
    void each_after(double ms, const std::function<bool(double, std::int16_t)>& see) const;

    std::FILE* recorder_;
    std::atomic<bool> done_ = false;
    mutable std::mutex lock_;
    std::vector<Piece> pieces_;
    std::thread reading_;
};

}  // namespace tingdu::door_test
