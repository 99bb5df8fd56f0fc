#include "kiosk/speech/shaping.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

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

// The two filters of BS.1770-4, which gives them for 48 kHz, at our rate: the head raises what is high, and the ear
// hardly hears what is low. Frequencies and widths are those that its figures come from.

Biquad head() {
    const double k = std::tan(std::numbers::pi * 1681.974450955533 / sample_rate_hz);
    const double q = 0.7071752369554196;
    const double high = std::pow(10, 3.999843853973347 / 20);
    const double middle = std::pow(high, 0.4996667741545416);
    const double scale = 1 / (1 + k / q + k * k);
    return {(high + middle * k / q + k * k) * scale, 2 * (k * k - high) * scale,
            (high - middle * k / q + k * k) * scale, 2 * (k * k - 1) * scale, (1 - k / q + k * k) * scale};
}

Biquad ear() {
    const double k = std::tan(std::numbers::pi * 38.13547087602444 / sample_rate_hz);
    const double q = 0.5003270373238773;
    const double scale = 1 / (1 + k / q + k * k);
    return {1, -2, 1, 2 * (k * k - 1) * scale, (1 - k / q + k * k) * scale};
}

}  // namespace

double loudness_lufs(const Pcm& pcm) {
    constexpr std::size_t step = sample_rate_hz / 10;  // a block is four, and begins with each
    constexpr std::size_t steps_of_block = 4;
    constexpr double silent_lufs = -70;
    constexpr double gate_lu = -10;
    const std::size_t steps = (pcm.size() + step - 1) / step + 2 * (steps_of_block - 1);
    std::vector<double> power(steps);
    Biquad of_head = head();
    Biquad of_ear = ear();
    for (std::size_t i = 0; i < pcm.size(); ++i) {
        const double heard = of_ear(of_head(pcm[i] / 32768.0));
        power[i / step + steps_of_block - 1] += heard * heard / step;
    }
    const auto lufs = [](double mean) { return -0.691 + 10 * std::log10(mean + 1e-12); };
    std::vector<double> blocks;
    for (std::size_t i = 0; i + steps_of_block <= steps; ++i) {
        double mean = 0;
        for (std::size_t k = i; k < i + steps_of_block; ++k) mean += power[k] / steps_of_block;
        if (lufs(mean) > silent_lufs) blocks.push_back(mean);
    }
    const auto mean_above = [&](double least) {
        double sum = 0;
        std::size_t count = 0;
        for (const double block : blocks)
            if (lufs(block) > least) sum += block, ++count;
        return count > 0 ? lufs(sum / static_cast<double>(count)) : silent_lufs;
    };
    return blocks.empty() ? silent_lufs : mean_above(mean_above(silent_lufs) + gate_lu);
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
