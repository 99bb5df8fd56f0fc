#include "kiosk/shell/tell.h"

#include <iostream>

#include <fmt/format.h>

#include "kiosk/app/remarks.h"
#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/shell/languages.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::shell {
void tell(const std::string& line) {
    std::cerr << "tingdu: " + line + '\n';  // in one piece: more than one thread tells
}

void tell_error(const Error& error) {
    const auto* words = words_of_environment();
    tell(words ? wording::sentence(error, *words) : wording::sentence_without_words(error));
}

void tell_problem(const std::string& file, const text::Problem& problem) {
    const std::string where =
        problem.line == 0 ? platform::name_in(file) : fmt::format("{}:{}", platform::name_in(file), problem.line);
    if (const auto* words = words_of_environment())
        tell(fmt::format("{}: {}", where, to_utf8(app::words_for(problem, *words))));
}

}  // namespace tingdu::shell
