#include "kiosk/library/catalogue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/library/packed.h"

namespace tingdu::library {
namespace {

constexpr std::string_view packed_mark = "tingdu list 2\n";
/// Of lists that say nothing of where articles come from.
constexpr std::string_view earlier_mark = "tingdu list 1\n";

void pack(const std::vector<Source>& sources, Packer& packer) {
    packer.number(sources.size());
    for (const Source& source : sources) {
        packer.text(source.from);
        for (const int number : {source.issued.year, source.issued.month, source.issued.day})
            packer.number(static_cast<std::size_t>(number));
        packer.number(source.proof == Source::Proof::signature ? 1 : 0);
    }
}

std::vector<Source> sources_in(Unpacker& unpacker, std::size_t end) {
    std::vector<Source> sources;
    for (std::size_t left = unpacker.number(); left > 0 && unpacker.at() <= end; --left) {
        Source source;
        source.from = unpacker.text();
        for (int* number : {&source.issued.year, &source.issued.month, &source.issued.day})
            *number = static_cast<int>(unpacker.number());
        source.proof = unpacker.number() == 1 ? Source::Proof::signature : Source::Proof::none;
        sources.push_back(std::move(source));
    }
    return sources;
}

/// Names in the order that staff expect: numbers by their value, Hanzi by pinyin.
class Order {
  public:
    Order() {
        UErrorCode status = U_ZERO_ERROR;
        collator_.reset(icu::Collator::createInstance(icu::Locale("zh", "CN", nullptr, "collation=pinyin"), status));
        if (U_FAILURE(status)) collator_.reset();
        if (collator_) collator_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    }

    /// Bytes that are compared in place of the name, which may be compared very often.
    [[nodiscard]] std::string key(const std::string& name) const {
        if (!collator_) return name;
        const auto text = icu::UnicodeString::fromUTF8(name);
        std::array<std::uint8_t, 256> small{};
        const auto size = collator_->getSortKey(text, small.data(), static_cast<int>(small.size()));
        if (size <= static_cast<int>(small.size())) return {small.begin(), small.begin() + size};
        std::vector<std::uint8_t> large(static_cast<std::size_t>(size));
        collator_->getSortKey(text, large.data(), size);
        return {large.begin(), large.end()};
    }

