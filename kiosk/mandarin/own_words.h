// The words of a place's own list as values: laid over one another, written down, merged into a list that is there.
// How such a list is read and looked up stands in local_readings.h; where it lies is nobody's business here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/mandarin/local_readings.h"

namespace tingdu::mandarin {

using OwnWords = std::vector<LocalWord>;

/// The words of a list that count, as they stand in it.
[[nodiscard]] OwnWords words_in(std::u32string_view list, const Lexicon& lexicon);

/// All words of both; what is in both is as `above` has it, of two there the later.
[[nodiscard]] OwnWords laid_over(OwnWords below, OwnWords above);

/// A line of a list: "柳塘 = liu3 tang2".
[[nodiscard]] std::u32string written(const LocalWord& word);

/// `list` with what `over` says besides: where both have a word, the line of `over` counts and stands at the end with
/// its others; the rest of `list`, its comments too, stays as it stands. `list` itself where `over` says nothing new.
[[nodiscard]] std::u32string merged(std::u32string_view list, const OwnWords& over, const Lexicon& lexicon);

/// `list` without the lines that settle `word`; the rest, its comments too, stays as it stands.
[[nodiscard]] std::u32string without(std::u32string_view list, std::u32string_view word, const Lexicon& lexicon);

/// The pinyin of a word, as a textbook prints it: "liǔ táng".
[[nodiscard]] std::u32string printed(const LocalWord& word);

}  // namespace tingdu::mandarin
