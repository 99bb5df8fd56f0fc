// The commands, a function each. They open the doors, use one engine behind all, and return an Error for the one
// sentence that main prints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/library/intake.h"
#include "kiosk/platform/display/display.h"

namespace tingdu::shell {

/// What there is to read: an imported library, a folder of articles, or else what is shipped.
struct ContentOptions {
    std::optional<std::string> library;
    std::optional<std::string> folder;
};

struct RunOptions {
    std::optional<platform::DisplayWish::Size> window_px;
    std::optional<std::string> open;
    ContentOptions content;
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
    ContentOptions content;
};
[[nodiscard]] Result<void> list(const ListOptions& options);

struct ImportOptions {
    std::string from;
    std::string library;
    library::Way way{};
};
[[nodiscard]] Result<void> import_into_library(const ImportOptions& options);

struct RollbackOptions {
    std::string library;
};
[[nodiscard]] Result<void> rollback(const RollbackOptions& options);

struct RehearseOptions {
    std::string script;
    std::string out;
    std::optional<std::string> open;
    ContentOptions content;
    std::optional<std::string> config;
};
[[nodiscard]] Result<void> rehearse(const RehearseOptions& options);

struct DoctorOptions {
    ContentOptions content;             ///< nothing: what the installed kiosk has, else what is shipped
    std::optional<std::string> config;  ///< the same
};
/// Looks at the machine, and prints how it is, a line each. Fault not_well where somebody must do something.
[[nodiscard]] Result<void> doctor(const DoctorOptions& options);

}  // namespace tingdu::shell
