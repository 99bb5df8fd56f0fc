// Lines for whoever started the program: on the standard error, in the language of the environment.
// What a visitor sees and hears never passes through here.
#pragma once

#include <string>

#include "kiosk/base/result.h"
#include "kiosk/runtime/records.h"
#include "kiosk/text/article.h"

namespace tingdu::shell {

void tell(const std::string& line);
/// What has been told by this program, the latest, for staff who take it home.
[[nodiscard]] runtime::Log told_lately();
void tell_error(const Error& error);
/// Something in `file` that was mended while it was read.
void tell_problem(const std::string& file, const text::Problem& problem);

}  // namespace tingdu::shell
