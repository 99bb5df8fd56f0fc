#include "kiosk/shell/tell.h"

#include <ctime>
#include <deque>
#include <iostream>
#include <mutex>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "kiosk/app/remarks.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/shell/languages.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::shell {
namespace {

/// More than one thread tells.
class Memory {
  public:
    void add(const std::string& line) {
        const std::lock_guard lock(mutex_);
        lines_.push_back({fmt::format("{:%F %T}", fmt::localtime(std::time(nullptr))), line});
        if (lines_.size() > most_lines) lines_.pop_front();
    }
    [[nodiscard]] runtime::Log all() {
        const std::lock_guard lock(mutex_);
        return {lines_.begin(), lines_.end()};
    }

  private:
    static constexpr std::size_t most_lines = 5'000;
    std::mutex mutex_;
    std::deque<runtime::LogLine> lines_;
};

Memory& memory() {
    static Memory memory;
    return memory;
}

}  // namespace

void tell(const std::string& line) {
    std::cerr << "tingdu: " + line + '\n';  // in one piece
    memory().add(line);
}

runtime::Log told_lately() {
    return memory().all();
}

void tell_error(const Error& error) {
    const auto* words = words_of_environment();
    tell(words ? wording::sentence(error, *words) : wording::sentence_without_words(error));
}

void tell_problem(const std::string& file, const text::Problem& problem) {
    const std::string where = problem.line == 0 ? name_in(file) : fmt::format("{}:{}", name_in(file), problem.line);
    if (const auto* words = words_of_environment())
        tell(fmt::format("{}: {}", where, to_utf8(app::words_for(problem, *words))));
}

}  // namespace tingdu::shell
