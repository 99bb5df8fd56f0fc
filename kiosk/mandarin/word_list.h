// The few words that a rule knows by heart.
// Which they are is for each rule.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace tingdu::mandarin {

[[nodiscard]] inline bool is_one_of_words(std::u32string_view word, std::span<const std::u32string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace tingdu::mandarin
