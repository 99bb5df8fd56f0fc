#include "kiosk/platform/machine/machine.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <grp.h>
#include <linux/input-event-codes.h>
#include <pwd.h>
#include <sys/inotify.h>
#include <sys/statvfs.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;

std::string first_line(const fs::path& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

/// A set of numbers as sysfs writes it: words of the kernel's size in hexadecimal, the highest first.
class Bits {
  public:
    explicit Bits(const std::string& written) {
        std::istringstream words(written);
        for (std::string word; words >> word;) words_.insert(words_.begin(), std::strtoul(word.c_str(), nullptr, 16));
    }
    [[nodiscard]] bool has(unsigned number) const {
        constexpr unsigned wide = sizeof(unsigned long) * 8;
        return number / wide < words_.size() && (words_[number / wide] >> (number % wide) & 1U) != 0;
    }

  private:
    std::vector<unsigned long> words_;
};

std::optional<HandDevice::Kind> kind_of(const fs::path& device) {
    const Bits keys(first_line(device / "capabilities/key"));
    const Bits places(first_line(device / "capabilities/abs"));
    const Bits properties(first_line(device / "properties"));
    // As udev tells them apart (systemd, udev-builtin-input_id.c): what points at the screen itself is touched there.
    const bool is_touched = keys.has(BTN_TOUCH) && (places.has(ABS_X) || places.has(ABS_MT_POSITION_X));
    if (is_touched && (properties.has(INPUT_PROP_DIRECT) || !keys.has(BTN_TOOL_FINGER))) return HandDevice::Kind::touch;
    constexpr std::array of_keypads = {KEY_ENTER, KEY_KPENTER, KEY_1, KEY_KP1, KEY_A, KEY_SPACE, KEY_UP, KEY_F1};
    const bool has_keys = std::any_of(of_keypads.begin(), of_keypads.end(),
                                      [&](int key) { return keys.has(static_cast<unsigned>(key)); });
    return has_keys ? std::optional(HandDevice::Kind::keys) : std::nullopt;
}

/// Only opening tells: rights may allow what a service's fence forbids.
bool opens(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file >= 0) ::close(file);
    return file >= 0;
}

