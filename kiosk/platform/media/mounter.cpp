#include "kiosk/platform/media/mounter.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include <blkid/blkid.h>
#include <fcntl.h>
#include <libmount/libmount.h>
#include <sys/mount.h>
#include <unistd.h>

#include "kiosk/base/file_name.h"

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// A stick is seen within a second; to look costs a fraction of a millisecond.
constexpr auto looked_every = 400ms;
/// A device that hangs is not waited for when the kiosk ends.
constexpr auto patience_at_end = 2s;

std::string line_in(const fs::path& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

std::uint64_t number_in(const fs::path& file) {
    const std::string line = line_in(file);
    std::uint64_t number = 0;
    std::from_chars(line.data(), line.data() + line.size(), number);
    return number;
}

bool is_mounted(const std::string& device) {
    libmnt_table* table = ::mnt_new_table_from_file("/proc/self/mountinfo");
    const bool is = table && ::mnt_table_find_srcpath(table, device.c_str(), MNT_ITER_BACKWARD) != nullptr;
    ::mnt_unref_table(table);
    return is;
}

/// What a device holds, as its superblock says.
struct FileSystem {
    std::string kind;
    std::string label;
};

tl::expected<FileSystem, Stick::Trouble> probe(const std::string& device) {
    const std::unique_ptr<std::remove_pointer_t<blkid_probe>, decltype(&::blkid_free_probe)> probe(
        ::blkid_new_probe_from_filename(device.c_str()), &::blkid_free_probe);
    if (!probe) return tl::unexpected(Stick::Trouble::unmountable);
    ::blkid_probe_enable_superblocks(probe.get(), 1);
    ::blkid_probe_set_superblocks_flags(probe.get(), BLKID_SUBLKS_TYPE | BLKID_SUBLKS_LABEL);
    const int found = ::blkid_do_safeprobe(probe.get());
    const auto value = [&](const char* name) {
        const char* text = nullptr;
        return ::blkid_probe_lookup_value(probe.get(), name, &text, nullptr) == 0 && text ? std::string(text)
                                                                                          : std::string();
    };
    if (found != 0) return tl::unexpected(found == 1 ? Stick::Trouble::unformatted : Stick::Trouble::unmountable);
    FileSystem it{value("TYPE"), value("LABEL")};
    if (it.kind.empty()) return tl::unexpected(Stick::Trouble::unformatted);
    return it;
}

enum class Access { read, write };
constexpr std::string_view no_links = ",nosymfollow";

/// Nothing on a stick is run, opened as a device or followed as a link; while it is only read, not even a journal is
/// played back.
std::string options_for(const std::string& kind, Access access) {
    std::string options = "nosuid,nodev,noexec" + std::string(no_links);
    options += access == Access::read ? ",ro" : ",rw";
    const bool has_journal = kind == "ext3" || kind == "ext4";
    if (access == Access::read && has_journal) options += ",noload";
    if (kind == "vfat") options += ",utf8=1";
    if (kind == "exfat" || kind == "ntfs3") options += ",iocharset=utf8";
    return options;
}

/// What a helper that knows no such option has mounted.
bool follows_no_links(const std::string& folder) {
    mount_attr change{};
    change.attr_set = MOUNT_ATTR_NOSYMFOLLOW;
    return ::mount_setattr(AT_FDCWD, folder.c_str(), AT_SYMLINK_NOFOLLOW, &change, sizeof change) == 0;
}

bool try_to_mount(const std::string& device, const std::string& kind, const std::string& folder,
                  const std::string& options) {
    libmnt_context* context = ::mnt_new_context();
    if (!context) return false;
    ::mnt_context_force_unrestricted(context);
    ::mnt_context_disable_mtab(context, 1);
    ::mnt_context_set_source(context, device.c_str());
    ::mnt_context_set_target(context, folder.c_str());
    ::mnt_context_set_fstype(context, kind.c_str());
    ::mnt_context_set_options(context, options.c_str());
    const int done = ::mnt_context_mount(context);
    const bool is_well = done == 0 && ::mnt_context_get_status(context) == 1;
    ::mnt_free_context(context);
    return is_well;
}

bool mount_on(const std::string& device, const std::string& kind, const std::string& folder, Access access) {
    // The kernel knows NTFS by a name of its own; where it does not know it, a helper may.
    const bool is_ntfs = kind == "ntfs";
    if (try_to_mount(device, is_ntfs ? "ntfs3" : kind, folder, options_for(is_ntfs ? "ntfs3" : kind, access)))
        return true;
    if (!is_ntfs) return false;
    std::string options = options_for(kind, access);
    options.erase(options.find(no_links), no_links.size());
    if (!try_to_mount(device, "ntfs-3g", folder, options)) return false;
    if (follows_no_links(folder)) return true;
    (void)::umount2(folder.c_str(), MNT_DETACH | UMOUNT_NOFOLLOW);
    return false;
}

/// A stick or a partition of one, from when it is plugged in until it is pulled.
struct Known {
    BlockDevice device;
    Stick stick;
    std::string kind;
    bool is_mounted = false;
};

/// What the thread and the kiosk share; it outlives both.
struct Shared {
    explicit Shared(OwnMounts own_mounts) : own(std::move(own_mounts)) {}
    const OwnMounts own;

    std::mutex devices_mutex;  ///< held while something is mounted: by the thread, or by who writes
    std::vector<Known> known;
    std::uint64_t plugged = std::uint64_t{1} << 32U;  // mounts of the system have smaller numbers

    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Stick> there;
    bool has_news = false;
    bool is_to_end = false;
    bool has_ended = false;
};

/// All that the thread does.
class Caretaker {
  public:
    explicit Caretaker(Shared& shared) : shared_(shared) {}

    void work() {
        let_go_of_what_was_left();
        while (true) {
            {
                const std::scoped_lock lock(shared_.devices_mutex);
                look();
            }
            std::unique_lock lock(shared_.mutex);
            if (shared_.changed.wait_for(lock, looked_every, [&] { return shared_.is_to_end; })) break;
        }
        const std::scoped_lock lock(shared_.devices_mutex);
        for (Known& each : shared_.known) let_go(each);
    }

  private:
    /// A kiosk that ended of a sudden has left its sticks where it had mounted them.
    void let_go_of_what_was_left() const {
        std::error_code ignored;
        for (const auto& each : fs::directory_iterator(shared_.own.folder, ignored)) {
            (void)::umount2(each.path().c_str(), MNT_DETACH | UMOUNT_NOFOLLOW);
            (void)::rmdir(each.path().c_str());
        }
    }

    static void let_go(Known& each) {
        if (each.is_mounted) (void)::umount2(each.stick.folder.c_str(), MNT_DETACH | UMOUNT_NOFOLLOW);
        (void)::rmdir(each.stick.folder.c_str());
        each.is_mounted = false;
    }

    void look() {
        const auto devices = block_devices("/sys", shared_.own.devices);
        bool has_changed = false;
        std::erase_if(shared_.known, [&](Known& each) {
            if (std::ranges::find(devices, each.device) != devices.end()) return false;
            let_go(each);
            return has_changed = true;
        });
        for (const BlockDevice& device : devices) {
            const bool is_known = std::ranges::find(shared_.known, device, &Known::device) != shared_.known.end();
            if (is_known) continue;
            // What somebody else has mounted is theirs, and seen in the mount table.
            if (is_mounted("/dev/" + device.name)) continue;
            if (auto fresh = take_in(device)) {
                shared_.known.push_back(std::move(*fresh));
                has_changed = true;
            }
        }
        if (has_changed) tell();
    }

    std::optional<Known> take_in(const BlockDevice& device) {
        const std::string path = "/dev/" + device.name;
        if (::access(path.c_str(), R_OK) != 0) return std::nullopt;  // its node may come a moment later
        Known it{
            device, {++shared_.plugged, shared_.own.folder + "/" + device.name, Stick::Keeper::kiosk, {}}, {}, false};
        const auto found = probe(path);
        if (!found) {
            it.stick.trouble = found.error();
            return it;
        }
        it.kind = found->kind;
        it.stick.folder = free_folder(folder_name(found->label.empty() ? device.name : found->label));
        std::error_code error;
        fs::create_directories(it.stick.folder, error);
        it.is_mounted = !error && mount_on(path, it.kind, it.stick.folder, Access::read);
        if (!it.is_mounted) it.stick.trouble = Stick::Trouble::unmountable;
        return it;
    }

    [[nodiscard]] std::string free_folder(const std::string& name) const {
        const auto is_taken = [&](const std::string& folder) {
            return std::ranges::any_of(shared_.known, [&](const Known& each) { return each.stick.folder == folder; });
        };
        std::string folder = shared_.own.folder + "/" + name;
        for (int number = 2; is_taken(folder); ++number)
            folder = shared_.own.folder + "/" + name + "-" + std::to_string(number);
        return folder;
    }

    /// Beside a part that can be read, one that cannot is nobody's trouble; of several that cannot, one is told of.
    void tell() {
        std::set<std::string> told;
        std::vector<Stick> there;
        for (const Known& each : shared_.known)
            if (!each.stick.trouble) {
                there.push_back(each.stick);
                told.insert(each.device.disk);
            }
        for (const Known& each : shared_.known)
            if (each.stick.trouble && told.insert(each.device.disk).second) there.push_back(each.stick);
        std::ranges::sort(there, {}, &Stick::mount);
        const std::scoped_lock lock(shared_.mutex);
        shared_.there = std::move(there);
        shared_.has_news = true;
    }

    Shared& shared_;
};

class OwnMounter final : public Mounter {
  public:
    explicit OwnMounter(const OwnMounts& own) : shared_(std::make_shared<Shared>(own)) {
        std::thread([shared = shared_] {
            Caretaker(*shared).work();
            const std::scoped_lock lock(shared->mutex);
            shared->has_ended = true;
            shared->changed.notify_all();
        }).detach();
    }
    OwnMounter(const OwnMounter&) = delete;
    OwnMounter& operator=(const OwnMounter&) = delete;
    ~OwnMounter() override {
        std::unique_lock lock(shared_->mutex);
        shared_->is_to_end = true;
        shared_->changed.notify_all();
        shared_->changed.wait_for(lock, patience_at_end, [&] { return shared_->has_ended; });
    }

    std::optional<std::vector<Stick>> take_change() override {
        const std::scoped_lock lock(shared_->mutex);
        if (!std::exchange(shared_->has_news, false)) return std::nullopt;
        return shared_->there;
    }

    Result<void> while_writable(const Stick& stick, const Media::Write& write) override {
        const std::scoped_lock lock(shared_->devices_mutex);
        const auto refused = fail(Fault::unwritable, name_in(stick.folder));
        const auto it =
            std::ranges::find_if(shared_->known, [&](const Known& each) { return each.stick.mount == stick.mount; });
        if (it == shared_->known.end() || !it->is_mounted) return refused;
        const char* const folder = stick.folder.c_str();
        // Nobody reads from it any more. Mounted anew and not remounted, because some file systems only know that.
        if (::umount2(folder, UMOUNT_NOFOLLOW) != 0) return refused;
        it->is_mounted = false;
        if (!mount_on("/dev/" + it->device.name, it->kind, stick.folder, Access::write)) return refused;
        const auto written = write(stick.folder);
        // All that was written is on the stick when this returns.
        if (::umount2(folder, UMOUNT_NOFOLLOW) != 0) (void)::umount2(folder, MNT_DETACH | UMOUNT_NOFOLLOW);
        return written;
    }

  private:
    std::shared_ptr<Shared> shared_;
};

}  // namespace

