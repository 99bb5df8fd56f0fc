// One plain sentence for every Error: what is wrong and what to do. Shown, spoken and printed alike.
// It knows no place where they appear.
#pragma once

#include <string>

#include "kiosk/base/result.h"
#include "kiosk/wording/wording.h"

namespace tingdu::wording {

/// UTF-8, one sentence, no line break, no code numbers; names `error.subject`.
[[nodiscard]] std::string sentence(const Error& error, const Wording& wording);

/// For the one fault that no wording is left for: no language file can be read.
[[nodiscard]] std::string sentence_without_words(const Error& error);

}  // namespace tingdu::wording
