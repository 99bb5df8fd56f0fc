#include "kiosk/platform/display/screen_plugs.h"

#include <string_view>

#include <doctest/doctest.h>

using tingdu::platform::is_of_screen_plug;
using namespace std::string_view_literals;

TEST_CASE("the kernel's word of a screen that is plugged is known from all else that it tells") {
    CHECK(
        is_of_screen_plug("change@/devices/pci0000:00/0000:00:02.0/drm/card0\0ACTION=change\0"
                          "SUBSYSTEM=drm\0HOTPLUG=1\0DEVNAME=dri/card0\0SEQNUM=2071\0"sv));
    CHECK(is_of_screen_plug("SUBSYSTEM=drm\0HOTPLUG=1"sv));
    CHECK_FALSE(is_of_screen_plug("change@/devices/x\0SUBSYSTEM=drm\0LEASE=1\0"sv));
    CHECK_FALSE(is_of_screen_plug("add@/devices/usb1\0SUBSYSTEM=usb\0HOTPLUG=1\0"sv));
    CHECK_FALSE(is_of_screen_plug("change@/x\0NAME=SUBSYSTEM=drm\0HOTPLUG=12\0"sv));
    CHECK_FALSE(is_of_screen_plug(""sv));
    CHECK_FALSE(is_of_screen_plug("\0\0\0"sv));
}
