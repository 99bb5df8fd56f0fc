// Saved HTML: the article of a page without the site around it.
#pragma once

#include <string_view>

#include "kiosk/text/draft.h"

namespace tingdu::text {

[[nodiscard]] Draft read_html(std::u32string_view source);

}  // namespace tingdu::text
