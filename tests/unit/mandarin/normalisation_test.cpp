// Lines as halls show them, and how an announcer says them: the table beside this file. Where several readings are
// right each is listed. What is known to be read wrongly stands in a part of its own, and has to be wrong: once it is
// read right it belongs with the others.
#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "said.h"

using namespace tingdu;
using namespace tingdu::mandarin;

namespace {

/// Hanzi, letters and digits, whatever stands between them and however the letters are written.
std::u32string heard(std::u32string_view said) {
    std::u32string kept;
    for (const char32_t c : said) {
        if (is_hanzi(c) || is_latin(c) || is_digit(c)) kept += c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
    }
    return kept;
}

std::vector<std::u32string_view> split(std::u32string_view text) {
    std::vector<std::u32string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (text[i] == U'|' && depth == 0)) {
            parts.push_back(text.substr(begin, i - begin));
            begin = i + 1;
        } else if (text[i] == U'{' || text[i] == U'}') {
            depth += text[i] == U'{' ? 1 : -1;
        }
    }
    return parts;
}

/// Whether `said` is one of "a|b{c|d}e": a, bce or bde.
bool is_among(const std::u32string& said, std::u32string_view accepted) {
    return std::ranges::any_of(split(accepted), [&](std::u32string_view one) {
        const std::size_t open = one.find(U'{');
        if (open == std::u32string_view::npos) return heard(one) == said;
        const std::size_t close = one.find(U'}', open);
        return std::ranges::any_of(split(one.substr(open + 1, close - open - 1)), [&](std::u32string_view choice) {
            return is_among(said, std::u32string(one.substr(0, open)).append(choice).append(one.substr(close + 1)));
        });
    });
}

}  // namespace

TEST_CASE("lines of a public hall are said as an announcer says them") {
    std::ifstream table(TINGDU_SOURCE_DIR "/tests/unit/mandarin/normalisation.tsv");
    std::size_t lines = 0;
    bool is_known_miss = false;
    for (std::string line; std::getline(table, line);) {
        if (line == "# Known misses") is_known_miss = true;
        const std::size_t tab = line.find('\t');
        if (line.starts_with("# ") || tab == std::string::npos) continue;
        ++lines;
        const std::string said_now = said(from_utf8(line.substr(0, tab)));
        INFO(line << "\nis said " << said_now);
        CHECK(is_among(heard(from_utf8(said_now)), from_utf8(line.substr(tab + 1))) != is_known_miss);
    }
    CHECK(lines > 500);
}
