#include "kiosk/speech/shaping.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <new>
#include <numbers>

#include <ebur128.h>

namespace tingdu::speech {
namespace {

std::int16_t sample_of(double value) {
    return static_cast<std::int16_t>(std::lround(std::clamp(value, -32768.0, 32767.0)));
}

/// A filter of the second order, in the form of which Direct Form II transposed is the usual name.
class Biquad {
  public:
    Biquad(double b0, double b1, double b2, double a1, double a2) : b0_(b0), b1_(b1), b2_(b2), a1_(a1), a2_(a2) {}

    double operator()(double in) {
        const double out = b0_ * in + held1_;
        held1_ = b1_ * in - a1_ * out + held2_;
        held2_ = b2_ * in - a2_ * out;
        return out;
    }

  private:
    double b0_, b1_, b2_, a1_, a2_;
    double held1_ = 0;
    double held2_ = 0;
};

/// A bell around `hz`, `octaves` wide at half its height: the peaking filter of Robert Bristow-Johnson's "Cookbook
/// formulae for audio EQ biquad filter coefficients".
Biquad bell(double hz, double octaves, double db) {
    const double w = 2 * std::numbers::pi * hz / sample_rate_hz;
    const double a = std::pow(10, db / 40);
    const double alpha = std::sin(w) * std::sinh(std::numbers::ln2 / 2 * octaves * w / std::sin(w));
    const double scale = 1 / (1 + alpha / a);
    const double middle = -2 * std::cos(w) * scale;
    return {(1 + alpha * a) * scale, middle, (1 - alpha * a) * scale, middle, (1 - alpha / a) * scale};
}

}  // namespace

double loudness_lufs(const Pcm& pcm) {
    constexpr double silent_lufs = -70;
    constexpr Pcm::size_type silence = 3 * sample_rate_hz / 10;  // a block is 400 ms, and one begins every 100
    const auto destroy = [](ebur128_state* meter) { ebur128_destroy(&meter); };
    const std::unique_ptr<ebur128_state, decltype(destroy)> meter(ebur128_init(1, sample_rate_hz, EBUR128_MODE_I));
    if (!meter) throw std::bad_alloc();
    const Pcm still(silence);
    for (const Pcm* part : {&still, &pcm, &still}) ebur128_add_frames_short(meter.get(), part->data(), part->size());
    double lufs = silent_lufs;
    ebur128_loudness_global(meter.get(), &lufs);
    return std::max(lufs, silent_lufs);
}

void lift(Pcm& pcm, double db) {
    if (db == 0) return;
    // The middle of 2 to 4 kHz, as a third of an octave more than that is wide.
    Biquad filter = bell(2828, 1.3, db);
    const double before_lufs = loudness_lufs(pcm);
    // Softer by as much at first, so that nothing is cut off.
    const double room = std::pow(10, -db / 20);
    std::ranges::transform(pcm, pcm.begin(), [&](std::int16_t sample) { return sample_of(filter(sample * room)); });
    amplify(pcm, before_lufs - loudness_lufs(pcm));
}

void level(Pcm& pcm) {
    constexpr double most_db = 9;
    constexpr double nothing_lufs = -60;
    const double lufs = loudness_lufs(pcm);
    if (lufs > nothing_lufs) amplify(pcm, std::clamp(common_lufs - lufs, -most_db, most_db));
}

void amplify(Pcm& pcm, double db) {
    if (db == 0) return;
    const double factor = std::pow(10, db / 20);
    for (std::int16_t& sample : pcm) sample = sample_of(sample * factor);
}

}  // namespace tingdu::speech
