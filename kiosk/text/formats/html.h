// Saved HTML: the article of a page without the site around it.
// It sees bytes already decoded and gives blocks; styles, scripts and pictures are nothing to it.
#pragma once

#include <string>

#include "kiosk/text/draft.h"

namespace tingdu::text {

[[nodiscard]] Draft read_html(std::u32string source);

}  // namespace tingdu::text
