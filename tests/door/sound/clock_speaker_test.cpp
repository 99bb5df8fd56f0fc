#include "kiosk/rehearsal/clock_speaker.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <random>

#include <doctest/doctest.h>

#include "tests/door/sound/contract.h"

using namespace tingdu;
using namespace tingdu::door_test;
using platform::Device;
using rehearsal::ClockSpeaker;

namespace {

constexpr std::size_t fade = 66;        // 3 ms
constexpr std::size_t gain_ramp = 441;  // 20 ms

class ClockHall final : public Hall {
  public:
    platform::Speaker& speaker() override { return speaker_; }
    void step() override { speaker_.advance_to(speaker_.recording().size() + 44); }
    [[nodiscard]] double now_ms() const override {
        return 1000.0 * static_cast<double>(speaker_.recording().size()) / sample_rate_hz;
    }

  private:
    ClockSpeaker speaker_;
};

/// 1, 2, 3 …: each sample tells which it is.
Pcm ramp(std::size_t length, int from = 1) {
    Pcm pcm(length);
    std::ranges::generate(pcm, [from]() mutable { return static_cast<std::int16_t>(from++); });
    return pcm;
}

Pcm tone_of(double hz, double seconds, double amplitude) {
    Pcm pcm(static_cast<std::size_t>(seconds * sample_rate_hz));
    for (std::size_t i = 0; i < pcm.size(); ++i)
        pcm[i] = static_cast<std::int16_t>(
            amplitude * std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / sample_rate_hz));
    return pcm;
}

void advance(ClockSpeaker& speaker, std::size_t samples) {
    speaker.advance_to(speaker.recording().size() + samples);
}

std::span<const std::int16_t> last(const ClockSpeaker& speaker, std::size_t samples) {
    return std::span(speaker.recording()).last(samples);
}

int largest_step(std::span<const std::int16_t> pcm) {
    int largest = 0;
    for (std::size_t i = 1; i < pcm.size(); ++i) largest = std::max(largest, std::abs(pcm[i] - pcm[i - 1]));
    return largest;
}

}  // namespace

TEST_CASE("the clock speaker keeps the contract") {
    ClockHall hall;
    check_contract(hall);
}

TEST_CASE("what is written comes out unchanged, with silence before and after it") {
    ClockSpeaker speaker;
    advance(speaker, 100);
    const Pcm sound = ramp(1000);
    speaker.write(sound);
    advance(speaker, 1100);
    CHECK(std::ranges::count(std::span(speaker.recording()).first(100), 0) == 100);
    CHECK(std::ranges::equal(std::span(speaker.recording()).subspan(100, 1000), sound));
    CHECK(std::ranges::count(last(speaker, 100), 0) == 100);
}

TEST_CASE("hold and release lose no sample and play none twice") {
    ClockSpeaker speaker;
    speaker.write(ramp(4000));
    advance(speaker, 1000);
    speaker.hold();
    advance(speaker, 500);
    CHECK(speaker.hearing().heard == 1000 + fade);
    speaker.release();
    advance(speaker, 4000 - 1000 - fade);
    const Pcm sound = ramp(4000);
    const auto heard = std::span(speaker.recording());
    const auto alike = [&](std::size_t at, std::size_t from, std::size_t length) {
        return std::ranges::equal(heard.subspan(at, length), std::span(sound).subspan(from, length));
    };
    constexpr std::size_t held_at = 1000 + fade;
    CHECK(alike(0, 0, 1000));
    CHECK(std::ranges::count(heard.subspan(held_at, 1500 - held_at), 0) == 1500 - held_at);
    CHECK(alike(1500 + fade, held_at + fade, 4000 - held_at - fade));
    CHECK(heard[1500 + fade / 2] == doctest::Approx(sound[held_at + fade / 2] / 2).epsilon(0.05));
}

TEST_CASE("hold, release and flush do not click") {
    // A constant is the worst there is: any sudden change shows whole. In 3 ms it takes 66 steps.
    ClockSpeaker speaker;
    speaker.write(Pcm(20000, 6600));
    advance(speaker, 1000);
    const std::size_t from = speaker.recording().size();
    for (int i = 0; i < 3; ++i) {
        speaker.hold();
        advance(speaker, 30 + 60 * static_cast<std::size_t>(i));
        speaker.release();
        advance(speaker, 200);
    }
    speaker.flush();
    advance(speaker, 200);
    CHECK(last(speaker, 1)[0] == 0);
    CHECK(largest_step(std::span(speaker.recording()).subspan(from)) <= 101);
}

