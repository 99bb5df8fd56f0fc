#include "kiosk/platform/sound/lookout.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

using tingdu::platform::Lookout;
using namespace std::chrono_literals;

TEST_CASE(
    "devices are looked for every second while there is hope, else every ten, and at once when a server appears") {
    const auto socket = std::filesystem::temp_directory_path() / ("lookout." + std::to_string(getpid()));
    setenv("PULSE_SERVER", ("unix:" + socket.string()).c_str(), 1);
    Lookout lookout;
    const Lookout::Clock::time_point start{1h};
    CHECK(lookout.worth_looking(start));
    CHECK_FALSE(lookout.worth_looking(start + 500ms));
    CHECK(lookout.worth_looking(start + 1s));
    CHECK(lookout.worth_looking(start + 11s));
    CHECK_FALSE(lookout.worth_looking(start + 20s));
    CHECK(lookout.worth_looking(start + 21s));

    std::ofstream(socket) << "here";
    CHECK(lookout.worth_looking(start + 21s + 200ms));
    CHECK(lookout.worth_looking(start + 22s + 200ms));
    std::filesystem::remove(socket);
    CHECK(lookout.worth_looking(start + 22s + 400ms));

    lookout.lost(start + 100s);
    CHECK(lookout.worth_looking(start + 100s));
    CHECK(lookout.worth_looking(start + 101s));
    unsetenv("PULSE_SERVER");
}
