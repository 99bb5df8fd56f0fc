#include "kiosk/runtime/packs.h"

#include <filesystem>
#include <utility>

#include "kiosk/base/file_name.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::runtime {
namespace {

namespace fs = std::filesystem;

/// Whose signature lies beside `pack`, of the bytes of `copy`.
Result<platform::Signer> signer_of(const std::string& pack, const std::string& copy, const platform::Keys& keys) {
    const std::string name = name_in(pack);
    const auto signature = platform::read_file(pack + std::string(signature_ending), largest_signature);
    if (!signature) {
        const bool is_missing = signature.error().fault == Fault::missing;
        return fail(is_missing ? Fault::unsigned_pack : Fault::bad_signature, name);
    }
    const auto bytes = platform::map_file(copy);
    if (!bytes) return fail(Fault::bad_pack, name);
    return platform::check_signature((*bytes)->bytes(), *signature, keys, name);
}

}  // namespace

Result<void> make_pack(const std::string& folder, const std::string& pack, library::Manifest manifest) {
    auto paths = platform::list_files(folder);
    if (!paths) return tl::unexpected(paths.error());
    std::erase_if(*paths, [](const std::string& path) {
        const bool is_settings = std::ranges::find(library::settings_files, path) != library::settings_files.end();
        return library::is_passed_over(path) && !is_settings && name_in(path) != library::readings_file;
    });
    // None is left out without a word.
    for (const std::string& path : *paths)
        if (!library::is_path_in_pack(path)) return fail(Fault::long_name, name_in(path));
    if (paths->empty()) return fail(Fault::nothing_to_take, name_in(folder));
    manifest.files = paths->size();
    return platform::write_pack(pack, library::written(manifest), folder, std::move(*paths));
}

Result<OpenedPack> open_pack(const std::string& pack, const platform::Keys* keys, const std::string& away) {
    const std::string name = name_in(pack);
    auto for_a_while = platform::FolderForAWhile::in(away);
    if (!for_a_while) return tl::unexpected(for_a_while.error());
    OpenedPack opened{std::move(*for_a_while), {}, {}};
    const std::string copy = opened.away->path() + "/pack";
    if (const auto made = platform::copy_file(pack, copy); !made) return tl::unexpected(made.error());
    if (keys) {
        const auto signer = signer_of(pack, copy, *keys);
        if (!signer) return tl::unexpected(signer.error());
        opened.origin.key = platform::id_of(signer->key);
    }
    // What an Error names is the last part of a folder's path, and that is what its owner called the pack.
    opened.folder = opened.away->path() + "/" + name;
    const auto unpacked = platform::unpack(copy, opened.folder, library::is_path_in_pack);
    if (!unpacked) return fail(unpacked.error().fault, name);
    const auto manifest = library::read_manifest(unpacked->manifest);
    if (!manifest || manifest->files != unpacked->files) return fail(Fault::bad_pack, name);
    opened.origin.pack = *manifest;
    platform::remove_file(copy);
    return opened;
}

}  // namespace tingdu::runtime
