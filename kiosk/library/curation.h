// What staff have settled of single articles, whatever brought them: which are not shown, until when, and which come
// first. An article is known by its subject and the name of its file, so that it is meant again in the next edition.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/library/catalogue.h"

namespace tingdu::library {

/// Of one article.
struct Curated {
    bool is_hidden = false;
    std::optional<Date> until;  ///< the last day on which it is shown
    friend bool operator==(const Curated&, const Curated&) = default;
};

struct Curation {
    /// Both by what `key_of` gives.
    std::map<std::string, Curated> articles;
    /// Of a subject, by its name in UTF-8: those that come first, in this order.
    std::map<std::string, std::vector<std::string>> first;
    friend bool operator==(const Curation&, const Curation&) = default;
};

/// Subject and file name, "养老服务/老年食堂.txt".
[[nodiscard]] std::string key_of(std::u32string_view subject, std::string_view path);

/// Whether visitors see it on this day; where nobody knows the day nothing is over.
[[nodiscard]] bool is_shown(const Curated& curated, const std::optional<Date>& today);

/// All articles in the order that staff want, hidden ones included.
[[nodiscard]] Catalogue ordered(const Catalogue& all, const Curation& curation);
/// Of those, what visitors see. A subject without any is not shown.
[[nodiscard]] Catalogue shown(const Catalogue& ordered, const Curation& curation, const std::optional<Date>& today);

/// The same with the article at `entry` of that subject, as `ordered` has it, one place further up; nothing changes
/// above the first.
[[nodiscard]] Curation moved_up(Curation curation, const Subject& ordered, std::size_t entry);

}  // namespace tingdu::library
