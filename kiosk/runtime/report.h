// Lines for the engineer: what went short and was not the visitor's matter.
// Where the lines go is decided by whoever gives the report.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kiosk/runtime/voice.h"

namespace tingdu::runtime {

using Report = std::function<void(const std::string&)>;

/// A sentence that the synthesizer did not say whole; nothing for anything else.
void report(const Heard& heard, const Report& line);
/// Characters that no font has.
void report_missing(std::u32string_view glyphs, const Report& line);

}  // namespace tingdu::runtime
