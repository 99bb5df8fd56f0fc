#include "kiosk/runtime/usage_file.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "kiosk/base/utf8.h"

namespace tingdu::runtime {
namespace {

constexpr std::string_view heading =
    "# How articles are used: day, subject, title, times opened, times heard to the end, milliseconds heard; below\n"
    "# each, after a tab: the beginning of a sentence, times asked for again, times left there. Nobody is named "
    "here.\n";

std::vector<std::string_view> parts_of(std::string_view line) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = line.find('\t');
        parts.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return parts;
        line.remove_prefix(end + 1);
    }
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc() && end == text.data() + text.size() && value >= 0;
    return is_number ? std::optional(value) : std::nullopt;
}

std::optional<Date> day_in(std::string_view text) {
    if (text.size() != std::string_view("2026-01-31").size()) return std::nullopt;
    const auto year = number_in<int>(text.substr(0, 4));
    const auto month = number_in<int>(text.substr(5, 2));
    const auto day = number_in<int>(text.substr(8, 2));
    return year && month && day ? std::optional(Date{*year, *month, *day}) : std::nullopt;
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
        const auto parts = parts_of(file.substr(0, end));
        file.remove_prefix(std::min(end + 1, file.size()));
        constexpr std::size_t of_article = 6;
        constexpr std::size_t of_place = 4;
        if (parts.size() == of_article) {
            article.reset();
            const auto day = day_in(parts[0]);
            const auto opened = number_in<int>(parts[3]);
            const auto heard = number_in<int>(parts[4]);
            const auto heard_ms = number_in<std::int64_t>(parts[5]);
            if (!day || !opened || !heard || !heard_ms) continue;
            article = {*day, from_utf8(parts[1]), from_utf8(parts[2])};
            usage.add(*article, {*opened, *heard, *heard_ms, {}});
        } else if (parts.size() == of_place && parts[0].empty() && article) {
            const auto repeated = number_in<int>(parts[2]);
            const auto left = number_in<int>(parts[3]);
            if (repeated && left) usage.add(*article, {0, 0, 0, {{from_utf8(parts[1]), {*repeated, *left}}}});
        }
    }
}

}  // namespace tingdu::runtime
