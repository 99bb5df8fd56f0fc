// Which character is meant, said as one says it at a counter: 弓长张, 东西的东, 虫字旁加内外的内. For names spelled out
// by ear. It speaks of characters one at a time and knows nothing of the sentence they stand in.
#pragma once

#include <string>

#include "kiosk/mandarin/lexicon.h"
#include "kiosk/mandarin/syllable.h"

namespace tingdu::mandarin {

/// The explanation of a character read like this, 长 chang2 as 长短的长 and zhang3 as 长大的长; of its likeliest
/// reading if none is given or no word bears it out. The character itself where there is nothing to say, which is the
/// case for none in GB 2312.
[[nodiscard]] std::u32string explain(char32_t hanzi, Syllable lexical, const Lexicon& lexicon);

}  // namespace tingdu::mandarin
