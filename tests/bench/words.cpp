#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "kiosk/platform/sound/speaker.h"
#include "tests/bench/articles.h"
#include "tests/bench/clock.h"
#include "tests/bench/figures.h"
#include "tests/bench/monitor.h"
#include "tests/bench/parts.h"
#include "tests/bench/screen.h"

namespace tingdu::bench {
namespace {

constexpr std::uint32_t word_lit = 0xFFC93C;  // of kiosk/view/theme.cpp
constexpr double pause_ms = 60;               // longer than any closure within the words that are read here

/// When another word came to be lit, for a while. What follows within a moment is the page gliding.
std::vector<double> watch_words(const Screen& screen, double lasting_ms) {
    constexpr double glide_ms = 260;
    std::vector<double> lit;
    std::uint64_t places = 0;
    for (const double until = now_ms() + lasting_ms; now_ms() < until; sleep_ms(0.5)) {
        const std::uint64_t seen = screen.places_of(word_lit);
        if (seen == places) continue;
        places = seen;
        if (seen != 0 && (lit.empty() || now_ms() - lit.back() > glide_ms)) lit.push_back(now_ms());
    }
    return lit;
}

}  // namespace

void measure_words(const Stage& stage) {
    tell_part("A word lit beside the word heard");
    const Screen screen(stage.frame);
    const Monitor monitor;
    const Program tingdu(stage, {"--open", write_words_apart(stage.folder)});
    const auto first_ms = monitor.sound_after(tingdu.began_ms(), 30'000);
    if (!first_ms) throw std::runtime_error("the kiosk stays silent");
    const std::vector<double> lit = watch_words(screen, 30'000);

    Figures error_ms;
    Figures size_ms;
    for (const double heard_ms : monitor.onsets(*first_ms + 3000, pause_ms)) {
        const auto nearest = std::ranges::min_element(lit, {}, [&](double at) { return std::abs(at - heard_ms); });
        if (nearest == lit.end() || std::abs(*nearest - heard_ms) > 200) continue;
        error_ms.add(*nearest - heard_ms);
        size_ms.add(std::abs(*nearest - heard_ms));
    }
    tell("lit later than heard at the monitor", error_ms, "ms");
    tell("how far apart, either way", size_ms, "ms");
}

void measure_speaker(const Stage&) {
    tell_part("What the speaker takes for heard beside what is");
    const Monitor monitor;
    const auto speaker = platform::open_speaker({});
    if (!wait_until([&] { return speaker->hearing().device == platform::Device::live; }, 10'000))
        throw std::runtime_error("the speaker finds no device");
    sleep_ms(4000);  // for so long it measures the latency of a device

    Pcm click(110);
    for (std::size_t i = 0; i < click.size(); ++i) click[i] = i % 20 < 10 ? 12000 : -12000;
    Figures sound_ms;
    Figures error_ms;
    for (int i = 0; i < 30; ++i) {
        const auto next = speaker->written() + 1;
        const double written_ms = now_ms();
        speaker->write(click);
        if (!wait_until([&] { return speaker->hearing().heard >= next; }, 2000, 0.2)) continue;
        const double taken_ms = now_ms();
        if (const auto heard_ms = monitor.sound_after(written_ms, 2000)) {
            sound_ms.add(*heard_ms - written_ms);
            error_ms.add(taken_ms - *heard_ms);
        }
        sleep_ms(237);
    }
    tell("written → first sound at the monitor", sound_ms, "ms");
    tell("taken for heard later than it is", error_ms, "ms");
    tell("the latency that it measured", speaker->latency_ms(), "ms");
}

}  // namespace tingdu::bench
