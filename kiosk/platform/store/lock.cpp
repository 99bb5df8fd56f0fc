#include "kiosk/platform/store/lock.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/files.h"

namespace tingdu::platform {

Result<std::unique_ptr<Lock>> Lock::on(const std::string& file) {
    const int descriptor = ::open(path_for(file).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return fail(errno == ENOSPC || errno == EDQUOT ? Fault::no_space : Fault::unwritable, name_in(file));
    auto lock = std::make_unique<Lock>(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    return fail(errno == EWOULDBLOCK ? Fault::library_busy : Fault::unwritable, name_in(file));
}

Lock::~Lock() {
    ::close(descriptor_);
}

void Lock::tell() {
    (void)!::ftruncate(descriptor_, 0);
}

}  // namespace tingdu::platform
