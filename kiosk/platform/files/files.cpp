#include "kiosk/platform/files/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/reading.h"

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;

constexpr int deepest_folder = 16;

Descriptor open_to_read(const std::string& path) {
    return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
}

class Mapping final : public MappedFile {
  public:
    Mapping(void* at, std::size_t size) : at_(at), size_(size) {}
    ~Mapping() override { ::munmap(at_, size_); }
    [[nodiscard]] std::span<const std::byte> bytes() const override {
        return {static_cast<const std::byte*>(at_), size_};
    }

  private:
    void* at_;
    std::size_t size_;
};

}  // namespace

std::string folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? "." : std::string(path.substr(0, std::max<std::size_t>(slash, 1)));
}

Result<std::vector<std::byte>> read_file(const std::string& path, std::size_t largest) {
    return read_open(open_to_read(path), path, largest, largest);
}

Result<std::vector<std::byte>> read_below(const std::string& folder, std::string_view path, std::size_t largest,
                                          std::size_t first) {
    const Descriptor at(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (at.number() < 0) return fail(fault_of_errno(), name_in(path));
    return read_in(at.number(), path, largest, first);
}

std::optional<Stamp> stamp_of(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return Stamp{std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec,
                 static_cast<std::uint64_t>(status.st_size), status.st_ino};
}

Result<std::vector<std::string>> list_files(const std::string& folder) {
    std::error_code error;
    const fs::path root(folder);
    if (!fs::exists(root, error)) return fail(Fault::missing, name_in(folder));
    if (!fs::is_directory(root, error)) return fail(Fault::not_directory, name_in(folder));
    std::vector<std::string> paths;
    fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, error);
    if (error) return fail(Fault::unreadable, name_in(folder));
    for (; at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (error) return fail(Fault::unreadable, name_in(folder));
        std::error_code ignored;
        if (at->is_directory(ignored) && at.depth() >= deepest_folder) at.disable_recursion_pending();
        if (at->is_regular_file(ignored)) paths.push_back(at->path().lexically_relative(root).generic_string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

Result<std::unique_ptr<MappedFile>> map_file(const std::string& path) {
    const Descriptor file = open_to_read(path);
    const auto size = size_of(file, path);
    if (!size) return tl::unexpected(size.error());
    if (*size == 0) return fail(Fault::empty, name_in(path));
    void* at = ::mmap(nullptr, *size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (at == MAP_FAILED) return fail(Fault::unreadable, name_in(path));
    return std::make_unique<Mapping>(at, *size);
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) return fail(Fault::unwritable, name_in(path));
    return {};
}

Result<void> replace_file(const std::string& path, std::string_view bytes, Readers readers) {
    const std::string beside = path + ".new";
    if (readers == Readers::owner) {
        // Its own from the first byte.
        std::remove(beside.c_str());
        const int made = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (made < 0) return fail(Fault::unwritable, name_in(path));
        ::close(made);
    }
    const bool is_written = write_file(beside, bytes).has_value();
    // Or the new name might reach the disk before the bytes do.
    if (is_written && ::fsync(open_to_read(beside).number()) == 0 && std::rename(beside.c_str(), path.c_str()) == 0)
        return {};
    std::remove(beside.c_str());
    return fail(Fault::unwritable, name_in(path));
}

Result<void> copy_file(const std::string& from, const std::string& to) {
    if (!stamp_of(from)) return fail(Fault::missing, name_in(from));
    std::error_code error;
    if (fs::copy_file(from, to, error)) return {};
    return fail(error == std::errc::no_space_on_device ? Fault::no_space : Fault::unreadable, name_in(from));
}

void remove_file(const std::string& path) {
    std::remove(path.c_str());
}

Result<void> sync_drive(const std::string& folder) {
    if (::syncfs(open_to_read(folder).number()) == 0) return {};
    return fail(Fault::unwritable, name_in(folder));
}

Result<void> make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error || !fs::is_directory(path, error)) return fail(Fault::unwritable, name_in(path));
    return {};
}

}  // namespace tingdu::platform
