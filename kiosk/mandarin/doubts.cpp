#include "kiosk/mandarin/doubts.h"

#include "kiosk/mandarin/names.h"

namespace tingdu::mandarin {

std::optional<Syllable> as_surname(std::span<const Draft> clause, std::size_t i, const Lexicon& lexicon) {
    const Draft& here = clause[i];
    if (here.number || here.text.size() != 1 || here.ground == Ground::place) return std::nullopt;
    const auto surname = surname_reading(here.text[0], lexicon);
    const Syllable mostly = lexicon.default_reading(here.text[0]);
    if (!surname || *surname == mostly) return std::nullopt;
    const bool before_given_name = i + 1 < clause.size() && !clause[i + 1].number &&
                                   (clause[i + 1].word_class == WordClass::person || here.name > 0);
    if (here.syllables[0] == *surname) return here.ground == Ground::name ? std::optional(mostly) : std::nullopt;
    return before_given_name ? surname : std::nullopt;
}

}  // namespace tingdu::mandarin
