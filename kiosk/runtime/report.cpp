#include "kiosk/runtime/report.h"

#include <fmt/format.h>

#include "kiosk/base/utf8.h"

namespace tingdu::runtime {

void report(const Heard& heard, const Report& line) {
    const auto* short_of = std::get_if<FellShort>(&heard);
    if (!short_of) return;
    const std::string shown = to_utf8(short_of->shown);
    for (const speech::Shortfall& shortfall : short_of->shortfalls)
        line(fmt::format("not said whole, {} of {} syllables or words: {}", shortfall.sounded, shortfall.asked, shown));
    if (short_of->error) line(fmt::format("not said, {} failed: {}", short_of->error->subject, shown));
}

void report_missing(std::u32string_view glyphs, const Report& line) {
    for (const char32_t glyph : glyphs)
        line(fmt::format("no font has U+{:04X} {}", static_cast<unsigned>(glyph), to_utf8(std::u32string(1, glyph))));
}

}  // namespace tingdu::runtime
