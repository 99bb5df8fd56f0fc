#include "kiosk/mandarin/doubts.h"

namespace tingdu::mandarin {

std::optional<Syllable> as_surname(std::span<const Draft> clause, std::size_t i, const Lexicon& lexicon) {
    const Draft& here = clause[i];
    if (here.number || here.text.size() != 1 || here.ground == Ground::place) return std::nullopt;
    const auto known = lexicon.character(here.text[0]);
    if (!known || known->surname <= 1) return std::nullopt;  // the first candidate is how it is mostly read
    const bool before_given_name = i + 1 < clause.size() && !clause[i + 1].number &&
                                   (clause[i + 1].word_class == WordClass::person || name_at(clause, i, lexicon) > 0);
    const Syllable surname = lexicon.candidate(*known, known->surname - 1U);
    if (here.syllables[0] == surname)
        return here.ground == Ground::name ? std::optional(lexicon.candidate(*known, 0)) : std::nullopt;
    return before_given_name ? std::optional(surname) : std::nullopt;
}

}  // namespace tingdu::mandarin
