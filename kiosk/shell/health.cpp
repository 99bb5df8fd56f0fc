#include "kiosk/shell/health.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include <fmt/format.h>

#include "kiosk/base/utf8.h"
#include "kiosk/platform/machine/machine.h"
#include "kiosk/shell/root.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::shell {
namespace {

constexpr std::size_t column_count = 4;

std::optional<int> number_in(std::string_view text, int most) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > most) return std::nullopt;
    return number;
}

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    while (columns.size() + 1 < column_count && line.find('\t') != std::string_view::npos) {
        columns.push_back(line.substr(0, line.find('\t')));
        line.remove_prefix(line.find('\t') + 1);
    }
    columns.push_back(line);
    return columns;
}

}  // namespace

std::string written_health(const app::Health& health, const wording::Languages& languages) {
    std::string table;
    for (std::size_t language = 0; language < health.size(); ++language)
        for (const app::Condition& condition : health[language])
            table += fmt::format("{}\t{}\t{}\t{}\n", languages[static_cast<int>(language)].code(),
                                 static_cast<int>(condition.part), static_cast<int>(condition.state),
                                 to_utf8(condition.told));
    return table;
}

app::Health read_health(std::string_view table, const wording::Languages& languages) {
    app::Health health(static_cast<std::size_t>(languages.count()));
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        const auto columns = columns_of(table.substr(0, end));
        table.remove_prefix(std::min(end + 1, table.size()));
        if (columns.size() != column_count) continue;
        const auto part = number_in(columns[1], static_cast<int>(app::Part::versions));
        const auto state = number_in(columns[2], static_cast<int>(app::Condition::State::ill));
        for (int language = 0; part && state && language < languages.count(); ++language)
            if (languages[language].code() == columns[0])
                health[static_cast<std::size_t>(language)].push_back(
                    {static_cast<app::Part>(*part), static_cast<app::Condition::State>(*state), from_utf8(columns[3])});
    }
    const bool is_empty = std::ranges::all_of(health, [](const auto& all) { return all.empty(); });
    return is_empty ? app::Health{} : health;
}

std::string metrics_of(const app::Health& health, std::size_t articles, const app::UsageSum& usage) {
    // In the order of the parts.
    constexpr std::array names{"screen", "sound", "hands", "fonts",    "voices",  "articles",
                               "disk",   "clock", "heat",  "settings", "versions"};
    std::array<int, names.size()> worst{};
    std::array<bool, names.size()> is_known{};
    if (!health.empty())
        for (const app::Condition& condition : health.front()) {
            const auto part = static_cast<std::size_t>(condition.part);
            worst.at(part) = std::max(worst.at(part), static_cast<int>(condition.state));
            is_known.at(part) = true;
        }
    std::string text =
        "# HELP tingdu_health How each part of the kiosk is: 0 well, 1 worth knowing, 2 somebody must see to it.\n"
        "# TYPE tingdu_health gauge\n";
    for (std::size_t part = 0; part < names.size(); ++part)
        if (is_known.at(part)) text += fmt::format("tingdu_health{{part=\"{}\"}} {}\n", names.at(part), worst.at(part));
    text += "# HELP tingdu_articles How many articles visitors may hear.\n# TYPE tingdu_articles gauge\n";
    text += fmt::format("tingdu_articles {}\n", articles);
    const auto count = [&](std::string_view name, std::string_view help, std::int64_t value) {
        text += fmt::format("# HELP {0} {1}\n# TYPE {0} counter\n{0} {2}\n", name, help, value);
    };
    count("tingdu_articles_opened_total", "How often articles were opened.", usage.opened);
    count("tingdu_articles_heard_total", "How often articles were heard to their end.", usage.heard);
    count("tingdu_heard_seconds_total", "How long articles were heard.", usage.heard_s);
    count("tingdu_sentences_repeated_total", "How often a sentence was asked for again.", usage.repeated);
    text += "# HELP tingdu_info The program.\n# TYPE tingdu_info gauge\n";
    text += fmt::format("tingdu_info{{version=\"{}\"}} 1\n", version);
    return text;
}

app::Health health_by_doctor(const std::optional<std::string>& config, const runtime::Content& content,
                             const wording::Languages& languages) {
    using namespace std::chrono_literals;
    const bool is_library = content.kind == runtime::Content::Kind::library;
    std::vector<std::string> command{"/proc/self/exe", "doctor", "--table", is_library ? "--library" : "--content",
                                     content.path};
    if (config) command.insert(command.end(), {"--config", *config});
    constexpr auto longest = 60s;
    app::Health health = read_health(platform::output_of(command, longest), languages);
    if (!health.empty()) return health;
    // Nobody could look: that is no good health.
    for (int language = 0; language < languages.count(); ++language) {
        health.push_back({{app::Part::settings, app::Condition::State::ill,
                           std::u32string(languages[language][wording::Phrase::health_unknown])}});
    }
    return health;
}

}  // namespace tingdu::shell