std::vector<BlockDevice> block_devices(const std::string& sys, OwnMounts::Devices devices) {
    std::vector<BlockDevice> found;
    std::error_code error;
    for (const auto& each : fs::directory_iterator(sys + "/class/block", error)) {
        std::error_code ignored;
        const fs::path device = fs::canonical(each.path(), ignored);
        if (ignored || number_in(device / "size") == 0) continue;
        const bool is_part = fs::exists(device / "partition", ignored);
        const fs::path disk = is_part ? device.parent_path() : device;
        const std::string disk_name = disk.filename().string();
        const bool is_loop = disk_name.starts_with("loop");
        // Large sticks say that they cannot be taken out, and hang on USB all the same.
        const bool is_removable =
            number_in(disk / "removable") == 1 || device.string().find("/usb") != std::string::npos;
        if (is_loop ? devices != OwnMounts::Devices::loops_too : !is_removable) continue;
        const bool has_parts =
            !is_part && std::ranges::any_of(fs::directory_iterator(disk, ignored), [](const auto& in) {
                std::error_code none;
                return fs::exists(in.path() / "partition", none);
            });
        if (has_parts) continue;
        found.push_back({device.filename().string(), disk_name, number_in(disk / "diskseq")});
    }
    std::ranges::sort(found, {}, &BlockDevice::name);
    return found;
}

std::string folder_name(std::string_view label) {
    constexpr std::size_t longest = 64;
    std::string name;
    for (const char c : label) {
        const auto byte = static_cast<unsigned char>(c);
        name += byte < 0x20 || byte == 0x7F || c == '/' || c == '\\' ? '_' : c;
    }
    while (name.size() > longest) {
        name.pop_back();
        // Never half a character.
        while (!name.empty() && (static_cast<unsigned char>(name.back()) & 0xC0U) == 0x80U) name.pop_back();
    }
    while (name.ends_with(' ')) name.pop_back();
    return name.empty() || name.starts_with('.') ? "_" + name : name;
}

std::unique_ptr<Mounter> mount_sticks(const OwnMounts& own) {
    return std::make_unique<OwnMounter>(own);
}

}  // namespace tingdu::platform
