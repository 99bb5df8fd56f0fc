#include "kiosk/speech/words_of.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/base/characters.h"

namespace tingdu::speech {
namespace {

using mandarin::Boundary;
using mandarin::Clause;

bool has_hanzi(std::u32string_view text) {
    return std::ranges::any_of(text, is_hanzi);
}

std::size_t end_of_chunk(std::u32string_view text, std::size_t begin) {
    const std::size_t space = std::min(text.find(U' ', begin), text.size());
    return std::min(text.find_first_not_of(U' ', space), text.size());
}

/// Neighbouring chunks between spaces that have Hanzi in them, or that have none.
std::vector<TextRange> runs_of(std::u32string_view text) {
    std::vector<TextRange> runs;
    bool before = false;
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
        end = end_of_chunk(text, begin);
        const bool now = has_hanzi(text.substr(begin, end - begin));
        if (runs.empty() || now != before) {
            runs.push_back({begin, end});
        } else {
            runs.back().end = end;
        }
        before = now;
    }
    return runs;
}

Boundary boundary_of(char32_t c) {
    switch (c) {
        case U',':
        case U'،':
            return Boundary::comma;
        case U':':
        case U';':
            return Boundary::colon;
        case U'?':
        case U'؟':
            return Boundary::question;
        case U'!':
            return Boundary::exclamation;
        case U'.':
        case U'…':
        case U'。':
            return Boundary::full_stop;
        default:
            return Boundary::none;
    }
}

/// A language of which nothing is known here but that its words stand between spaces; numbers and all else are left
/// to its voice.
std::vector<Clause> plain_clauses(std::u32string_view text) {
    std::vector<Clause> clauses;
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
        end = end_of_chunk(text, begin);
        const std::size_t space = std::min(text.find(U' ', begin), end);
        std::u32string_view word = text.substr(begin, space - begin);
        if (word.empty()) continue;
        const Boundary boundary = boundary_of(word.back());
        while (!word.empty() && boundary_of(word.back()) != Boundary::none) word.remove_suffix(1);
        if (clauses.empty() || clauses.back().end != Boundary::none ||
            clauses.back().words.size() >= mandarin::longest_clause)
            clauses.emplace_back();
        if (!word.empty())
            clauses.back().words.push_back(
                {{begin, begin + word.size()}, mandarin::WordKind::latin, std::u32string(word), {}});
        clauses.back().end = boundary;
    }
    std::erase_if(clauses, [](const Clause& clause) { return clause.words.empty(); });
    return clauses;
}

Told read(std::u32string_view run, Language language, const mandarin::Knowledge& knowledge) {
    // Numbers alone would be taken for Mandarin.
    const bool is_plain = language > Language::english || std::ranges::none_of(run, is_latin);
    if (language != Language::mandarin && is_plain && !has_hanzi(run)) return {plain_clauses(run), std::u32string(run)};
    return {mandarin::read(run, knowledge), mandarin::normalise(run, knowledge)};
}

void shift(std::vector<Clause>& clauses, std::size_t by) {
    const auto moved = [by](TextRange range) { return TextRange{range.begin + by, range.end + by}; };
    for (Clause& clause : clauses)
        for (mandarin::Word& word : clause.words) {
            word.shown = moved(word.shown);
            for (mandarin::Token& token : word.tokens) token.shown = moved(token.shown);
        }
}

/// What does not end a clause goes on in what follows.
void append(std::vector<Clause>& all, std::vector<Clause> more) {
    if (!all.empty() && !more.empty() && all.back().end == Boundary::none) {
        std::ranges::move(more.front().words, std::back_inserter(all.back().words));
        all.back().end = more.front().end;
        more.erase(more.begin());
    }
    std::ranges::move(more, std::back_inserter(all));
}

}  // namespace

Told words_of(std::u32string_view stretch, Language language, const mandarin::Knowledge& knowledge) {
    if (language == Language::mandarin) return read(stretch, language, knowledge);
    Told told;
    for (const TextRange run : runs_of(stretch)) {
        Told part = read(stretch.substr(run.begin, run.size()), language, knowledge);
        shift(part.clauses, run.begin);
        append(told.clauses, std::move(part.clauses));
        if (!told.said.empty() && !part.said.empty() && told.said.back() != U' ') told.said += U' ';
        told.said += part.said;
    }
    return told;
}

}  // namespace tingdu::speech
