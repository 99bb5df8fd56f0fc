#include "kiosk/shell/tell.h"

#include <iostream>

#include <fmt/format.h>

#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/shell/languages.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::shell {
namespace {

wording::Phrase phrase_of(text::Problem::Kind kind) {
    using Kind = text::Problem::Kind;
    using wording::Phrase;
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

}  // namespace

void tell(const std::string& line) {
    std::cerr << "tingdu: " + line + '\n';  // in one piece: more than one thread tells
}

void tell_error(const Error& error) {
    const auto* words = words_of_environment();
    tell(words ? wording::sentence(error, *words) : wording::sentence_without_words(error));
}

std::string words_for(const text::Problem& problem, const wording::Wording& words) {
    const std::string what = problem.detail.empty() ? std::string() : fmt::format(" ({})", problem.detail);
    return to_utf8(words[phrase_of(problem.kind)]) + what;
}

void tell_problem(const std::string& file, const text::Problem& problem) {
    const std::string where =
        problem.line == 0 ? platform::name_in(file) : fmt::format("{}:{}", platform::name_in(file), problem.line);
    if (const auto* words = words_of_environment()) tell(fmt::format("{}: {}", where, words_for(problem, *words)));
}

}  // namespace tingdu::shell
