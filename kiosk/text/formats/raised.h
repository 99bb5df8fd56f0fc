// What stands high behind a letter or a number, as every format has it: a power, or the mark of a note.
// It sees the characters alone, and knows nothing of where a format says that they stand high.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tingdu::text {

/// `text` stands high behind `before`. "4" behind "10" is "⁴" and "2" behind "m" is "²"; numbers behind anything else,
/// and numbers in brackets, are marks of notes that are not there, and are nothing. What is no number is not meant.
[[nodiscard]] std::optional<std::u32string> raised(std::u32string_view text, char32_t before);

}  // namespace tingdu::text
