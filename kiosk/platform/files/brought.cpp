#include "kiosk/platform/files/brought.h"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/apart.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/files/reading.h"

namespace tingdu::platform {
namespace {

/// Sanitizers keep books of threads that another process would not be in.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_watched = true;
#else
constexpr bool is_watched = false;
#endif

/// Where the kernel lists the devices that are plugged in, by the number that their files bear.
std::string place_of(dev_t device) {
    return "/sys/dev/block/" + std::to_string(major(device)) + ":" + std::to_string(minor(device));
}

class Surveyor {
  public:
    Surveyor(const Reach& reach, const std::function<bool(std::string_view)>& passes_over)
        : reach_(reach), passes_over_(passes_over) {}

    /// `at` is closed with it; `folder` is empty for the first. False once there are too many.
    bool look_into(int at, const std::string& folder, int depth) {
        const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(at), ::closedir);
        if (!stream) {
            ::close(at);
            return add({folder, Found::Kind::unreadable, 0});
        }
        while (true) {
            errno = 0;
            const dirent* entry = ::readdir(stream.get());
            if (!entry) return errno == 0 || add({folder, Found::Kind::unreadable, 0});
            const std::string_view name = entry->d_name;
            if (name == "." || name == ".." || passes_over_(name)) continue;
            if (!meet(at, folder, entry->d_name, depth)) return false;
        }
    }

    std::vector<Found> found;

  private:
    bool meet(int at, const std::string& folder, const char* name, int depth) {
        using Kind = Found::Kind;
        struct stat status {};
        const std::string path = folder + (folder.empty() ? "" : "/") + name;
        if (::fstatat(at, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
            return errno == ENOENT || add({path, Kind::unreadable, 0});
        if (S_ISDIR(status.st_mode)) {
            if (depth >= reach_.folders) return add({path, Kind::too_deep, 0});
            const int below = ::openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
            if (below < 0) return errno == ENOENT || add({path, Kind::unreadable, 0});
            return look_into(below, path, depth + 1);
        }
        if (S_ISLNK(status.st_mode)) return add({path, Kind::link, 0});
        if (!S_ISREG(status.st_mode)) return add({path, Kind::special, 0});
        return add({path, Kind::file, static_cast<std::uint64_t>(status.st_size)});
    }

    bool add(Found one) {
        if (found.size() >= reach_.files) return false;
        found.push_back(std::move(one));
        return true;
    }

    const Reach& reach_;
    const std::function<bool(std::string_view)>& passes_over_;
};

}  // namespace

Result<std::unique_ptr<BroughtFolder>> BroughtFolder::open(const std::string& folder, Hold hold) {
    const int at = ::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (at < 0) return fail(errno == ENOTDIR ? Fault::not_directory : fault_of_errno(), name_in(folder));
    return std::unique_ptr<BroughtFolder>(new BroughtFolder(folder, at, hold));
}

BroughtFolder::BroughtFolder(std::string folder, int descriptor, Hold hold)
    : folder_(std::move(folder)), descriptor_(descriptor), hold_(hold) {
    struct stat status {};
    if (::fstat(descriptor_, &status) == 0 && ::access(place_of(status.st_dev).c_str(), F_OK) == 0)
        device_ = place_of(status.st_dev);
}

BroughtFolder::~BroughtFolder() {
    ::close(descriptor_);
}

template <class Ask>
auto BroughtFolder::asked(const Ask& ask) const -> decltype(ask()) {
    if (hold_ == Hold::firm || is_watched) return ask();
    std::optional<decltype(ask())> answer;
    std::exception_ptr thrown;
    apart([&] {
        try {
            answer.emplace(ask());
        } catch (...) {
            thrown = std::current_exception();
        }
    });
    if (thrown) std::rethrow_exception(thrown);
    return std::move(*answer);
}

Result<std::vector<Found>> BroughtFolder::survey(const Reach& reach,
                                                 const std::function<bool(std::string_view)>& passes_over) const {
    return asked([&]() -> Result<std::vector<Found>> {
        const int at = ::openat(descriptor_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (at < 0) return fail(is_there_now() ? Fault::unreadable : Fault::source_gone, name_in(folder_));
        Surveyor surveyor(reach, passes_over);
        if (!surveyor.look_into(at, {}, 0)) return fail(Fault::too_many_files, name_in(folder_));
        if (!is_there_now()) return fail(Fault::source_gone, name_in(folder_));
        // Of a folder that cannot be read to its end nobody knows what is missing.
        const bool is_whole = std::ranges::none_of(surveyor.found, [](const Found& one) { return one.path.empty(); });
        if (!is_whole) return fail(Fault::unreadable, name_in(folder_));
        return std::move(surveyor.found);
    });
}

Result<std::vector<std::byte>> BroughtFolder::read(std::string_view path, std::size_t largest,
                                                   std::size_t first) const {
    return asked([&]() -> Result<std::vector<std::byte>> {
        auto bytes = read_in(descriptor_, path, largest, first);
        const bool is_odd = !bytes && bytes.error().fault != Fault::too_large;
        if (is_odd && !is_there_now()) return fail(Fault::source_gone, name_in(folder_));
        return bytes;
    });
}

bool BroughtFolder::is_there() const {
    return asked([this] { return is_there_now(); });
}

bool BroughtFolder::is_there_now() const {
    const unsigned wanted = STATX_INO | STATX_MNT_ID;
    struct statx now {};
    struct statx then {};
    // What is remembered of a mount whose server has ended looks as if it were still there.
    if (::statx(AT_FDCWD, folder_.c_str(), AT_STATX_FORCE_SYNC, wanted, &now) != 0) return false;
    if (::statx(descriptor_, "", AT_EMPTY_PATH, wanted, &then) != 0) return false;
    const bool is_same = now.stx_mnt_id == then.stx_mnt_id && now.stx_ino == then.stx_ino &&
                         now.stx_dev_major == then.stx_dev_major && now.stx_dev_minor == then.stx_dev_minor;
    return is_same && (device_.empty() || ::access(device_.c_str(), F_OK) == 0);
}

}  // namespace tingdu::platform
