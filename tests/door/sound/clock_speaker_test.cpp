#include "kiosk/rehearsal/clock_speaker.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

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

TEST_CASE("peaks beyond full scale are limited, in order and on their own side of zero") {
    ClockSpeaker speaker;
    speaker.set_gain(4);
    advance(speaker, 10);
    Pcm sound;
    for (int i = -32768; i <= 32767; i += 16) sound.push_back(static_cast<std::int16_t>(i));
    speaker.write(sound);
    advance(speaker, sound.size());
    const auto heard = last(speaker, sound.size());
    CHECK(std::ranges::is_sorted(heard));
    CHECK(heard.front() < -32000);
    CHECK(heard.back() > 32000);
    CHECK(heard[2048 + 100] == 4 * 1600);
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
