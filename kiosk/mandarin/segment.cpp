#include "kiosk/mandarin/segment.h"

#include <algorithm>

namespace tingdu::mandarin {
namespace {

// What a character that is not in the lexicon costs: as much as the rarest.
constexpr Cost unknown_cost = 255;

Cost cost_alone(const std::optional<Character>& known) {
    return known ? known->cost : unknown_cost;
}

std::vector<Segment> cheapest(std::u32string_view text, const Lexicon& lexicon, std::size_t longest) {
    struct Step {
        Cost cost = 0;
        Segment segment;
    };
    // Backwards, so that the steps come out in reading order.
    std::vector<Step> from(text.size() + 1);
    for (std::size_t begin = text.size(); begin-- > 0;) {
        const auto known = lexicon.character(text[begin]);
        Step& best = from[begin];
        best = {cost_alone(known) + from[begin + 1].cost, {begin, 1, std::nullopt}};
        if (!known) continue;
        for (std::size_t length = 2; length <= std::min(longest, text.size() - begin); ++length) {
            if ((known->lengths >> length & 1U) == 0) continue;
            const auto entry = lexicon.word(text.substr(begin, length));
            if (!entry) continue;
            const Cost cost = entry->cost + from[begin + length].cost;
            if (cost <= best.cost) best = {cost, {begin, length, entry}};
        }
    }
    std::vector<Segment> segments;
    for (std::size_t at = 0; at < text.size(); at += segments.back().length) segments.push_back(from[at].segment);
    return segments;
}

}  // namespace

std::vector<Segment> segment(std::u32string_view simplified, const Lexicon& lexicon) {
    return cheapest(simplified, lexicon, Lexicon::longest_word);
}

Cost cost_of(std::span<const Segment> cut, std::u32string_view simplified, const Lexicon& lexicon) {
    Cost sum = 0;
    for (const Segment& word : cut)
        sum += word.entry ? word.entry->cost : cost_alone(lexicon.character(simplified[word.begin]));
    return sum;
}

std::vector<Segment> parts(std::u32string_view word, const Lexicon& lexicon) {
    constexpr std::size_t longest_part = 4;
    return cheapest(word, lexicon, std::min(longest_part, word.size() - 1));
}

}  // namespace tingdu::mandarin
