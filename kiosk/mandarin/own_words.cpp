#include "kiosk/mandarin/own_words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/pieces.h"
#include "kiosk/mandarin/pinyin.h"

namespace tingdu::mandarin {
namespace {

/// Each line of a list without what ends it, whoever ended it.
std::vector<std::u32string_view> lines_of(std::u32string_view list) {
    std::vector<std::u32string_view> lines;
    while (true) {
        const std::size_t end = list.find_first_of(U"\r\n");
        lines.push_back(list.substr(0, end));
        if (end == std::u32string_view::npos) return lines;
        list.remove_prefix(list.substr(end).starts_with(U"\r\n") ? end + 2 : end + 1);
    }
}

/// The word that a line is about if it counts by itself, as the list has it.
std::u32string word_of(std::u32string_view line, const Lexicon& lexicon) {
    const ReadList read = read_list(line, lexicon);
    if (read.readings.size() != 1) return {};
    const std::u32string folded = fold(line);
    std::u32string_view word = std::u32string_view(folded).substr(0, folded.find(U'='));
    constexpr char32_t byte_order_mark = 0xFEFF;
    if (word.starts_with(byte_order_mark)) word.remove_prefix(1);
    while (word.starts_with(U' ')) word.remove_prefix(1);
    while (word.ends_with(U' ')) word.remove_suffix(1);
    return simplify(word, lexicon);
}

std::vector<Syllable> syllables_of(const std::u32string& word, const LocalReadings& readings) {
    if (word.size() == 1) return {readings.reading(word[0])};
    const LocalWord* const known = readings.beginning(word);
    return known && known->text == word ? known->syllables : std::vector<Syllable>();
}

std::u32string without(std::u32string_view list, const std::unordered_set<std::u32string>& words,
                       const Lexicon& lexicon) {
    std::u32string all;
    const auto lines = lines_of(list);
    for (const std::u32string_view& line : lines) {
        const bool is_end = &line == &lines.back() && line.empty();
        if (is_end || words.contains(word_of(line, lexicon))) continue;
        all += line;
        all += U'\n';
    }
    return all;
}

}  // namespace

OwnWords words_in(std::u32string_view list, const Lexicon& lexicon) {
    const LocalReadings all = read_list(list, lexicon).readings;
    OwnWords words;
    std::unordered_set<std::u32string> met;
    for (const std::u32string_view line : lines_of(list)) {
        const std::u32string word = word_of(line, lexicon);
        if (word.empty() || !met.insert(word).second) continue;
        words.push_back({word, syllables_of(word, all), 0});
    }
    return words;
}

OwnWords laid_over(OwnWords below, OwnWords above) {
    std::unordered_map<std::u32string, std::size_t> places;
    for (std::size_t i = 0; i < below.size(); ++i) places.insert_or_assign(below[i].text, i);
    for (LocalWord& word : above) {
        const auto [place, is_new] = places.try_emplace(word.text, below.size());
        if (is_new) {
            below.push_back(std::move(word));
        } else {
            below[place->second] = std::move(word);
        }
    }
    return below;
}

std::u32string written(const LocalWord& word) {
    std::u32string line = word.text + U" =";
    for (const Syllable syllable : word.syllables) line += U" " + from_utf8(syllable.pinyin());
    return line;
}

std::u32string merged(std::u32string_view list, const OwnWords& over, const Lexicon& lexicon) {
    const LocalReadings settled = read_list(list, lexicon).readings;
    std::vector<const LocalWord*> fresh;
    std::unordered_set<std::u32string> replaced;
    for (const LocalWord& word : over) {
        if (syllables_of(word.text, settled) == word.syllables) continue;
        fresh.push_back(&word);
        replaced.insert(word.text);
    }
    if (fresh.empty()) return std::u32string(list);

    std::u32string all = without(list, replaced, lexicon);
    for (const LocalWord* word : fresh) all += written(*word) + U"\n";
    return all;
}

std::u32string without(std::u32string_view list, std::u32string_view word, const Lexicon& lexicon) {
    return without(list, std::unordered_set{std::u32string(word)}, lexicon);
}

std::u32string printed(const LocalWord& word) {
    std::u32string all;
    for (const Syllable syllable : word.syllables) all += (all.empty() ? U"" : U" ") + printed(syllable);
    return all;
}

}  // namespace tingdu::mandarin
