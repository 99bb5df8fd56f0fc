#include "kiosk/platform/files/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;

constexpr int deepest_folder = 16;

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

Fault fault_of_errno() {
    return errno == ENOENT || errno == ENOTDIR || errno == ELOOP ? Fault::missing : Fault::unreadable;
}

/// The size of a regular file; pipes and devices are not files to us: they may never end.
Result<std::size_t> size_of(const Descriptor& file, const std::string& path) {
    if (file.number() < 0) return fail(fault_of_errno(), name_in(path));
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return fail(Fault::unreadable, name_in(path));
    if (S_ISDIR(status.st_mode)) return fail(Fault::is_directory, name_in(path));
    if (!S_ISREG(status.st_mode)) return fail(Fault::unreadable, name_in(path));
    return static_cast<std::size_t>(status.st_size);
}

Descriptor open_to_read(const std::string& path) {
    return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
}

Result<std::vector<std::byte>> read_open(const Descriptor& file, const std::string& path, std::size_t largest,
                                         std::size_t first) {
    const auto size = size_of(file, path);
    if (!size) return tl::unexpected(size.error());
    if (*size > largest) return fail(Fault::too_large, name_in(path));
    std::vector<std::byte> bytes(std::min(*size, first));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(Fault::unreadable, name_in(path));
        if (got == 0) break;  // it has become shorter since it was opened
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

class Surveyor {
  public:
    Surveyor(const Reach& reach, const std::function<bool(std::string_view)>& passes_over)
        : reach_(reach), passes_over_(passes_over) {}

    /// `at` is closed with it; `folder` ends with a slash unless it is the first.
    Result<void> look_into(int at, const std::string& folder, int depth) {
        DIR* const stream = ::fdopendir(at);
        if (!stream) {
            ::close(at);
            return fail(Fault::source_gone, {});
        }
        const std::unique_ptr<DIR, int (*)(DIR*)> open(stream, ::closedir);
        while (true) {
            errno = 0;
            const dirent* entry = ::readdir(stream);
            if (!entry && errno != 0) return fail(Fault::source_gone, {});
            if (!entry) return {};
            const std::string_view name = entry->d_name;
            if (name == "." || name == ".." || passes_over_(name)) continue;
            if (auto met = meet(at, folder, entry->d_name, depth); !met) return met;
        }
    }

    std::vector<Found> found;

  private:
    Result<void> meet(int at, const std::string& folder, const char* name, int depth) {
        using Kind = Found::Kind;
        struct stat status {};
        const std::string path = folder + name;
        if (::fstatat(at, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return fail(Fault::source_gone, {});
        if (S_ISDIR(status.st_mode)) {
            if (depth >= reach_.folders) return add({path, Kind::too_deep, 0});
            const int below = ::openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (below < 0) return add({path, Kind::unreadable, 0});
            return look_into(below, path + "/", depth + 1);
        }
        if (S_ISLNK(status.st_mode)) return add({path, Kind::link, 0});
        if (!S_ISREG(status.st_mode)) return add({path, Kind::special, 0});
        return add({path, Kind::file, static_cast<std::uint64_t>(status.st_size)});
    }

    Result<void> add(Found one) {
        if (found.size() >= reach_.files) return fail(Fault::too_many_files, {});
        found.push_back(std::move(one));
        return {};
    }

    const Reach& reach_;
    const std::function<bool(std::string_view)>& passes_over_;
};

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

std::string name_in(std::string_view path) {
    while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
    const auto slash = path.rfind('/');
    return std::string(slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1));
}

std::string folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? "." : std::string(path.substr(0, std::max<std::size_t>(slash, 1)));
}

Result<std::vector<std::byte>> read_file(const std::string& path, std::size_t largest) {
    return read_open(open_to_read(path), path, largest, largest);
}

Result<std::vector<std::byte>> read_below(const std::string& folder, std::string_view path, std::size_t largest,
                                          std::size_t first) {
    Descriptor at(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    for (std::size_t begin = 0;;) {
        if (at.number() < 0) return fail(fault_of_errno(), name_in(path));
        const std::size_t end = path.find('/', begin);
        const std::string part(path.substr(begin, end - begin));
        if (part.empty() || part == "." || part == "..") return fail(Fault::missing, name_in(path));
        const int way = O_NOFOLLOW | O_CLOEXEC;
        if (end == std::string_view::npos)
            return read_open(Descriptor(::openat(at.number(), part.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | way)),
                             part, largest, first);
        at = Descriptor(::openat(at.number(), part.c_str(), O_PATH | O_DIRECTORY | way));
        begin = end + 1;
    }
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

Result<std::vector<Found>> survey(const std::string& folder, const Reach& reach,
                                  const std::function<bool(std::string_view)>& passes_over) {
    const int at = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (at < 0) return fail(errno == ENOTDIR ? Fault::not_directory : fault_of_errno(), name_in(folder));
    Surveyor surveyor(reach, passes_over);
    if (const auto whole = surveyor.look_into(at, {}, 0); !whole) return fail(whole.error().fault, name_in(folder));
    return std::move(surveyor.found);
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

Result<void> replace_file(const std::string& path, std::string_view bytes) {
    const std::string beside = path + ".new";
    const bool is_written = write_file(beside, bytes).has_value();
    // Or the new name might reach the disk before the bytes do.
    if (is_written && ::fsync(open_to_read(beside).number()) == 0 && std::rename(beside.c_str(), path.c_str()) == 0)
        return {};
    std::remove(beside.c_str());
    return fail(Fault::unwritable, name_in(path));
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
