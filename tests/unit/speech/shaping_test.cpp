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
    const double before_lufs = loudness_lufs(pcm);
    lift(pcm, 8);
    CHECK(level_db(pcm, 2800) - level_db(pcm, 300) - over_before == doctest::Approx(8).epsilon(0.03));
    CHECK(std::abs(loudness_lufs(pcm) - before_lufs) < 0.05);
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

TEST_CASE("loudness is measured as EBU R 128 has it, and brought to the common one, short or long") {
    const auto long_tone = [](double hz, double amplitude) {
        Pcm all;
        const Pcm second = tone(hz, amplitude);
        for (int i = 0; i < 20; ++i) all.insert(all.end(), second.begin(), second.end());
        return all;
    };
    // A sine of 1 kHz at full scale in one channel is -3.0 LUFS; low ones are heard less, high ones more.
    CHECK(std::abs(loudness_lufs(long_tone(1000, 32767)) + 3.01) < 0.1);
    CHECK(std::abs(loudness_lufs(long_tone(1000, 3277)) + 23.0) < 0.1);
    CHECK(loudness_lufs(long_tone(60, 3277)) < -24);
    CHECK(loudness_lufs(long_tone(5000, 3277)) > -20.5);
    CHECK(loudness_lufs(Pcm(sample_rate_hz)) == -70);
    for (const double seconds : {0.2, 0.5, 1.0})
        for (const double amplitude : {2000.0, 5000.0}) {
            Pcm pcm = tone(440, amplitude);
            pcm.resize(static_cast<std::size_t>(seconds * sample_rate_hz));
            level(pcm);
            CHECK(std::abs(loudness_lufs(pcm) - common_lufs) < 0.1);
        }
    Pcm silence(sample_rate_hz);
    level(silence);
    CHECK(silence == Pcm(sample_rate_hz));
}
