#include "kiosk/library/catalogue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include "kiosk/base/characters.h"
#include "kiosk/base/file_name.h"
#include "kiosk/base/utf8.h"

namespace tingdu::library {
namespace {

/// Names in the order that staff expect: numbers by their value, Hanzi by pinyin.
class Order {
  public:
    Order() {
        UErrorCode status = U_ZERO_ERROR;
        collator_.reset(icu::Collator::createInstance(icu::Locale("zh", "CN", nullptr, "collation=pinyin"), status));
        if (U_FAILURE(status)) collator_.reset();
        if (collator_) collator_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    }

    [[nodiscard]] bool before(const std::string& left, const std::string& right) const {
        if (!collator_) return left < right;
        UErrorCode status = U_ZERO_ERROR;
        const auto order = collator_->compareUTF8(left, right, status);
        return order == UCOL_EQUAL ? left < right : order == UCOL_LESS;
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

bool is_left_behind(std::string_view name) {
    static constexpr std::array<std::string_view, 12> by_systems = {
        "thumbs.db", "ehthumbs.db", "desktop.ini",    "system volume information",
        "__macosx",  "autorun.inf", "lost+found",     "lost.dir",
        "found.000", "recycler",    "wpsettings.dat", "indexervolumeguid"};
    return name.empty() || name.front() == '.' || name.front() == '$' || name.starts_with("~$") ||
           name == readings_file || (name.starts_with(receipt_file) && name.find('.') == receipt_file.size()) ||
           std::find(by_systems.begin(), by_systems.end(), lower_case(name)) != by_systems.end();
}

template <std::size_t count>
bool ends_with_any(std::string_view path, const std::array<std::string_view, count>& endings) {
    const std::string lower = lower_case(path);
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return lower.ends_with(ending); });
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

}  // namespace

std::u32string name_of(std::string_view file_name) {
    return without_number(without_ending(from_utf8(file_name)));
}

bool is_passed_over(std::string_view path) {
    const auto parts = parts_of(path);
    return std::any_of(parts.begin(), parts.end(), is_left_behind);
}

bool is_article(std::string_view path) {
    static constexpr std::array<std::string_view, 6> endings = {".txt", ".md", ".markdown", ".html", ".htm", ".docx"};
    return ends_with_any(path, endings);
}

bool is_picture(std::string_view path) {
    static constexpr std::array<std::string_view, 4> endings = {".png", ".jpg", ".jpeg", ".webp"};
    return ends_with_any(path, endings);
}

std::u32string subject_of(std::string_view path) {
    const auto parts = parts_of(path);
    return parts.size() == 1 ? std::u32string(newest) : without_number(from_utf8(parts.front()));
}

std::vector<Shelf> arrange(std::vector<std::string> paths) {
    std::erase_if(paths, [](const std::string& path) { return is_passed_over(path); });
    const Order order;
    std::sort(paths.begin(), paths.end(), [&order](const auto& left, const auto& right) {
        const bool left_in_root = left.find('/') == std::string::npos;
        const bool right_in_root = right.find('/') == std::string::npos;
        if (left_in_root != right_in_root) return left_in_root;
        return order.before(left, right);
    });
    std::vector<Shelf> shelves;
    for (std::string& path : paths) {
        const auto name = subject_of(path);
        auto shelf = std::find_if(shelves.begin(), shelves.end(), [&](const Shelf& s) { return s.name == name; });
        if (shelf == shelves.end()) shelf = shelves.insert(shelves.end(), Shelf{name, {}});
        shelf->paths.push_back(std::move(path));
    }
    return shelves;
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
