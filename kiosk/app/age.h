// Whether what an article says may be over, and what is said of it then.
// It knows what day it is only by being told.
#pragma once

#include <optional>
#include <string>

#include "kiosk/text/article.h"
#include "kiosk/wording/wording.h"

namespace tingdu::app {

/// One sentence, the same for eyes and ears: the last day that the article names has passed, or it was published more
/// than a year ago. Empty for any other, and while nobody knows what day it is.
[[nodiscard]] std::u32string outdated(const text::Article& article, const std::optional<Date>& today,
                                      const wording::Wording& words);

}  // namespace tingdu::app
