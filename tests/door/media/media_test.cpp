#include "kiosk/platform/media/media.h"

#include <doctest/doctest.h>

using namespace tingdu;

namespace {

std::vector<std::string> folders(std::string_view table) {
    std::vector<std::string> all;
    for (const Stick& stick : platform::sticks_in(table, {"/media", "/run/media/", "/mnt"}))
        all.push_back(stick.folder);
    return all;
}

}  // namespace

TEST_CASE("what is mounted where sticks are is a stick, by its whole name") {
    CHECK(folders("36 35 8:17 / /media/张\\040三/资料\\134盘 rw,nosuid shared:1 - vfat /dev/sdb1 rw\n") ==
          std::vector<std::string>{"/media/张 三/资料\\盘"});
    CHECK(folders("41 27 8:1 / /run/media/kiosk/USB rw - exfat /dev/sdc1 rw\n"
                  "42 27 8:2 / /mnt rw - ext4 /dev/sdd1 rw\n") ==
          std::vector<std::string>{"/run/media/kiosk/USB", "/mnt"});
}

TEST_CASE("what is mounted elsewhere, deeper, or only waits for something to be mounted is none") {
    CHECK(folders("27 1 254:0 / / rw - ext4 /dev/vda rw\n"
                  "28 27 0:25 / /mnt/a/b/c rw - tmpfs none rw\n"
                  "29 27 0:26 / /mediaeval rw - tmpfs none rw\n"
                  "30 27 0:27 / /media/auto rw - autofs systemd-1 rw\n")
              .empty());
}

TEST_CASE("a table that ends in mid-line, or is none, has no stick") {
    CHECK(folders("").empty());
    CHECK(folders("36 35 8:17 / /media/usb").empty());
    CHECK(folders("\n\n - \n\\\\\\").empty());
}

TEST_CASE("what is mounted over a stick is the stick that is there") {
    const auto sticks = platform::sticks_in(
        "50 27 8:17 / /media/usb rw - vfat /dev/sdb1 rw\n"
        "51 27 8:33 / /media/usb rw - vfat /dev/sdc1 rw\n",
        {"/media"});
    CHECK(sticks == std::vector<Stick>{{51, "/media/usb"}});
}

TEST_CASE("in place of a stick that could not be mounted stands an empty folder, which says why") {
    const auto sticks = platform::sticks_in(
        "50 27 0:44 / /run/media/tingdu/sdb ro - tmpfs tingdu-unformatted ro,size=4k\n"
        "51 27 0:45 / /run/media/tingdu/sdc1 ro - tmpfs tingdu-unmountable ro,size=4k\n"
        "52 27 8:49 / /run/media/tingdu/sdd1 ro - vfat /dev/sdd1 ro\n",
        {"/run/media"});
    REQUIRE(sticks.size() == 3);
    CHECK(sticks[0].trouble == Stick::Trouble::unformatted);
    CHECK(sticks[1].trouble == Stick::Trouble::unmountable);
    CHECK_FALSE(sticks[2].trouble);
}

TEST_CASE("the mount table of this machine is read once, and then only when it changes") {
    const auto media = platform::watch_mounts({{"/nowhere"}, {}});
    CHECK_FALSE(media->take_change());
    CHECK_FALSE(media->take_change());
    // Where the table itself is, something is always mounted.
    const auto all = platform::watch_mounts({{"/proc"}, {}});
    const auto there = all->take_change();
    REQUIRE(there);
    CHECK(there->front().folder == "/proc");
    CHECK_FALSE(all->take_change());
}
