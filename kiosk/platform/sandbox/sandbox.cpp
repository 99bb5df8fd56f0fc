#include "kiosk/platform/sandbox/sandbox.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/platform/sandbox/channel.h"
#include "kiosk/platform/sandbox/sanitizers.h"

namespace tingdu::platform {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;
using Kind = LetterHead::Kind;

/// How often it is looked whether time is up.
constexpr int glance_ms = 20;
/// So much longer than its time on a processor an errand may last on a machine that has other things to do.
constexpr int patience = 8;

class SpawnActions {
  public:
    SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    posix_spawn_file_actions_t* get() { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

}  // namespace

/// One life of the program.
class Sandbox::Child {
  public:
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        ::close(stream_);
        if (is_there_) end();
    }

    static std::unique_ptr<Child> start(const std::string& program) {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return nullptr;
        // A descriptor that is its own copy would be closed on the way.
        const int theirs = ::fcntl(ends[1], F_DUPFD_CLOEXEC, channel + 1);
        ::close(ends[1]);
        SpawnActions actions;
        for (const int standard : {STDIN_FILENO, STDOUT_FILENO})
            ::posix_spawn_file_actions_addopen(actions.get(), standard, "/dev/null", O_RDWR, 0);
        if (!has_sanitizers) ::posix_spawn_file_actions_addopen(actions.get(), STDERR_FILENO, "/dev/null", O_RDWR, 0);
        ::posix_spawn_file_actions_adddup2(actions.get(), theirs, channel);
        std::string name = program;
        const std::array<char*, 2> arguments{name.data(), nullptr};
        const std::array<char*, 1> nothing{nullptr};
        pid_t process = -1;
        const bool is_started = ::posix_spawn(&process, name.c_str(), actions.get(), nullptr, arguments.data(),
                                              has_sanitizers ? environ : nothing.data()) == 0;
        ::close(theirs);
        if (!is_started || ::fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0) {
            ::close(ends[0]);
            return nullptr;
        }
        return std::unique_ptr<Child>(new Child(process, ends[0]));
    }

    /// It may have been ended from outside while nobody had a use for it.
    [[nodiscard]] bool is_alive() {
        if (is_there_ && ::waitpid(process_, &status_, WNOHANG) == process_) is_there_ = false;
        return is_there_;
    }

    /// Waits until it is gone.
    void end() {
        ::kill(process_, SIGKILL);
        wait();
    }

    /// What became of it, once it has let go of the stream.
    Fault epitaph() {
        if (is_there_) wait();
        if (WIFEXITED(status_) && WEXITSTATUS(status_) == static_cast<int>(Ending::out_of_memory))
            return Fault::too_much_memory;
        if (WIFEXITED(status_) && WEXITSTATUS(status_) == static_cast<int>(Ending::not_shut_in))
            return Fault::no_parser;
        // Nobody but the kernel kills it so, where memory is short.
        if (WIFSIGNALED(status_) && WTERMSIG(status_) == SIGKILL) return Fault::too_much_memory;
        return Fault::damaged;
    }

    [[nodiscard]] milliseconds processor_time() const {
        clockid_t clock{};
        timespec taken{};
        if (::clock_getcpuclockid(process_, &clock) != 0 || ::clock_gettime(clock, &taken) != 0) return 0ms;
        return std::chrono::duration_cast<milliseconds>(std::chrono::seconds(taken.tv_sec) +
                                                        std::chrono::nanoseconds(taken.tv_nsec));
    }

    [[nodiscard]] int stream() const { return stream_; }

  private:
    Child(pid_t process, int stream) : process_(process), stream_(stream) {}

    void wait() {
        while (::waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
        }
        is_there_ = false;
    }

    pid_t process_;
    int stream_;
    bool is_there_ = true;
    int status_ = 0;
};

namespace {

/// One errand's letters, and when there is an end to it.
class Talk {
  public:
    using TimeTaken = std::function<milliseconds()>;
    Talk(int stream, const Sandbox::Errand& errand, const std::stop_token& stop, TimeTaken time_taken)
        : stream_(stream), errand_(errand), stop_(stop), time_taken_(std::move(time_taken)) {}

