// What the door test has shut in: a program whose work is to try what must not succeed. The first byte of a request
// says what.
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kiosk/platform/sandbox/sandbox.h"

namespace {

using tingdu::platform::Bytes;

Bytes bytes_of(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

/// "done", or what the system said.
Bytes outcome(long result) {
    return bytes_of(result >= 0 ? "done" : ::strerror(errno));
}

[[noreturn]] void go_on_for_ever() {
    volatile unsigned turns = 0;
    for (;;) (void)turns;
}

/// Asks for memory in every way that there is, until there is no more.
[[noreturn]] void eat_shared() {
    constexpr std::size_t bite = std::size_t{8} << 20U;
    while (true) {
        void* at = ::mmap(nullptr, bite, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (at == MAP_FAILED) throw std::bad_alloc();
        std::memset(at, 1, bite);
    }
}

Bytes try_it(std::span<const std::byte> request, const tingdu::platform::Ask& ask) {
    const auto what = request.empty() ? '\0' : static_cast<char>(request.front());
    const auto rest = request.empty() ? request : request.subspan(1);
    switch (what) {
        case 'e':  // echo
            return {rest.begin(), rest.end()};
        case 'r':
            return outcome(::open("/etc/passwd", O_RDONLY));
        case 'w':
            return outcome(::open("/tmp/tingdu-must-not-be", O_WRONLY | O_CREAT, 0600));
        case 'n':
            return outcome(::socket(AF_INET, SOCK_STREAM, 0));
        case 'u':
            return outcome(::socket(AF_UNIX, SOCK_STREAM, 0));
        case 'x': {
            const char* const none[] = {nullptr};
            return outcome(::execve("/bin/true", const_cast<char* const*>(none), const_cast<char* const*>(none)));
        }
        case 'f':
            return outcome(::fork());
        case 'k':
            return outcome(::kill(::getppid() > 0 ? ::getppid() : 1, 0));
        case 'p':  // somewhere to write and run
            return outcome(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                                  0) == MAP_FAILED
                               ? -1
                               : 0);
        case 'o':  // to the standard error
            return outcome(::write(STDERR_FILENO, "x", 1));
        case 'h': {  // as much as a large page takes
            const std::string large(std::size_t{20} << 20U, 'x');
            return bytes_of(large.back() == 'x' ? "done" : "");
        }
        case 'l':
            go_on_for_ever();
        case 's':
            for (;;) (void)ask({});
        case 'm': {
            std::string all;
            for (;;) all.append(std::size_t{1} << 20U, 'x');
        }
        case 'M':
            eat_shared();
        case 'c':
            std::abort();
        case 'd':
            *reinterpret_cast<volatile int*>(std::strtoul("8", nullptr, 10)) = 1;
            break;
        case 'q':  // asks, and says what it heard
            return ask(rest);
        case 'b':  // an answer that is larger than it may be
            return Bytes(std::size_t{4} << 20U);
        default:
            break;
    }
    return {};
}

}  // namespace

int main() {
    constexpr std::size_t memory_bytes = std::size_t{24} << 20U;
    tingdu::platform::serve(memory_bytes, try_it);
}
