#include "tests/bench/dispatcher.h"

#include <array>
#include <cstring>
#include <stdexcept>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/bench/clock.h"

namespace tingdu::bench {
namespace {

/// The last line of an answer has a space behind its number, those before it a hyphen.
bool is_whole(const std::string& answer) {
    if (answer.size() < 2 || answer.compare(answer.size() - 2, 2, "\r\n") != 0) return false;
    const auto before = answer.rfind("\r\n", answer.size() - 3);
    const std::size_t line = before == std::string::npos ? 0 : before + 2;
    return answer.size() > line + 3 && answer[line + 3] == ' ';
}

}  // namespace

Dispatcher::Dispatcher(const std::string& socket_path) : socket_(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socket_path.c_str(), sizeof address.sun_path - 1);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("speech-dispatcher does not answer at " + socket_path);
    ask("SET SELF CLIENT_NAME visitor:bench:main\r\n");
    ask("SET SELF OUTPUT_MODULE espeak-ng\r\n");
    ask("SET SELF LANGUAGE cmn\r\n");
    ask("SET SELF PRIORITY message\r\n");
}

Dispatcher::~Dispatcher() {
    close(socket_);
}

double Dispatcher::ask(const std::string& request) {
    const double at_ms = now_ms();
    if (write(socket_, request.data(), request.size()) < 0) throw std::runtime_error("speech-dispatcher is gone");
    std::string answer;
    while (!is_whole(answer)) {
        std::array<char, 512> piece{};
        const ssize_t bytes = read(socket_, piece.data(), piece.size());
        if (bytes <= 0) throw std::runtime_error("speech-dispatcher is gone");
        answer.append(piece.data(), static_cast<std::size_t>(bytes));
    }
    if (answer.front() >= '3') throw std::runtime_error("speech-dispatcher: " + answer);
    return at_ms;
}

double Dispatcher::speak(const std::string& text) {
    const double at_ms = ask("SPEAK\r\n");
    ask(text + "\r\n.\r\n");
    return at_ms;
}

double Dispatcher::cancel() {
    return ask("CANCEL SELF\r\n");
}

}  // namespace tingdu::bench
