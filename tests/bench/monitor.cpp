#include "tests/bench/monitor.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <span>
#include <stdexcept>

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

/// So much of a beginning tells it from all others.
constexpr double beginning_ms = 40;

/// 1 for two sounds of the same shape, however loud; about 0 for two that have nothing in common.
double likeness(std::span<const std::int16_t> a, std::span<const std::int16_t> b) {
    double product = 0;
    double square_a = 0;
    double square_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        product += double{1} * a[i] * b[i];
        square_a += double{1} * a[i] * a[i];
        square_b += double{1} * b[i] * b[i];
    }
    return square_a > 0 && square_b > 0 ? product / std::sqrt(square_a * square_b) : 0;
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

void Monitor::wait_recorded(double until_ms) const {
    const auto is_recorded = [&] {
        const std::lock_guard guard(lock_);
        return !pieces_.empty() && pieces_.back().end_ms > until_ms;
    };
    if (!wait_until(is_recorded, 10'000)) throw std::runtime_error("the sound server does not play");
}

Pcm Monitor::beginning(double from_ms) const {
    wait_recorded(from_ms + 3 * beginning_ms);
    const std::lock_guard guard(lock_);
    // What came late and all at once lies a little before its sample in time.
    const auto last = pcm_.end() - static_cast<std::ptrdiff_t>(samples(beginning_ms));
    const auto from = std::find_if(pcm_.begin() + static_cast<std::ptrdiff_t>(index_at(from_ms)), last, is_audible);
    return {from, from + static_cast<std::ptrdiff_t>(samples(beginning_ms))};
}

std::optional<Monitor::Break> Monitor::break_after(double from_ms, const Pcm& next) const {
    constexpr double searched_ms = 500;
    wait_recorded(from_ms + searched_ms + beginning_ms);
    const std::lock_guard guard(lock_);
    const auto from = static_cast<std::ptrdiff_t>(index_at(from_ms));
    const auto begin = pcm_.begin() + from;
    std::ptrdiff_t best = 0;
    double best_likeness = 0;
    for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(samples(searched_ms)); ++i) {
        const double found = likeness(next, {begin + i, next.size()});
        if (found > best_likeness) {
            best_likeness = found;
            best = i;
        }
    }
    // No two performances are alike to the sample, and no two sounds are half as like as two of the same.
    if (best_likeness < 0.7) return std::nullopt;
    // A voice is never exactly zero for so long while it sounds; what was dropped is, at once.
    const auto gap = static_cast<std::ptrdiff_t>(samples(2));
    const auto silent =
        std::search_n(begin, begin + best, gap, true, [](std::int16_t sample, bool) { return sample == 0; });
    return Break{time_of(static_cast<std::size_t>(silent - pcm_.begin())),
                 time_of(static_cast<std::size_t>(from + best))};
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
