// The commands, a function each. They open the doors, use one engine behind all, and return an Error for the one
// sentence that main prints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/library/intake.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/runtime/importing.h"

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
    std::string from;  ///< a folder, or a content pack
    std::string library;
    library::Way way{};
    std::optional<std::string> keys;  ///< whose signature a pack must bear; without them nobody asks
    runtime::Import::Age age{};       ///< of a pack
};
[[nodiscard]] Result<void> import_into_library(const ImportOptions& options);

struct PackOptions {
    std::string folder;
    std::string pack;
    std::optional<std::string> name;  ///< the folder's own by default
    std::optional<std::string> from;  ///< the pack's name by default
    std::optional<std::string> issued;
    std::optional<std::uint64_t> number;
    std::optional<std::string> secret_key;
};
/// A content pack of a folder, and its signature if there is a key: the password is the first line of the standard
/// input. Without `issued` and `number` they are those of the clock, so that a later pack is a newer one.
[[nodiscard]] Result<void> make_pack(const PackOptions& options);

struct CheckPackOptions {
    std::string pack;
    std::string keys;
};
/// Whether a pack is whole and signed by one of these keys; whose it is, a line.
[[nodiscard]] Result<void> check_pack(const CheckPackOptions& options);

struct InboxOptions {
    std::string inbox;
    std::string library;
    std::string keys;
};
/// Takes the signed packs that lie in a folder, those that are new, and prints what came in, a line each. Its fault is
/// that of the first that was refused.
[[nodiscard]] Result<void> look_into_inbox(const InboxOptions& options);

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
    enum class Print { sentences, table } print{};
};
/// Looks at the machine, and prints how it is, a line each. Fault not_well where somebody must do something.
[[nodiscard]] Result<void> doctor(const DoctorOptions& options);

struct PinOptions {
    std::optional<std::string> file;  ///< nothing: that of the installed kiosk, else of whoever asks
    enum class Do { set, remove } what{};
};
/// Gives the kiosk another PIN, read from the standard input, or takes it away; either way nobody has to wait for
/// earlier guesses. Fault bad_pin where it is not six digits, or too easily guessed.
[[nodiscard]] Result<void> pin(const PinOptions& options);

}  // namespace tingdu::shell
