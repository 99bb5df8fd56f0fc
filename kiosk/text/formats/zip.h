// The entries of a zip file held in memory, with a limit on everything that a hostile one can make large.
// It knows nothing of Word.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace tingdu::text {

/// The names of the entries, in order; nothing if the file's directory cannot be read or names too many.
[[nodiscard]] std::optional<std::vector<std::string>> zip_names(std::span<const std::byte> bytes);

/// The entry of that name, unpacked. Faults, without a subject: missing, damaged, too_much_memory where it is larger
/// than `most` bytes.
[[nodiscard]] Result<std::string> zip_entry(std::span<const std::byte> bytes, std::string_view name, std::size_t most);

}  // namespace tingdu::text
