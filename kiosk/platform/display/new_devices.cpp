#include "kiosk/platform/display/new_devices.h"

#include <array>

#include <sys/inotify.h>
#include <unistd.h>

namespace tingdu::platform {

NewDevices::NewDevices() : watch_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (watch_ >= 0) ::inotify_add_watch(watch_, "/dev/input", IN_CREATE);
}

NewDevices::~NewDevices() {
    if (watch_ >= 0) ::close(watch_);
}

bool NewDevices::came() const {
    alignas(inotify_event) std::array<char, 4096> letters;
    bool any = false;
    while (watch_ >= 0 && ::read(watch_, letters.data(), letters.size()) > 0) any = true;
    return any;
}

}  // namespace tingdu::platform
