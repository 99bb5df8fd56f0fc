#include "kiosk/platform/machine/machine.h"

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

using namespace tingdu::platform;
namespace fs = std::filesystem;

namespace {

/// A machine of files, as sysfs shows one.
class Machine {
  public:
    Machine() { fs::create_directories(at("dev/input")); }
    ~Machine() { fs::remove_all(root_); }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    [[nodiscard]] std::string at(const std::string& path) const { return (root_ / path).string(); }
    void write(const std::string& path, const std::string& line) const {
        fs::create_directories(fs::path(at(path)).parent_path());
        std::ofstream(at(path)) << line << '\n';
    }
    /// `key` and `abs` as /sys/class/input/event*/device/capabilities of real devices say.
    void plug_in(int number, const std::string& name, const std::string& key, const std::string& abs,
                 const std::string& properties) const {
        const std::string device = "sys/class/input/event" + std::to_string(number) + "/device/";
        write(device + "name", name);
        write(device + "capabilities/key", key);
        write(device + "capabilities/abs", abs);
        write(device + "properties", properties);
        write("dev/input/event" + std::to_string(number), "");
    }
    /// `may_be_used`: of each thing that it can be.
    void plug_into_usb(const std::string& socket, const std::string& name, const std::string& maker,
                       const std::string& kind, std::initializer_list<bool> may_be_used,
                       const std::string& interface_class = "ff") const {
        const std::string device = "sys/bus/usb/devices/" + socket;
        write(device + "/product", name);
        write(device + "/idVendor", maker);
        write(device + "/idProduct", kind);
        int number = 0;
        for (const bool may : may_be_used) {
            const std::string part = device + ":1." + std::to_string(number++);
            write(part + "/authorized", may ? "1" : "0");
            write(part + "/bInterfaceClass", interface_class);
        }
    }

  private:
    fs::path root_ = fs::temp_directory_path() / ("tingdu-machine-" + std::to_string(::getpid()));
};

}  // namespace

TEST_CASE("what hangs on USB, might be touched and may not be used at all is named with the numbers that let it in") {
    const Machine machine;
    CHECK(shut_out_by_usb(machine.at("sys")).empty());
    machine.plug_into_usb("1-1", "Touch panel", "046d", "0825", {false, false});
    machine.plug_into_usb("1-2", "Keypad that is a network, too", "0627", "0001", {true, false});
    machine.plug_into_usb("1-3.1", "Touch panel", "046d", "0825", {false});
    machine.plug_into_usb("2-1", "", "0eef", "c000", {false});
    machine.plug_into_usb("2-2", "Built-in Bluetooth", "8087", "0aaa", {false, false}, "e0");
    CHECK(shut_out_by_usb(machine.at("sys")) == std::vector<std::string>{"Touch panel (46d/825)", "2-1 (eef/c000)"});
}

TEST_CASE("keyboards, keypads and touch screens are hands, by their numbers; mice, lids and buttons are none") {
    const Machine machine;
    machine.plug_in(0, "Power Button", "10000000000000 0", "0", "0");
    machine.plug_in(2, "ImPS/2 Generic Wheel Mouse", "70000 0 0 0 0", "0", "1");
    machine.plug_in(10, "USB touch screen", "400 0 0 0 0 0", "2608000 3", "2");
    machine.plug_in(3, "AT Translated Set 2 keyboard", "402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe",
                    "0", "0");
    machine.plug_in(4, "USB number pad", "80000000 0 0 0 0 e080ffdf01cfffff fffffffffffffffe", "0", "0");
    const auto hands = hand_devices(machine.at("sys"), machine.at("dev"));
    REQUIRE(hands.size() == 3);
    CHECK(hands[0].name == "AT Translated Set 2 keyboard");
    CHECK(hands[1].name == "USB number pad");
    CHECK(hands[1].kind == HandDevice::Kind::keys);
    CHECK(hands[2].name == "USB touch screen");
    CHECK(hands[2].kind == HandDevice::Kind::touch);
    CHECK(hands[2].opens);
}

TEST_CASE("a device that cannot be opened is there all the same") {
    const Machine machine;
    machine.plug_in(1, "USB number pad", "fffffffffffffffe", "0", "0");
    fs::remove(machine.at("dev/input/event1"));
    const auto hands = hand_devices(machine.at("sys"), machine.at("dev"));
    REQUIRE(hands.size() == 1);
    CHECK_FALSE(hands[0].opens);
}

TEST_CASE("hands are looked at once at first, and not again while nothing changes") {
    HandWatch watch;
    CHECK(watch.changed(0));
    CHECK_FALSE(watch.changed(100));
    CHECK_FALSE(watch.changed(100'000));
}

TEST_CASE("warmth is that of the hottest place, and a machine without any has none") {
    const Machine machine;
    CHECK_FALSE(hottest_celsius(machine.at("sys")));
    machine.write("sys/class/thermal/thermal_zone0/temp", "41000");
    machine.write("sys/class/thermal/thermal_zone1/temp", "67500");
    CHECK(hottest_celsius(machine.at("sys")) == 67);
}

TEST_CASE("a clock that lasts is seen") {
    const Machine machine;
    CHECK_FALSE(has_lasting_clock(machine.at("sys")));
    machine.write("sys/class/rtc/rtc0/name", "rtc_cmos");
    CHECK(has_lasting_clock(machine.at("sys")));
}

TEST_CASE("a disk has room, and what is not there can be asked for") {
    CHECK(free_bytes(fs::temp_directory_path().string()).value_or(0) > 0);
    CHECK_FALSE(free_bytes("/nowhere/at/all"));
    CHECK(may_write(fs::temp_directory_path().string()));
    CHECK_FALSE(may_write("/nowhere/at/all"));
    CHECK_FALSE(user_name().empty());
    become("nobody-of-this-name");
}
