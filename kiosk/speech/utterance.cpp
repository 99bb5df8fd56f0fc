#include "kiosk/speech/utterance.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/explanation.h"
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
constexpr double between_characters_s = 0.4;
constexpr double between_words_s = 0.8;  // that are spelled

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

/// What is said of one character.
struct Explained {
    std::u32string said;
    std::vector<mandarin::Clause> clauses;
};

/// How each character of a stretch is read that is read as one syllable.
std::map<std::size_t, mandarin::Syllable> readings_in(std::u32string_view stretch, Language language,
                                                      const mandarin::Knowledge& knowledge) {
    std::map<std::size_t, mandarin::Syllable> readings;
    for (const mandarin::Clause& clause : words_of(stretch, language, knowledge).clauses)
        for (const mandarin::Word& word : clause.words)
            for (const mandarin::Token& token : word.tokens)
                if (token.readings.size() == 1) readings[token.shown.begin] = token.readings.front().lexical;
    return readings;
}

/// The words of a stretch that are written in letters and said whole, by where they begin.
std::map<std::size_t, mandarin::Word> whole_words_in(std::u32string_view stretch, Language language,
                                                     const mandarin::Knowledge& knowledge) {
    std::map<std::size_t, mandarin::Word> words;
    for (const mandarin::Clause& clause : words_of(stretch, language, knowledge).clauses)
        for (const mandarin::Word& word : clause.words) {
            const std::u32string_view shown = stretch.substr(word.shown.begin, word.shown.size());
            const auto is_of_letters = [](char32_t c) { return !is_digit(c) && !is_hanzi(c); };
            if (word.kind == mandarin::WordKind::latin && std::ranges::count_if(shown, is_latin) > 1 &&
                std::ranges::all_of(shown, is_of_letters))
                words[word.shown.begin] = word;
        }
    return words;
}

/// The character itself, wherever it stands in its explanation by itself (长大的长), is read as it was in its sentence.
Explained explained_hanzi(char32_t hanzi, mandarin::Syllable lexical, const mandarin::Knowledge& knowledge) {
    Explained explained{mandarin::explain(hanzi, lexical, knowledge.lexicon), {}};
    explained.clauses = mandarin::read(explained.said, knowledge);
    if (lexical == mandarin::Syllable{}) return explained;
    for (mandarin::Clause& clause : explained.clauses)
        for (mandarin::Word& word : clause.words)
            if (word.tokens.size() == 1 && word.tokens.front().readings.size() == 1)
                if (mandarin::Reading& reading = word.tokens.front().readings.front(); reading.hanzi == hanzi)
                    reading.lexical = reading.spoken = lexical;
    return explained;
}

struct Name {
    char32_t shown;
    std::u32string_view mandarin;
    std::u32string_view english;
};

// Signs that numbers, telephone numbers and addresses are written with.
constexpr std::array names{
    Name{U'0', U"零", U"zero"},          Name{U'1', U"一", U"one"},         Name{U'2', U"二", U"two"},
    Name{U'3', U"三", U"three"},         Name{U'4', U"四", U"four"},        Name{U'5', U"五", U"five"},
    Name{U'6', U"六", U"six"},           Name{U'7', U"七", U"seven"},       Name{U'8', U"八", U"eight"},
    Name{U'9', U"九", U"nine"},          Name{U'%', U"百分号", U"percent"}, Name{U'@', U"圈a", U"at"},
    Name{U'/', U"斜杠", U"slash"},       Name{U'+', U"加号", U"plus"},      Name{U'#', U"井号", U"hash"},
    Name{U'_', U"下划线", U"underscore"}};
/// And those that are said between digits or letters only; elsewhere they belong to the sentence.
constexpr std::array joints{Name{U'.', U"点", U"point"}, Name{U'-', U"杠", U"dash"}, Name{U':', U"冒号", U"colon"}};

