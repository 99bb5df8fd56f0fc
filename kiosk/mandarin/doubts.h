// Names that are read one way as a name and another way otherwise: so that staff can look at them before a visitor
// hears them. It judges what was chosen; it chooses nothing.
#pragma once

#include <optional>
#include <span>

#include "kiosk/mandarin/readings.h"

namespace tingdu::mandarin {

/// The other reading of the character that may be a surname at the head of draft `i`; nothing if it is hardly one.
[[nodiscard]] std::optional<Syllable> as_surname(std::span<const Draft> clause, std::size_t i, const Lexicon& lexicon);

}  // namespace tingdu::mandarin
