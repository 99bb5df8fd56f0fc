#include "kiosk/library/provenance.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace tingdu::library {
namespace {

constexpr std::string_view pack_mark = "tingdu pack ";
constexpr std::string_view key_mark = "key: ";
constexpr std::string_view file_mark = "file: ";

/// All that is left where no line ends any more.
std::string_view take_line_with_end(std::string_view& text) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    text.remove_prefix(line.size());
    return line;
}

std::string value_of(std::string_view line, std::string_view mark) {
    line.remove_prefix(mark.size());
    if (line.ends_with('\n')) line.remove_suffix(1);
    return std::string(line);
}

Source source_of(const Origin& origin) {
    return {origin.pack.from, origin.pack.issued, origin.key.empty() ? Source::Proof::none : Source::Proof::signature};
}

}  // namespace

std::string written(const Provenance& provenance) {
    std::string text;
    for (const Origin& origin : provenance) {
        text += written(origin.pack);
        text += std::string(key_mark) + origin.key + "\n";
        for (const std::string& file : origin.files) text += std::string(file_mark) + file + "\n";
    }
    return text;
}

Provenance read_provenance(std::string_view text) {
    Provenance provenance;
    bool is_of_pack = false;
    while (!text.empty()) {
        std::string_view line = take_line_with_end(text);
        if (line.starts_with(file_mark)) {
            if (is_of_pack) provenance.back().files.push_back(value_of(line, file_mark));
            continue;
        }
        is_of_pack = false;
        if (!line.starts_with(pack_mark)) continue;
        std::string manifest(line);
        while (!text.empty() && !text.starts_with(key_mark) && !text.starts_with(pack_mark))
            manifest += take_line_with_end(text);
        const auto pack = read_manifest(manifest);
        if (!pack || !text.starts_with(key_mark)) continue;
        provenance.push_back({*pack, value_of(take_line_with_end(text), key_mark), {}});
        is_of_pack = true;
    }
    return provenance;
}

const Origin* find(const Provenance& provenance, std::string_view name) {
    const auto found = std::ranges::find(provenance, name, [](const Origin& origin) { return origin.pack.name; });
    return found == provenance.end() ? nullptr : &*found;
}

void hand_over(Provenance& provenance, const std::vector<std::string>& files, const Origin* origin) {
    if (origin) std::erase_if(provenance, [&](const Origin& one) { return one.pack.name == origin->pack.name; });
    const std::unordered_set<std::string_view> taken(files.begin(), files.end());
    for (Origin& one : provenance)
        std::erase_if(one.files, [&](const std::string& file) { return taken.contains(file); });
    if (!origin) return;
    provenance.push_back(*origin);
    provenance.back().files = files;
}

Owners::Owners(const Provenance& provenance) {
    for (const Origin& origin : provenance)
        for (const std::string& file : origin.files) owners_.emplace(file, &origin);
}

std::vector<Source> Owners::of(const std::vector<std::string>& files) const {
    std::vector<std::pair<Source, std::size_t>> counts;
    for (const std::string& file : files) {
        const auto owner = owners_.find(file);
        const Source source = owner == owners_.end() ? Source() : source_of(*owner->second);
        auto known = std::ranges::find(counts, source, &std::pair<Source, std::size_t>::first);
        if (known == counts.end()) known = counts.insert(counts.end(), {source, 0});
        ++known->second;
    }
    std::ranges::stable_sort(counts, std::greater(), &std::pair<Source, std::size_t>::second);
    std::vector<Source> sources;
    for (auto& [source, count] : counts) sources.push_back(std::move(source));
    return sources;
}

}  // namespace tingdu::library
