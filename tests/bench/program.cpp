#include "tests/bench/program.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/clock.h"

namespace tingdu::bench {
namespace {

HandedLog* new_log(const std::string& path) {
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0 || ftruncate(file, sizeof(HandedLog)) != 0) throw std::runtime_error("cannot write " + path);
    void* memory = mmap(nullptr, sizeof(HandedLog), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    return static_cast<HandedLog*>(memory);
}

pid_t start(const Stage& stage, const std::vector<std::string>& more, const std::string& log) {
    std::vector<std::string> words = {stage.program, "run", "--window", "1920x1080"};
    if (!stage.config.empty()) words.insert(words.end(), {"--config", stage.config});
    words.insert(words.end(), more.begin(), more.end());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string said = stage.folder + "/tingdu.log";

    const pid_t process = fork();
    if (process != 0) return process;
    setenv("LD_PRELOAD", stage.ear.c_str(), 1);
    setenv(handed_log_variable, log.c_str(), 1);
    const int out = open(said.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    execv(arguments.front(), arguments.data());
    _exit(127);
}

/// The number after `key` in a file of the kernel's such as smaps_rollup.
double number_after(const std::string& text, const std::string& key) {
    const auto at = text.find(key);
    return at == std::string::npos ? 0 : std::strtod(text.c_str() + at + key.size(), nullptr);
}

std::string contents(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

}  // namespace

Program::Program(const Stage& stage, const std::vector<std::string>& more)
    : log_(new_log(stage.folder + "/handed")),
      began_ms_(now_ms()),
      process_(start(stage, more, stage.folder + "/handed")) {}

Program::~Program() {
    kill(process_, SIGTERM);
    const auto ended = [this] { return waitpid(process_, nullptr, WNOHANG) == process_; };
    if (!wait_until(ended, 5000)) {
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
    }
    munmap(log_, sizeof(HandedLog));
}

std::optional<double> Program::handed_after(double from_ms) const {
    const std::uint32_t count = log_->count.load();
    for (std::uint32_t i = count - std::min(count, HandedLog::capacity); i < count; ++i) {
        const Handed& buffer = log_->buffers[i % HandedLog::capacity];
        const double at_ms = static_cast<double>(buffer.at_us) / 1000;
        if (buffer.is_audible != 0 && at_ms >= from_ms) return at_ms;
    }
    return std::nullopt;
}

std::vector<Program::Thread> Program::threads() const {
    std::vector<std::pair<long, Thread>> found;
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(process_) + "/task")) {
        const std::string stat = contents(task.path() / "stat");
        const auto open = stat.find('(');
        const auto close = stat.rfind(')');
        if (close == std::string::npos) continue;  // it ended while it was looked at
        std::istringstream rest(stat.substr(close + 2));
        std::string field;
        for (int i = 3; i < 14; ++i) rest >> field;
        double user = 0;
        double system = 0;
        rest >> user >> system;
        const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
        found.emplace_back(std::stol(task.path().filename()),
                           Thread{stat.substr(open + 1, close - open - 1), (user + system) / ticks});
    }
    std::ranges::sort(found, {}, &std::pair<long, Thread>::first);
    std::vector<Thread> threads;
    for (auto& [number, thread] : found) threads.push_back(std::move(thread));
    return threads;
}

Program::Memory Program::memory() const {
    const std::string rollup = contents("/proc/" + std::to_string(process_) + "/smaps_rollup");
    constexpr double kb_of_mb = 1024;
    return {number_after(rollup, "\nRss:") / kb_of_mb,
            (number_after(rollup, "\nPrivate_Clean:") + number_after(rollup, "\nPrivate_Dirty:")) / kb_of_mb};
}

}  // namespace tingdu::bench
