// One plain sentence for every Error, in every language: what is wrong and what to do. Shown, spoken and printed alike.
// It knows no place where they appear.
#pragma once

#include <string>

#include "kiosk/base/language.h"
#include "kiosk/base/result.h"

namespace tingdu {

/// UTF-8, one sentence, no line break, no code numbers; names `error.subject`.
[[nodiscard]] std::string sentence(const Error& error, Language language);

}  // namespace tingdu
