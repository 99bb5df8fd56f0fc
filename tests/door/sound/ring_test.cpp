#include <algorithm>
#include <atomic>
#include <random>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/platform/sound/handover_log.h"
#include "kiosk/platform/sound/latency_meter.h"
#include "kiosk/platform/sound/line.h"
#include "kiosk/platform/sound/pcm_ring.h"
#include "kiosk/platform/sound/player.h"

using namespace tingdu;
using namespace tingdu::platform;

namespace {

struct Taken {
    StreamPosition position;
    std::int16_t sample;
};

}  // namespace

TEST_CASE("two consumers never get the same sample, and none that was cut back") {
    PcmRing ring;
    std::atomic<bool> done = false;
    constexpr StreamPosition length = 1'500'000;
    // What stands at each place in the end: whatever was cut back and written anew must never have been taken.
    std::vector<std::int16_t> script(length + 4096);

    const auto consume = [&](std::vector<Taken>& taken) {
        std::vector<std::int16_t> chunk(PcmRing::longest_chunk);
        while (!done || ring.read() < ring.written()) {
            const StreamPosition from = ring.read();
            const StreamPosition to = ring.written();
            if (from >= to) {
                std::this_thread::yield();
                continue;
            }
            const auto some = std::span(chunk).first(std::min(chunk.size(), static_cast<std::size_t>(to - from)));
            if (!ring.take(from, some)) continue;
            for (std::size_t i = 0; i < some.size(); ++i) taken.push_back({from + i, some[i]});
        }
    };
    std::vector<Taken> first;
    std::vector<Taken> second;
    std::thread one([&] { consume(first); });
    std::thread two([&] { consume(second); });

    std::mt19937 dice(4);
    std::vector<std::int16_t> words(1024);
    while (ring.written() < length) {
        const StreamPosition from = ring.written();
        const auto some = std::span(words).first(1 + dice() % words.size());
        for (auto& sample : some) sample = static_cast<std::int16_t>(dice());
        const std::size_t count = ring.write(some);
        std::copy_n(some.begin(), count, script.begin() + static_cast<std::ptrdiff_t>(from));
        if (dice() % 2 == 0) {
            const StreamPosition end = ring.written();
            const StreamPosition reached = ring.cut_back(end - std::min<StreamPosition>(end, dice() % 3000));
            CHECK(reached <= end);
            CHECK(reached == ring.written());
        }
    }
    done = true;
    one.join();
    two.join();

    CHECK(first.size() + second.size() == ring.written());
    std::vector<Taken> all = first;
    all.insert(all.end(), second.begin(), second.end());
    std::ranges::sort(all, {}, &Taken::position);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].position != i || all[i].sample != script[i]) ++wrong;
    CHECK(wrong == 0);
}

TEST_CASE("players and the program may do everything at once") {
    PcmRing ring;
    const Jack jack;
    std::atomic<bool> done = false;
    const auto play = [&] {
        Player player(ring, jack);
        std::vector<std::int16_t> out(220);
        while (!done) player.play(out);
    };
    std::thread one(play);
    std::thread two(play);
    std::mt19937 dice(8);
    const Pcm sound(500, 1000);
    for (int i = 0; i < 20000; ++i) {
        switch (dice() % 8) {
            case 0:
                ring.flush();
                break;
            case 1:
                ring.hold();
                break;
            case 2:
                ring.release();
                break;
            case 3:
                ring.set_gain(static_cast<float>(dice() % 5));
                break;
            case 4:
                ring.drop(ring.read() + dice() % 10 * (ring.read() + 10 <= ring.written() ? 1 : 0));
                break;
            case 5:
                ring.cut_back(ring.read() + dice() % 1000);
                break;
            default:
                ring.write(sound);
        }
        REQUIRE(ring.flushed() <= ring.written());
    }
    done = true;
    one.join();
    two.join();
    CHECK(ring.read() <= ring.written());
}

TEST_CASE("while the way changes under their hands, no player plays what is for the other") {
    PcmRing ring;
    Jack jack;
    std::atomic<bool> done = false;
    std::atomic<std::size_t> strayed = 0;
    std::atomic<std::size_t> played = 0;
    const auto play = [&](Serves serves, int sign) {
        Player player(ring, jack, serves);
        std::vector<std::int16_t> out(220);
        while (!done) {
            player.play(out);
            for (const std::int16_t sample : out) {
                if (sample * sign < 0) ++strayed;
                if (sample * sign > 0) ++played;
            }
        }
    };
    std::thread hall(play, Serves::loudspeaker, 1);
    std::thread ear(play, Serves::headphones, -1);
    std::mt19937 dice(9);
    const Pcm loud(500, 1000);
    const Pcm close(500, -1000);
    Outlet outlet = Outlet::loudspeaker;
    for (int i = 0; i < 40000 || played == 0; ++i) {
        if (dice() % 4 == 0) {
            jack.is_in = dice() % 3 != 0;
            outlet = static_cast<Outlet>(dice() % 3);
            ring.route(outlet);
        }
        if (dice() % 5 == 0) ring.cut_back(ring.read() + dice() % 1000);
        ring.write(outlet == Outlet::loudspeaker ? loud : close);
    }
    done = true;
    hall.join();
    ear.join();
    CHECK(strayed == 0);
    CHECK(played > 0);
}

TEST_CASE("a handover is whole again after its halves have run over") {
    const StreamPosition position = (StreamPosition{3} << 32U) + 5;
    const std::int64_t time = (std::int64_t{7} << 32U) + 2;
    const Handover handover(Handover::pack(position, time));
    CHECK(handover.position(position - 1000) == position);
    CHECK(handover.position(position + 1000) == position);
    CHECK(handover.time_us(time + 5'000'000) == time);
}

TEST_CASE("what is heard is found by looking back, through a pause to the very sample where it began") {
    HandoverLog log;
    log.restart(1'000'000, 0);
    log.add(1'100'000, 1102);  // began 50 ms before, at half way
    log.add(1'200'000, 3307);
    CHECK(log.position_at(1'020'000) == 0);
    CHECK(log.position_at(1'050'000) <= 1);
    CHECK(log.position_at(1'075'000) == doctest::Approx(551).epsilon(0.01));
    CHECK(log.position_at(1'150'000) == doctest::Approx(2205).epsilon(0.01));
    CHECK(log.position_at(1'500'000) == 3307);
    log.add(1'150'000, 100);  // the past does not change
    CHECK(log.last() == 3307);
}

TEST_CASE("a device's latency is what it takes in before it goes at its own pace") {
    LatencyMeter meter;
    std::int64_t now = 5'000'000;
    for (int i = 0; i < 4; ++i) meter.handed(441, now += 100);  // fills 80 ms at once
    now += 1'800'000;                                           // stands still
    for (int i = 0; i < 100; ++i) meter.handed(441, now += 20'000);
    CHECK(static_cast<double>(meter.latency_us()) == doctest::Approx(80'000).epsilon(0.01));
    for (int i = 0; i < 100'000; ++i) meter.handed(441, now += 19'990);  // its clock runs fast
    CHECK(static_cast<double>(meter.latency_us()) == doctest::Approx(80'000).epsilon(0.02));
}
