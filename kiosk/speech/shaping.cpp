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

/// A bell around `hz`, `octaves` wide at half its height: the peaking filter of Robert Bristow-Johnson's "Cookbook
/// formulae for audio EQ biquad filter coefficients".
class Bell {
  public:
    Bell(double hz, double octaves, double db) {
        const double w = 2 * std::numbers::pi * hz / sample_rate_hz;
        const double a = std::pow(10, db / 40);
        const double alpha = std::sin(w) * std::sinh(std::numbers::ln2 / 2 * octaves * w / std::sin(w));
        const double scale = 1 / (1 + alpha / a);
        b0_ = (1 + alpha * a) * scale;
        b1_ = -2 * std::cos(w) * scale;
        b2_ = (1 - alpha * a) * scale;
        a1_ = b1_;
        a2_ = (1 - alpha / a) * scale;
    }

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

}  // namespace

void lift(Pcm& pcm, double db) {
    if (db == 0) return;
    // The middle of 2 to 4 kHz, as a third of an octave more than that is wide.
    Bell bell(2828, 1.3, db);
    std::vector<double> lifted(pcm.begin(), pcm.end());
    double before = 0;
    double after = 0;
    for (double& sample : lifted) {
        before += sample * sample;
        sample = bell(sample);
        after += sample * sample;
    }
    const double as_loud = after > 0 ? std::sqrt(before / after) : 1;
    std::ranges::transform(lifted, pcm.begin(), [as_loud](double sample) { return sample_of(sample * as_loud); });
}

void amplify(Pcm& pcm, double db) {
    if (db == 0) return;
    const double factor = std::pow(10, db / 20);
    for (std::int16_t& sample : pcm) sample = sample_of(sample * factor);
}

}  // namespace tingdu::speech