TEST_CASE("after a flush the next sound begins at once, at its full level") {
    ClockSpeaker speaker;
    speaker.write(ramp(10000));
    advance(speaker, 500);
    speaker.flush();
    const Pcm next = ramp(100, 500);
    speaker.write(next);
    advance(speaker, fade + 100);
    CHECK(std::ranges::equal(last(speaker, 100), next));
}

TEST_CASE("the gain is reached over 20 ms, without a step") {
    ClockSpeaker speaker;
    speaker.write(Pcm(5000, 4410));
    advance(speaker, 500);
    speaker.set_gain(2);
    advance(speaker, gain_ramp);
    CHECK(last(speaker, 1)[0] == doctest::Approx(8820).epsilon(0.01));
    speaker.set_gain(0.5);
    advance(speaker, gain_ramp + 2);
    CHECK(last(speaker, 1)[0] == doctest::Approx(2205).epsilon(0.01));
    CHECK(largest_step(speaker.recording()) <= 4410);  // the sound's own beginning
    CHECK(largest_step(last(speaker, 2 * gain_ramp)) <= 20);
}

TEST_CASE("at the loudest no peak reaches full scale, and what lies below it stays as it is") {
    ClockSpeaker speaker;
    speaker.set_gain(4);
    advance(speaker, 10);
    // Soft, then a burst four times too loud, then soft again.
    Pcm sound = tone_of(400, 0.5, 2000);
    const Pcm burst = tone_of(400, 0.2, 30000);
    sound.insert(sound.end(), burst.begin(), burst.end());
    const Pcm soft = tone_of(400, 2, 2000);
    sound.insert(sound.end(), soft.begin(), soft.end());
    speaker.write(sound);
    advance(speaker, sound.size());
    const auto heard = last(speaker, sound.size());
    CHECK(std::ranges::max(heard) <= 28213);
    CHECK(std::ranges::min(heard) >= -28213);
    CHECK(std::ranges::max(heard) >= 27000);
    const auto factor = [&](double second) {
        const auto begin = static_cast<std::size_t>(second * sample_rate_hz);
        double in = 0;
        double out = 0;
        for (std::size_t i = begin; i < begin + 500; ++i) {
            in += std::abs(static_cast<double>(sound[i]));
            out += std::abs(static_cast<double>(heard[i]));
        }
        return out / in;
    };
    CHECK(factor(0.4) == doctest::Approx(4).epsilon(0.01));                  // it does not know of the burst yet
    CHECK(factor(0.6) < 1.05);                                               // the whole burst is turned down …
    CHECK(factor(0.55) / factor(0.65) == doctest::Approx(1).epsilon(0.02));  // … evenly: no period is heard in it
    CHECK(factor(2.6) > 3.8);                                                // and up again, slowly
    CHECK(factor(0.85) < 2.5);
}

TEST_CASE("a burst that comes at once does not clip either") {
    ClockSpeaker speaker;
    speaker.set_gain(4);
    advance(speaker, 10);
    for (int i = 0; i < 200; ++i) {  // written as late as can be, so that nothing can be looked ahead at
        speaker.write(Pcm(7, static_cast<std::int16_t>(i % 2 == 0 ? 32767 : -32768)));
        advance(speaker, 7);
    }
    CHECK(std::ranges::max(speaker.recording()) <= 28213);
    CHECK(std::ranges::min(speaker.recording()) >= -28213);
}

TEST_CASE("a gain beyond what is allowed is taken as the nearest") {
    ClockSpeaker speaker;
    speaker.set_gain(-1);
    advance(speaker, 10);
    speaker.write(Pcm(100, 1000));
    advance(speaker, 100);
    CHECK(std::ranges::count(last(speaker, 100), 0) == 100);
}

TEST_CASE("a cut takes effect between two samples: what follows it is heard right after") {
    ClockSpeaker speaker;
    speaker.write(ramp(5000));
    advance(speaker, 1000);
    const StreamPosition cut = speaker.cut_back(2000);
    REQUIRE(cut == 2000);
    speaker.write(ramp(1000, 20000));
    advance(speaker, 2000);
    const Pcm& heard = speaker.recording();
    CHECK(heard[1999] == 2000);
    CHECK(heard[2000] == 20000);
}

