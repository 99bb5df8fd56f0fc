#include "kiosk/app/remarks.h"

#include <string_view>
#include <variant>

#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

/// A number that names, and is never grouped.
std::u32string digits(std::size_t number) {
    return from_utf8(std::to_string(number));
}

Phrase phrase_of(text::Problem::Kind kind) {
    using Kind = text::Problem::Kind;
    switch (kind) {
        case Kind::broken_bytes:
            return Phrase::mended_broken_bytes;
        case Kind::unpaired_markup:
            return Phrase::mended_unpaired_markup;
        case Kind::dropped:
            return Phrase::mended_dropped;
        case Kind::too_deep:
            return Phrase::mended_too_deep;
        case Kind::picture_missing:
            return Phrase::picture_missing;
        case Kind::picture_elsewhere:
            return Phrase::picture_elsewhere;
        case Kind::picture_damaged:
            return Phrase::picture_damaged;
        case Kind::picture_too_large:
            return Phrase::picture_too_large;
        case Kind::picture_of_no_kind:
            return Phrase::picture_of_no_kind;
        case Kind::picture_unsaid:
            return Phrase::picture_unsaid;
    }
    return Phrase::mended_dropped;
}

/// "U+20BB7"
std::u32string code_of(char32_t c) {
    constexpr std::string_view digit = "0123456789ABCDEF";
    std::string code;
    for (unsigned rest = c; rest > 0 || code.size() < 4; rest /= 16) code.insert(code.begin(), digit[rest % 16]);
    return from_utf8("U+" + code);
}

}  // namespace

std::u32string words_for(const text::Problem& problem, const wording::Wording& words) {
    const std::u32string detail = problem.detail.empty() ? U"" : U" (" + from_utf8(problem.detail) + U")";
    return std::u32string(words[phrase_of(problem.kind)]) + detail;
}

std::u32string words_for(const mandarin::Remark& remark, const wording::Wording& words) {
    using Kind = mandarin::Remark::Kind;
    const std::u32string& what = remark.what;
    switch (remark.kind) {
        case Kind::no_equals_sign:
            return words.say(Phrase::remark_no_equals_sign, {{"what", what}});
        case Kind::not_hanzi:
            return words.say(Phrase::remark_not_hanzi, {{"what", what}});
        case Kind::too_long:
            return words.say(Phrase::remark_too_long,
                             {{"what", what}, {"longest", mandarin::LocalReadings::longest_word}});
        case Kind::not_a_syllable:
            return words.say(Phrase::remark_not_a_syllable, {{"what", what}});
        case Kind::no_tone:
            return words.say(Phrase::remark_no_tone, {{"what", what}});
        case Kind::count_differs:
            return words.say(Phrase::remark_count_differs,
                             {{"what", what}, {"hanzi", remark.hanzi}, {"syllables", remark.syllables}});
        case Kind::settled_before:
            return words.say(Phrase::remark_settled_before, {{"what", what}, {"before", digits(remark.before)}});
    }
    return {};
}

std::u32string words_for(const prepare::InSentence& doubtful, const wording::Wording& words) {
    using Kind = prepare::Finding::Kind;
    const prepare::Finding& finding = doubtful.finding;
    const auto shown = std::u32string_view(doubtful.sentence).substr(finding.shown.begin, finding.shown.size());
    std::string chosen_ones;
    std::string other_ones;
    for (const mandarin::Syllable& reading : finding.readings) {
        std::string& list = chosen_ones.empty() ? chosen_ones : other_ones;
        list += (list.empty() ? "" : " ") + reading.pinyin();
    }
    const std::u32string chosen = from_utf8(chosen_ones);
    const std::u32string others = from_utf8(other_ones);
    const std::u32string& said = finding.as_said;
    switch (finding.kind) {
        case Kind::not_shown: {
            const std::u32string code = code_of(shown.front());
            return words.say(Phrase::found_not_shown, {{"shown", shown}, {"code", code}});
        }
        case Kind::not_said:
            return words.say(Phrase::found_not_said, {{"shown", shown}, {"chosen", chosen}});
        case Kind::surname:
            return words.say(Phrase::found_surname, {{"shown", shown}, {"chosen", chosen}, {"others", others}});
        case Kind::polyphone:
            return words.say(Phrase::found_polyphone, {{"shown", shown}, {"chosen", chosen}, {"others", others}});
        case Kind::number:
            return words.say(Phrase::found_number, {{"shown", shown}, {"said", said}});
        case Kind::mixed:
            return words.say(Phrase::found_mixed, {{"shown", shown}, {"said", said}});
        case Kind::script:
            return words.say(Phrase::found_script, {{"shown", shown}, {"said", said}});
        case Kind::skipped:
            return words.say(Phrase::found_skipped, {{"shown", shown}});
        case Kind::unchecked:
            return words.say(Phrase::found_unchecked, {{"shown", shown}});
    }
    return {};
}

std::u32string words_for(const prepare::Remark& remark, const wording::Wording& words) {
    if (const auto* error = std::get_if<Error>(&remark.what)) return from_utf8(wording::sentence(*error, words));
    if (const auto* problem = std::get_if<text::Problem>(&remark.what)) return words_for(*problem, words);
    if (const auto* line = std::get_if<mandarin::Remark>(&remark.what)) return words_for(*line, words);
    return words_for(std::get<prepare::InSentence>(remark.what), words);
}

std::u32string told(const prepare::Remark& remark, const wording::Wording& words) {
    const std::u32string what = words_for(remark, words);
    if (std::holds_alternative<Error>(remark.what)) return what;  // which names its file by itself
    const std::u32string file = from_utf8(remark.file);
    if (remark.line == 0) return words.say(Phrase::remark_of_file, {{"file", file}, {"what", what}});
    const std::u32string line = digits(remark.line);
    return words.say(Phrase::remark_at_line, {{"file", file}, {"line", line}, {"what", what}});
}

}  // namespace tingdu::app
