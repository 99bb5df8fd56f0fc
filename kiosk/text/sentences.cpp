#include "kiosk/text/sentences.h"

#include <algorithm>
#include <string_view>

#include "kiosk/text/cleaning.h"
#include "kiosk/text/sentence_ends.h"

namespace tingdu::text {
namespace {

// Speech is prepared a sentence at a time, and one that never ends would keep a visitor waiting.
constexpr std::size_t long_sentence = 120;
constexpr std::size_t longest_sentence = 160;

std::u32string_view characters(const Article& article, TextRange range) {
    return std::u32string_view(article.text).substr(range.begin, range.size());
}

bool is_one_thing(BlockKind kind) {
    return kind != BlockKind::paragraph && kind != BlockKind::note && kind != BlockKind::picture;
}

/// Ends of sentences, relative to the block, with whatever says nothing joined to its neighbour.
std::vector<TextRange> sayable_stretches(std::u32string_view text, const std::vector<std::size_t>& ends) {
    std::vector<TextRange> stretches;
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        while (begin < end && is_blank(text[begin])) ++begin;
        if (begin == end) continue;
        const bool says = has_sayable(text.substr(begin, end - begin));
        if (says || stretches.empty()) {
            stretches.push_back({begin, end});
        } else {
            stretches.back().end = end;
        }
        // An opening that says nothing waits for the first that does.
        if (says && stretches.size() == 2 && !has_sayable(text.substr(0, stretches[0].end))) {
            stretches = {{stretches[0].begin, end}};
        }
        begin = end;
    }
    return stretches;
}

void push_in_steps(std::vector<TextRange>& sentences, std::u32string_view text, TextRange sentence) {
    while (sentence.size() > long_sentence) {
        const std::size_t parts = (sentence.size() + long_sentence - 1) / long_sentence;
        const std::size_t cut =
            cut_near(text.substr(sentence.begin, sentence.size()), sentence.size() / parts, longest_sentence);
        TextRange rest{sentence.begin + cut, sentence.end};
        while (!rest.empty() && is_blank(text[rest.begin])) ++rest.begin;
        if (!has_sayable(text.substr(rest.begin, rest.size()))) break;
        if (has_sayable(text.substr(sentence.begin, cut))) {
            TextRange part{sentence.begin, sentence.begin + cut};
            while (is_blank(text[part.end - 1])) --part.end;
            sentences.push_back(part);
            sentence = rest;
        } else {
            break;
        }
    }
    sentences.push_back(sentence);
}

bool is_sayable_block(const Article& article, std::size_t block) {
    return has_sayable(characters(article, article.blocks[block].range));
}

std::optional<std::size_t> sayable_block_from(const Article& article, std::size_t block) {
    while (block < article.blocks.size() && !is_sayable_block(article, block)) ++block;
    return block < article.blocks.size() ? std::optional(block) : std::nullopt;
}

std::optional<std::size_t> sayable_block_before(const Article& article, std::size_t block) {
    while (block > 0) {
        if (is_sayable_block(article, --block)) return block;
    }
    return std::nullopt;
}

std::size_t paragraph_head(const Article& article, std::size_t block) {
    while (block > 0 && article.blocks[block].continues) --block;
    return block;
}

}  // namespace

std::vector<TextRange> sentences(const Article& article, std::size_t block) {
    if (block >= article.blocks.size()) return {};
    const TextRange range = article.blocks[block].range;
    const std::u32string_view text = characters(article, range);
    std::vector<std::size_t> ends = {text.size()};
    if (!is_one_thing(article.blocks[block].kind) || text.size() > long_sentence) ends = sentence_ends(text);
    std::vector<TextRange> found;
    for (const TextRange stretch : sayable_stretches(text, ends)) push_in_steps(found, text, stretch);
    for (TextRange& sentence : found) {
        sentence.begin += range.begin;
        sentence.end += range.begin;
    }
    return found;
}

std::optional<Place> first(const Article& article) {
    const auto block = sayable_block_from(article, 0);
    return block ? std::optional(Place{*block, 0}) : std::nullopt;
}

std::optional<Place> next_sentence(const Article& article, Place place) {
    if (place.block >= article.blocks.size()) return std::nullopt;
    if (is_sayable_block(article, place.block) && place.sentence + 1 < sentences(article, place.block).size()) {
        return Place{place.block, place.sentence + 1};
    }
    const auto block = sayable_block_from(article, place.block + 1);
    return block ? std::optional(Place{*block, 0}) : std::nullopt;
}

std::optional<Place> previous_sentence(const Article& article, Place place) {
    if (place.block >= article.blocks.size()) return std::nullopt;
    if (place.sentence > 0) return Place{place.block, place.sentence - 1};
    const auto block = sayable_block_before(article, place.block);
    return block ? std::optional(Place{*block, sentences(article, *block).size() - 1}) : std::nullopt;
}

std::optional<Place> next_paragraph(const Article& article, Place place) {
    if (place.block >= article.blocks.size()) return std::nullopt;
    auto block = sayable_block_from(article, place.block + 1);
    while (block && article.blocks[*block].continues && paragraph_head(article, *block) <= place.block) {
        block = sayable_block_from(article, *block + 1);
    }
    return block ? std::optional(Place{*block, 0}) : std::nullopt;
}

std::optional<Place> previous_paragraph(const Article& article, Place place) {
    if (place.block >= article.blocks.size()) return std::nullopt;
    const auto start_of = [&](std::size_t block) {
        return sayable_block_from(article, paragraph_head(article, block));
    };
    const auto own = start_of(place.block);
    if (own && Place{*own, 0} != place && *own <= place.block) return Place{*own, 0};
    const auto before = sayable_block_before(article, paragraph_head(article, place.block));
    const auto start = before ? start_of(*before) : std::nullopt;
    return start ? std::optional(Place{*start, 0}) : std::nullopt;
}

std::optional<Place> place_at(const Article& article, std::size_t offset) {
    const auto block = std::partition_point(article.blocks.begin(), article.blocks.end(),
                                            [&](const Block& each) { return each.range.end <= offset; });
    if (block == article.blocks.end() || !block->range.contains(offset)) return std::nullopt;
    const auto at = static_cast<std::size_t>(block - article.blocks.begin());
    const std::vector<TextRange> all = sentences(article, at);
    const auto after =
        std::partition_point(all.begin(), all.end(), [&](const TextRange& each) { return each.begin <= offset; });
    return Place{at, after == all.begin() ? 0 : static_cast<std::size_t>(after - all.begin()) - 1};
}

TextRange range_of(const Article& article, Place place) {
    const std::vector<TextRange> all = sentences(article, place.block);
    return place.sentence < all.size() ? all[place.sentence] : TextRange{};
}

}  // namespace tingdu::text
