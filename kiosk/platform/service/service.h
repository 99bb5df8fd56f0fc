// The door to whoever runs the kiosk as a service: that it is ready, lives, waits for something, ends. It speaks
// systemd's sd_notify(3), and is silent where nobody listens. What living means it does not know.
#pragma once

#include <cstdint>

namespace tingdu::platform {

class Service {
  public:
    /// Listens to the environment: NOTIFY_SOCKET, WATCHDOG_USEC.
    Service();

    /// Somebody waits for word. Without one, nobody is there to start the kiosk again, or to wait for a screen.
    [[nodiscard]] bool is_watched() const { return is_watched_; }
    /// Visitors are being served from now on.
    void is_ready();
    /// To be told often; passed on as often as is wanted. Who does not tell it for the whole interval is ended and
    /// started anew. `now_ms` never falls.
    void lives(std::int64_t now_ms);
    /// How long it may take from one such word to the next; 0 where nobody watches for life.
    [[nodiscard]] std::int64_t interval_ms() const { return interval_ms_; }
    /// Something that serves visitors hangs for good: the service is ended and started anew at once, without waiting
    /// for the interval to pass.
    void hangs();
    /// The start, or the end, takes at most `ms` longer, counted from now. `what` is for whoever asks, in a few words.
    void waits(std::int64_t ms, const char* what);
    /// Visitors are no longer served.
    void is_ending();

  private:
    bool is_watched_;
    std::int64_t interval_ms_ = 0;  ///< 0: nobody watches for life
    std::int64_t told_ms_ = 0;
};

}  // namespace tingdu::platform