  private:
    std::unique_ptr<icu::Collator> collator_;
};

std::string lower_case(std::string_view name) {
    std::string lower(name);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

template <std::size_t count>
bool ends_with_any(std::string_view path, const std::array<std::string_view, count>& endings) {
    const std::string lower = lower_case(path);
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// A table or the settings that staff have had left on a stick.
bool is_record(std::string_view name) {
    const bool is_ours = name.starts_with("听读") || name.starts_with("Tingdu ");
    return is_ours && (name.ends_with(".csv") || name.ends_with(".toml"));
}

bool is_left_behind(std::string_view name) {
    static constexpr std::array<std::string_view, 12> by_systems = {
        "thumbs.db", "ehthumbs.db", "desktop.ini",    "system volume information",
        "__macosx",  "autorun.inf", "lost+found",     "lost.dir",
        "found.000", "recycler",    "wpsettings.dat", "indexervolumeguid"};
    static constexpr std::array<std::string_view, 5> unfinished = {"~", ".tmp", ".bak", ".part", ".crdownload"};
    return name.empty() || name.front() == '.' || name.front() == '$' || name.starts_with("~$") ||
           ends_with_any(name, unfinished) || name == readings_file || is_record(name) ||
           (name.starts_with(receipt_file) && name.find('.') == receipt_file.size()) ||
           std::find(by_systems.begin(), by_systems.end(), lower_case(name)) != by_systems.end();
}

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto slash = path.find('/');
        parts.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return parts;
        path.remove_prefix(slash + 1);
    }
}

std::u32string without_number(std::u32string_view name) {
    const std::size_t length = ordering_prefix(name);
    return std::u32string(length < name.size() ? name.substr(length) : name);
}

/// What a path is compared by: of each part the number in front, whatever it is written in, then its sound.
std::string compared_by(std::string_view path, const ReadAs& read_as) {
    constexpr std::size_t longest_number = 6;
    std::string key;
    for (const std::string_view part : parts_of(path)) {
        const std::u32string name = from_utf8(part);
        const auto number = ordering_number(name);
        const std::u32string rest = number ? without_number(name) : name;
        const std::string digits = number ? std::to_string(*number) : std::string();
        if (!key.empty()) key += '/';
        if (number) key += std::string(longest_number - std::min(longest_number, digits.size()), '0') + digits + " ";
        const std::string sound = read_as ? read_as(rest) : to_utf8(rest);
        key += sound.substr(std::min(sound.find_first_not_of(' '), sound.size()));  // blanks would stand before numbers
    }
    return key;
}

}  // namespace

std::u32string name_of(std::string_view file_name) {
    return without_number(without_ending(from_utf8(file_name)));
}

bool is_passed_over(std::string_view path) {
    const auto parts = parts_of(path);
    return std::any_of(parts.begin(), parts.end(), is_left_behind);
}

/// The list of readings is none, whatever its ending.
bool is_article(std::string_view path) {
    static constexpr std::array<std::string_view, 6> endings = {".txt", ".md", ".markdown", ".html", ".htm", ".docx"};
    return path != readings_file && ends_with_any(path, endings);
}

bool is_picture(std::string_view path) {
    static constexpr std::array<std::string_view, 4> endings = {".png", ".jpg", ".jpeg", ".webp"};
    return ends_with_any(path, endings);
}

std::u32string subject_of(std::string_view path) {
    const auto parts = parts_of(path);
    return parts.size() == 1 ? std::u32string(newest) : without_number(from_utf8(parts.front()));
}

std::vector<Shelf> arrange(std::vector<std::string> paths, const ReadAs& read_as) {
    std::erase_if(paths, [](const std::string& path) { return is_passed_over(path); });
    const Order order;
    using Placed = std::tuple<bool, std::string, std::string>;  // whether it is in a folder, its key, itself
    std::vector<Placed> in_order;
    in_order.reserve(paths.size());
    for (std::string& path : paths) {
        std::string key = order.key(compared_by(path, read_as));
        in_order.emplace_back(path.find('/') != std::string::npos, std::move(key), std::move(path));
    }
    std::sort(in_order.begin(), in_order.end());
    std::vector<Shelf> shelves;
    std::unordered_map<std::u32string, std::size_t> places;
    for (auto& [is_in_folder, key, path] : in_order) {
        const auto [place, is_new] = places.try_emplace(subject_of(path), shelves.size());
        if (is_new) shelves.push_back({place->first, {}});
        shelves[place->second].paths.push_back(std::move(path));
    }
    return shelves;
}

std::string pack(const std::vector<Shelf>& shelves, const std::function<Entry(const std::string& path)>& entry_of) {
    std::string bytes(packed_mark);
    Packer packer(bytes);
    packer.number(shelves.size());
    for (const Shelf& shelf : shelves) {
        std::vector<Entry> entries;
        entries.reserve(shelf.paths.size());
        for (const std::string& path : shelf.paths) entries.push_back(entry_of(path));
        packer.text(to_utf8(shelf.name));
        pack(shelf.sources, packer);
        packer.number(entries.size());
        std::string all;
        pack(entries, all);
        packer.text(all);
    }
    return bytes;
}

std::optional<Catalogue> unpack(std::string bytes, const std::string& folder) {
    const bool has_sources = bytes.starts_with(packed_mark);
    if (!has_sources && !bytes.starts_with(earlier_mark)) return std::nullopt;
    const auto all = std::make_shared<const std::string>(std::move(bytes));
    Unpacker unpacker(*all, packed_mark.size());
    Catalogue catalogue;
    for (std::size_t left = unpacker.number(); left > 0 && unpacker.at() <= all->size(); --left) {
        std::u32string name = from_utf8(unpacker.text());
        auto sources = has_sources ? sources_in(unpacker, all->size()) : std::vector<Source>();
        const std::size_t count = unpacker.number();
        const std::size_t size = unpacker.number();
        catalogue.subjects.push_back({std::move(name), Entries(all, unpacker.at(), count, folder), std::move(sources)});
        (void)unpacker.text(size);
    }
    if (!unpacker.has_come_to_the_end()) return std::nullopt;
    return catalogue;
}

double seconds_of(std::u32string_view text) {
    constexpr std::size_t judged_by = 5'000;
    constexpr double a_hanzi_s = 0.4;
    constexpr double a_letter_s = 0.11;
    const auto start = text.substr(0, judged_by);
    double seconds = 0;
    for (const char32_t c : start) {
        if (is_hanzi(c) || is_digit(c))
            seconds += a_hanzi_s;
        else if (c < 0x2000)  // what stands between Hanzi is heard as their pauses
            seconds += a_letter_s;
    }
    return start.empty() ? 0 : seconds * static_cast<double>(text.size()) / static_cast<double>(start.size());
}

int minutes_of(double seconds) {
    return std::max(1, static_cast<int>(std::lround(seconds / 60)));
}

}  // namespace tingdu::library
