#include "kiosk/text/formats/zip.h"

#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace tingdu::text {
namespace {

constexpr std::size_t most_entries = 10000;

struct CloseArchive {
    void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

Archive opened(std::span<const std::byte> bytes) {
    Archive zip(archive_read_new());
    archive_read_support_format_zip_seekable(zip.get());
    if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return nullptr;
    return zip;
}

std::string_view name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname(entry);
    return name != nullptr ? name : "";
}

}  // namespace

std::optional<std::vector<std::string>> zip_names(std::span<const std::byte> bytes) {
    const Archive zip = opened(bytes);
    if (!zip) return std::nullopt;
    std::vector<std::string> names;
    archive_entry* entry = nullptr;
    for (;;) {
        const int result = archive_read_next_header(zip.get(), &entry);
        if (result == ARCHIVE_EOF) return names;
        if (result < ARCHIVE_WARN || names.size() == most_entries) return std::nullopt;
        names.emplace_back(name_of(entry));
    }
}

Result<std::string> zip_entry(std::span<const std::byte> bytes, std::string_view name, std::size_t most) {
    const Archive zip = opened(bytes);
    if (!zip) return fail(Fault::damaged, {});
    archive_entry* entry = nullptr;
    do {
        const int result = archive_read_next_header(zip.get(), &entry);
        if (result == ARCHIVE_EOF) return fail(Fault::missing, {});
        if (result < ARCHIVE_WARN || entry == nullptr) return fail(Fault::damaged, {});
    } while (name_of(entry) != name);

    std::string unpacked;
    std::array<char, 65536> part{};
    for (;;) {
        const la_ssize_t size = archive_read_data(zip.get(), part.data(), part.size());
        if (size == 0) return unpacked;
        if (size < 0) return fail(Fault::damaged, {});
        if (unpacked.size() + static_cast<std::size_t>(size) > most) return fail(Fault::too_much_memory, {});
        unpacked.append(part.data(), static_cast<std::size_t>(size));
    }
}

}  // namespace tingdu::text
