#include "kiosk/runtime/earcons.h"

#include <cmath>
#include <complex>
#include <numbers>
#include <set>

#include <doctest/doctest.h>

using namespace tingdu;

namespace {

/// The part of its energy that lies between 300 and 3000 Hz, of what is below 8000.
double part_in_range(const Pcm& sound) {
    constexpr double step_hz = 10;
    double within = 0;
    double all = 0;
    for (double hz = step_hz; hz < 8000; hz += step_hz) {
        std::complex<double> sum;
        for (std::size_t i = 0; i < sound.size(); ++i)
            sum += static_cast<double>(sound[i]) *
                   std::polar(1.0, -2 * std::numbers::pi * hz * static_cast<double>(i) / sample_rate_hz);
        all += std::norm(sum);
        if (hz >= 300 && hz <= 3000) within += std::norm(sum);
    }
    return within / all;
}

}  // namespace

TEST_CASE("what answers a hand sounds between 300 and 3000 Hz, and no two alike") {
    std::set<Pcm> sounds;
    for (int i = 0; i <= static_cast<int>(app::Earcon::done); ++i) {
        const Pcm sound = runtime::sound_of(static_cast<app::Earcon>(i));
        CAPTURE(i);
        CHECK(part_in_range(sound) > 0.99);
        CHECK(sounds.insert(sound).second);
    }
}
