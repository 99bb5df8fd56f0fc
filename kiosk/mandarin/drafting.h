// The clauses of a text as words whose readings the model has not chosen yet: where reading and learning to read meet.
// Learning sees here what reading sees, so that both know a character by the same context.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "kiosk/mandarin/front_end.h"
#include "kiosk/mandarin/readings.h"

namespace tingdu::mandarin {

using Drafted = std::function<void(std::span<const Draft>)>;

/// Gives each clause of `shown` in turn, as the lexicon and the rules read it. The drafts live no longer than the call.
void draft_clauses(std::u32string_view shown, const Knowledge& knowledge, const Drafted& each);

}  // namespace tingdu::mandarin
