// normalize, readings and explain: what would be said, on paper.
#include <iostream>
#include <map>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/explanation.h"
#include "kiosk/mandarin/front_end.h"
#include "kiosk/runtime/readings_file.h"
#include "kiosk/shell/commands.h"
#include "kiosk/shell/resources.h"

namespace tingdu::shell {
namespace {

std::string without_return(std::string line) {
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

/// Written at once: a tree of what is printed would take longer than the reading.
std::string token_json(std::u32string_view text, const mandarin::Token& token) {
    std::string lexical;
    std::string spoken;
    for (const mandarin::Reading& reading : token.readings) {
        if (!lexical.empty()) lexical += ' ';
        if (!spoken.empty()) spoken += ' ';
        lexical += reading.lexical.pinyin();
        spoken += reading.spoken.pinyin();
    }
    return fmt::format(R"({{"text":{},"start":{},"lexical":"{}","spoken":"{}"}})",
                       nlohmann::json(to_utf8(text.substr(token.shown.begin, token.shown.size()))).dump(),
                       token.shown.begin, lexical, spoken);
}

using Print = void (*)(std::u32string_view line, const mandarin::Knowledge& knowledge);

Result<void> each_line(const TextOptions& options, Print print) {
    const auto resources = find_resources();
    if (!resources) return tl::unexpected(resources.error());
    runtime::ReadingsFile own = readings_in(options.content.value_or(resources->content()), *resources);
    const mandarin::Knowledge knowledge = own.now();
    for (std::string line; std::getline(std::cin, line);) print(from_utf8(without_return(line)), knowledge);
    return {};
}

void print_normalised(std::u32string_view line, const mandarin::Knowledge& knowledge) {
    std::cout << to_utf8(mandarin::normalise(line, knowledge)) << '\n';
}

void print_readings(std::u32string_view line, const mandarin::Knowledge& knowledge) {
    std::string tokens;
    for (const mandarin::Clause& clause : mandarin::read(line, knowledge))
        for (const mandarin::Word& word : clause.words)
            for (const mandarin::Token& token : word.tokens)
                tokens += (tokens.empty() ? "" : ",") + token_json(line, token);
    std::cout << R"({"tokens":[)" << tokens << "]}\n";
}

void print_explanations(std::u32string_view line, const mandarin::Knowledge& knowledge) {
    std::map<std::size_t, mandarin::Syllable> read_as;
    for (const mandarin::Clause& clause : mandarin::read(line, knowledge))
        for (const mandarin::Word& word : clause.words)
            for (const mandarin::Token& token : word.tokens)
                if (token.readings.size() == 1) read_as[token.shown.begin] = token.readings.front().lexical;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!is_hanzi(line[at])) continue;
        std::cout << to_utf8(line.substr(at, 1)) << '\t'
                  << to_utf8(mandarin::explain(line[at], read_as[at], knowledge.lexicon)) << '\n';
    }
}

}  // namespace

Result<void> normalize(const TextOptions& options) {
    return each_line(options, print_normalised);
}

Result<void> readings(const TextOptions& options) {
    return each_line(options, print_readings);
}

Result<void> explain(const TextOptions& options) {
    return each_line(options, print_explanations);
}

}  // namespace tingdu::shell
