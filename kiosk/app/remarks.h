// The words for what somebody who has filled a stick should know: on the screen, on paper, printed by a command.
// What there is to know, and how bad it is, is decided elsewhere.
#pragma once

#include <string>

#include "kiosk/prepare/remark.h"
#include "kiosk/wording/wording.h"

namespace tingdu::app {

/// What it is, without its file and line.
[[nodiscard]] std::u32string words_for(const text::Problem& problem, const wording::Wording& words);
[[nodiscard]] std::u32string words_for(const mandarin::Remark& remark, const wording::Wording& words);
[[nodiscard]] std::u32string words_for(const prepare::InSentence& doubtful, const wording::Wording& words);
[[nodiscard]] std::u32string words_for(const prepare::SameTitle& same, const wording::Wording& words);
[[nodiscard]] std::u32string words_for(const prepare::Remark& remark, const wording::Wording& words);
/// With its file and line, as a sentence: "“停水.txt”第 3 行：……"
[[nodiscard]] std::u32string told(const prepare::Remark& remark, const wording::Wording& words);
/// The same for ears, to whom Pinyin says nothing and the path of a file too much: what may be misread is heard.
[[nodiscard]] std::u32string told_aloud(const prepare::Remark& remark, const wording::Wording& words);

}  // namespace tingdu::app
