#include "kiosk/speech/shaping.h"

#include <cmath>
#include <numbers>

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::speech;

namespace {

Pcm tone(double hz, double amplitude) {
    Pcm pcm(sample_rate_hz);
    for (std::size_t i = 0; i < pcm.size(); ++i)
        pcm[i] = static_cast<std::int16_t>(
            amplitude * std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / sample_rate_hz));
    return pcm;
}

double level_db(const Pcm& pcm, double hz) {
    double real = 0;
    double imaginary = 0;
    for (std::size_t i = 0; i < pcm.size(); ++i) {
        const double phase = 2 * std::numbers::pi * hz * static_cast<double>(i) / sample_rate_hz;
        real += pcm[i] * std::cos(phase);
        imaginary += pcm[i] * std::sin(phase);
    }
    return 20 * std::log10(std::hypot(real, imaginary));
}

double power(const Pcm& pcm) {
    double sum = 0;
    for (const std::int16_t sample : pcm) sum += static_cast<double>(sample) * sample;
    return sum;
}

/// A hum, and a hiss between 2 and 4 kHz far below it.
Pcm speech_like() {
    Pcm pcm = tone(300, 8000);
    const Pcm hiss = tone(2800, 800);
    for (std::size_t i = 0; i < pcm.size(); ++i) pcm[i] = static_cast<std::int16_t>(pcm[i] + hiss[i]);
    return pcm;
}

}  // namespace

TEST_CASE("consonants are lifted over the rest by as much as was asked for, the whole as loud as before") {
    Pcm pcm = speech_like();
    const double over_before = level_db(pcm, 2800) - level_db(pcm, 300);
    const double power_before = power(pcm);
    lift(pcm, 8);
    CHECK(level_db(pcm, 2800) - level_db(pcm, 300) - over_before == doctest::Approx(8).epsilon(0.03));
    CHECK(power(pcm) / power_before == doctest::Approx(1).epsilon(0.01));
    const Pcm as_it_was = pcm;
    lift(pcm, 0);
    CHECK(pcm == as_it_was);
}

TEST_CASE("what lies an octave beside is hardly lifted") {
    for (const double hz : {700.0, 9000.0}) {
        Pcm pcm = tone(2800, 2000);
        const Pcm beside = tone(hz, 2000);
        for (std::size_t i = 0; i < pcm.size(); ++i) pcm[i] = static_cast<std::int16_t>(pcm[i] + beside[i]);
        lift(pcm, 8);
        CHECK(level_db(pcm, 2800) - level_db(pcm, hz) > 6);
    }
}

TEST_CASE("louder is limited to full scale, and does not wrap") {
    Pcm pcm{10000, -10000, 100};
    amplify(pcm, 20);
    CHECK(pcm == Pcm{32767, -32768, 1000});
    amplify(pcm, -20);
    CHECK(pcm[2] == 100);
}
