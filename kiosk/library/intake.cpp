#include "kiosk/library/intake.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/library/provenance.h"

namespace tingdu::library {
namespace {

/// In bytes: what ext4 and its like can bear between two slashes.
constexpr std::size_t longest_name = 255;

icu::UnicodeString composed(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* composer = icu::Normalizer2::getNFCInstance(status);
    auto text = icu::UnicodeString::fromUTF8({name.data(), static_cast<int>(name.size())});
    return U_SUCCESS(status) ? composer->normalize(text, status) : text;
}

std::string in_utf8(const icu::UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

/// Nothing but ASCII and Hanzi, which are written in one way only. Nearly all names are such, and large libraries have
/// a hundred thousand.
bool is_plain(std::string_view name) {
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto at = [&](std::size_t place) { return static_cast<unsigned char>(name[place]); };
        if (at(i) < 0x80) continue;
        if ((at(i) & 0xF0U) != 0xE0 || i + 2 >= name.size()) return false;
        const char32_t c = (at(i) & 0xFU) << 12U | (at(i + 1) & 0x3FU) << 6U | (at(i + 2) & 0x3FU);
        if (c < 0x4E00 || c > 0x9FFF) return false;
        i += 2;
    }
    return true;
}

/// One way of writing each folder and file, the first that was met.
class Spelling {
  public:
    std::string of(std::string_view name) {
        std::string spelled;
        for (std::size_t begin = 0; begin <= name.size();) {
            const std::size_t end = std::min(name.find('/', begin), name.size());
            std::string way = spelled + (spelled.empty() ? "" : "/") + std::string(name.substr(begin, end - begin));
            spelled = ways_.try_emplace(key_of(way), way).first->second;
            begin = end + 1;
        }
        return spelled;
    }

  private:
    std::unordered_map<std::string, std::string> ways_;
};

bool has_long_part(std::string_view name) {
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        if (end - begin > longest_name) return true;
        begin = end + 1;
    }
    return false;
}

bool any_folder_of(const std::string& path, const auto& is_so) {
    for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
        if (is_so(path.substr(0, slash))) return true;
    return false;
}

void add_folders_of(const std::string& path, std::unordered_set<std::string>& folders) {
    (void)any_folder_of(path, [&](std::string folder) {
        folders.insert(std::move(folder));
        return false;
    });
}

/// Browsers lay what belongs to "page.html" into "page_files" or "page.files". Whoever puts a number before the page's
/// name leaves that of the folder as it is, or the page would lose its pictures.
class SavedPages {
  public:
    explicit SavedPages(const std::vector<Offer>& offers) {
        for (const Offer& offer : offers)
            for (const std::string_view ending : {".html", ".htm"})
                if (const std::string key = key_of(offer.name); key.ends_with(ending)) {
                    const std::string page = key.substr(0, key.size() - ending.size());
                    const std::size_t name = page.rfind('/') + 1;
                    const std::u32string title = from_utf8(page.substr(name));
                    pages_.insert(page);
                    pages_.insert(page.substr(0, name) + to_utf8(title.substr(ordering_prefix(title))));
                }
    }

    [[nodiscard]] bool have(std::string_view name) const {
        return any_folder_of(key_of(name), [this](const std::string& folder) {
            for (const std::string_view ending : {"_files", ".files"})
                if (folder.ends_with(ending) && pages_.contains(folder.substr(0, folder.size() - ending.size())))
                    return true;
            return false;
        });
    }

  private:
    std::unordered_set<std::string> pages_;
};

}  // namespace

std::string key_of(std::string_view name) {
    if (!is_plain(name)) return in_utf8(composed(in_utf8(composed(name).foldCase())));
    std::string key(name);
    for (char& c : key)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return key;
}

Intake plan_intake(std::vector<Offer> offers, std::vector<std::string> present, Way way) {
    std::sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) { return a.source < b.source; });
    std::sort(present.begin(), present.end());
    const SavedPages pages(offers);
    Spelling spelling;
    std::unordered_map<std::string, std::string> there;
    for (const std::string& path : present) {
        (void)spelling.of(path);
        there.try_emplace(key_of(path), path);
    }

    Intake intake;
    std::unordered_set<std::string> folders;
    for (const auto& [key, path] : there) add_folders_of(key, folders);
    std::unordered_set<std::string> met;
    for (Offer& offer : offers) {
        const bool is_readings = offer.name == readings_file;
        if (!is_readings && is_passed_over(offer.name)) continue;
        const bool is_picture = library::is_picture(offer.name);
        const bool is_of_page = pages.have(offer.name);
        if (!is_picture && is_of_page) continue;
        if (!is_picture && !is_readings && !is_article(offer.name)) {
            intake.strange.push_back(std::move(offer));
            continue;
        }
        const std::string name = in_utf8(composed(offer.name));
        std::string key = key_of(name);
        if (has_long_part(name)) {
            intake.left_out.push_back({name, Fault::long_name});
            continue;
        }
        const bool is_file_above =
            any_folder_of(key, [&](const auto& above) { return met.contains(above) || there.contains(above); });
        if (met.contains(key) || folders.contains(key) || is_file_above) {
            intake.left_out.push_back({name, Fault::same_name});
            continue;
        }
        const auto before = there.find(key);
        Arrival arrival{std::move(offer.source), spelling.of(name), std::nullopt, offer.size, is_of_page};
        if (before != there.end()) arrival.replaces = before->second;
        add_folders_of(key, folders);
        met.insert(std::move(key));
        if (is_readings) {
            intake.readings = std::move(arrival);
        } else {
            (is_picture ? intake.pictures : intake.articles).push_back(std::move(arrival));
        }
    }
    for (std::string& path : present) {
        if (met.contains(key_of(path))) continue;
        const bool stays =
            way == Way::add || path == readings_file || path == provenance_file || path == waiting_settings_file;
        (stays ? intake.staying : intake.going).push_back(std::move(path));
    }
    return intake;
}

}  // namespace tingdu::library
