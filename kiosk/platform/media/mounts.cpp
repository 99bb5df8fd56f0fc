#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "kiosk/platform/media/letterbox.h"
#include "kiosk/platform/media/media.h"
#include "kiosk/platform/media/mounter.h"

namespace tingdu::platform {
namespace {

/// The next field of a line, which becomes what stands after it.
std::string_view take_field(std::string_view& line) {
    const auto end = std::min(line.find(' '), line.size());
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return field;
}

/// Spaces and their like stand in the table as a backslash and three octal digits.
std::string unescaped(std::string_view field) {
    std::string plain;
    for (std::size_t at = 0; at < field.size(); ++at) {
        unsigned code = 0;
        const char* digits = field.data() + at + 1;
        const bool escapes = field[at] == '\\' && at + 3 < field.size() &&
                             std::from_chars(digits, digits + 3, code, 8).ptr == digits + 3;
        plain += escapes ? static_cast<char>(code) : field[at];
        if (escapes) at += 3;
    }
    return plain;
}

/// /media/LABEL, /media/somebody/LABEL; what lies deeper belongs to something else.
bool is_where_sticks_are(std::string_view folder, std::string_view of) {
    while (of.ends_with('/')) of.remove_suffix(1);
    if (of.empty() || !folder.starts_with(of)) return false;
    const std::string_view way = folder.substr(of.size());
    return way.empty() || (way.front() == '/' && std::ranges::count(way, '/') <= 2);
}

/// What deploy/mount-stick names the empty folder in place of a stick that could not be mounted.
std::optional<Stick::Trouble> trouble_of(std::string_view source) {
    if (source == "tingdu-unformatted") return Stick::Trouble::unformatted;
    if (source == "tingdu-unmountable") return Stick::Trouble::unmountable;
    return std::nullopt;
}

class MountTable final : public Media {
  public:
    explicit MountTable(SystemMounts others)
        : others_(std::move(others)), table_(::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)) {}
    MountTable(const MountTable&) = delete;
    MountTable& operator=(const MountTable&) = delete;
    ~MountTable() override {
        if (table_ >= 0) ::close(table_);
    }

    std::optional<std::vector<Stick>> take_change() override {
        if (!has_changed()) return std::nullopt;
        const std::string table = read_table();
        const std::vector<Stick> found = sticks_in(table, others_.folders);
        std::vector<Stick> there;
        for (const Stick& known : there_)
            if (std::ranges::find(found, known) != found.end()) there.push_back(known);
        for (const Stick& one : found)
            if (std::ranges::find(there_, one) == there_.end()) there.push_back(one);
        if (there == there_) return std::nullopt;
        there_ = std::move(there);
        return there_;
    }

    Result<void> while_writable(const Stick& stick, const Write& write) override {
        const auto written = write(stick.folder);
        const bool is_shut = !written && written.error().fault == Fault::unwritable;
        return is_shut && !others_.letterbox.empty() ? post(others_.letterbox, stick, write) : written;
    }

  private:
    /// The kernel says so by a priority event, once for each change that was not read yet.
    bool has_changed() {
        if (table_ < 0) return false;
        if (!was_read_) return true;
        pollfd table{table_, POLLPRI, 0};
        return ::poll(&table, 1, 0) > 0;
    }

    std::string read_table() {
        was_read_ = true;
        std::string table;
        std::array<char, 16384> some{};
        if (::lseek(table_, 0, SEEK_SET) != 0) return table;
        for (ssize_t got = 0; (got = ::read(table_, some.data(), some.size())) > 0;)
            table.append(some.data(), static_cast<std::size_t>(got));
        return table;
    }

    SystemMounts others_;
    int table_;
    bool was_read_ = false;
    std::vector<Stick> there_;
};

}  // namespace

std::vector<std::string> usual_stick_folders() {
    return {"/media", "/run/media", "/mnt"};
}

std::vector<Stick> sticks_in(std::string_view mountinfo, const std::vector<std::string>& folders) {
    std::vector<Stick> sticks;
    while (!mountinfo.empty()) {
        std::string_view line = mountinfo.substr(0, mountinfo.find('\n'));
        mountinfo.remove_prefix(std::min(line.size() + 1, mountinfo.size()));
        const std::string_view number = take_field(line);
        for (int passed = 0; passed < 3; ++passed) take_field(line);  // parent, device, root
        const std::string folder = unescaped(take_field(line));
        const auto kind_at = line.find(" - ");
        if (kind_at == std::string_view::npos) continue;
        line.remove_prefix(kind_at + 3);
        if (take_field(line) == "autofs") continue;  // a place where something will be mounted
        Stick stick;
        stick.trouble = trouble_of(unescaped(take_field(line)));
        stick.folder = folder;
        std::from_chars(number.data(), number.data() + number.size(), stick.mount);
        const bool is_stick =
            std::ranges::any_of(folders, [&](const std::string& of) { return is_where_sticks_are(folder, of); });
        if (!is_stick) continue;
        std::erase_if(sticks, [&](const Stick& below) { return below.folder == folder; });  // mounted over it
        sticks.push_back(std::move(stick));
    }
    return sticks;
}

namespace {

/// Both doors as one.
class AllSticks final : public Media {
  public:
    AllSticks(SystemMounts others, const OwnMounts& own)
        : own_folder_(own.folder), table_(std::move(others)), mounter_(mount_sticks(own)) {}

    std::optional<std::vector<Stick>> take_change() override {
        auto of_others = table_.take_change();
        auto own = mounter_->take_change();
        if (!of_others && !own) return std::nullopt;
        if (of_others) {
            of_others_ = std::move(*of_others);
            std::erase_if(of_others_,
                          [&](const Stick& stick) { return is_where_sticks_are(stick.folder, own_folder_); });
        }
        if (own) own_ = std::move(*own);
        std::vector<Stick> there = of_others_;
        there.insert(there.end(), own_.begin(), own_.end());
        return there;
    }

    Result<void> while_writable(const Stick& stick, const Write& write) override {
        return stick.keeper == Stick::Keeper::kiosk ? mounter_->while_writable(stick, write)
                                                    : table_.while_writable(stick, write);
    }

  private:
    std::string own_folder_;
    MountTable table_;
    std::unique_ptr<Mounter> mounter_;
    std::vector<Stick> of_others_;
    std::vector<Stick> own_;
};

}  // namespace

std::unique_ptr<Media> watch_mounts(SystemMounts others) {
    return std::make_unique<MountTable>(std::move(others));
}

std::unique_ptr<Media> watch_and_mount(SystemMounts others, const OwnMounts& own) {
    if (own.folder.empty()) return watch_mounts(std::move(others));
    return std::make_unique<AllSticks>(std::move(others), own);
}

}  // namespace tingdu::platform
