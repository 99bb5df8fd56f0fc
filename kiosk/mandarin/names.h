// Which words of a clause are a person's name: told by who is named before them, by what people are called, and by what
// they do next. The lexicon has few names, and a surname is read as one only where it is one. It chooses no readings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "kiosk/mandarin/front_end.h"
#include "kiosk/mandarin/lexicon.h"
#include "kiosk/mandarin/readings.h"

namespace tingdu::mandarin {

/// What a clause leads one to expect of the next: a name after 联系人： and after 王芳、
enum class Expected : std::uint8_t { anything, name };

/// Sets `Draft::name` where a name begins: 张|志华|同志, 局长|单|建国|出席.
void find_names(std::span<Draft> clause, const Lexicon& lexicon, Expected expected, Boundary end);

/// How a character is read as a surname; nothing if it is none.
[[nodiscard]] std::optional<Syllable> surname_reading(char32_t c, const Lexicon& lexicon);

/// What to expect after a clause whose names have been found.
[[nodiscard]] Expected expected_after(std::span<const Draft> clause, Boundary end);

}  // namespace tingdu::mandarin
