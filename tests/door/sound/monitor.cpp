#include "tests/door/sound/monitor.h"

#include <array>
#include <chrono>

#include <unistd.h>

namespace tingdu::door_test {

Monitor::Monitor(const std::string& sink)
    : recorder_(popen(("exec parec -d " + sink +
                       ".monitor --rate=22050 --channels=1 --format=s16le --raw "
                       "--latency-msec=2 --process-time-msec=1 2>/dev/null")
                          .c_str(),
                      "r")) {
    reading_ = std::thread([this] {
        std::array<std::int16_t, 64> chunk{};
        while (!done_) {
            const ssize_t bytes = read(fileno(recorder_), chunk.data(), sizeof chunk);
            if (bytes <= 0) return;
            const std::chrono::duration<double, std::milli> now = std::chrono::steady_clock::now().time_since_epoch();
            const std::lock_guard guard(lock_);
            pieces_.push_back({now.count(), Pcm(chunk.begin(), chunk.begin() + bytes / 2)});
        }
    });
}

Monitor::~Monitor() {
    done_ = true;  // silence is recorded too, so the next read is not far
    reading_.join();
    pclose(recorder_);
}

void Monitor::each_after(double ms, const std::function<bool(double, std::int16_t)>& see) const {
    const std::lock_guard guard(lock_);
    for (const Piece& piece : pieces_) {
        double at = piece.end_ms - static_cast<double>(piece.pcm.size()) * 1000 / sample_rate_hz;
        for (const std::int16_t sample : piece.pcm) {
            if (at >= ms && see(at, sample)) return;
            at += 1000.0 / sample_rate_hz;
        }
    }
}

std::optional<double> Monitor::first_after(double ms, const Condition& sounds) const {
    std::optional<double> first;
    each_after(ms, [&](double at, std::int16_t sample) {
        if (sounds(sample)) first = at;
        return first.has_value();
    });
    return first;
}

std::optional<double> Monitor::last_after(double ms, const Condition& sounds) const {
    std::optional<double> last;
    each_after(ms, [&](double at, std::int16_t sample) {
        if (sounds(sample)) last = at;
        return false;
    });
    return last;
}

Pcm Monitor::all() const {
    Pcm pcm;
    each_after(0, [&](double, std::int16_t sample) {
        pcm.push_back(sample);
        return false;
    });
    return pcm;
}

}  // namespace tingdu::door_test
