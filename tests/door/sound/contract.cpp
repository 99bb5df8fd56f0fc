#include "tests/door/sound/contract.h"

#include <chrono>
#include <cmath>
#include <numbers>
#include <thread>

#include <doctest/doctest.h>

namespace tingdu::door_test {

using platform::Hearing;
using platform::Speaker;

void Hall::wait(double ms) {
    const double end = now_ms() + ms;
    while (now_ms() < end) step();
}

bool Hall::wait_until(const std::function<bool()>& happened, double longest_ms) {
    const double end = now_ms() + longest_ms;
    while (!happened()) {
        if (now_ms() >= end) return false;
        step();
    }
    return true;
}

bool Hall::wait_until_all_heard(double longest_ms) {
    return wait_until([this] { return speaker().hearing().heard == speaker().written(); }, longest_ms);
}

void RealHall::step() {
    (void)speaker_->hearing();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

double RealHall::now_ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Pcm tone(double seconds) {
    Pcm pcm(static_cast<std::size_t>(seconds * sample_rate_hz));
    const double length = static_cast<double>(pcm.size());
    for (std::size_t i = 0; i < pcm.size(); ++i) {
        const double at = static_cast<double>(i);
        const double soft = std::min({1.0, at / 100, (length - 1 - at) / 100});
        pcm[i] = static_cast<std::int16_t>(8000 * soft * std::sin(at * 2 * std::numbers::pi * 440 / sample_rate_hz));
    }
    return pcm;
}

namespace {

void hears_all_that_was_written_at_the_pace_of_sound(Hall& hall) {
    Speaker& speaker = hall.speaker();
    const StreamPosition before = speaker.written();
    const Pcm sound = tone(0.4);
    CHECK(speaker.write(sound) == sound.size());
    CHECK(speaker.written() == before + sound.size());
    const double begun = hall.now_ms();
    StreamPosition last = before;
    while (last < speaker.written() && hall.now_ms() < begun + 2000) {
        hall.step();
        const Hearing hearing = speaker.hearing();
        CHECK(hearing.heard >= last);
        CHECK(hearing.heard <= speaker.written());
        last = hearing.heard;
    }
    CHECK(last == speaker.written());
    CHECK(hall.now_ms() - begun > 380);
    CHECK(hall.now_ms() - begun < 700);
}

void does_not_count_silence(Hall& hall) {
    Speaker& speaker = hall.speaker();
    const StreamPosition before = speaker.hearing().heard;
    hall.wait(150);
    CHECK(speaker.hearing().heard == before);
    speaker.write(tone(0.1));
    CHECK(speaker.hearing().heard < before + 500);
    CHECK(hall.wait_until_all_heard(1000));
}

void takes_some_seconds_and_no_more_than_it_has_room_for(Hall& hall) {
    Speaker& speaker = hall.speaker();
    const StreamPosition before = speaker.written();
    const std::size_t taken = speaker.write(tone(15));
    CHECK(taken > std::size_t{8} * sample_rate_hz);
    CHECK(taken < std::size_t{15} * sample_rate_hz);
    CHECK(speaker.written() == before + taken);
}

void counts_what_is_flushed_as_heard_at_once(Hall& hall) {
    Speaker& speaker = hall.speaker();
    speaker.flush();
    CHECK(speaker.hearing().heard == speaker.written());
    const Pcm next = tone(0.1);
    hall.wait(30);
    CHECK(speaker.write(next) == next.size());
    CHECK(speaker.hearing().heard < speaker.written());
    CHECK(hall.wait_until_all_heard(1000));
}

void stands_still_while_held(Hall& hall) {
    Speaker& speaker = hall.speaker();
    speaker.write(tone(0.5));
    hall.wait(100);
    speaker.hold();
    hall.wait(120);
    const StreamPosition still = speaker.hearing().heard;
    CHECK(still < speaker.written());
    hall.wait(100);
    CHECK(speaker.hearing().heard == still);
    speaker.release();
    CHECK(hall.wait_until_all_heard(1500));
}

void forgets_what_was_held_when_flushed(Hall& hall) {
    Speaker& speaker = hall.speaker();
    speaker.write(tone(1));
    speaker.hold();
    hall.wait(30);
    speaker.flush();
    speaker.release();
    CHECK(speaker.hearing().heard == speaker.written());
    speaker.write(tone(0.1));
    CHECK(hall.wait_until_all_heard(500));
}

void takes_back_what_is_not_on_its_way(Hall& hall) {
    Speaker& speaker = hall.speaker();
    const StreamPosition before = speaker.written();
    speaker.write(tone(1));
    hall.wait(60);
    const StreamPosition end = speaker.written();
    CHECK(speaker.cut_back(end + 100) == end);
    const StreamPosition wished = before + sample_rate_hz / 2;
    CHECK(speaker.cut_back(wished) == wished);
    CHECK(speaker.written() == wished);
    const StreamPosition reached = speaker.cut_back(0);
    CHECK(reached > before);
    CHECK(reached < wished);
    CHECK(reached == speaker.written());
    CHECK(reached >= speaker.hearing().heard);
    const Pcm other = tone(0.1);
    CHECK(speaker.write(other) == other.size());
    CHECK(speaker.written() == reached + other.size());
    CHECK(hall.wait_until_all_heard(1000));
}

}  // namespace

void check_contract(Hall& hall) {
    CHECK(hall.speaker().written() == 0);
    CHECK(hall.speaker().hearing().heard == 0);
    REQUIRE(hall.wait_until([&] { return hall.speaker().hearing().device != platform::Device::sought; }, 5000));
    hears_all_that_was_written_at_the_pace_of_sound(hall);
    does_not_count_silence(hall);
    takes_some_seconds_and_no_more_than_it_has_room_for(hall);
    counts_what_is_flushed_as_heard_at_once(hall);
    stands_still_while_held(hall);
    forgets_what_was_held_when_flushed(hall);
    takes_back_what_is_not_on_its_way(hall);
}

}  // namespace tingdu::door_test
