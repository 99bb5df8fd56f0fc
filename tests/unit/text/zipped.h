// A zip file made in memory, for tests of what comes in one.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

namespace tingdu::text {

inline std::string zipped(std::initializer_list<std::pair<const char*, std::string>> entries) {
    std::string bytes(1U << 22U, '\0');
    std::size_t used = 0;
    archive* zip = archive_write_new();
    archive_write_set_format_zip(zip);
    REQUIRE(archive_write_open_memory(zip, bytes.data(), bytes.size(), &used) == ARCHIVE_OK);
    for (const auto& [name, text] : entries) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name);
        archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_write_header(zip, entry);
        archive_write_data(zip, text.data(), text.size());
        archive_entry_free(entry);
    }
    archive_write_free(zip);
    bytes.resize(used);
    return bytes;
}

}  // namespace tingdu::text
