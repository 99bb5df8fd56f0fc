// Plain text: a line is a paragraph, unless the file was broken into lines for a fixed width.
// What is navigation and what is the byline is told elsewhere, for all formats alike.
#pragma once

#include <string>

#include "kiosk/text/draft.h"

namespace tingdu::text {

[[nodiscard]] Draft read_plain(std::u32string text);

}  // namespace tingdu::text
