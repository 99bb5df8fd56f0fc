#include "kiosk/speech/utterance.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/front_end.h"
#include "kiosk/mandarin/phonemes.h"
#include "kiosk/mandarin/pinyin.h"
#include "kiosk/speech/words_of.h"

namespace tingdu::speech {
namespace {

using mandarin::Boundary;

// Silences at normal speed, in seconds. Old ears need the joints of a sentence more than its speed: these are about
// a third longer than a newsreader's, and shrink and grow with the rate.
constexpr double language_change_s = 0.03;
constexpr double breath_limit_s = 0.08;  // a clause cut only because it is long
constexpr double before_quiet_s = 0.1;

/// How a part of a text is set off from what is around it. Between two blocks the longer silence counts.
struct Manner {
    double pace;
    double before_s;
    double after_s;
};

// A title is taken in at once or not at all; what stands beside the text is marked by its silences and told a little
// more lightly; items follow one another closely, so that they are heard as one list.
Manner manner_of(Part part) {
    switch (part) {
        case Part::title:
            return {0.90, 1.2, 1.2};
        case Part::heading:
            return {0.94, 1.1, 0.9};
        case Part::item:
            return {1, 0.55, 0.55};
        case Part::aside:
            return {1.06, 1, 1};
        case Part::prose:
            break;
    }
    return {1, 0.8, 0.8};
}

double pause_after(Boundary end) {
    switch (end) {
        case Boundary::none:
            return breath_limit_s;
        case Boundary::enumeration:
            return 0.16;
        case Boundary::comma:
            return 0.26;
        case Boundary::colon:
            return 0.32;
        case Boundary::full_stop:
        case Boundary::question:
        case Boundary::exclamation:
            return 0.48;
    }
    return breath_limit_s;
}

Ending ending_of(Boundary end) {
    switch (end) {
        case Boundary::question:
            return Ending::asking;
        case Boundary::full_stop:
        case Boundary::exclamation:
            return Ending::falling;
        default:
            return Ending::going_on;
    }
}

/// `other` is the language of whatever is not Mandarin.
Language language_of(const mandarin::Word& word, Language other) {
    return word.kind == mandarin::WordKind::hanzi ? Language::mandarin : other;
}

std::vector<mandarin::Syllable> spoken(const mandarin::Word& word) {
    std::vector<mandarin::Syllable> syllables;
    for (const mandarin::Token& token : word.tokens)
        for (const mandarin::Reading& reading : token.readings) syllables.push_back(reading.spoken);
    return syllables;
}

void append_word(Piece& piece, const mandarin::Word& word, mandarin::Position position) {
    if (!piece.input.empty()) piece.input += U' ';
    piece.words.push_back(piece.input.size());
    if (word.kind != mandarin::WordKind::hanzi) {
        piece.input += word.said;
        return;
    }
    const auto syllables = spoken(word);
    piece.input += U"[[" + from_utf8(mandarin::phonemes(syllables, position)) + U"]]";
    piece.syllables += syllables.size();
}

/// How the voice stands before the pause that an ending makes; a question's stays up too.
mandarin::Position position_at(Ending ending) {
    return ending == Ending::falling ? mandarin::Position::closing : mandarin::Position::going_on;
}

/// The words of a clause up to the next change of language become one breath.
void append_breaths(Utterance& utterance, const mandarin::Clause& clause, std::size_t first_word, Ending ending,
                    Language other) {
    std::size_t at = 0;
    while (at < clause.words.size()) {
        Breath breath;
        breath.piece.language = language_of(clause.words[at], other);
        breath.first_word = first_word + at;
        breath.clause_begins = at == 0;
        while (at < clause.words.size() && language_of(clause.words[at], other) == breath.piece.language) {
            const bool last =
                at + 1 == clause.words.size() || language_of(clause.words[at + 1], other) != breath.piece.language;
            breath.piece.ending = at + 1 == clause.words.size() ? ending : Ending::going_on;
            append_word(breath.piece, clause.words[at],
                        last ? position_at(breath.piece.ending) : mandarin::Position::inside);
            ++at;
        }
        const bool ends_clause = at == clause.words.size();
        breath.pause_s = ends_clause ? pause_after(clause.end) : language_change_s;
        utterance.breaths.push_back(std::move(breath));
    }
}

/// As a textbook prints it: the tone of the dictionary, and none where it is lost in the word.
mandarin::Syllable in_print(const mandarin::Reading& reading) {
    return reading.spoken == reading.lexical.with_tone(5) ? reading.spoken : reading.lexical;
}

/// `word` counts in the stretch that begins at `begin` of `text`.
void spell(Spelled& spelled, std::u32string_view text, std::size_t begin, const mandarin::Word& word) {
    spelled.words.push_back({word.shown.begin + begin, word.shown.end + begin});
    for (const mandarin::Token& token : word.tokens) {
        const std::size_t offset = token.shown.begin + begin;
        if (token.shown.size() == 1 && token.readings.size() == 1 && is_hanzi(text[offset]))
            spelled.pinyin.push_back({offset, mandarin::printed(in_print(token.readings.front()))});
    }
}

/// 1. （二） 三、 ④: whether a block bears a number as the items of a list do. 2.5 does not.
bool is_numbered(std::u32string_view block) {
    constexpr std::u32string_view digits = U"0123456789０１２３４５６７８９一二三四五六七八九十";
    constexpr std::size_t longest_number = 3;
    if (block.empty()) return false;
    if (block[0] >= U'①' && block[0] <= U'⒛') return true;
    const bool in_brackets = is_one_of(block[0], U"(（");
    const std::size_t begin = in_brackets ? 1 : 0;
    const std::size_t end = std::min(block.find_first_not_of(digits, begin), block.size());
    if (end == begin || end - begin > longest_number || end + 1 >= block.size()) return false;
    if (in_brackets) return is_one_of(block[end], U")）");
    return is_one_of(block[end], U"、.．)）") && !is_digit(block[end + 1]);
}

/// Paragraphs that bear numbers follow one another as items, whatever their format calls them.
Standing told_by_numbers(std::u32string_view text, TextRange shown, Standing standing) {
    const auto is_numbered_at = [text](std::size_t begin) { return is_numbered(text.substr(begin)); };
    if (standing.part == Part::prose) {
        const std::size_t newline = shown.begin == 0 ? text.npos : text.rfind(U'\n', shown.begin - 1);
        if (is_numbered_at(newline == text.npos ? 0 : newline + 1)) standing.part = Part::item;
    }
    if (standing.follows == Follows::block && standing.next == Part::prose) {
        const std::size_t newline = text.find(U'\n', shown.end);
        if (newline != text.npos && is_numbered_at(newline + 1)) standing.next = Part::item;
    }
    return standing;
}

/// A list goes on until its last item, however they are marked. An item that is a text in itself ends as one.
bool is_within_list(const std::vector<mandarin::Clause>& clauses, Standing standing) {
    return standing.part == Part::item && standing.follows == Follows::block && standing.next == Part::item &&
           std::ranges::none_of(clauses.begin(), clauses.end() - 1,
                                [](const mandarin::Clause& clause) { return clause.end >= Boundary::full_stop; });
}

Ending last_ending(const std::vector<mandarin::Clause>& clauses, Standing standing) {
    const Boundary end = clauses.back().end;
    if (end == Boundary::question) return Ending::asking;
    if (is_within_list(clauses, standing)) return end == Boundary::exclamation ? Ending::falling : Ending::going_on;
    if (end == Boundary::none || standing.part == Part::item) return Ending::falling;
    return ending_of(end);
}

double last_pause(Boundary end, Standing standing) {
    switch (standing.follows) {
        case Follows::sentence:
            return std::max(pause_after(end), pause_after(Boundary::full_stop));
        case Follows::block:
            return std::max(manner_of(standing.part).after_s, manner_of(standing.next).before_s);
        case Follows::nothing:
            break;
    }
    return before_quiet_s;
}

}  // namespace

Utterance compose(std::u32string_view text, TextRange shown, Standing said_to_stand,
                  const mandarin::Knowledge& knowledge, Language language) {
    const Standing standing = told_by_numbers(text, shown, said_to_stand);
    Utterance utterance;
    utterance.shown = shown;
    utterance.pace = manner_of(standing.part).pace;
    const std::u32string_view stretch = text.substr(shown.begin, shown.size());
    auto [clauses, said] = words_of(stretch, language, knowledge);
    utterance.said = std::move(said);
    const Language other = language == Language::mandarin ? Language::english : language;
    auto spelled = std::make_shared<Spelled>();
    for (const mandarin::Clause& clause : clauses) {
        const std::size_t first_word = utterance.words.size();
        for (const mandarin::Word& word : clause.words) {
            utterance.words.push_back(
                {{word.shown.begin + shown.begin, word.shown.end + shown.begin}, word.said, language_of(word, other)});
            spell(*spelled, text, shown.begin, word);
        }
        const bool is_last = &clause == &clauses.back();
        append_breaths(utterance, clause, first_word, is_last ? last_ending(clauses, standing) : ending_of(clause.end),
                       other);
    }
    utterance.spelled = std::move(spelled);
    if (utterance.breaths.empty()) return utterance;
    const bool has_mandarin = std::any_of(utterance.words.begin(), utterance.words.end(),
                                          [](const SaidWord& word) { return word.language == Language::mandarin; });
    utterance.language = language == Language::mandarin && has_mandarin ? Language::mandarin : other;
    utterance.breaths.back().pause_s = last_pause(clauses.back().end, standing);
    return utterance;
}

std::size_t breath_of(const Utterance& utterance, std::size_t word) {
    std::size_t breath = 0;
    while (breath + 1 < utterance.breaths.size() && utterance.breaths[breath + 1].first_word <= word) ++breath;
    return breath;
}

std::size_t clause_start(const Utterance& utterance, std::size_t word) {
    if (utterance.breaths.empty()) return 0;
    std::size_t breath = breath_of(utterance, word);
    while (breath > 0 && !utterance.breaths[breath].clause_begins) --breath;
    return utterance.breaths[breath].first_word;
}

}  // namespace tingdu::speech
