#include "kiosk/platform/media/mounter.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>

#include <doctest/doctest.h>
#include <unistd.h>

#include "tests/support/program.h"

using namespace tingdu;
using platform::OwnMounts;
namespace fs = std::filesystem;

namespace {

/// A /sys with a stick of two parts, a card reader without a card, a stick that says that it stays, a fixed disk and an
/// image.
class Sys {
  public:
    Sys() {
        device("pci/usb1/sdb", "1", "32768");
        device("pci/usb1/sdb/sdb1", "", "8192", "1");
        device("pci/usb1/sdb/sdb2", "", "8192", "2");
        device("pci/usb1/sdc", "1", "0");
        device("pci/usb2/sdd", "0", "4096");
        device("pci/ata1/sda", "0", "99999");
        device("pci/ata1/sda/sda1", "", "9999", "1");
        device("pci/mmc/mmcblk0", "1", "4096");
        device("virtual/block/loop0", "0", "4096");
    }
    [[nodiscard]] std::string names(OwnMounts::Devices devices) const {
        std::string all;
        for (const auto& each : platform::block_devices(scratch_.at(""), devices))
            all += each.name + "(" + each.disk + " " + std::to_string(each.seen) + ") ";
        return all;
    }

  private:
    void device(const std::string& path, const std::string& removable, const std::string& size,
                const std::string& partition = {}) const {
        const fs::path folder = scratch_.at("devices/" + path);
        fs::create_directories(folder);
        const auto put = [&](const char* name, const std::string& text) {
            if (!text.empty()) std::ofstream(folder / name) << text << "\n";
        };
        put("size", size);
        put("removable", removable);
        put("partition", partition);
        if (partition.empty()) put("diskseq", "7");
        fs::create_directories(scratch_.at("class/block"));
        fs::create_directory_symlink(folder, scratch_.at("class/block/" + folder.filename().string()));
    }

    support::Scratch scratch_;
};

/// What becomes true within some seconds; the door has a thread of its own, and no clock but the machine's.
bool comes_true(const std::function<bool()>& it) {
    for (int i = 0; i < 400; ++i) {
        if (it()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
    }
    return false;
}

}  // namespace

TEST_CASE("a stick is its parts, or itself where it has none; readers without a card and fixed disks are none") {
    const Sys sys;
    CHECK(sys.names(OwnMounts::Devices::removable) == "mmcblk0(mmcblk0 7) sdb1(sdb 7) sdb2(sdb 7) sdd(sdd 7) ");
    CHECK(sys.names(OwnMounts::Devices::loops_too) ==
          "loop0(loop0 7) mmcblk0(mmcblk0 7) sdb1(sdb 7) sdb2(sdb 7) sdd(sdd 7) ");
}

TEST_CASE("a file system's name is a folder's, and leads nowhere else") {
    CHECK(platform::folder_name("社区资料") == "社区资料");
    CHECK(platform::folder_name("../../etc") == "_.._.._etc");
    CHECK(platform::folder_name("") == "_");
    CHECK(platform::folder_name(".") == "_.");
    CHECK(platform::folder_name("a\nb ") == "a_b");
    CHECK(platform::folder_name(std::string(40, 'a') + "资资资资资资资资资资资资").size() <= 64);
}

// The rest takes the right to mount, and an image of a stick in a loop device.
TEST_CASE("an image is mounted read-only, written once, and let go of; an empty one is told of") {
    if (::geteuid() != 0 || std::system("losetup --find >/dev/null 2>&1 && command -v mkfs.ext4 >/dev/null") != 0) {
        MESSAGE("not tried here: no right to mount, or no loop devices");
        return;
    }
    const support::Scratch scratch;
    const auto image = [&](const std::string& name) {
        fs::resize_file(scratch.write(name, ""), std::uintmax_t{8} << 20U);
        return scratch.at(name);
    };
    const std::string good = image("good.img");
    REQUIRE(std::system(("mkfs.ext4 -q -L 资料 '" + good + "'").c_str()) == 0);
    const auto attach = [&](const std::string& file) {
        (void)std::system(("losetup --find --show '" + file + "' > '" + scratch.at("loop") + "'").c_str());
        std::string device = support::contents(scratch.at("loop"));
        if (!device.empty()) device.pop_back();
        return device;
    };
    const std::string of_good = attach(good);
    const std::string tried = scratch.at("tried");
    fs::create_directory(tried);
    const std::string mount = "mount -o ro " + of_good + " '" + tried + "' 2>/dev/null && umount '" + tried + "'";
    if (of_good.empty() || std::system(mount.c_str()) != 0) {
        if (!of_good.empty()) (void)std::system(("losetup --detach " + of_good).c_str());
        MESSAGE("not tried here: a container that may not mount");
        return;
    }
    const auto mounter = platform::mount_sticks({scratch.at("sticks"), OwnMounts::Devices::loops_too});
    const std::string of_empty = attach(image("empty.img"));
    std::optional<Stick> stick;
    bool is_empty_told = false;
    bool is_gone = false;
    const auto look = [&] {
        const auto there = mounter->take_change();
        if (!there) return;
        is_gone = true;
        for (const Stick& each : *there) {
            if (each.folder.starts_with(scratch.at("sticks/资料"))) {
                stick = each;
                is_gone = false;
            }
            is_empty_told = is_empty_told ||
                            (each.trouble == Stick::Trouble::unformatted &&
                             of_empty.ends_with(platform::folder_name(each.folder.substr(each.folder.rfind('/') + 1))));
        }
    };
    CHECK(comes_true([&] { return look(), stick && is_empty_told; }));
    REQUIRE(stick);
    CHECK(fs::exists(stick->folder + "/lost+found"));
    CHECK_FALSE(std::ofstream(stick->folder + "/a.txt").good());
    const auto written = mounter->while_writable(*stick, [&](const std::string&) -> Result<void> {
        std::ofstream(stick->folder + "/a.txt") << "回执";
        return {};
    });
    CHECK(written.has_value());
    CHECK_FALSE(fs::exists(stick->folder + "/lost+found"));  // it may be taken out
    CHECK_FALSE(mounter->while_writable(*stick, [](const std::string&) -> Result<void> { return {}; }).has_value());
    (void)std::system(("losetup --detach " + of_good + " " + of_empty).c_str());
    CHECK(comes_true([&] { return look(), is_gone; }));
    CHECK(std::system(("debugfs -R 'cat a.txt' '" + good + "' 2>/dev/null | grep -q 回执").c_str()) == 0);
}
