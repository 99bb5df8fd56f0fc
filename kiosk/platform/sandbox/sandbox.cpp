#include "kiosk/platform/sandbox/sandbox.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
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

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

/// Memory that the program sees too.
class SharedMemory {
  public:
    explicit SharedMemory(const char* name) : file_(::memfd_create(name, MFD_CLOEXEC)) {}

    [[nodiscard]] int descriptor() const { return file_.number(); }
    /// What lay there goes; so much may come.
    [[nodiscard]] bool empty_for(std::size_t size) const {
        return ::ftruncate(file_.number(), 0) == 0 && ::ftruncate(file_.number(), static_cast<off_t>(size)) == 0;
    }
    [[nodiscard]] bool write(std::span<const std::byte> bytes, std::size_t at) const {
        while (!bytes.empty()) {
            const ssize_t written = ::pwrite(file_.number(), bytes.data(), bytes.size(), static_cast<off_t>(at));
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            bytes = bytes.subspan(static_cast<std::size_t>(written));
            at += static_cast<std::size_t>(written);
        }
        return true;
    }
    /// As it is now: whoever writes it cannot change what has been taken from it.
    [[nodiscard]] std::optional<Bytes> take(std::size_t size) const {
        Bytes bytes(size);
        for (std::size_t done = 0; done < size;) {
            const ssize_t got = ::pread(file_.number(), bytes.data() + done, size - done, static_cast<off_t>(done));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return std::nullopt;
            done += static_cast<std::size_t>(got);
        }
        return bytes;
    }

  private:
    Descriptor file_;
};

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
        if (is_there_) end();
    }

    static std::unique_ptr<Child> start(const std::string& program) {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return nullptr;
        Descriptor ours(ends[0]);
        const Descriptor theirs(ends[1]);
        SharedMemory request("tingdu-request");
        SharedMemory answer("tingdu-answer");
        // A descriptor that is its own copy would be closed on the way, and none may lie where another is to go.
        const auto out_of_the_way = [](int descriptor) {
            return Descriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, answers + 1));
        };
        const Descriptor their_stream = out_of_the_way(theirs.number());
        const Descriptor their_request = out_of_the_way(request.descriptor());
        const Descriptor their_answer = out_of_the_way(answer.descriptor());
        SpawnActions actions;
        for (const int standard : {STDIN_FILENO, STDOUT_FILENO})
            ::posix_spawn_file_actions_addopen(actions.get(), standard, "/dev/null", O_RDWR, 0);
        if (!has_sanitizers) ::posix_spawn_file_actions_addopen(actions.get(), STDERR_FILENO, "/dev/null", O_RDWR, 0);
        ::posix_spawn_file_actions_adddup2(actions.get(), their_stream.number(), channel);
        ::posix_spawn_file_actions_adddup2(actions.get(), their_request.number(), requests);
        ::posix_spawn_file_actions_adddup2(actions.get(), their_answer.number(), answers);
        std::string name = program;
        const std::array<char*, 2> arguments{name.data(), nullptr};
        // A large page lies in few large pieces of memory, which the system hands over two megabytes at a time if it is
        // asked to: it opens three times as fast (glibc 2.35, tunables).
        std::string large_pieces = "GLIBC_TUNABLES=glibc.malloc.hugetlb=1";
        const std::array<char*, 2> nothing_else{large_pieces.data(), nullptr};
        pid_t process = -1;
        const bool is_started = ::posix_spawn(&process, name.c_str(), actions.get(), nullptr, arguments.data(),
                                              has_sanitizers ? environ : nothing_else.data()) == 0;
        if (!is_started) return nullptr;
        std::unique_ptr<Child> child(new Child(process, std::move(ours), std::move(request), std::move(answer)));
        return ::fcntl(child->stream(), F_SETFL, O_NONBLOCK) == 0 ? std::move(child) : nullptr;
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

    [[nodiscard]] int stream() const { return stream_.number(); }
    /// What has been said takes no room any more.
    void forget() const {
        (void)request_.empty_for(0);
        (void)answer_.empty_for(0);
    }
    [[nodiscard]] const SharedMemory& request() const { return request_; }
    [[nodiscard]] const SharedMemory& answer() const { return answer_; }

  private:
    Child(pid_t process, Descriptor stream, SharedMemory request, SharedMemory answer)
        : process_(process), stream_(std::move(stream)), request_(std::move(request)), answer_(std::move(answer)) {}

    void wait() {
        while (::waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
        }
        is_there_ = false;
    }

    pid_t process_;
    Descriptor stream_;
    SharedMemory request_;
    SharedMemory answer_;
    bool is_there_ = true;
    int status_ = 0;
};

