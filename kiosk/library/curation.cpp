#include "kiosk/library/curation.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"

namespace tingdu::library {
namespace {

bool is_before(const Date& one, const Date& other) {
    return std::tie(one.year, one.month, one.day) < std::tie(other.year, other.month, other.day);
}

}  // namespace

std::string key_of(std::u32string_view subject, std::string_view path) {
    return to_utf8(subject) + "/" + name_in(path);
}

bool is_shown(const Curated& curated, const std::optional<Date>& today) {
    return !curated.is_hidden && !(curated.until && today && is_before(*curated.until, *today));
}

Catalogue ordered(const Catalogue& all, const Curation& curation) {
    if (curation.first.empty()) return all;
    Catalogue ordered;
    for (const Subject& subject : all.subjects) {
        const auto first = curation.first.find(to_utf8(subject.name));
        if (first == curation.first.end()) {
            ordered.subjects.push_back(subject);
            continue;
        }
        std::map<std::string, Entry> wanted;
        std::vector<Entry> others;
        for (const Entry& entry : subject.entries) {
            const std::string key = key_of(subject.name, entry.path);
            const bool is_wanted = std::ranges::find(first->second, key) != first->second.end();
            if (!is_wanted || !wanted.emplace(key, entry).second) others.push_back(entry);
        }
        std::vector<Entry> entries;
        for (const std::string& key : first->second)
            if (const auto found = wanted.find(key); found != wanted.end()) entries.push_back(found->second);
        entries.insert(entries.end(), others.begin(), others.end());
        ordered.subjects.push_back({subject.name, entries, subject.sources});
    }
    return ordered;
}

Catalogue shown(const Catalogue& ordered, const Curation& curation, const std::optional<Date>& today) {
    std::set<std::string> gone;
    for (const auto& [key, curated] : curation.articles)
        if (!is_shown(curated, today)) gone.insert(key);
    if (gone.empty()) return ordered;
    Catalogue shown;
    for (const Subject& subject : ordered.subjects) {
        std::vector<Entry> entries;
        for (const Entry& entry : subject.entries)
            if (!gone.contains(key_of(subject.name, entry.path))) entries.push_back(entry);
        if (entries.size() == subject.entries.size())
            shown.subjects.push_back(subject);
        else if (!entries.empty())
            shown.subjects.push_back({subject.name, entries, subject.sources});
    }
    return shown;
}

Curation moved_up(Curation curation, const Subject& ordered, std::size_t entry) {
    if (entry == 0 || entry >= ordered.entries.size()) return curation;
    std::vector<std::string>& first = curation.first[to_utf8(ordered.name)];
    std::vector<std::string> now;
    for (std::size_t i = 0; i < std::max(entry + 1, std::min(first.size(), ordered.entries.size())); ++i)
        now.push_back(key_of(ordered.name, ordered.entries[i].path));
    std::swap(now[entry - 1], now[entry]);
    first = std::move(now);
    return curation;
}

}  // namespace tingdu::library
