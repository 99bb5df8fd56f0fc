#include "kiosk/platform/files/apart.h"

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <vector>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>

namespace tingdu::platform {

void apart(const std::function<void()>& work) {
    // As posix_spawn(3) does it before it runs a program: the other process stands on this thread's memory and on what
    // is this thread's own, and this thread sleeps meanwhile. Of signals the other one shall know none.
    constexpr std::size_t stack_bytes = std::size_t{1} << 20U;
    std::vector<std::byte> stack(stack_bytes);
    sigset_t all{};
    sigset_t before{};
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, &before);
    const auto run = [](void* what) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);  // as soon as it can be ended, too
        (*static_cast<const std::function<void()>*>(what))();
        return 0;
    };
    void* const top = stack.data() + stack.size();
    auto* const what = const_cast<std::function<void()>*>(&work);
    const pid_t process = ::clone(run, top, CLONE_VM | CLONE_VFORK | SIGCHLD, what);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (process < 0) return work();
    while (::waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
    }
}

}  // namespace tingdu::platform
