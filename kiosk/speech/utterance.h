// Shown text → an utterance: the words that will light up, and the breaths that a synthesizer is asked for.
// Everything about Mandarin is asked of the room mandarin; nothing here knows sound.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/language.h"
#include "kiosk/base/spelled.h"
#include "kiosk/base/text_range.h"
#include "kiosk/mandarin/front_end.h"
#include "kiosk/speech/take.h"

namespace tingdu::speech {

/// What lights up together while it is said. `shown` counts in the text that the utterance was composed from.
struct SaidWord {
    TextRange shown;
    std::u32string said;
    Language language{};
};

/// One piece and the silence after it at normal speed. Its words are those of the utterance from `first_word` on.
struct Breath {
    Piece piece;
    std::size_t first_word{};
    double pause_s{};
    bool clause_begins{};  ///< false where only the language changes in mid-clause
};

struct Utterance {
    TextRange shown;  ///< the whole stretch, punctuation included
    std::u32string said;
    Language language{};  ///< that it is told in; in an article Mandarin if any word of it is
    double pace = 1;      ///< a factor of the rate it is performed at, its silences included
    std::vector<SaidWord> words;
    std::vector<Breath> breaths;
    std::shared_ptr<const Spelled> spelled;  ///< the same for the eyes
};

/// What an utterance is in its text, which sets its pace and the silence around it. An aside stands beside the text: a
/// caption, a note.
enum class Part { prose, title, heading, item, aside };
enum class Follows { sentence, block, nothing };

/// Where in its text an utterance stands.
struct Standing {
    Part part{};
    Follows follows{};
    Part next{};  ///< what the block that follows is
    friend bool operator==(Standing, Standing) = default;
};

/// `shown` is a stretch of `text`, as a rule one sentence, told in `language`; an article finds its languages word by
/// word, as Mandarin does. Total; a stretch with nothing sayable has no breaths.
[[nodiscard]] Utterance compose(std::u32string_view text, TextRange shown, Standing standing,
                                const mandarin::Knowledge& knowledge, Language language = Language::mandarin);

/// The same stretch character by character: each Hanzi as it is explained at a counter, a word of letters first whole,
/// then each digit and letter by its
/// name. Every word lights one character and its `said` is all that is said of it. What has no name is passed over.
[[nodiscard]] Utterance spell_out(std::u32string_view text, TextRange shown, const mandarin::Knowledge& knowledge,
                                  Language language = Language::mandarin);

/// The breath that says word `word`, and the first word of the clause around it.
[[nodiscard]] std::size_t breath_of(const Utterance& utterance, std::size_t word);
[[nodiscard]] std::size_t clause_start(const Utterance& utterance, std::size_t word);

}  // namespace tingdu::speech
