#include "kiosk/platform/files/reading.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::platform {

Fault fault_of_errno() {
    return errno == ENOENT || errno == ENOTDIR || errno == ELOOP ? Fault::missing : Fault::unreadable;
}

Result<std::size_t> size_of(const Descriptor& file, const std::string& path) {
    if (file.number() < 0) return fail(fault_of_errno(), name_in(path));
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return fail(Fault::unreadable, name_in(path));
    if (S_ISDIR(status.st_mode)) return fail(Fault::is_directory, name_in(path));
    if (!S_ISREG(status.st_mode)) return fail(Fault::unreadable, name_in(path));
    return static_cast<std::size_t>(status.st_size);
}

Result<std::vector<std::byte>> read_open(const Descriptor& file, const std::string& path, std::size_t largest,
                                         std::size_t first) {
    const auto size = size_of(file, path);
    if (!size) return tl::unexpected(size.error());
    if (*size > largest) return fail(Fault::too_large, name_in(path));
    struct stat before {};
    (void)::fstat(file.number(), &before);
    std::vector<std::byte> bytes(std::min(*size, first));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(Fault::unreadable, name_in(path));
        if (got == 0) break;  // it has become shorter since it was opened
        filled += static_cast<std::size_t>(got);
    }
    struct stat after {};
    const bool is_same = ::fstat(file.number(), &after) == 0 && after.st_size == before.st_size &&
                         after.st_mtim.tv_sec == before.st_mtim.tv_sec &&
                         after.st_mtim.tv_nsec == before.st_mtim.tv_nsec;
    if (!is_same || filled < bytes.size()) return fail(Fault::changing, name_in(path));
    return bytes;
}

Result<std::vector<std::byte>> read_in(int at, std::string_view path, std::size_t largest, std::size_t first) {
    Descriptor folder(::openat(at, ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    for (std::size_t begin = 0;;) {
        if (folder.number() < 0) return fail(fault_of_errno(), name_in(path));
        const std::size_t end = path.find('/', begin);
        const std::string part(path.substr(begin, end - begin));
        if (part.empty() || part == "." || part == "..") return fail(Fault::missing, name_in(path));
        const int way = O_NOFOLLOW | O_CLOEXEC;
        if (end == std::string_view::npos)
            return read_open(
                Descriptor(::openat(folder.number(), part.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | way)), part,
                largest, first);
        folder = Descriptor(::openat(folder.number(), part.c_str(), O_PATH | O_DIRECTORY | way));
        begin = end + 1;
    }
}

}  // namespace tingdu::platform
