#include "kiosk/library/manifest.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "kiosk/base/utf8.h"

namespace tingdu::library {
namespace {

constexpr std::string_view version = "tingdu pack 1\n";
constexpr std::size_t longest_value = 90;

/// What stands before the next line's end, which goes with it; nothing where no line ends any more.
std::optional<std::string_view> take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

template <class Number>
std::optional<Number> number_in(std::string_view digits) {
    Number number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

bool is_value(std::string_view value) {
    return !value.empty() && value.size() <= longest_value && to_utf8(from_utf8(value)) == value;
}

}  // namespace

bool is_path_in_pack(std::string_view path) {
    constexpr std::size_t longest_path = 4096;
    if (path.size() > longest_path || to_utf8(from_utf8(path)) != path) return false;
    if (std::ranges::any_of(path, [](char c) { return static_cast<unsigned char>(c) < ' '; })) return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == ".." || part.size() > 255) return false;
        begin = end + 1;
    }
    return true;
}

std::optional<Date> read_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number_in<int>(text.substr(0, 4));
    const auto month = number_in<int>(text.substr(5, 2));
    const auto day = number_in<int>(text.substr(8, 2));
    if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
    return Date{*year, *month, *day};
}

std::string written(const Date& date) {
    const auto digits = [](int number, std::size_t count) {
        const std::string all = std::to_string(number);
        return std::string(count - std::min(count, all.size()), '0') + all;
    };
    return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2);
}

std::string written(const Manifest& manifest) {
    std::string text(version);
    text += "name: " + manifest.name + "\nfrom: " + manifest.from + "\nissued: " + written(manifest.issued) +
            "\nnumber: " + std::to_string(manifest.number) + "\nfiles: " + std::to_string(manifest.files) + "\n";
    return text;
}

std::optional<Manifest> read_manifest(std::string_view text) {
    if (!text.starts_with(version)) return std::nullopt;
    text.remove_prefix(version.size());
    constexpr std::array<std::string_view, 5> heads = {"name: ", "from: ", "issued: ", "number: ", "files: "};
    std::array<std::string_view, heads.size()> values;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const auto line = take_line(text);
        if (!line || !line->starts_with(heads[i])) return std::nullopt;
        values[i] = line->substr(heads[i].size());
    }
    const auto issued = read_date(values[2]);
    const auto number = number_in<std::uint64_t>(values[3]);
    const auto files = number_in<std::uint64_t>(values[4]);
    if (!text.empty() || !is_value(values[0]) || !is_value(values[1]) || !issued || !number || !files)
        return std::nullopt;
    return Manifest{std::string(values[0]), std::string(values[1]), *issued, *number, *files};
}

}  // namespace tingdu::library
