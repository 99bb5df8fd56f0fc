// How a reading that may be wrong is put right: each way in which the character could be read, and the word that would
// stand for it in the place's own list. Who chooses, and where that list lies, it does not know.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/text_range.h"
#include "kiosk/mandarin/front_end.h"

namespace tingdu::prepare {

struct Way {
    mandarin::LocalWord word;    ///< as the list would have it; its `line` means nothing
    mandarin::Syllable reading;  ///< of the character
    std::u32string explained;    ///< "单县的单"; empty where no word is read so
    friend bool operator==(const Way&, const Way&) = default;
};

/// The first is how the character at `at` is read now, then what it might be, the likeliest first. The word is the one
/// that it stands in, and where it stands alone that with what follows or else comes before: a place's own word counts
/// wherever it is met, and 单 alone is met too often. None where no dictionary knows the character.
[[nodiscard]] std::vector<Way> ways_to_read(std::u32string_view sentence, std::size_t at,
                                            const mandarin::Knowledge& knowledge);

}  // namespace tingdu::prepare
