// The real speaker. PortAudio looks at its surroundings once in a process, so these cases are played in processes of
// their own: with no sound device at all, and beside a PulseAudio that plays into nothing (tests/support/null_sink).
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/platform/sound/mute_speaker.h"
#include "tests/door/sound/contract.h"
#include "tests/door/sound/monitor.h"

using namespace tingdu;
using namespace tingdu::door_test;
using platform::Device;

namespace {

int play_suite(const std::string& surroundings, const std::string& suite) {
    const std::string self = std::filesystem::read_symlink("/proc/self/exe");
    // Leaks are looked for in the other cases: the libraries below PortAudio leave some each time.
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    const int status = std::system((surroundings + " '" + self + "' --no-skip -ts='" + suite + "'").c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A hall with a device that is known to play, and nothing in its ring.
struct PlayingHall {
    RealHall hall;
    platform::Speaker& speaker = hall.speaker();
    PlayingHall() { REQUIRE(live_within(5000)); }
    bool live_within(double ms) {
        return hall.wait_until([this] { return speaker.hearing().device == Device::live; }, ms);
    }
    bool lost_within(double ms) {
        return hall.wait_until([this] { return speaker.hearing().device == Device::lost; }, ms);
    }
};

Pcm slope(std::size_t length) {
    Pcm pcm(length);
    for (std::size_t i = 0; i < length; ++i) pcm[i] = static_cast<std::int16_t>(i + 1);
    return pcm;
}

bool is_sound(std::int16_t sample) {
    return sample != 0;
}

pid_t server() {
    return std::atoi(std::getenv("NULL_SINK_PID"));
}

double middle(std::vector<double> values) {
    REQUIRE_FALSE(values.empty());
    std::ranges::sort(values);
    return values[values.size() / 2];
}

}  // namespace

TEST_CASE("the speaker keeps the contract with no sound device at all") {
    // All that ALSA is told of is a card that no machine has; with nothing at all PortAudio would abort.
    const auto folder = std::filesystem::temp_directory_path() / ("no_device." + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    std::ofstream(folder / "asound.conf") << "pcm.gone { type hw card 31 }\n";
    CHECK(play_suite("env ALSA_CONFIG_PATH='" + (folder / "asound.conf").string() + "'", "no device") == 0);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a mute speaker keeps the contract, and is lost from the first") {
    RealHall hall(platform::open_mute_speaker());
    CHECK(hall.speaker().hearing().device == Device::lost);
    check_contract(hall);
    CHECK(hall.speaker().hearing().device == Device::lost);
}

TEST_CASE("the speaker keeps the contract and more on a device") {
#ifdef __SANITIZE_THREAD__
    MESSAGE("SKIPPED: the thread sanitizer cannot see how PulseAudio's own threads lock");
    return;
#endif
    constexpr int not_installed = 77;
    const int result = play_suite("'" TINGDU_SOURCE_DIR "/tests/support/null_sink'", "device");
    if (result == not_installed) {
        MESSAGE("SKIPPED: install pulseaudio to try the speaker on a device");
        return;
    }
    CHECK(result == 0);
}

TEST_SUITE("no device" * doctest::skip()) {
    TEST_CASE("without a device the stream goes on by the clock") {
        RealHall hall;
        check_contract(hall);
        CHECK(hall.speaker().hearing().device == Device::lost);
        CHECK(hall.speaker().latency_ms() == 0);
    }
}

TEST_SUITE("device" * doctest::skip()) {
    TEST_CASE("the contract on a device") {
        PlayingHall playing;
        check_contract(playing.hall);
        CHECK(playing.speaker.hearing().device == Device::live);
    }

    TEST_CASE("what is written reaches the device unchanged, every sample once, held or not") {
        PlayingHall playing;
        const Monitor monitor;
        playing.hall.wait(300);
        const Pcm sound = slope(16000);
        playing.speaker.write(sound);
        playing.hall.wait(250);
        playing.speaker.hold();
        playing.hall.wait(100);
        const StreamPosition held = playing.speaker.hearing().heard;
        playing.speaker.release();
        REQUIRE(playing.hall.wait_until_all_heard(2000));
        playing.hall.wait(100);
        Pcm heard = monitor.all();
        std::erase(heard, 0);
        // 66 samples before the hold are faded, and 66 after it.
        const auto pause = static_cast<std::ptrdiff_t>(held);
        REQUIRE(pause > 1000);
        REQUIRE(heard.size() >= sound.size() - 4);  // the softest of the faded are zero
        CHECK(std::equal(sound.begin(), sound.begin() + pause - 66, heard.begin()));
        CHECK(std::equal(sound.rbegin(), sound.rend() - pause - 66, heard.rbegin()));
    }

    TEST_CASE("a sound is heard soon after it is written, and silence soon after a flush") {
        PlayingHall playing;
        const Monitor monitor;
        playing.hall.wait(300);
        std::vector<double> to_sound;
        std::vector<double> to_silence;
        for (int i = 0; i < 7; ++i) {
            const double written = playing.hall.now_ms();
            playing.speaker.write(tone(1));
            playing.hall.wait(100 + i);
            const double flushed = playing.hall.now_ms();
            playing.speaker.flush();
            playing.hall.wait(100);
            const auto first = monitor.first_after(written, is_sound);
            const auto last = monitor.last_after(written, is_sound);
            REQUIRE(first);
            to_sound.push_back(*first - written);
            to_silence.push_back(*last - flushed);
        }
        MESSAGE("ms: write to sound ", middle(to_sound), ", flush to silence ", middle(to_silence),
                ", measured latency ", playing.speaker.latency_ms());
        CHECK(middle(to_sound) < 30);
        CHECK(middle(to_silence) < 30);
        CHECK(playing.speaker.latency_ms() > 2);
        CHECK(playing.speaker.latency_ms() < 60);
    }

    TEST_CASE("what is said to be heard is what the device plays at that moment") {
        PlayingHall playing;
        const Monitor monitor;
        playing.hall.wait(300);
        const StreamPosition before = playing.speaker.written();
        playing.speaker.write(slope(16000));
        std::vector<std::pair<double, StreamPosition>> said;
        for (int i = 0; i < 30; ++i) {
            playing.hall.wait(17);
            said.emplace_back(playing.hall.now_ms(), playing.speaker.hearing().heard - before);
        }
        playing.hall.wait(300);
        std::vector<double> errors;
        for (const auto& [ms, position] : said) {
            const auto played = monitor.first_after(said.front().first - 100, [&](std::int16_t sample) {
                return static_cast<StreamPosition>(sample) == position;
            });
            if (played && position > 0) errors.push_back(std::abs(*played - ms));
        }
        REQUIRE(errors.size() > 20);
        MESSAGE("ms from heard to what plays: ", middle(errors));
        CHECK(middle(errors) < 20);
    }

    TEST_CASE("a sound server that hangs holds nobody up, and is taken again when it goes on") {
        PlayingHall playing;
        playing.speaker.write(tone(8));
        playing.hall.wait(200);
        kill(server(), SIGSTOP);
        CHECK(playing.lost_within(1500));
        const StreamPosition before = playing.speaker.hearing().heard;
        const double begun = playing.hall.now_ms();
        double longest = 0;
        while (playing.hall.now_ms() < begun + 500) {
            const double from = playing.hall.now_ms();
            (void)playing.speaker.hearing();
            longest = std::max(longest, playing.hall.now_ms() - from);
            playing.hall.step();
        }
        CHECK(longest < 50);  // microseconds, where nothing else runs
        const double clock_s = (playing.hall.now_ms() - begun) / 1000;
        CHECK(static_cast<double>(playing.speaker.hearing().heard - before) / sample_rate_hz ==
              doctest::Approx(clock_s).epsilon(0.1));
        kill(server(), SIGCONT);
        CHECK(playing.live_within(4000));
    }

    TEST_CASE("a speaker can be closed while the sound server hangs") {
        auto speaker = platform::open_speaker({});
        while (speaker->hearing().device != Device::live) usleep(1000);
        kill(server(), SIGSTOP);
        while (speaker->hearing().device != Device::lost) usleep(1000);
        const auto begun = std::chrono::steady_clock::now();
        speaker.reset();
        CHECK(std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(800));
        kill(server(), SIGCONT);
    }

    TEST_CASE("in and out ten times a second, what is for the headphones' device never reaches the loudspeaker's") {
        const auto jack = std::make_shared<platform::Jack>();
        RealHall hall({.device = "to_hall", .headphones = "to_ear"}, jack);
        platform::Speaker& speaker = hall.speaker();
        REQUIRE(hall.wait_until([&] { return speaker.hearing().device == Device::live; }, 5000));
        const Monitor loudspeaker("hall");
        const Monitor headphones("ear");
        hall.wait(500);
        for (int i = 0; i < 20; ++i) {
            jack->is_in = i % 2 == 0;
            speaker.route(jack->is_in ? Outlet::headphones : Outlet::loudspeaker);
            speaker.write(Pcm(sample_rate_hz / 5, static_cast<std::int16_t>(jack->is_in ? -4000 : 4000)));
            hall.wait(100);
        }
        hall.wait(300);
        CHECK(speaker.hearing().device == Device::live);
        CHECK_FALSE(loudspeaker.first_after(0, [](std::int16_t sample) { return sample < 0; }));
        CHECK_FALSE(headphones.first_after(0, [](std::int16_t sample) { return sample > 0; }));
        CHECK(loudspeaker.first_after(0, [](std::int16_t sample) { return sample > 3900; }));
        CHECK(headphones.first_after(0, [](std::int16_t sample) { return sample < -3900; }));
    }

    TEST_CASE("headphones' own device that comes after the loudspeaker's is found while there is nothing to say") {
        REQUIRE(std::system("pactl unload-module $(pactl list short modules | grep sink_name=ear | cut -f1)") == 0);
        const auto jack = std::make_shared<platform::Jack>();
        RealHall hall({.device = "to_hall", .headphones = "to_ear"}, jack);
        platform::Speaker& speaker = hall.speaker();
        const auto is_live = [&] { return speaker.hearing().device == Device::live; };
        REQUIRE(hall.wait_until(is_live, 5000));
        jack->is_in = true;
        speaker.route(Outlet::headphones);
        speaker.write(tone(0.2));
        CHECK(hall.wait_until([&] { return !is_live(); }, 2000));  // nobody can hear it
        REQUIRE(std::system("pactl load-module module-null-sink sink_name=ear rate=22050 channels=1 norewinds=1 "
                            ">/dev/null") == 0);
        const Monitor headphones("ear");
        bool is_heard = false;
        for (int i = 0; i < 40 && !is_heard; ++i) {
            hall.wait(200);
            speaker.write(tone(0.1));
            hall.wait(150);
            is_heard = headphones.first_after(0, is_sound).has_value();
        }
        CHECK(is_heard);
        CHECK(is_live());
    }

    TEST_CASE("a sound server that dies is lost at once, and sound comes back with the next one") {
        PlayingHall playing;
        const StreamPosition before = playing.speaker.written();
        playing.speaker.write(tone(8));
        playing.hall.wait(200);
        kill(server(), SIGKILL);
        CHECK(playing.lost_within(1000));
        REQUIRE(std::system("\"$NULL_SINK_SERVE\" >/dev/null") == 0);
        CHECK(playing.live_within(4000));
        const Monitor monitor;
        playing.hall.wait(400);
        CHECK(playing.speaker.hearing().heard < before + tone(8).size());
        CHECK(monitor.first_after(0, is_sound));
    }
}
