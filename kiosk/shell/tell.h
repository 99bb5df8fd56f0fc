// Lines for whoever started the program: on the standard error, in the language of the environment.
// What a visitor sees and hears never passes through here.
#pragma once

#include <string>

#include "kiosk/base/language.h"
#include "kiosk/base/result.h"
#include "kiosk/text/article.h"

namespace tingdu::shell {

/// Mandarin where LC_ALL, LC_MESSAGES or LANG begin with "zh", else English.
[[nodiscard]] Language language_of_environment();

void tell(const std::string& line);
void tell_error(const Error& error);
/// What was mended, without its place.
[[nodiscard]] std::string words_for(const text::Problem& problem, Language language);
/// Something in `file` that was mended while it was read.
void tell_problem(const std::string& file, const text::Problem& problem);

}  // namespace tingdu::shell
