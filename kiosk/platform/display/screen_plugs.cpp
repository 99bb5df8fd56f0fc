#include "kiosk/platform/display/screen_plugs.h"

#include <algorithm>
#include <array>

#include <linux/netlink.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tingdu::platform {

ScreenPlugs::ScreenPlugs()
    : socket_(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT)) {
    if (socket_ < 0) return;
    sockaddr_nl kernel{};
    kernel.nl_family = AF_NETLINK;
    kernel.nl_groups = 1;  // what the kernel itself says
    if (::bind(socket_, reinterpret_cast<const sockaddr*>(&kernel), sizeof kernel) == 0) return;
    ::close(socket_);
    socket_ = -1;
}

ScreenPlugs::~ScreenPlugs() {
    if (socket_ >= 0) ::close(socket_);
}

bool ScreenPlugs::changed(std::int64_t now_ms) {
    std::array<char, 8192> message{};
    for (ssize_t length = 0; socket_ >= 0 && (length = ::recv(socket_, message.data(), message.size(), 0)) > 0;)
        if (is_of_screen_plug({message.data(), static_cast<std::size_t>(length)})) told_ms_ = now_ms;
    if (!told_ms_ || now_ms - *told_ms_ < settled_ms) return false;
    told_ms_.reset();
    return true;
}

bool is_of_screen_plug(std::string_view uevent) {
    bool is_drm = false;
    bool is_hotplug = false;
    while (!uevent.empty()) {
        const auto line = uevent.substr(0, uevent.find('\0'));
        is_drm = is_drm || line == "SUBSYSTEM=drm";
        is_hotplug = is_hotplug || line == "HOTPLUG=1";
        uevent.remove_prefix(std::min(uevent.size(), line.size() + 1));
    }
    return is_drm && is_hotplug;
}

}  // namespace tingdu::platform
