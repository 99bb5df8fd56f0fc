#include "kiosk/platform/service/service.h"

#include <cstdlib>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

/// What stands where systemd would, and hears what is told.
class Listener {
  public:
    Listener() : path_(std::filesystem::temp_directory_path() / ("tingdu-service-" + std::to_string(::getpid()))) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path_.string().copy(address.sun_path, sizeof address.sun_path - 1);
        REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        ::setenv("NOTIFY_SOCKET", path_.c_str(), 1);
        ::setenv("WATCHDOG_USEC", "4000000", 1);
        ::unsetenv("WATCHDOG_PID");
    }
    ~Listener() {
        ::close(socket_);
        std::filesystem::remove(path_);
        ::unsetenv("NOTIFY_SOCKET");
        ::unsetenv("WATCHDOG_USEC");
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// The next word; empty where there is none.
    std::string next() {
        std::string word(4096, '\0');
        const ssize_t length = ::recv(socket_, word.data(), word.size(), MSG_DONTWAIT);
        word.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
        return word;
    }

  private:
    int socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("whoever started the kiosk hears that it waits, is ready, lives and ends") {
    Listener systemd;
    tingdu::platform::Service service;
    CHECK(service.is_watched());
    service.waits(5000, "no screen yet");
    CHECK(systemd.next() == "STATUS=no screen yet\nEXTEND_TIMEOUT_USEC=5000000");
    service.is_ready();
    CHECK(systemd.next() == "READY=1\nSTATUS=");
    service.is_ending();
    CHECK(systemd.next() == "STOPPING=1");
}

TEST_CASE("that it lives is told in good time, and not each time that it is said") {
    Listener systemd;
    tingdu::platform::Service service;
    int words = 0;
    for (int now_ms = 0; now_ms < 4000; now_ms += 10) {
        service.lives(now_ms);
        if (systemd.next() == "WATCHDOG=1") ++words;
    }
    CHECK(words >= 2);
    CHECK(words <= 8);
}

TEST_CASE("a hang is told at once, where somebody watches for life") {
    Listener systemd;
    tingdu::platform::Service().hangs();
    CHECK(systemd.next() == "WATCHDOG=trigger");
    ::unsetenv("WATCHDOG_USEC");
    tingdu::platform::Service().hangs();
    CHECK(systemd.next().empty());
}

TEST_CASE("where nobody listens nothing is told") {
    tingdu::platform::Service service;
    CHECK_FALSE(service.is_watched());
    service.is_ready();
    service.lives(100'000);
    service.is_ending();
}
