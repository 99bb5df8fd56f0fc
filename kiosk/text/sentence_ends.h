// Where sentences end in a stretch of text, and where a stretch without an end may be cut. It knows punctuation and
// abbreviations, nothing of blocks or articles.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tingdu::text {

/// One past the last character of each sentence, its closing quotes and brackets included, white space after it not.
/// Rising; the last is the size of `text`. Nothing for an empty text. Linear.
[[nodiscard]] std::vector<std::size_t> sentence_ends(std::u32string_view text);

/// The best place to cut `text`, which is longer than `most`: after a comma or its kin nearest to `wanted`, else at
/// a space, else between Hanzi where a word ends, never inside a word or a number if that can be helped. From 1 to
/// `most`.
[[nodiscard]] std::size_t cut_near(std::u32string_view text, std::size_t wanted, std::size_t most);

}  // namespace tingdu::text
