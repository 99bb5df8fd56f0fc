// The lexicon that is shipped, and readings written so that a test can be read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/mandarin/front_end.h"
#include "tests/support/voices.h"

namespace tingdu::mandarin {

using support::lexicon_bytes;
using support::model_bytes;
using support::shipped_lexicon;

/// Pinyin of all that is said, spaced; before or after sandhi.
[[nodiscard]] std::string lexical(std::u32string_view shown, const Knowledge& knowledge = shipped_lexicon());
[[nodiscard]] std::string spoken(std::u32string_view shown, const Knowledge& knowledge = shipped_lexicon());
/// The words as they light up, with | between two.
[[nodiscard]] std::string lit(std::u32string_view shown, const Knowledge& knowledge = shipped_lexicon());
/// What is said in words, UTF-8.
[[nodiscard]] std::string said(std::u32string_view shown, const Knowledge& knowledge = shipped_lexicon());

}  // namespace tingdu::mandarin
