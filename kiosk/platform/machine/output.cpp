#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/platform/machine/machine.h"

namespace tingdu::platform {
namespace {

constexpr std::size_t largest_output = 1U << 20U;
constexpr int least_wanted = 19;

}  // namespace

std::string output_of(const std::vector<std::string>& command, std::chrono::milliseconds longest) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return {};
    std::vector<char*> arguments;
    for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&files, pipe[1], STDOUT_FILENO);
    pid_t child = -1;
    const int error = ::posix_spawn(&child, arguments.front(), &files, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&files);
    ::close(pipe[1]);
    std::string output;
    if (error == 0) {
        (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(child), least_wanted);
        const auto until = std::chrono::steady_clock::now() + longest;
        for (;;) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
            pollfd readable{pipe[0], POLLIN, 0};
            if (left.count() <= 0 || ::poll(&readable, 1, static_cast<int>(left.count())) == 0) {
                ::kill(child, SIGKILL);
                output.clear();
                break;
            }
            std::array<char, 4096> bytes{};
            const ssize_t count = ::read(pipe[0], bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0 || output.size() > largest_output) break;
            output.append(bytes.data(), static_cast<std::size_t>(count));
        }
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    ::close(pipe[0]);
    return output;
}

}  // namespace tingdu::platform
