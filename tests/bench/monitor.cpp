#include "tests/bench/monitor.h"

#include <algorithm>
#include <array>
#include <string>
#include <cstdlib>
#include <iterator>

#include <unistd.h>

#include "tests/bench/clock.h"

namespace tingdu::bench {
namespace {

constexpr std::size_t samples(double ms) {
    return static_cast<std::size_t>(ms * sample_rate_hz / 1000);
}

/// 60 dB below full scale.
bool is_audible(std::int16_t sample) {
    return std::abs(sample) > 32;
}
bool is_loud(std::int16_t sample) {
    return std::abs(sample) > 2000;
}
bool is_zero(std::int16_t sample) {
    return sample == 0;
}

}  // namespace

Monitor::Monitor()
    : recorder_(popen("exec parec -d hall.monitor --rate=22050 --channels=1 --format=s16le --raw "
                      "--latency-msec=2 --process-time-msec=1 2>/dev/null",
                      "r")) {
    reading_ = std::thread([this] {
        std::array<std::int16_t, 64> chunk{};
        while (!done_) {
            const ssize_t bytes = read(fileno(recorder_), chunk.data(), sizeof chunk);
            if (bytes <= 0) return;
            const std::lock_guard guard(lock_);
            pcm_.insert(pcm_.end(), chunk.begin(), chunk.begin() + bytes / 2);
            pieces_.push_back({pcm_.size(), now_ms()});
        }
    });
}

Monitor::~Monitor() {
    done_ = true;  // silence is recorded too, so the next read is not far
    reading_.join();
    pclose(recorder_);
}

std::size_t Monitor::index_at(double ms) const {
    const auto piece = std::ranges::lower_bound(pieces_, ms, {}, &Piece::end_ms);
    if (piece == pieces_.end()) return pcm_.size();
    const std::size_t begin = piece == pieces_.begin() ? 0 : std::prev(piece)->end;
    const std::size_t back = samples(piece->end_ms - ms);
    return std::max(begin, piece->end - std::min(back, piece->end));
}

double Monitor::time_of(std::size_t index) const {
    const auto piece = std::ranges::upper_bound(pieces_, index, {}, &Piece::end);
    return piece->end_ms - static_cast<double>(piece->end - index) * 1000 / sample_rate_hz;
}

std::optional<double> Monitor::sound_after(double from_ms, double limit_ms) const {
    std::optional<double> found;
    (void)wait_until(
        [&] {
            const std::lock_guard guard(lock_);
            const auto from = pcm_.begin() + static_cast<std::ptrdiff_t>(index_at(from_ms));
            const auto sound = std::find_if(from, pcm_.end(), is_audible);
            if (sound != pcm_.end()) found = time_of(static_cast<std::size_t>(sound - pcm_.begin()));
            return found.has_value();
        },
        limit_ms);
    return found;
}

std::optional<Monitor::Break> Monitor::break_after(double from_ms, double limit_ms) const {
    { sleep_ms(300); const std::lock_guard guard(lock_); static int n=0; auto f=std::fopen(("/tmp/benchdump/"+std::to_string(n++)+".raw").c_str(),"w"); auto i=index_at(from_ms-50); std::fwrite(pcm_.data()+i,2,std::min<std::size_t>(pcm_.size()-i,6000),f); std::fclose(f);}
    // A voice is never exactly zero for so long while it sounds; what was dropped is, at once.
    const auto gap = static_cast<std::ptrdiff_t>(samples(2));
    std::optional<Break> found;
    (void)wait_until(
        [&] {
            const std::lock_guard guard(lock_);
            const auto from = pcm_.begin() + static_cast<std::ptrdiff_t>(index_at(from_ms));
            const auto silent =
                std::search_n(from, pcm_.end(), gap, true, [](std::int16_t sample, bool) { return is_zero(sample); });
            const auto sound = std::find_if(silent, pcm_.end(), is_audible);
            if (sound == pcm_.end()) return false;
            found = Break{time_of(static_cast<std::size_t>(silent - pcm_.begin())),
                          time_of(static_cast<std::size_t>(sound - pcm_.begin()))};
            return true;
        },
        limit_ms);
    return found;
}

std::vector<double> Monitor::onsets(double from_ms, double pause_ms) const {
    const std::lock_guard guard(lock_);
    std::vector<double> found;
    std::size_t quiet = 0;
    for (std::size_t i = index_at(from_ms); i < pcm_.size(); ++i) {
        if (is_audible(pcm_[i]) && quiet >= samples(pause_ms)) found.push_back(time_of(i));
        quiet = is_audible(pcm_[i]) ? 0 : quiet + 1;
    }
    return found;
}

bool Monitor::wait_quiet(double lasting_ms, double limit_ms) const {
    return wait_until(
        [&] {
            const std::lock_guard guard(lock_);
            const std::size_t length = samples(lasting_ms);
            return pcm_.size() >= length &&
                   std::none_of(pcm_.end() - static_cast<std::ptrdiff_t>(length), pcm_.end(), is_audible);
        },
        limit_ms);
}

bool Monitor::wait_loud(double limit_ms) const {
    return wait_until(
        [&] {
            const std::lock_guard guard(lock_);
            const std::size_t length = samples(5);
            return pcm_.size() >= length &&
                   std::any_of(pcm_.end() - static_cast<std::ptrdiff_t>(length), pcm_.end(), is_loud);
        },
        limit_ms);
}

}  // namespace tingdu::bench