/// event0, event1, event10: by their numbers.
std::vector<int> numbers_of_events(const fs::path& folder) {
    constexpr std::string_view event = "event";
    std::vector<int> numbers;
    std::error_code error;
    for (auto each = fs::directory_iterator(folder, error); !error && each != fs::directory_iterator();
         each.increment(error)) {
        const std::string name = each->path().filename().string();
        if (name.starts_with(event)) numbers.push_back(std::atoi(name.c_str() + event.size()));
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

}  // namespace

std::vector<HandDevice> hand_devices(const std::string& sys, const std::string& dev) {
    std::vector<HandDevice> devices;
    const fs::path all = fs::path(sys) / "class/input";
    for (const int number : numbers_of_events(all)) {
        const std::string event = "event" + std::to_string(number);
        const fs::path device = all / event / "device";
        if (const auto kind = kind_of(device))
            devices.push_back({first_line(device / "name"), *kind, opens(dev + "/input/" + event)});
    }
    return devices;
}

std::vector<std::string> shut_out_by_usb(const std::string& sys) {
    constexpr std::string_view of_its_maker = "ff";
    constexpr std::string_view of_no_kind = "00";
    const fs::path all = fs::path(sys) / "bus/usb/devices";
    std::set<std::string> in;
    std::set<std::string> shut;
    std::error_code error;
    for (auto each = fs::directory_iterator(all, error); !error && each != fs::directory_iterator();
         each.increment(error)) {
        const std::string part = each->path().filename().string();
        const auto colon = part.find(':');
        if (colon == std::string::npos) continue;  // the thing itself, not one of the things that it can be
        const std::string device = part.substr(0, colon);
        const std::string kind = first_line(each->path() / "bInterfaceClass");
        if (first_line(each->path() / "authorized") != "0")
            in.insert(device);
        else if (kind == of_its_maker || kind == of_no_kind)
            shut.insert(device);
    }
    std::vector<std::string> names;
    for (const std::string& device : shut) {
        if (in.contains(device)) continue;  // a keypad that could also be something else
        const auto without_zeros = [&](const char* file) {
            const std::string number = first_line(all / device / file);
            return number.substr(std::min(number.find_first_not_of('0'), number.size()));
        };
        const std::string product = first_line(all / device / "product");
        std::string name = (product.empty() ? device : product) + " (" + without_zeros("idVendor") + "/" +
                           without_zeros("idProduct") + ")";
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return names;
}

HandWatch::HandWatch() : watch_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    // Where there is no such folder, or no leave to watch it, nothing ever comes.
    if (watch_ >= 0) ::inotify_add_watch(watch_, "/dev/input", IN_CREATE | IN_DELETE | IN_ATTRIB);
}

HandWatch::~HandWatch() {
    if (watch_ >= 0) ::close(watch_);
}

std::optional<std::vector<HandDevice>> HandWatch::changed(std::int64_t now_ms) {
    constexpr std::int64_t settled_ms = 1000;
    alignas(inotify_event) std::array<char, 4096> letters;
    bool any = false;
    while (watch_ >= 0 && ::read(watch_, letters.data(), letters.size()) > 0) any = true;
    if (any) look_at_ms_ = now_ms + settled_ms;
    const bool is_due = look_at_ms_ && now_ms >= *look_at_ms_;
    if (has_looked_ && !is_due) return std::nullopt;
    has_looked_ = true;
    look_at_ms_.reset();
    return hand_devices();
}

std::optional<std::uint64_t> free_bytes(const std::string& folder) {
    struct statvfs disk {};
    if (::statvfs(folder.c_str(), &disk) != 0) return std::nullopt;
    return std::uint64_t{disk.f_bavail} * disk.f_frsize;
}

bool may_write(const std::string& path) {
    return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

std::optional<int> hottest_celsius(const std::string& sys) {
    std::optional<int> hottest;
    std::error_code error;
    for (auto each = fs::directory_iterator(fs::path(sys) / "class/thermal", error);
         !error && each != fs::directory_iterator(); each.increment(error)) {
        const std::string thousandths = first_line(each->path() / "temp");
        if (!thousandths.empty()) hottest = std::max(hottest.value_or(-273), std::atoi(thousandths.c_str()) / 1000);
    }
    return hottest;
}

bool has_lasting_clock(const std::string& sys) {
    std::error_code error;
    const auto clocks = fs::directory_iterator(fs::path(sys) / "class/rtc", error);
    return !error && clocks != fs::directory_iterator();
}

std::vector<std::string> system_versions(const std::string& os_release) {
    std::vector<std::string> names;
    std::ifstream file(os_release);
    constexpr std::string_view mark = "PRETTY_NAME=";
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(mark)) continue;
        std::string name = line.substr(mark.size());
        std::erase(name, '"');
        names.push_back(std::move(name));
    }
    utsname kernel{};
    if (::uname(&kernel) == 0) names.push_back(std::string(kernel.sysname) + " " + kernel.release);
    return names;
}

std::string user_name() {
    const struct passwd* user = ::getpwuid(::geteuid());
    return user ? user->pw_name : std::to_string(::geteuid());
}

void become(const std::string& user) {
    const struct passwd* found = ::geteuid() == 0 ? ::getpwnam(user.c_str()) : nullptr;
    if (!found) return;
    const bool has_become =
        ::initgroups(user.c_str(), found->pw_gid) == 0 && ::setgid(found->pw_gid) == 0 && ::setuid(found->pw_uid) == 0;
    if (!has_become) std::abort();  // half of two users is nobody's business
}

}  // namespace tingdu::platform
