#include "kiosk/platform/service/service.h"

#include <cstdlib>
#include <limits>
#include <string>

#include <systemd/sd-daemon.h>

namespace tingdu::platform {
namespace {

constexpr int keep_environment = 0;
constexpr std::int64_t us_per_ms = 1000;
/// Of the interval: one word may be late, and the next is in time.
constexpr std::int64_t words_an_interval = 4;

}  // namespace

Service::Service() {
    const char* socket = std::getenv("NOTIFY_SOCKET");
    is_watched_ = socket != nullptr && *socket != 0;
    std::uint64_t interval_us = 0;
    if (::sd_watchdog_enabled(keep_environment, &interval_us) > 0)
        interval_ms_ = static_cast<std::int64_t>(interval_us) / us_per_ms;
    told_ms_ = std::numeric_limits<std::int64_t>::min() / 2;
}

void Service::is_ready() {
    ::sd_notify(keep_environment, "READY=1\nSTATUS=");
}

void Service::lives(std::int64_t now_ms) {
    if (interval_ms_ == 0 || now_ms - told_ms_ < interval_ms_ / words_an_interval) return;
    told_ms_ = now_ms;
    ::sd_notify(keep_environment, "WATCHDOG=1");
}

void Service::hangs() {
    if (interval_ms_ != 0) ::sd_notify(keep_environment, "WATCHDOG=trigger");
}

void Service::waits(std::int64_t ms, const char* what) {
    const std::string word = std::string("STATUS=") + what + "\nEXTEND_TIMEOUT_USEC=" + std::to_string(ms * us_per_ms);
    ::sd_notify(keep_environment, word.c_str());
}

void Service::is_ending() {
    ::sd_notify(keep_environment, "STOPPING=1");
}

}  // namespace tingdu::platform
