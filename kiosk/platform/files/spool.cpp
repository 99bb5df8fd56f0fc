#include "kiosk/platform/files/spool.h"

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace tingdu::platform {

std::unique_ptr<Spool> Spool::in(const std::string& folder) {
    int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        // Not every file system has files without a name.
        std::string name = folder + "/.tingdu-XXXXXX";
        descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor >= 0) ::unlink(name.c_str());
    }
    return descriptor < 0 ? nullptr : std::make_unique<Spool>(descriptor);
}

Spool::~Spool() {
    ::close(descriptor_);
}

std::optional<std::uint64_t> Spool::put(std::span<const std::byte> bytes) {
    const std::uint64_t begin = end_;
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t written =
            ::pwrite(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(begin + done));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return std::nullopt;
        done += static_cast<std::size_t>(written);
    }
    end_ += bytes.size();
    return begin;
}

std::optional<std::vector<std::byte>> Spool::get(std::uint64_t at, std::size_t size) const {
    std::vector<std::byte> bytes(size);
    for (std::size_t done = 0; done < size;) {
        const ssize_t got = ::pread(descriptor_, bytes.data() + done, size - done, static_cast<off_t>(at + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return std::nullopt;
        done += static_cast<std::size_t>(got);
    }
    return bytes;
}

}  // namespace tingdu::platform
