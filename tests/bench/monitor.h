// The ear: records what a null sink is given to play, with the time of each sample.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdio>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "kiosk/base/pcm.h"

namespace tingdu::bench {

/// Records from its making on. A sample's time is when it came here, less its distance from the end of what came with
/// it: late by what the recording costs (some 2 ms at most on an idle machine), never early.
class Monitor {
  public:
    Monitor();
    Monitor(const Monitor&) = delete;
    Monitor& operator=(const Monitor&) = delete;
    ~Monitor();

    /// The first sound after `from_ms`; waited for.
    [[nodiscard]] std::optional<double> sound_after(double from_ms, double limit_ms) const;
    /// How what is heard at `from_ms` begins.
    [[nodiscard]] Pcm beginning(double from_ms) const;
    /// The end of what sounds at `from_ms`, and the first sound of what comes in its place, known by how it begins:
    /// there need be no pause between them. Nothing if it does not come within half a second; waited for.
    struct Break {
        double silent_ms{};
        double sound_ms{};
    };
    [[nodiscard]] std::optional<Break> break_after(double from_ms, const Pcm& next) const;
    /// Every sound since `from_ms` that comes after a pause of at least `pause_ms`.
    [[nodiscard]] std::vector<double> onsets(double from_ms, double pause_ms) const;

    [[nodiscard]] bool wait_quiet(double lasting_ms, double limit_ms) const;
    /// Until somebody is in the middle of a vowel.
    [[nodiscard]] bool wait_loud(double limit_ms) const;

  private:
    struct Piece {
        std::size_t end{};  ///< in pcm_
        double end_ms{};
    };
    /// Until so much has been recorded.
    void wait_recorded(double until_ms) const;
    [[nodiscard]] std::size_t index_at(double ms) const;
    [[nodiscard]] double time_of(std::size_t index) const;

    std::FILE* recorder_;
    std::atomic<bool> done_ = false;
    mutable std::mutex lock_;
    Pcm pcm_;
    std::vector<Piece> pieces_;
    std::thread reading_;
};

}  // namespace tingdu::bench
