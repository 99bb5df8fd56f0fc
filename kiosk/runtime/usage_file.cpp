#include "kiosk/runtime/usage_file.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "kiosk/base/utf8.h"
#include "kiosk/library/manifest.h"
#include "kiosk/runtime/table_line.h"

namespace tingdu::runtime {
namespace {

constexpr std::string_view heading =
    "# How articles are used: day, subject, title, times opened, times heard to the end, milliseconds heard; below\n"
    "# each, after a tab: the beginning of a sentence, times asked for again, times left there. Nobody is named "
    "here.\n";

/// None where it is none, or less than nothing.
template <class Number>
std::optional<Number> count_in(std::string_view text) {
    const auto count = number_in<Number>(text);
    return count && *count >= 0 ? count : std::nullopt;
}

}  // namespace

std::string written_usage(const app::Usage& usage) {
    std::string file(heading);
    for (const auto& [article, use] : usage.articles()) {
        file +=
            fmt::format("{:04}-{:02}-{:02}\t{}\t{}\t{}\t{}\t{}\n", article.day.year, article.day.month, article.day.day,
                        to_utf8(article.subject), to_utf8(article.title), use.opened, use.heard, use.heard_ms);
        for (const auto& [sentence, place] : use.places)
            file += fmt::format("\t{}\t{}\t{}\n", to_utf8(sentence), place.repeated, place.left);
    }
    return file;
}

void read_usage(std::string_view file, app::Usage& usage) {
    std::optional<app::ArticleDay> article;
    while (!file.empty()) {
        const std::size_t end = std::min(file.find('\n'), file.size());
        const auto parts = parts_of(file.substr(0, end), '\t');
        file.remove_prefix(std::min(end + 1, file.size()));
        constexpr std::size_t of_article = 6;
        constexpr std::size_t of_place = 4;
        if (parts.size() == of_article) {
            article.reset();
            const auto day = library::read_date(parts[0]);
            const auto opened = count_in<int>(parts[3]);
            const auto heard = count_in<int>(parts[4]);
            const auto heard_ms = count_in<std::int64_t>(parts[5]);
            if (!day || !opened || !heard || !heard_ms) continue;
            article = {*day, from_utf8(parts[1]), from_utf8(parts[2])};
            usage.add(*article, {*opened, *heard, *heard_ms, {}});
        } else if (parts.size() == of_place && parts[0].empty() && article) {
            const auto repeated = count_in<int>(parts[2]);
            const auto left = count_in<int>(parts[3]);
            if (repeated && left) usage.add(*article, {0, 0, 0, {{from_utf8(parts[1]), {*repeated, *left}}}});
        }
    }
}

}  // namespace tingdu::runtime