TEST_CASE("with the sound lost the stream goes on and the recording is silent") {
    ClockSpeaker speaker;
    speaker.write(ramp(3000));
    advance(speaker, 1000);
    speaker.set_device(Device::lost);
    advance(speaker, 1000);
    CHECK(speaker.hearing().heard == 2000);
    CHECK(speaker.hearing().device == Device::lost);
    CHECK(std::ranges::count(last(speaker, 1000), 0) == 1000);
    speaker.set_device(Device::live);
    advance(speaker, 1000);
    CHECK(last(speaker, 1)[0] == 3000);
}

TEST_CASE("headphones have what is written for them, the loudspeaker what is written for it") {
    ClockSpeaker speaker;
    const Pcm to_hall(300, 1000);
    const Pcm to_ear(3000, 2000);
    speaker.write(to_hall);
    advance(speaker, 200);
    speaker.plug_headphones();
    speaker.route(Outlet::headphones);
    CHECK(speaker.hearing().headphones_are_in);
    speaker.write(to_ear);
    advance(speaker, 1000);
    CHECK(speaker.headphones().back() == 2000);
    speaker.pull_headphones();
    advance(speaker, 1000);  // nobody has been told yet
    CHECK(std::ranges::all_of(last(speaker, 1000), [](auto sample) { return sample == 0; }));
    speaker.route(Outlet::nowhere);
    speaker.write(to_ear);
    advance(speaker, 1000);
    CHECK(speaker.recording().back() == 0);
    speaker.route(Outlet::loudspeaker);
    speaker.write(to_hall);
    advance(speaker, 1000);
    CHECK(std::ranges::max(speaker.loudspeaker()) == 1000);
    CHECK(std::ranges::count(speaker.loudspeaker(), 1000) > 300);
    CHECK(std::ranges::count(speaker.headphones(), 1000) == 0);
    CHECK_FALSE(speaker.hearing().headphones_are_in);
}

TEST_CASE("what the loudspeaker was saying ends softly when headphones come") {
    ClockSpeaker speaker;
    speaker.write(Pcm(4000, 20000));
    advance(speaker, 1000);
    speaker.plug_headphones();
    speaker.route(Outlet::headphones);
    advance(speaker, 1000);
    const std::span<const std::int16_t> after = std::span(speaker.loudspeaker()).subspan(900);
    CHECK(largest_step(Pcm(after.begin(), after.end())) < 400);
    CHECK(speaker.loudspeaker().back() == 0);
}

TEST_CASE("out and in between two buffers: what waited for the headphones does not even fade out in the hall") {
    ClockSpeaker speaker;
    speaker.write(Pcm(1000, 1000));
    advance(speaker, 500);
    speaker.plug_headphones();
    speaker.route(Outlet::headphones);
    speaker.write(Pcm(1000, -2000));
    speaker.route(Outlet::loudspeaker);
    speaker.write(Pcm(1000, 1000));
    advance(speaker, 2000);
    CHECK(std::ranges::min(speaker.loudspeaker()) >= 0);
    CHECK(std::ranges::count(speaker.loudspeaker(), 1000) > 1000);
}

TEST_CASE("headphones in and out ten times a second: not a sample of theirs in the hall") {
    ClockSpeaker speaker;
    std::mt19937 dice(3);
    bool in = false;
    Outlet outlet = Outlet::loudspeaker;
    for (int i = 0; i < 5000; ++i) {
        if (dice() % 4 == 0) {
            in = !in;
            in ? speaker.plug_headphones() : speaker.pull_headphones();
        }
        if (dice() % 4 == 0) {
            outlet = in ? Outlet::headphones : dice() % 2 == 0 ? Outlet::nowhere : Outlet::loudspeaker;
            speaker.route(outlet);
        }
        const bool is_private = outlet != Outlet::loudspeaker;
        speaker.write(Pcm(dice() % 1500, static_cast<std::int16_t>(is_private ? -3000 : 3000)));
        if (dice() % 8 == 0)
            (void)speaker.cut_back(speaker.written() - std::min<StreamPosition>(speaker.written(), 700));
        advance(speaker, dice() % 1500);
    }
    CHECK(std::ranges::min(speaker.loudspeaker()) >= 0);
    CHECK(std::ranges::max(speaker.headphones()) <= 0);
    CHECK(std::ranges::count(speaker.loudspeaker(), 3000) > 10000);
    CHECK(std::ranges::count(speaker.headphones(), -3000) > 10000);
}
