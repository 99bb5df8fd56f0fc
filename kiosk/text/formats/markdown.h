// Markdown, as CommonMark has it, with tables; the head lines or YAML head that articles begin with are read as what
// the file says about itself.
#pragma once

#include <string>

#include "kiosk/text/draft.h"

namespace tingdu::text {

[[nodiscard]] Draft read_markdown(std::u32string source);

}  // namespace tingdu::text
