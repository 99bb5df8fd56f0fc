// Saved HTML: the article of a page without the site around it.
// It sees characters and gives blocks; styles, scripts and pictures are nothing to it.
#pragma once

#include <string_view>

#include "kiosk/text/draft.h"

namespace tingdu::text {

/// `source` is UTF-8.
[[nodiscard]] Draft read_html(std::string_view source);

}  // namespace tingdu::text
