// Text crosses the edges of the program as UTF-8 and lives inside it as code points.
// These two functions are the only passage; neither fails.
#pragma once

#include <string>
#include <string_view>

namespace tingdu {

/// Code points of `bytes`; each maximal ill-formed part becomes one U+FFFD (Unicode 15, section 3.9).
[[nodiscard]] std::u32string from_utf8(std::string_view bytes);

/// UTF-8 of `text`; a surrogate or a number beyond U+10FFFF becomes U+FFFD.
[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace tingdu
