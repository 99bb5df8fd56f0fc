#include "kiosk/platform/store/watch.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <filesystem>

#include <sys/inotify.h>
#include <unistd.h>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/store/lock.h"

namespace tingdu::platform {

LibraryWatch::LibraryWatch(const std::string& library) : events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    std::error_code error;
    const auto real = std::filesystem::weakly_canonical(library, error);
    const std::string file = error ? library : real.string();
    name_ = name_in(Lock::path_for(file));
    if (events_ >= 0) ::inotify_add_watch(events_, folder_of(file).c_str(), IN_MODIFY | IN_CLOSE_WRITE);
}

LibraryWatch::~LibraryWatch() {
    if (events_ >= 0) ::close(events_);
}

bool LibraryWatch::take_change() {
    bool has_changed = false;
    alignas(inotify_event) std::array<char, 8192> events{};
    while (events_ >= 0) {
        const ssize_t got = ::read(events_, events.data(), events.size());
        if (got <= 0) break;
        for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
            inotify_event event{};
            std::memcpy(&event, events.data() + at, sizeof event);
            const bool is_lost = (event.mask & IN_Q_OVERFLOW) != 0;
            has_changed = has_changed || is_lost || (event.len > 0 && name_ == events.data() + at + sizeof event);
            at += sizeof event + event.len;
        }
    }
    return has_changed;
}

}  // namespace tingdu::platform
