#include "kiosk/app/remarks.h"

#include <string_view>
#include <variant>

#include "kiosk/app/phrases.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/mandarin/pinyin.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

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
        case Kind::only_links:
            return Phrase::mended_only_links;
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
    std::u32string detail = from_utf8(problem.detail);
    if (text::is_numbered(problem)) detail = words.say(Phrase::picture_number, {{"number", detail}});
    if (!detail.empty()) detail = U" (" + detail + U")";
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
    std::u32string chosen;
    std::u32string others;
    for (const mandarin::Syllable& reading : finding.readings) {
        std::u32string& list = chosen.empty() ? chosen : others;
        list += (list.empty() ? U"" : U" ") + mandarin::printed(reading);
    }
    const std::u32string& said = finding.as_said;
    const std::u32string around(prepare::clause_around(doubtful));
    switch (finding.kind) {
        case Kind::not_shown: {
            const std::u32string code = code_of(shown.front());
            return words.say(Phrase::found_not_shown, {{"shown", shown}, {"code", code}});
        }
        case Kind::not_said:
            return words.say(Phrase::found_not_said, {{"shown", shown}});
        case Kind::garbled:
            return words.say(Phrase::found_garbled, {{"shown", shown}});
        case Kind::no_body:
            return words.say(Phrase::found_no_body, {{"shown", shown}});
        case Kind::enormous:
            return words.say(Phrase::found_enormous, {{"hours", said}});
        case Kind::surname:
            return words.say(Phrase::found_surname,
                             {{"shown", shown}, {"around", around}, {"chosen", chosen}, {"others", others}});
        case Kind::polyphone:
            return words.say(Phrase::found_polyphone,
                             {{"shown", shown}, {"around", around}, {"chosen", chosen}, {"others", others}});
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

std::u32string words_for(const prepare::SameTitle& same, const wording::Wording& words) {
    const std::u32string other = from_utf8(same.other);
    return words.say(same.is_there_before ? Phrase::found_title_is_there : Phrase::found_same_title,
                     {{"title", same.title}, {"other", other}});
}

std::u32string words_for(const prepare::Remark& remark, const wording::Wording& words) {
    if (const auto* error = std::get_if<Error>(&remark.what)) return from_utf8(wording::sentence(*error, words));
    if (const auto* problem = std::get_if<text::Problem>(&remark.what)) return words_for(*problem, words);
    if (const auto* line = std::get_if<mandarin::Remark>(&remark.what)) return words_for(*line, words);
    if (const auto* same = std::get_if<prepare::SameTitle>(&remark.what)) return words_for(*same, words);
    return words_for(std::get<prepare::InSentence>(remark.what), words);
}

namespace {

std::u32string in_its_place(const prepare::Remark& remark, std::u32string_view file, std::u32string_view what,
                            const wording::Wording& words) {
    if (remark.line == 0) return words.say(Phrase::remark_of_file, {{"file", file}, {"what", what}});
    const std::u32string line = digits(remark.line);
    return words.say(Phrase::remark_at_line, {{"file", file}, {"line", line}, {"what", what}});
}

/// Folders, numbers and endings are for the eyes. An error may be about the ending.
prepare::Remark without_paths(prepare::Remark remark) {
    const auto name = [](const std::string& path) { return to_utf8(library::name_of(name_in(path))); };
    remark.file = name(remark.file);
    if (auto* error = std::get_if<Error>(&remark.what)) error->subject = name_in(error->subject);
    if (auto* same = std::get_if<prepare::SameTitle>(&remark.what)) same->other = name(same->other);
    auto* problem = std::get_if<text::Problem>(&remark.what);
    if (problem && text::is_of_picture(problem->kind)) problem->detail = name(problem->detail);
    return remark;
}

}  // namespace

std::u32string told(const prepare::Remark& remark, const wording::Wording& words) {
    const std::u32string what = words_for(remark, words);
    // An error names its file by itself.
    return std::holds_alternative<Error>(remark.what) ? what
                                                      : in_its_place(remark, from_utf8(remark.file), what, words);
}

std::u32string told_aloud(const prepare::Remark& shown_remark, const wording::Wording& words) {
    using Kind = prepare::Finding::Kind;
    const prepare::Remark remark = without_paths(shown_remark);
    if (std::holds_alternative<Error>(remark.what)) return told(remark, words);
    const auto* doubtful = std::get_if<prepare::InSentence>(&remark.what);
    const bool is_of_reading =
        doubtful && (doubtful->finding.kind == Kind::polyphone || doubtful->finding.kind == Kind::surname);
    std::u32string what = words_for(remark, words);
    if (is_of_reading) {
        const TextRange at = doubtful->finding.shown;
        const auto shown = std::u32string_view(doubtful->sentence).substr(at.begin, at.size());
        what = words.say(Phrase::found_reading_spoken, {{"shown", shown}});
    }
    return in_its_place(remark, from_utf8(remark.file), what, words);
}

}  // namespace tingdu::app
