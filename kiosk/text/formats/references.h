// The character references of HTML, which Markdown has too: "&nbsp;", "&#x4E00;".
// Names come from libxml2's table; unknown ones stay as they are written.
#pragma once

#include <string>
#include <string_view>

namespace tingdu::text {

/// What names of elements and references begin with.
[[nodiscard]] constexpr bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// `text` with its references resolved; what is none stays as it is.
[[nodiscard]] std::u32string without_references(std::u32string_view text);

}  // namespace tingdu::text
