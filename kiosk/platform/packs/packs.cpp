#include "kiosk/platform/packs/packs.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;

constexpr const char* manifest_name = "tingdu.manifest";
constexpr std::int64_t largest_manifest = 16'384;
constexpr std::size_t most_files = 100'000;
constexpr mode_t mode_of_file = 0644;

struct Close {
    void operator()(archive* a) const { archive_free(a); }
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using Archive = std::unique_ptr<archive, Close>;
using Entry = std::unique_ptr<archive_entry, Close>;

bool put(archive* tar, const std::string& path, std::string_view bytes) {
    const Entry entry(archive_entry_new());
    archive_entry_copy_pathname(entry.get(), path.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), mode_of_file);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_mtime(entry.get(), 0, 0);
    return archive_write_header(tar, entry.get()) == ARCHIVE_OK &&
           archive_write_data(tar, bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size());
}

/// The entry's bytes to `take`, a piece at a time. False where the archive ends before them, or `take` says no.
template <class Take>
bool read_data(archive* tar, std::int64_t size, const Take& take) {
    std::array<char, 65'536> piece{};
    while (size > 0) {
        const la_ssize_t got = archive_read_data(tar, piece.data(), std::min<std::size_t>(piece.size(), size_t(size)));
        if (got <= 0 || !take(std::string_view(piece.data(), static_cast<std::size_t>(got)))) return false;
        size -= got;
    }
    return true;
}

tl::unexpected<Error> cannot_write(const std::string& pack) {
    return fail(errno == ENOSPC || errno == EDQUOT ? Fault::no_space : Fault::unwritable, name_in(pack));
}

/// A new file; the folders above it are made.
Result<void> write_out(archive* tar, std::int64_t size, const std::string& path, const std::string& pack) {
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    if (error) return fail(Fault::bad_pack, name_in(pack));  // a file stands where a folder is wanted
    if (fs::exists(path, error)) return fail(Fault::bad_pack, name_in(pack));
    errno = 0;
    std::ofstream file(path, std::ios::binary);
    const bool is_whole = read_data(tar, size, [&](std::string_view piece) {
        return bool(file.write(piece.data(), static_cast<std::streamsize>(piece.size())));
    });
    if (!file.flush()) return cannot_write(pack);
    if (!is_whole) return fail(Fault::bad_pack, name_in(pack));
    return {};
}

}  // namespace

Result<void> write_pack(const std::string& pack, std::string_view manifest, const std::string& folder,
                        std::vector<std::string> paths) {
    constexpr std::size_t largest = std::size_t{1} << 30U;
    std::sort(paths.begin(), paths.end());
    const std::string making = pack + ".new";
    const auto cannot = [&] {
        remove_file(making);
        return cannot_write(pack);
    };
    const Archive tar(archive_write_new());
    // GNU's way of tar keeps names as the bytes that they are, however long, in any locale.
    archive_write_set_format_gnutar(tar.get());
    archive_write_add_filter_none(tar.get());
    archive_write_set_bytes_in_last_block(tar.get(), 1);
    errno = 0;
    if (archive_write_open_filename(tar.get(), making.c_str()) != ARCHIVE_OK ||
        !put(tar.get(), manifest_name, manifest))
        return cannot();
    for (const std::string& path : paths) {
        const auto bytes = read_below(folder, path, largest, largest);
        if (!bytes) {
            remove_file(making);
            return tl::unexpected(bytes.error());
        }
        if (!put(tar.get(), path, {reinterpret_cast<const char*>(bytes->data()), bytes->size()})) return cannot();
    }
    std::error_code error;
    if (archive_write_close(tar.get()) != ARCHIVE_OK) return cannot();
    fs::rename(making, pack, error);
    if (error) return cannot();
    return {};
}

Result<std::unique_ptr<FolderForAWhile>> FolderForAWhile::in(const std::string& folder) {
    std::string path = folder + "/.tingdu.XXXXXX";
    if (!::mkdtemp(path.data())) return fail(Fault::unwritable, name_in(folder));
    return std::unique_ptr<FolderForAWhile>(new FolderForAWhile(std::move(path)));
}

FolderForAWhile::~FolderForAWhile() {
    std::error_code error;
    fs::remove_all(path_, error);
}

Result<Unpacked> unpack(const std::string& pack, const std::string& folder,
                        const std::function<bool(std::string_view)>& is_allowed) {
    const auto is_there = stamp_of(pack);
    if (!is_there) return fail(Fault::missing, name_in(pack));
    const auto bad = [&] { return fail(Fault::bad_pack, name_in(pack)); };
    const Archive tar(archive_read_new());
    archive_read_support_format_tar(tar.get());
    archive_read_support_filter_none(tar.get());
    constexpr std::size_t block = 65'536;
    if (archive_read_open_filename(tar.get(), pack.c_str(), block) != ARCHIVE_OK) return bad();

    Unpacked unpacked;
    for (std::size_t seen = 0;; ++seen) {
        archive_entry* entry = nullptr;
        const int next = archive_read_next_header(tar.get(), &entry);
        if (next == ARCHIVE_EOF && seen > 0) return unpacked;
        const bool is_plain = next == ARCHIVE_OK && archive_entry_filetype(entry) == AE_IFREG &&
                              !archive_entry_hardlink(entry) && archive_entry_sparse_count(entry) == 0;
        const char* path = is_plain ? archive_entry_pathname(entry) : nullptr;
        if (!path || seen > most_files) return bad();
        const std::int64_t size = archive_entry_size(entry);
        const bool is_manifest = std::string_view(path) == manifest_name;
        if (size < 0 || is_manifest != (seen == 0) || (is_manifest && size > largest_manifest)) return bad();
        if (is_manifest) {
            const auto keep = [&](std::string_view piece) { return unpacked.manifest += piece, true; };
            if (!read_data(tar.get(), size, keep)) return bad();
            continue;
        }
        if (!is_allowed(path)) return bad();
        if (auto out = write_out(tar.get(), size, folder + "/" + path, pack); !out) return tl::unexpected(out.error());
        ++unpacked.files;
    }
}

}  // namespace tingdu::platform
