#include "kiosk/prepare/correction.h"

#include <algorithm>
#include <map>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/explanation.h"

namespace tingdu::prepare {
namespace {

using mandarin::Syllable;

/// How a sentence is read, for each Hanzi that stands for itself, and where its words are.
struct Reading {
    std::map<std::size_t, Syllable> readings;
    std::vector<TextRange> words;
};

Reading reading_of(std::u32string_view sentence, const mandarin::Knowledge& knowledge) {
    Reading all;
    for (const mandarin::Clause& clause : mandarin::read(sentence, knowledge))
        for (const mandarin::Word& word : clause.words) {
            all.words.push_back(word.shown);
            for (const mandarin::Token& token : word.tokens)
                if (token.shown.size() == 1 && token.readings.size() == 1 && is_hanzi(sentence[token.shown.begin]))
                    all.readings[token.shown.begin] = token.readings.front().lexical;
        }
    return all;
}

/// What of `word` lies about `at` and is all Hanzi that stand for themselves.
TextRange hanzi_about(std::size_t at, TextRange word, const Reading& read) {
    constexpr std::size_t longest = mandarin::LocalReadings::longest_word;
    TextRange range{at, at + 1};
    while (range.end < word.end && read.readings.contains(range.end) && range.size() < longest) ++range.end;
    while (range.begin > word.begin && read.readings.contains(range.begin - 1) && range.size() < longest) --range.begin;
    return range;
}

TextRange word_about(std::size_t at, const Reading& read) {
    const auto here = std::ranges::find_if(read.words, [at](TextRange word) { return word.contains(at); });
    if (here == read.words.end()) return {at, at + 1};
    const TextRange alone = hanzi_about(at, *here, read);
    if (alone.size() > 1) return alone;
    if (const auto next = here + 1; next != read.words.end() && next->begin == here->end)
        if (const TextRange with = hanzi_about(at, {here->begin, next->end}, read); with.size() > 1) return with;
    if (here != read.words.begin() && (here - 1)->end == here->begin)
        return hanzi_about(at, {(here - 1)->begin, here->end}, read);
    return alone;
}

/// By a word that is read so; an explanation of its usual reading would tell the wrong thing.
std::u32string explained(char32_t hanzi, Syllable reading, const mandarin::Lexicon& lexicon) {
    std::u32string text = mandarin::explain(hanzi, reading, lexicon);
    const Syllable usual = lexicon.default_reading(hanzi);
    const bool is_of_usual = reading != usual && text == mandarin::explain(hanzi, usual, lexicon);
    return is_of_usual || text.size() < 2 ? std::u32string() : text;
}

}  // namespace

std::vector<Way> ways_to_read(std::u32string_view sentence, std::size_t at, const mandarin::Knowledge& knowledge) {
    const Reading all = reading_of(sentence, knowledge);
    const mandarin::Lexicon& lexicon = knowledge.lexicon;
    const auto known = lexicon.character(sentence[at]);
    if (!known || !all.readings.contains(at)) return {};

    std::vector<Syllable> readings{all.readings.at(at)};
    for (std::size_t n = 0; n < known->candidates; ++n) {
        const Syllable reading = lexicon.candidate(*known, n);
        if (reading != Syllable{} && std::ranges::find(readings, reading) == readings.end())
            readings.push_back(reading);
    }
    const TextRange range = word_about(at, all);
    std::vector<Way> ways;
    for (const Syllable reading : readings) {
        Way way{{}, reading, explained(sentence[at], reading, lexicon)};
        for (std::size_t place = range.begin; place < range.end; ++place) {
            const auto simple = lexicon.character(sentence[place]);
            way.word.text += simple ? simple->simplified : sentence[place];
            way.word.syllables.push_back(place == at ? reading : all.readings.at(place));
        }
        ways.push_back(std::move(way));
    }
    return ways;
}

}  // namespace tingdu::prepare
