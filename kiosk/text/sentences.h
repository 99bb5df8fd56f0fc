// Where sentences begin and end, and how one moves among them. Sentences are found where they are needed, never
// for a whole article at once: each call looks at one block and its neighbours only.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "kiosk/text/article.h"

namespace tingdu::text {

/// Sentences of one block, in order, covering it but for white space between them. A sentence ends after
/// 。！？；… and their Latin kin with the closing quotes that follow, and at the end of the block; never inside a
/// number, an abbreviation or an address. No sentence is empty, and each holds something that can be said, unless the
/// block has nothing of the kind.
[[nodiscard]] std::vector<TextRange> sentences(const Article& article, std::size_t block);

/// A place in an article: a block and a sentence in it.
struct Place {
    std::size_t block{};
    std::size_t sentence{};
    friend bool operator==(Place, Place) = default;
};

/// The first sentence of the article that can be said; nothing for an article without one.
[[nodiscard]] std::optional<Place> first(const Article& article);
/// The sentence after, before; the first sentence of the paragraph after, before (a paragraph cut into several
/// blocks counts once; "before" goes to the start of its own paragraph first, if it is not there already).
/// Nothing at the ends.
[[nodiscard]] std::optional<Place> next_sentence(const Article& article, Place place);
[[nodiscard]] std::optional<Place> previous_sentence(const Article& article, Place place);
[[nodiscard]] std::optional<Place> next_paragraph(const Article& article, Place place);
[[nodiscard]] std::optional<Place> previous_paragraph(const Article& article, Place place);

/// The sentence that holds a character, or the one before it; nothing for a character of no block.
[[nodiscard]] std::optional<Place> place_at(const Article& article, std::size_t offset);

/// The characters of one sentence; empty for a place that is not there.
[[nodiscard]] TextRange range_of(const Article& article, Place place);

}  // namespace tingdu::text
