#include "tests/door/store/failing_disk.h"

#include <cerrno>
#include <cstdarg>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace tingdu::tests {
namespace {

int calls_left = -1;
bool has_failed = false;
Failure failure_wanted{};

bool fails_now() {
    if (calls_left < 0 || calls_left-- > 0) return false;
    has_failed = true;
    if (failure_wanted == Failure::no_power) ::_exit(power_failed);
    errno = failure_wanted == Failure::full ? ENOSPC : EIO;
    return true;
}

template <class Call>
Call* real(const char* name) {
    return reinterpret_cast<Call*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

void fail_after(int calls, Failure failure) {
    calls_left = calls;
    failure_wanted = failure;
    has_failed = false;
}

bool stop_failing() {
    calls_left = -1;
    return has_failed;
}

}  // namespace tingdu::tests

using tingdu::tests::fails_now;
using tingdu::tests::real;

extern "C" {

int open(const char* path, int flags, ...) {
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
    }
    static auto* const call = real<int(const char*, int, mode_t)>("open");
    return fails_now() ? -1 : call(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    mode_t mode = 0;
    if ((flags & O_CREAT) != 0) {
        va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
    }
    static auto* const call = real<int(const char*, int, mode_t)>("open64");
    return fails_now() ? -1 : call(path, flags, mode);
}

/// Half of it gets through where the disk is full or the power fails.
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
    static auto* const call = real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    if (tingdu::tests::calls_left == 0) (void)call(file, bytes, size / 2, at);
    return fails_now() ? -1 : call(file, bytes, size, at);
}

ssize_t write(int file, const void* bytes, size_t size) {
    static auto* const call = real<ssize_t(int, const void*, size_t)>("write");
    if (tingdu::tests::calls_left == 0) (void)call(file, bytes, size / 2);
    return fails_now() ? -1 : call(file, bytes, size);
}

int fsync(int file) {
    static auto* const call = real<int(int)>("fsync");
    return fails_now() ? -1 : call(file);
}

int fdatasync(int file) {
    static auto* const call = real<int(int)>("fdatasync");
    return fails_now() ? -1 : call(file);
}

int ftruncate(int file, off_t size) noexcept {
    static auto* const call = real<int(int, off_t)>("ftruncate");
    return fails_now() ? -1 : call(file, size);
}

int ftruncate64(int file, off64_t size) noexcept {
    static auto* const call = real<int(int, off64_t)>("ftruncate64");
    return fails_now() ? -1 : call(file, size);
}

int unlink(const char* path) noexcept {
    static auto* const call = real<int(const char*)>("unlink");
    return fails_now() ? -1 : call(path);
}
}
