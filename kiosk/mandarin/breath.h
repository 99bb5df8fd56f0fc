// Where a good reader breathes in a long stretch without punctuation: between its phrases, after a long subject, before
// what links or introduces. It knows words and their classes, no readings and no sound.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "kiosk/mandarin/readings.h"

namespace tingdu::mandarin {

/// The drafts before which a short break is due, rising; none in a clause that one breath carries. Never between a
/// number and what it counts, nor before a particle or after a word that only leans on the next.
[[nodiscard]] std::vector<std::size_t> breaths(std::span<const Draft> clause);

}  // namespace tingdu::mandarin
