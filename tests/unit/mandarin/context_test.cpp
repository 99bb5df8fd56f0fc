#include "kiosk/mandarin/context.h"

#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace tingdu;
using namespace tingdu::mandarin;

namespace {

/// Each character a word of its own.
std::vector<Draft> spelt(std::u32string_view text) {
    std::vector<Draft> clause;
    for (std::size_t i = 0; i < text.size(); ++i) {
        clause.push_back({.text = text.substr(i, 1),
                          .word_class = {},
                          .ground = {},
                          .syllables = {Syllable{}},
                          .lexical = {Syllable{}}});
    }
    return clause;
}

Context::Features of_middle(std::u32string_view text) {
    const auto clause = spelt(text);
    return Context(clause).around(text.size() / 2, 0);
}

}  // namespace

TEST_CASE("a feature of the characters beside changes with those that it reaches, and with no other") {
    const std::u32string_view plain = U"甲乙丙长丁戊己";
    const auto features = of_middle(plain);
    for (const auto& [feature, first, last] : Context::beside_features) {
        for (const int at : {-3, -2, -1, 1, 2, 3}) {
            std::u32string other(plain);
            other[static_cast<std::size_t>(3 + at)] = U'庚';
            const bool is_reached = at >= first && at <= last;
            CAPTURE(feature);
            CAPTURE(at);
            CHECK((of_middle(other)[feature] != features[feature]) == is_reached);
        }
    }
}
