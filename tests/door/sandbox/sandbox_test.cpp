// The door on real processes: what is shut in can neither reach out nor stay, and what comes after it is served.
#include "kiosk/platform/sandbox/sandbox.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>

#include <doctest/doctest.h>
#include <unistd.h>

#include "kiosk/platform/sandbox/sanitizers.h"

using namespace tingdu;
using namespace tingdu::platform;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t largest = 1U << 20U;

std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

std::string text_of(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// What was answered, or "" for what was not.
std::string answer(Sandbox& sandbox, std::string_view request) {
    const auto answered =
        sandbox.run({bytes_of(request.substr(0, 1)), bytes_of(request.substr(1)), 5000ms, largest, {}});
    return answered ? text_of(*answered) : std::string();
}

/// What the system says of the process that serves this one.
std::string of_child(const std::string& file) {
    pid_t child = 0;
    std::ifstream("/proc/self/task/" + std::to_string(::gettid()) + "/children") >> child;
    std::ifstream said("/proc/" + std::to_string(child) + "/" + file);
    return {std::istreambuf_iterator<char>(said), {}};
}

/// How often it was handed a piece of memory (proc(5): the tenth field, eight after the name in brackets).
long pieces_of_memory() {
    const std::string stat = of_child("stat");
    std::istringstream fields(stat.substr(stat.rfind(')') + 1));
    std::string passed;
    for (int field = 3; field < 10; ++field) fields >> passed;
    long pieces = 0;
    fields >> pieces;
    return pieces;
}

Fault fault(Sandbox& sandbox, std::string_view request, std::chrono::milliseconds time = 5000ms) {
    const auto answered = sandbox.run({bytes_of(request), {}, time, largest, {}});
    REQUIRE_FALSE(answered);
    return answered.error().fault;
}

}  // namespace

TEST_CASE("bytes go in and come back, many and none, one errand after another by the same process") {
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    sandbox.start();
    CHECK(answer(sandbox, "e") == "");
    const std::string many(largest, 'x');
    CHECK(answer(sandbox, "e" + many) == many);
    CHECK(answer(sandbox, "e听读") == "听读");
}

TEST_CASE("no file can be opened in there, no socket, no program, and nobody can be signalled") {
    if (has_sanitizers) return;
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    for (const char* attempt : {"r", "w", "n", "u", "x", "f", "k", "p", "o"}) {
        CAPTURE(attempt);
        CHECK(answer(sandbox, attempt) == "Operation not permitted");
    }
    CHECK_FALSE(std::filesystem::exists("/tmp/tingdu-must-not-be"));
}

TEST_CASE("the system knows that it is shut in for good") {
    if (has_sanitizers) return;
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    REQUIRE(answer(sandbox, "ex") == "x");
    const std::string status = of_child("status");
    INFO(status);
    CHECK(status.find("NoNewPrivs:\t1\n") != std::string::npos);
    CHECK(status.find("Seccomp:\t2\n") != std::string::npos);
    CHECK(status.find("Threads:\t1\n") != std::string::npos);
}

TEST_CASE("without any filter there is still no descriptor left to open anything with") {
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    for (const char* attempt : {"r", "w", "n", "u"}) {
        CAPTURE(attempt);
        const std::string said = answer(sandbox, attempt);
        CHECK((said == "Operation not permitted" || said == "Too many open files"));
    }
}

TEST_CASE("work that does not end is ended in time, and the next is served") {
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    const auto began = std::chrono::steady_clock::now();
    CHECK(fault(sandbox, "l", 200ms) == Fault::too_slow);
    CHECK(std::chrono::steady_clock::now() - began < 200ms * 8 + 2000ms);
    CHECK(sandbox.time_taken() >= 200ms);
    CHECK_FALSE(sandbox.is_running());
    CHECK(answer(sandbox, "e听") == "听");
}

TEST_CASE("memory has an end, however it is asked for") {
    if (has_sanitizers) return;
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    for (const char* hungry : {"m", "M"}) {
        CAPTURE(hungry);
        CHECK(fault(sandbox, hungry) == (*hungry == 'm' ? Fault::too_much_memory : Fault::damaged));
        CHECK(answer(sandbox, "e听") == "听");
    }
}

TEST_CASE("much memory is handed over in large pieces, where the system has any") {
    std::ifstream file("/sys/kernel/mm/transparent_hugepage/enabled");
    const std::string large_pieces{std::istreambuf_iterator<char>(file), {}};
    if (has_sanitizers || large_pieces.empty() || large_pieces.find("[never]") != std::string::npos) return;
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    CHECK(answer(sandbox, "h") == "done");
    CHECK(pieces_of_memory() < 3'000);  // in small ones 20 MB are 5,120
}

TEST_CASE("whoever dies of bytes leaves the door open for the next") {
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    for (const char* deadly : {"c", "d"}) {
        CAPTURE(deadly);
        CHECK(fault(sandbox, deadly) == Fault::damaged);
        CHECK(answer(sandbox, "e读") == "读");
    }
}

TEST_CASE("a question is answered on the way; who must not ask, or says too much, is ended") {
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    const auto twice = [](std::span<const std::byte> question) { return Bytes{question.front(), question.front()}; };
    const auto answered = sandbox.run({bytes_of("qx"), {}, 5000ms, largest, twice});
    REQUIRE(answered);
    CHECK(text_of(*answered) == "xx");
    CHECK(fault(sandbox, "qx") == Fault::damaged);
    CHECK(fault(sandbox, "b") == Fault::damaged);
    CHECK(answer(sandbox, "e") == "");
    CHECK(sandbox.is_running());
}

TEST_CASE("who asks for ever is ended too") {
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, {});
    const auto answered =
        sandbox.run({bytes_of("s"), {}, 200ms, largest, [](std::span<const std::byte>) { return Bytes(1); }});
    REQUIRE_FALSE(answered);
    CHECK(answered.error().fault == Fault::too_slow);
}

TEST_CASE("what is under way is left within a moment when it is asked to stop") {
    std::stop_source stop;
    Sandbox sandbox(TINGDU_SANDBOX_WORKER, stop.get_token());
    sandbox.start();
    std::thread asking([&] { stop.request_stop(); });
    CHECK(fault(sandbox, "l", 60'000ms) == Fault::given_up);
    asking.join();
    CHECK(fault(sandbox, "e") == Fault::given_up);
}

TEST_CASE("a program that is not there is a fault") {
    Sandbox sandbox("/nowhere/at/all", {});
    CHECK(fault(sandbox, "e") == Fault::no_parser);
}

TEST_CASE("a program that speaks another language is a fault of the bytes, not a wait") {
    Sandbox sandbox("/bin/true", {});
    CHECK(fault(sandbox, "e") == Fault::damaged);
}