namespace {

/// One errand's letters, and when there is an end to it.
class Talk {
  public:
    using TimeTaken = std::function<milliseconds()>;
    struct Ways {
        int stream;
        const SharedMemory& request;
        const SharedMemory& answer;
    };
    Talk(const Ways& ways, const Sandbox::Errand& errand, const std::stop_token& stop, TimeTaken time_taken)
        : ways_(ways), errand_(errand), stop_(stop), time_taken_(std::move(time_taken)) {}

    Result<Bytes> hold() {
        if (auto sent = send_request(); !sent) return tl::unexpected(sent.error());
        while (true) {
            if (is_late()) return fail(Fault::too_slow, {});
            LetterHead head;
            if (auto got = receive(std::as_writable_bytes(std::span(&head, 1))); !got)
                return tl::unexpected(got.error());
            const bool may_be = head.kind == Kind::answer || (head.kind == Kind::question && errand_.reply);
            if (!may_be || head.size > errand_.largest_answer) return fail(Fault::damaged, {});
            auto letter = ways_.answer.take(static_cast<std::size_t>(head.size));
            if (!letter) return fail(Fault::damaged, {});
            if (head.kind == Kind::answer) return std::move(*letter);
            const auto began = Clock::now();
            const Bytes reply = errand_.reply(*letter);
            began_ += Clock::now() - began;  // what we take ourselves
            letter.reset();
            const LetterHead about{Kind::reply, reply.size()};
            auto sent = send(std::as_bytes(std::span(&about, 1))).and_then([&] { return send(reply); });
            if (!sent) return tl::unexpected(sent.error());
        }
    }

    /// The stream has ended, so the program has or is about to.
    [[nodiscard]] bool has_broken_off() const { return has_broken_off_; }
    [[nodiscard]] milliseconds duration() const {
        return std::chrono::duration_cast<milliseconds>(Clock::now() - began_);
    }

  private:
    Result<void> send_request() {
        const std::size_t size = errand_.head.size() + errand_.rest.size();
        if (size > longest_letter) return fail(Fault::too_much_memory, {});
        const bool lies_there = ways_.answer.empty_for(std::min(errand_.largest_answer, longest_letter)) &&
                                ways_.request.empty_for(size) && ways_.request.write(errand_.head, 0) &&
                                ways_.request.write(errand_.rest, errand_.head.size());
        if (!lies_there) return fail(Fault::too_much_memory, {});
        const LetterHead head{Kind::request, size};
        return send(std::as_bytes(std::span(&head, 1)));
    }

    Result<void> send(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(ways_.stream, bytes.data(), bytes.size(), MSG_NOSIGNAL);
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
            const ssize_t got = ::recv(ways_.stream, into.data(), into.size(), 0);
            if (got == 0) return break_off();
            if (got > 0) {
                into = into.subspan(static_cast<std::size_t>(got));
            } else if (auto waited = wait(POLLIN); !waited) {
                return waited;
            }
        }
        return {};
    }

    /// After a call that did not do anything: until it would.
    Result<void> wait(short event) {
        if (errno == EINTR) return {};
        if (errno != EAGAIN && errno != EWOULDBLOCK) return break_off();
        pollfd watched{ways_.stream, event, 0};
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

    Ways ways_;
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
    Talk talk({child_->stream(), child_->request(), child_->answer()}, errand, stop_,
              [&] { return child_->processor_time() - before; });
    auto answer = talk.hold();
    // The dead have no clock.
    time_taken_ = talk.has_broken_off() ? talk.duration() : child_->processor_time() - before;
    if (answer) {
        child_->forget();
        return answer;
    }
    if (talk.has_broken_off()) {
        answer = fail(child_->epitaph(), {});
    } else {
        child_->end();
    }
    child_.reset();
    return answer;
}

}  // namespace tingdu::platform
