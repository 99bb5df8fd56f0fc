// The day after which what an article says is over: a deadline, the end of a validity. It knows how notices put such
// days; what day it is now it does not know.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/base/date.h"

namespace tingdu::text {

/// The last such day that `text` names. A day without a year is taken to follow the day of publication; without that it
/// is passed over. In doubt there is none.
[[nodiscard]] std::optional<Date> last_day(std::u32string_view text, const std::optional<Date>& published);

}  // namespace tingdu::text
