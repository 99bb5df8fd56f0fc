// Which readings are no more than a guess: so that staff can look at them before a visitor hears them.
// It judges what was chosen; it chooses nothing.
#pragma once

#include <optional>
#include <span>

#include "kiosk/mandarin/front_end.h"
#include "kiosk/mandarin/readings.h"

namespace tingdu::mandarin {

/// Why draft `i` of a clause that has been read is doubtful; nothing if it is not.
[[nodiscard]] std::optional<Doubt::Kind> doubt_of(std::span<const Draft> clause, std::size_t i, const Lexicon& lexicon);

}  // namespace tingdu::mandarin
