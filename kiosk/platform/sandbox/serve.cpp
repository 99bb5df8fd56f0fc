// The side of the program: the fences, then the work.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <new>
#include <utility>

#include <malloc.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "kiosk/platform/sandbox/channel.h"
#include "kiosk/platform/sandbox/sandbox.h"
#include "kiosk/platform/sandbox/sanitizers.h"

namespace tingdu::platform {
namespace {

using Kind = LetterHead::Kind;

[[noreturn]] void end(Ending how) {
    ::_exit(static_cast<int>(how));
}

void require(bool is_so) {
    if (!is_so) end(Ending::not_shut_in);
}

/// What the program has taken of the address space so far.
std::size_t address_space() {
    std::size_t pages = 0;
    std::FILE* const file = std::fopen("/proc/self/statm", "re");
    const bool is_read = file && std::fscanf(file, "%zu", &pages) == 1;
    if (file) std::fclose(file);
    require(is_read);
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource what, std::size_t to) {
    const rlimit both{to, to};
    require(::setrlimit(what, &both) == 0);
}

/// What the whole may come to; nothing can raise it.
std::size_t most_memory = 0;

/// A request lies in memory twice, here and with whoever gave it: what is left of one bound is for the work on it.
void make_room_beside(std::size_t request) {
    if (has_sanitizers) return;
    const rlimit memory{most_memory - std::min(2 * request, most_memory / 2), most_memory};
    require(::setrlimit(RLIMIT_AS, &memory) == 0);
}

/// The address space and not the data segment: that would not count memory which is shared with nobody but could be.
void put_up_limits(std::size_t memory_bytes) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_MEMLOCK, 0);
    most_memory = address_space() + memory_bytes;
    if (!has_sanitizers) limit(RLIMIT_AS, most_memory);
    limit(RLIMIT_NOFILE, 0);  // what is open stays so, and nothing more can be
}

/// What is not on the list fails with EPERM, as if it were forbidden, and the libraries know what to do then: memory,
/// the stream, and an end are all that work on bytes in memory needs.
void put_up_filter() {
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(::seccomp_init(SCMP_ACT_ERRNO(EPERM)),
                                                                  ::seccomp_release);
    require(filter != nullptr);
    const auto allow = [&](int call, auto... conditions) {
        require(::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, sizeof...(conditions), conditions...) == 0);
    };
    const auto channel_only = SCMP_A0(SCMP_CMP_EQ, channel);
    const auto not_executable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    allow(SCMP_SYS(read), channel_only);
    allow(SCMP_SYS(write), channel_only);
    allow(SCMP_SYS(mmap), not_executable, SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS));
    allow(SCMP_SYS(mprotect), not_executable);
    allow(SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A1(SCMP_CMP_EQ, RLIMIT_AS));
    for (const int call : {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise), SCMP_SYS(futex),
                           SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
                           SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sched_yield),
                           SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)})
        allow(call);
    require(::seccomp_load(filter.get()) == 0);
}

void shut_in(std::size_t memory_bytes) {
    std::set_new_handler([] { end(Ending::out_of_memory); });
    require(::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0);
    require(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0);
    require(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    require(::close_range(channel + 1, ~0U, 0) == 0);
    put_up_limits(memory_bytes);
    if (!has_sanitizers) put_up_filter();
}

void read_all(std::span<std::byte> into) {
    while (!into.empty()) {
        const ssize_t got = ::read(channel, into.data(), into.size());
        if (got <= 0) end(Ending::nobody_left);
        into = into.subspan(static_cast<std::size_t>(got));
    }
}

void write_all(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(channel, bytes.data(), bytes.size());
        if (written <= 0) end(Ending::nobody_left);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

std::size_t read_head() {
    LetterHead head;
    read_all(std::as_writable_bytes(std::span(&head, 1)));
    return static_cast<std::size_t>(head.size);
}

/// What both sides see of a letter's way.
std::byte* shared_memory(int descriptor, int protection) {
    void* const at = ::mmap(nullptr, longest_letter, protection, MAP_SHARED, descriptor, 0);
    require(at != MAP_FAILED);
    return static_cast<std::byte*>(at);
}

/// Whoever writes more than is wanted ends here.
void write_letter(Kind kind, std::span<const std::byte> letter, std::byte* into) {
    if (letter.size() > longest_letter) end(Ending::out_of_memory);
    std::ranges::copy(letter, into);
    const LetterHead head{kind, letter.size()};
    write_all(std::as_bytes(std::span(&head, 1)));
}

}  // namespace

void serve(std::size_t memory_bytes, const Work& work) {
    // What a large file took is given back at once, so that the next finds the same room.
    constexpr int large = 1 << 20;
    ::mallopt(M_MMAP_THRESHOLD, large);
    const std::byte* const request = shared_memory(requests, PROT_READ);
    std::byte* const answer = shared_memory(answers, PROT_READ | PROT_WRITE);
    shut_in(memory_bytes);
    const Ask ask = [&](std::span<const std::byte> question) {
        write_letter(Kind::question, question, answer);
        Bytes reply(read_head());
        read_all(reply);
        return reply;
    };
    while (true) {
        const std::size_t size = read_head();
        make_room_beside(size);
        write_letter(Kind::answer, work({request, size}, ask), answer);
    }
}

}  // namespace tingdu::platform
