// What a stretch of text is said as, by the language that it is told in: words in clauses. Mandarin, and everything
// that is read as an article is, asks the room mandarin alone; what the kiosk says in another language keeps to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/language.h"
#include "kiosk/mandarin/front_end.h"

namespace tingdu::speech {

struct Told {
    std::vector<mandarin::Clause> clauses;
    std::u32string said;
};

/// In any language but Mandarin, Hanzi and what is written together with them are read as Mandarin, and the rest,
/// numbers among it, as that language reads it. Ranges count in `stretch`.
[[nodiscard]] Told words_of(std::u32string_view stretch, Language language, const mandarin::Knowledge& knowledge);

}  // namespace tingdu::speech