    Result<Bytes> hold() {
        if (auto sent = send(Kind::request, errand_.head, errand_.rest); !sent) return tl::unexpected(sent.error());
        while (true) {
            if (is_late()) return fail(Fault::too_slow, {});
            LetterHead head;
            if (auto got = receive(std::as_writable_bytes(std::span(&head, 1))); !got)
                return tl::unexpected(got.error());
            const bool may_be = head.kind == Kind::answer || (head.kind == Kind::question && errand_.reply);
            if (!may_be || head.size > errand_.largest_answer) return fail(Fault::damaged, {});
            auto letter = receive_letter(static_cast<std::size_t>(head.size));
            if (!letter || head.kind == Kind::answer) return letter;
            const auto began = Clock::now();
            const Bytes reply = errand_.reply(*letter);
            began_ += Clock::now() - began;  // what we take ourselves
            letter->clear();
            letter->shrink_to_fit();
            if (auto sent = send(Kind::reply, reply, {}); !sent) return tl::unexpected(sent.error());
        }
    }

    /// The stream has ended, so the program has or is about to.
    [[nodiscard]] bool has_broken_off() const { return has_broken_off_; }
    [[nodiscard]] milliseconds duration() const {
        return std::chrono::duration_cast<milliseconds>(Clock::now() - began_);
    }

  private:
    Result<void> send(Kind kind, std::span<const std::byte> first, std::span<const std::byte> rest) {
        const LetterHead head{kind, first.size() + rest.size()};
        return send(std::as_bytes(std::span(&head, 1))).and_then([&] { return send(first); }).and_then([&] {
            return send(rest);
        });
    }

    Result<void> send(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(stream_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent > 0) {
                bytes = bytes.subspan(static_cast<std::size_t>(sent));
            } else if (auto waited = wait(POLLOUT); !waited) {
                return waited;
            }
        }
        return {};
    }

    Result<void> receive(std::span<std::byte> into) {
        while (!into.empty()) {
            const ssize_t got = ::recv(stream_, into.data(), into.size(), 0);
            if (got == 0) return break_off();
            if (got > 0) {
                into = into.subspan(static_cast<std::size_t>(got));
            } else if (auto waited = wait(POLLIN); !waited) {
                return waited;
            }
        }
        return {};
    }

    /// Takes memory for what has come only, whatever the head promised.
    Result<Bytes> receive_letter(std::size_t size) {
        Bytes letter;
        std::array<std::byte, 65536> part{};
        letter.reserve(size);
        while (letter.size() < size) {
            const auto some = std::span(part).first(std::min(part.size(), size - letter.size()));
            if (auto got = receive(some); !got) return tl::unexpected(got.error());
            letter.insert(letter.end(), some.begin(), some.end());
        }
        return letter;
    }

    /// After a call that did not do anything: until it would.
    Result<void> wait(short event) {
        if (errno == EINTR) return {};
        if (errno != EAGAIN && errno != EWOULDBLOCK) return break_off();
        pollfd watched{stream_, event, 0};
        ::poll(&watched, 1, glance_ms);
        if (stop_.stop_requested()) return fail(Fault::given_up, {});
        if (is_late()) return fail(Fault::too_slow, {});
        return {};
    }

    [[nodiscard]] bool is_late() const {
        return Clock::now() - began_ > errand_.time * patience || time_taken_() > errand_.time;
    }

    Result<void> break_off() {
        has_broken_off_ = true;
        return fail(Fault::damaged, {});
    }

    int stream_;
    const Sandbox::Errand& errand_;
    const std::stop_token& stop_;
    TimeTaken time_taken_;
    Clock::time_point began_ = Clock::now();
    bool has_broken_off_ = false;
};

}  // namespace

Sandbox::Sandbox(std::string program, std::stop_token stop) : program_(std::move(program)), stop_(std::move(stop)) {}

Sandbox::~Sandbox() = default;

void Sandbox::start() {
    if (!child_ || !child_->is_alive()) child_ = Child::start(program_);
}

Result<Bytes> Sandbox::run(const Errand& errand) {
    time_taken_ = 0ms;
    if (stop_.stop_requested()) return fail(Fault::given_up, {});
    start();
    if (!child_) return fail(Fault::no_parser, {});
    const milliseconds before = child_->processor_time();
    Talk talk(child_->stream(), errand, stop_, [&] { return child_->processor_time() - before; });
    auto answer = talk.hold();
    // The dead have no clock.
    time_taken_ = talk.has_broken_off() ? talk.duration() : child_->processor_time() - before;
    if (answer) return answer;
    if (talk.has_broken_off()) {
        answer = fail(child_->epitaph(), {});
    } else {
        child_->end();
    }
    child_.reset();
    return answer;
}

}  // namespace tingdu::platform
