// Openings of lines, their first breath performed already: what was said lately, and what may be asked for next. A line
// whose opening is here sounds at once, and its rest is made while that is heard. It knows exact wordings at exact
// dictions, and not what is worth having ready.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <utility>

#include "kiosk/base/diction.h"
#include "kiosk/speech/clip.h"
#include "kiosk/speech/utterance.h"

namespace tingdu::runtime {

/// All that an opening depends on, but for the readings that it was composed by.
struct Passage {
    std::u32string shown;
    std::size_t begin{};  ///< of `shown` in its text
    speech::Standing standing;
    Language language{};
    Diction diction;
    Telling telling{};
    friend bool operator==(const Passage&, const Passage&) = default;
};

struct Opening {
    std::shared_ptr<const speech::Utterance> utterance;
    speech::Performance first_breath;
};

class Repertoire {
  public:
    /// So much sound: 8 MB, two breaths of the longest kind for each of a dozen keys.
    static constexpr std::size_t capacity = std::size_t{180} * sample_rate_hz;

    /// None, or good until the next call.
    [[nodiscard]] const Opening* find(const Passage& passage);
    /// In place of those that were asked for the longest ago.
    void keep(Passage passage, Opening opening);
    void forget();

  private:
    std::list<std::pair<Passage, Opening>> openings_;  // asked for last first
    std::size_t samples_ = 0;
};

}  // namespace tingdu::runtime