char32_t narrow(char32_t c) {
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

/// A digit, a letter or a sign by its name, in the language of the sentence.
Explained named(std::u32string_view stretch, std::size_t at, Language language, const mandarin::Knowledge& knowledge) {
    const char32_t shown = narrow(stretch[at]);
    if (is_latin(shown)) {
        const std::u32string letter(1, shown >= U'a' && shown <= U'z' ? shown - U'a' + U'A' : shown);
        return {letter, {{{{{0, 1}, mandarin::WordKind::letters, letter, {}}}, Boundary::none}}};
    }
    const auto is_joined = [&](std::size_t beside) {
        return beside < stretch.size() && (is_digit(stretch[beside]) || is_latin(stretch[beside]));
    };
    const auto is_it = [shown](const Name& name) { return name.shown == shown; };
    const Name* name = nullptr;
    if (const auto found = std::ranges::find_if(names, is_it); found != names.end()) name = &*found;
    if (const auto found = std::ranges::find_if(joints, is_it);
        found != joints.end() && at > 0 && is_joined(at - 1) && is_joined(at + 1))
        name = &*found;
    if (!name) return {};
    if (language == Language::mandarin)
        return {std::u32string(name->mandarin), mandarin::read(name->mandarin, knowledge)};
    return {std::u32string(name->english), words_of(name->english, language, knowledge).clauses};
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

Utterance spell_out(std::u32string_view text, TextRange shown, const mandarin::Knowledge& knowledge,
                    Language language) {
    Utterance utterance = compose(text, shown, {}, knowledge, language);
    utterance.said.clear();
    utterance.words.clear();
    utterance.breaths.clear();
    const std::u32string_view stretch = text.substr(shown.begin, shown.size());
    const Language other = language == Language::mandarin ? Language::english : language;
    auto read_as = readings_in(stretch, language, knowledge);
    auto whole = whole_words_in(stretch, language, knowledge);
    std::size_t word_end = 0;
    const auto tell_further = [&utterance](const std::u32string& said) {
        if (!utterance.said.empty()) utterance.said += utterance.language == Language::mandarin ? U"，" : U", ";
        utterance.said += said;
    };
    for (std::size_t at = 0; at < stretch.size(); ++at) {
        if ((stretch[at] == U' ' || at == word_end) && !utterance.breaths.empty())
            utterance.breaths.back().pause_s = between_words_s;
        // Letters by themselves do not say which word they were.
        if (const auto word = whole.find(at); word != whole.end()) {
            const TextRange letters{shown.begin + word->second.shown.begin, shown.begin + word->second.shown.end};
            std::u32string apart;
            for (const char32_t letter : stretch.substr(at, letters.size()))
                if (is_latin(letter)) apart += (apart.empty() ? U"" : U" ") + std::u32string(1, letter);
            append_breaths(utterance, {{word->second}, Boundary::none}, utterance.words.size(), Ending::going_on,
                           other);
            utterance.words.push_back({letters, apart, other});
            utterance.breaths.back().pause_s = between_characters_s;
            tell_further(word->second.said);
            word_end = word->second.shown.end;
        }
        Explained explained = is_hanzi(stretch[at]) ? explained_hanzi(stretch[at], read_as[at], knowledge)
                                                    : named(stretch, at, utterance.language, knowledge);
        if (explained.clauses.empty()) continue;
        const TextRange character{shown.begin + at, shown.begin + at + 1};
        const std::size_t first_breath = utterance.breaths.size();
        for (const mandarin::Clause& clause : explained.clauses) {
            const std::size_t first_word = utterance.words.size();
            for (const mandarin::Word& word : clause.words)
                utterance.words.push_back({character, explained.said, language_of(word, other)});
            append_breaths(utterance, clause, first_word, Ending::falling, other);
            utterance.breaths.back().pause_s = breath_limit_s;
        }
        // It is one thing to hear again.
        for (std::size_t i = first_breath + 1; i < utterance.breaths.size(); ++i)
            utterance.breaths[i].clause_begins = false;
        utterance.breaths.back().pause_s = between_characters_s;
        tell_further(explained.said);
    }
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
