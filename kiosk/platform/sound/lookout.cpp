#include "kiosk/platform/sound/lookout.h"

#include <cstdlib>
#include <string_view>
#include <vector>

#include <sys/stat.h>

namespace tingdu::platform {
namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

/// Cards come and go in /dev/snd, sound servers with their sockets.
std::vector<std::string> places() {
    constexpr std::string_view local = "unix:";
    std::string server = variable("PULSE_SERVER");
    if (server.starts_with(local)) server.erase(0, local.size());
    const std::string runtime = variable("XDG_RUNTIME_DIR");
    return {"/dev/snd", "/run/pulse/native", server, runtime + "/pulse/native", runtime + "/pipewire-0"};
}

std::string signs() {
    std::string all;
    for (const std::string& place : places()) {
        struct stat found {};
        if (stat(place.c_str(), &found) == 0)
            all += std::to_string(found.st_ino) + '.' + std::to_string(found.st_mtim.tv_sec) + '.' +
                   std::to_string(found.st_mtim.tv_nsec);
        all += ' ';
    }
    return all;
}

}  // namespace

bool Lookout::worth_looking(Clock::time_point now) {
    if (std::string now_there = signs(); now_there != signs_) {
        signs_ = std::move(now_there);
        hopeful_until_ = now + hope;
        looked_ = {};
    }
    const auto pause = now < hopeful_until_ ? std::chrono::seconds(1) : pause_;
    if (looked_ != Clock::time_point{} && now - looked_ < pause) return false;
    looked_ = now;
    return true;
}

}  // namespace tingdu::platform
