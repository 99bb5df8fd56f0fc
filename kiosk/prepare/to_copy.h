// What of an article somebody would write down and take home: telephone numbers, addresses, opening hours, days,
// amounts, papers to bring. Each comes in the groups in which one writes it, and with the words around it that say
// what it is. It finds; how it is shown and dictated is the business of the rooms above.
#pragma once

#include <string>
#include <vector>

#include "kiosk/base/text_range.h"
#include "kiosk/text/article.h"

namespace tingdu::prepare {

/// What is written in one go: its characters as they are shown, and as they are said.
struct Group {
    std::u32string shown;
    std::u32string said;
    friend bool operator==(const Group&, const Group&) = default;
};

struct ToCopy {
    enum class Kind { telephone, address, hours, day, amount, papers };
    Kind kind{};
    TextRange range;            ///< in the article's text
    std::u32string about;       ///< the sentence that it stands in, under its heading; empty where that says no more
    std::u32string words;       ///< as they stand in the article
    std::vector<Group> groups;  ///< never empty
    friend bool operator==(const ToCopy&, const ToCopy&) = default;
};

/// More than anybody writes down; what comes later in an article is left out.
inline constexpr std::size_t most_to_copy = 40;

/// In reading order; the same words come once.
[[nodiscard]] std::vector<ToCopy> to_copy(const text::Article& article);

/// A telephone number as one dictates it: the area code or the exchange apart, the rest in threes and fours.
[[nodiscard]] std::vector<Group> dictated(std::u32string_view telephone);

}  // namespace tingdu::prepare
