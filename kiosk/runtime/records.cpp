#include "kiosk/runtime/records.h"

#include <string_view>

#include <fmt/format.h>

#include "kiosk/base/utf8.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::runtime {
namespace {

using wording::Phrase;
using wording::Wording;

/// RFC 4180, 2.5 to 2.7.
std::string cell(std::string text) {
    const std::string_view begins_formula = "=+-@\t\r";
    if (!text.empty() && begins_formula.find(text.front()) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

class Table {
  public:
    Table(std::initializer_list<Phrase> headings, const Wording& words) {
        std::vector<std::string> row;
        for (const Phrase heading : headings) row.push_back(to_utf8(words[heading]));
        add(row);
    }
    void add(const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) text_ += (i > 0 ? "," : "") + cell(row[i]);
        text_ += "\r\n";
    }
    [[nodiscard]] std::string text() && { return std::move(text_); }

  private:
    std::string text_ = "\xEF\xBB\xBF";
};

std::string told(const Date& day) {
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

}  // namespace

std::string usage_table(const app::Usage& usage, const Wording& words) {
    Table table({Phrase::usage_day, Phrase::usage_subject, Phrase::usage_article, Phrase::usage_opened,
                 Phrase::usage_heard, Phrase::usage_minutes},
                words);
    constexpr double ms_of_minute = 60'000;
    for (const auto& [article, use] : usage.articles())
        table.add({told(article.day), to_utf8(article.subject), to_utf8(article.title), std::to_string(use.opened),
                   std::to_string(use.heard), fmt::format("{:.1f}", static_cast<double>(use.heard_ms) / ms_of_minute)});
    return std::move(table).text();
}

std::string places_table(const app::Usage& usage, const Wording& words) {
    Table table({Phrase::usage_day, Phrase::usage_subject, Phrase::usage_article, Phrase::usage_sentence,
                 Phrase::usage_repeated, Phrase::usage_left},
                words);
    for (const auto& [article, use] : usage.articles())
        for (const auto& [sentence, place] : use.places)
            table.add({told(article.day), to_utf8(article.subject), to_utf8(article.title), to_utf8(sentence),
                       std::to_string(place.repeated), std::to_string(place.left)});
    return std::move(table).text();
}

std::string log_table(const Log& log, const Wording& words) {
    Table table({Phrase::log_time, Phrase::log_line}, words);
    for (const LogLine& line : log) table.add({line.time, line.line});
    return std::move(table).text();
}

Result<std::vector<std::string>> leave_records(const std::string& stick, const app::Usage& usage, const Log& log,
                                               const Wording& words) {
    std::vector<std::string> names;
    const auto leave = [&](Phrase name, const std::string& table) -> Result<void> {
        names.push_back(to_utf8(words[name]) + ".csv");
        return platform::write_file(stick + "/" + names.back(), table);
    };
    return leave(Phrase::usage_file, usage_table(usage, words))
        .and_then([&] { return leave(Phrase::places_file, places_table(usage, words)); })
        .and_then([&] { return leave(Phrase::log_file, log_table(log, words)); })
        .map([&] { return names; });
}

}  // namespace tingdu::runtime
