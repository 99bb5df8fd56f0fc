// What staff take home on a stick besides a receipt: tables that a spreadsheet opens, of how articles are used and of
// what the kiosk has told its operator. The words are those of a language; nobody is named in any of them.
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/usage.h"
#include "kiosk/base/result.h"
#include "kiosk/wording/wording.h"

namespace tingdu::runtime {

/// What the kiosk has told whoever started it.
struct LogLine {
    std::string time;  ///< "2026-10-01 08:30:00"
    std::string line;
};
using Log = std::vector<LogLine>;

/// Comma-separated values (RFC 4180), UTF-8 with a byte order mark, by which spreadsheets know it. A cell that a
/// spreadsheet would take for a formula begins with an apostrophe.
[[nodiscard]] std::string usage_table(const app::Usage& usage, const wording::Wording& words);
[[nodiscard]] std::string places_table(const app::Usage& usage, const wording::Wording& words);
[[nodiscard]] std::string log_table(const Log& log, const wording::Wording& words);

/// The three of them into the root of a stick, down to the last byte. Returns their names. Fault: unwritable, no_space.
[[nodiscard]] Result<std::vector<std::string>> leave_records(const std::string& stick, const app::Usage& usage,
                                                             const Log& log, const wording::Wording& words);

}  // namespace tingdu::runtime
