#include "kiosk/shell/house_file.h"

#include <optional>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "kiosk/app/settings.h"

namespace tingdu::shell {
namespace {

constexpr int minutes_of_day = 24 * 60;
constexpr double least_scale = 0.5;
constexpr double most_scale = 2;

std::optional<Date> date_of(const toml::node_view<const toml::node>& node) {
    const auto date = node.value<toml::date>();
    if (!date) return std::nullopt;
    return Date{date->year, date->month, date->day};
}

/// One file being read.
class HouseReader {
  public:
    HouseReader(const toml::table& file, const std::string& name) : file_(file), name_(name) {}

    app::BroughtHouse read() && {
        app::House& house = read_.house;
        const toml::table& view = file_;
        with(view["house"]["idle_s"], "house.idle_s", "120 to 300", [&](const auto& node) {
            const auto seconds = node.template value_exact<std::int64_t>();
            if (!seconds || *seconds < app::least_idle_s || *seconds > app::most_idle_s) return false;
            house.idle_s = static_cast<int>(*seconds);
            return true;
        });
        with(view["house"]["screen_scale"], "house.screen_scale", "0.5 to 2", [&](const auto& node) {
            const auto scale = node.template value<double>();
            if (!scale || !(*scale >= least_scale && *scale <= most_scale)) return false;
            house.screen_scale = *scale;
            return true;
        });
        constexpr std::int64_t most_ahead_min = std::int64_t{200} * 366 * minutes_of_day;
        with(view["house"]["clock_ahead_min"], "house.clock_ahead_min", "whole minutes", [&](const auto& node) {
            const auto minutes = node.template value_exact<std::int64_t>();
            if (!minutes || *minutes < -most_ahead_min || *minutes > most_ahead_min) return false;
            house.clock_ahead_min = *minutes;
            return true;
        });
        with(view["house"]["languages_off"], "house.languages_off", R"(a list such as ["en"])", [&](const auto& node) {
            const auto* list = node.as_array();
            if (!list) return false;
            for (const toml::node& each : *list)
                if (const auto code = each.value_exact<std::string>()) house.languages_off.push_back(*code);
            return true;
        });
        with(view["house"]["ceilings"], "house.ceilings",
             "a list of at most six such as { from_min = 1200, to_min = 480, db = -4 }", [&](const auto& node) {
                 const auto* list = node.as_array();
                 if (!list || list->size() > app::most_ceilings) return false;
                 std::vector<app::Ceiling> ceilings;
                 for (const toml::node& each : *list) {
                     const auto ceiling = ceiling_of(each);
                     if (!ceiling) return false;
                     ceilings.push_back(*ceiling);
                 }
                 house.ceilings = std::move(ceilings);
                 return true;
             });
        if (const auto* articles = view["article"].as_array())
            for (const toml::node& each : *articles) read_article(each);
        if (const auto* first = view["first"].as_table())
            for (const auto& [subject, list] : *first) {
                std::vector<std::string>& keys = house.curation.first[std::string(subject.str())];
                if (const auto* all = list.as_array())
                    for (const toml::node& each : *all)
                        if (const auto key = each.value_exact<std::string>()) keys.push_back(*key);
            }
        return std::move(read_);
    }

  private:
    void with(const toml::node_view<const toml::node>& node, const std::string& setting, std::string allowed,
              const auto& take) {
        if (node && !take(node)) refuse(*node.node(), setting, std::move(allowed));
    }

    void refuse(const toml::node& node, const std::string& setting, std::string allowed) {
        read_.errors.push_back({Fault::bad_setting, fmt::format("{}:{} {}", name_, node.source().begin.line, setting),
                                std::move(allowed)});
    }

    static std::optional<app::Ceiling> ceiling_of(const toml::node& node) {
        const auto* table = node.as_table();
        if (!table) return std::nullopt;
        const auto from = (*table)["from_min"].value_exact<std::int64_t>();
        const auto to = (*table)["to_min"].value_exact<std::int64_t>();
        const auto db = (*table)["db"].value<double>();
        const auto is_minute = [](const auto& minute) { return minute && *minute >= 0 && *minute < minutes_of_day; };
        constexpr double least_db = -40;
        if (!is_minute(from) || !is_minute(to) || !db || !(*db >= least_db && *db <= app::volume_db.back()))
            return std::nullopt;
        return app::Ceiling{static_cast<int>(*from), static_cast<int>(*to), *db};
    }

    void read_article(const toml::node& node) {
        const auto* table = node.as_table();
        const auto key = table ? (*table)["article"].value_exact<std::string>() : std::nullopt;
        if (!key) {
            refuse(node, "article", R"(article = "SUBJECT/FILE", hidden, until)");
            return;
        }
        const toml::table& view = *table;
        const library::Curated curated{view["hidden"].value_or(false), date_of(view["until"])};
        if (curated != library::Curated{}) read_.house.curation.articles[*key] = curated;
    }

    const toml::table& file_;
    const std::string& name_;
    app::BroughtHouse read_;
};

}  // namespace

app::BroughtHouse read_house(std::string_view text, const std::string& name) {
    try {
        const toml::table file = toml::parse(text);
        return HouseReader(file, name).read();
    } catch (const toml::parse_error& error) {
        return {{},
                {{Fault::bad_setting, fmt::format("{}:{}", name, error.source().begin.line),
                  std::string(error.description())}}};
    }
}

std::string written_house(const app::House& house) {
    toml::table settled;
    if (house.idle_s) settled.insert("idle_s", *house.idle_s);
    if (house.screen_scale) settled.insert("screen_scale", *house.screen_scale);
    if (house.clock_ahead_min != 0) settled.insert("clock_ahead_min", house.clock_ahead_min);
    if (!house.languages_off.empty()) {
        toml::array off;
        for (const std::string& code : house.languages_off) off.push_back(code);
        settled.insert("languages_off", off);
    }
    if (house.ceilings) {
        toml::array ceilings;
        for (const app::Ceiling& each : *house.ceilings)
            ceilings.push_back(toml::table{{"from_min", each.from_min}, {"to_min", each.to_min}, {"db", each.db}});
        settled.insert("ceilings", ceilings);
    }
    toml::array articles;
    for (const auto& [key, curated] : house.curation.articles) {
        toml::table article{{"article", key}};
        if (curated.is_hidden) article.insert("hidden", true);
        if (curated.until)
            article.insert("until", toml::date{curated.until->year, curated.until->month, curated.until->day});
        articles.push_back(article);
    }
    toml::table first;
    for (const auto& [subject, keys] : house.curation.first) {
        toml::array all;
        for (const std::string& key : keys) all.push_back(key);
        first.insert(subject, all);
    }
    toml::table file{{"house", settled}};
    if (!articles.empty()) file.insert("article", articles);
    if (!first.empty()) file.insert("first", first);
    std::ostringstream text;
    text
        << "# What staff have settled in their room; it is written anew whenever they do. Articles are named by their\n"
           "# subject and file.\n\n"
        << file << '\n';
    return text.str();
}

}  // namespace tingdu::shell
