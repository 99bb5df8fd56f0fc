// A client of speech-dispatcher that is already connected, as a screen reader would be (SSIP, its own protocol).
#pragma once

#include <string>

namespace tingdu::bench {

class Dispatcher {
  public:
    /// Throws where nobody answers at the socket.
    explicit Dispatcher(const std::string& socket_path);
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;
    ~Dispatcher();

    /// Returns when SPEAK was sent.
    double speak(const std::string& text);
    /// Returns when CANCEL was sent.
    double cancel();

  private:
    /// Sends, and waits for the end of the answer; returns when it was sent.
    double ask(const std::string& request);

    int socket_;
};

}  // namespace tingdu::bench
