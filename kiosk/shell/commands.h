// The commands, a function each. They open the doors, use one engine behind all, and return an Error for the one
// sentence that main prints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/platform/display/display.h"

namespace tingdu::shell {

struct RunOptions {
    std::optional<platform::DisplayWish::Size> window_px;
    std::optional<std::string> open;
    std::optional<std::string> content;
    std::optional<std::string> config;
    enum class Begin { visit, wizard } begin{};
};
[[nodiscard]] Result<void> run(const RunOptions& options);

struct SpeakOptions {
    std::string file;  ///< "-" for the standard input
    std::optional<std::string> wav;
    std::optional<std::string> timings;
    double rate = 1.0;
};
[[nodiscard]] Result<void> speak(const SpeakOptions& options);

struct TextOptions {
    std::optional<std::string> content;  ///< whose list of readings counts
};
[[nodiscard]] Result<void> normalize(const TextOptions& options);
[[nodiscard]] Result<void> readings(const TextOptions& options);
[[nodiscard]] Result<void> explain(const TextOptions& options);

struct CheckOptions {
    std::vector<std::string> paths;
    enum class Print { lines, json } print{};
};
[[nodiscard]] Result<void> check(const CheckOptions& options);

struct ListOptions {
    std::optional<std::string> content;
};
[[nodiscard]] Result<void> list(const ListOptions& options);

struct RehearseOptions {
    std::string script;
    std::string out;
    std::optional<std::string> open;
    std::optional<std::string> content;
};
[[nodiscard]] Result<void> rehearse(const RehearseOptions& options);

}  // namespace tingdu::shell
