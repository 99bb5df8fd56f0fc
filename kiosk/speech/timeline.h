// Which sample of the endless stream says which word: clips laid end to end at stream positions, from the one being
// heard to the last one made. It owns their sound until it has been heard.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>

#include "kiosk/base/pcm.h"
#include "kiosk/speech/clip.h"

namespace tingdu::speech {

/// Utterances are numbered by whoever speaks them; 0 is none.
using UtteranceId = std::uint64_t;

struct Placed {
    UtteranceId utterance{};
    Clip clip;
    StreamPosition begin{};

    [[nodiscard]] StreamPosition end() const { return begin + clip.pcm.size(); }
};

class Timeline {
  public:
    /// Forgets everything; the next clip begins at `position`.
    void restart(StreamPosition position);
    /// Lays a clip behind the last one.
    void append(UtteranceId utterance, Clip clip);
    /// Lays a clip in at `position`, a clip's begin or the end; what follows moves back.
    void insert(StreamPosition position, UtteranceId utterance, Clip clip);
    /// Takes off everything from `position` on and returns it; a clip that `position` falls into is parted, the word
    /// that is being said there going on in the second part.
    std::deque<Placed> take_from(StreamPosition position);
    /// Lets the sound from `position` to the end fade away.
    void fade_out(StreamPosition position);
    /// Forgets clips that end at or before `position`.
    void forget_before(StreamPosition position);

    [[nodiscard]] StreamPosition end() const { return end_; }
    [[nodiscard]] bool empty() const { return placed_.empty(); }
    [[nodiscard]] const std::deque<Placed>& placed() const { return placed_; }

    struct Sounding {
        UtteranceId utterance{};
        std::optional<std::size_t> word;  ///< the last word begun; none in a clip without words
    };
    /// What is said at `position`; nothing before the first clip and from the end on.
    [[nodiscard]] std::optional<Sounding> at(StreamPosition position) const;

    struct WordBegin {
        StreamPosition position{};
        UtteranceId utterance{};
        std::size_t word{};
    };
    /// The first word that begins at or after `position`.
    [[nodiscard]] std::optional<WordBegin> word_from(StreamPosition position) const;
    /// Where something else begins after `position`: a word, a clip, the end; `position` itself where nothing does.
    [[nodiscard]] StreamPosition change_after(StreamPosition position) const;
    /// Where the first clause at or after `position` begins, or the end if none does.
    [[nodiscard]] StreamPosition clause_from(StreamPosition position) const;
    /// Samples from `position` to the end of the clip that holds it; empty from the end on.
    [[nodiscard]] std::span<const std::int16_t> samples_from(StreamPosition position) const;

  private:
    std::deque<Placed> placed_;  // adjoining: each begins where the one before ends
    StreamPosition end_ = 0;
};

}  // namespace tingdu::speech
