#include "kiosk/library/entries.h"

#include <utility>

#include "kiosk/base/utf8.h"
#include "kiosk/library/packed.h"

namespace tingdu::library {
namespace {

constexpr std::size_t number_size = sizeof(std::uint32_t);

std::size_t packed_date(const std::optional<Date>& date) {
    return date ? static_cast<std::size_t>((date->year * 100 + date->month) * 100 + date->day) : 0;
}

std::optional<Date> unpacked_date(std::size_t packed) {
    if (packed == 0) return std::nullopt;
    return Date{static_cast<int>(packed / 10'000), static_cast<int>(packed / 100 % 100),
                static_cast<int>(packed % 100)};
}

}  // namespace

/// First where each begins, counted from here, then each.
void pack(const std::vector<Entry>& entries, std::string& bytes) {
    const std::size_t begin = bytes.size();
    bytes.resize(begin + entries.size() * number_size);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto place = static_cast<std::uint32_t>(bytes.size() - begin);
        std::memcpy(bytes.data() + begin + i * number_size, &place, number_size);
        Packer packer(bytes);
        packer.text(entries[i].path);
        packer.text(to_utf8(entries[i].title));
        packer.number(packed_date(entries[i].date));
        packer.number(static_cast<std::size_t>(entries[i].minutes));
    }
}

Entries::Entries(const std::vector<Entry>& entries) : count_(entries.size()) {
    auto bytes = std::make_shared<std::string>();
    pack(entries, *bytes);
    bytes_ = std::move(bytes);
}

Entries::Entries(std::initializer_list<Entry> entries) : Entries(std::vector<Entry>(entries)) {}

Entries::Entries(std::shared_ptr<const std::string> bytes, std::size_t begin, std::size_t count, std::string folder)
    : bytes_(std::move(bytes)), begin_(begin), count_(count), folder_(std::move(folder)) {}

Entry Entries::operator[](std::size_t at) const {
    if (at >= count_) return {};
    Unpacker unpacker(*bytes_, begin_ + Unpacker(*bytes_, begin_ + at * number_size).number());
    Entry entry;
    entry.path = folder_.empty() ? std::string() : folder_ + "/";
    entry.path += unpacker.text();
    entry.title = from_utf8(unpacker.text());
    entry.date = unpacked_date(unpacker.number());
    entry.minutes = static_cast<int>(unpacker.number());
    return entry;
}

std::optional<std::size_t> Entries::find(std::u32string_view title) const {
    const std::string wanted = to_utf8(title);
    for (std::size_t at = 0; at < count_; ++at) {
        Unpacker unpacker(*bytes_, begin_ + Unpacker(*bytes_, begin_ + at * number_size).number());
        (void)unpacker.text();
        if (unpacker.text() == wanted) return at;
    }
    return std::nullopt;
}

}  // namespace tingdu::library
