// Where each word of a Piece begins in its sound. The Piece owns the words; the engine's events, which miss some, split
// others and now and then point backwards, give times only.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace tingdu::platform {

/// The engine begins a word: at this code point of the input, at this sample.
struct WordEvent {
    std::size_t offset{};
    std::size_t sample{};
};

struct Marks {
    std::vector<std::size_t> starts;  ///< one a word, rising strictly, the first 0
    std::size_t sounded{};            ///< how many of the words were
};

/// `words` are offsets into `input`, rising; `vowels` the samples of all vowels sounded, `length` of the whole.
/// A word without an event of its own ("the" of "in the") is given a share of the stretch it falls into, by its
/// letters; it counts as sounded if there are vowels enough in that stretch for all its words.
[[nodiscard]] Marks mark_words(std::u32string_view input, std::span<const std::size_t> words,
                               std::span<const WordEvent> events, std::span<const std::size_t> vowels,
                               std::size_t length);

}  // namespace tingdu::platform
