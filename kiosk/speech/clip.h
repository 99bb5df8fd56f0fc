// Takes → clips: what the synthesizer gave, checked against what it was asked for, with its silences and the marks
// by which words light up.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "kiosk/base/diction.h"
#include "kiosk/base/pcm.h"
#include "kiosk/base/result.h"
#include "kiosk/speech/utterance.h"

namespace tingdu::speech {

/// Word `word` of the utterance sounds from sample `begin` of the clip up to `end`.
struct Mark {
    std::size_t word{};
    std::size_t begin{};
    std::size_t end{};
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// One breath as it will be heard, its silence after it included.
struct Clip {
    Pcm pcm;
    std::vector<Mark> marks;
    bool clause_begins{};
};

/// The synthesizer gave less than was asked of it, even in small portions.
struct Shortfall {
    std::size_t asked{};
    std::size_t sounded{};
};

struct Performance {
    Clip clip;
    std::vector<Shortfall> shortfalls;
};

/// Asks the synthesizer, for the diction that is performed.
using Say = std::function<Result<Take>(const Piece&)>;

/// Performs one breath from word `from_word` of the utterance on. A piece that comes back short is asked for again in
/// halves, down to single words, so that nothing is dropped unheard. Fails only as `say` does.
[[nodiscard]] Result<Performance> perform(const Breath& breath, std::size_t from_word, const Diction& diction,
                                          const Say& say);

}  // namespace tingdu::speech
