#include "kiosk/platform/store/store.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "kiosk/platform/files/files.h"

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "tingdu library 1\n";
constexpr std::size_t largest_pointer = 4096;
constexpr std::string_view unfinished = ".part";

tl::unexpected<Error> fail_for_errno(const std::string& library) {
    return fail(errno == ENOSPC || errno == EDQUOT ? Fault::no_space : Fault::unwritable, name_in(library));
}

std::string folder_of_edition(const std::string& library, unsigned number) {
    return library + "." + std::to_string(number);
}

std::optional<unsigned> number_in(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
    return number;
}

/// What lies beside FILE and bears its name.
struct Beside {
    std::vector<unsigned> editions;  ///< whole, the youngest first
    std::vector<std::string> left_behind;
};

Beside look_beside(const std::string& library) {
    Beside beside;
    const std::string prefix = name_in(library) + ".";
    std::error_code error;
    for (fs::directory_iterator at(folder_of(library), error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (!name.starts_with(prefix)) continue;
        std::string_view rest = std::string_view(name).substr(prefix.size());
        std::error_code ignored;
        const bool is_folder = at->is_directory(ignored) && !at->is_symlink(ignored);
        if (const auto number = number_in(rest); number && is_folder) beside.editions.push_back(*number);
        const bool ends_unfinished = rest.ends_with(unfinished);
        if (ends_unfinished) rest.remove_suffix(unfinished.size());
        if (ends_unfinished && is_folder && number_in(rest)) beside.left_behind.push_back(at->path().string());
    }
    std::sort(beside.editions.rbegin(), beside.editions.rend());
    return beside;
}

std::vector<unsigned> numbers_in(std::span<const std::byte> bytes) {
    std::string_view pointer(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::vector<unsigned> numbers;
    if (!pointer.starts_with(first_line)) return numbers;
    pointer.remove_prefix(first_line.size());
    while (!pointer.empty()) {
        const auto end = pointer.find('\n');
        const auto number = number_in(pointer.substr(0, end));
        if (end == std::string_view::npos || !number) return {};
        numbers.push_back(*number);
        pointer.remove_prefix(end + 1);
    }
    return numbers;
}

/// The editions that FILE names, the one that counts first; none in a library that is not there yet.
Result<std::vector<unsigned>> editions_of(const std::string& library, const Beside& beside) {
    const auto bytes = read_file(library, largest_pointer);
    if (!bytes && bytes.error().fault == Fault::unreadable) return tl::unexpected(bytes.error());
    std::vector<unsigned> named = bytes ? numbers_in(*bytes) : std::vector<unsigned>();
    std::erase_if(named, [&](unsigned number) {
        return std::find(beside.editions.begin(), beside.editions.end(), number) == beside.editions.end();
    });
    if (!named.empty()) return named;
    const bool is_another_thing = bytes ? !bytes->empty() : bytes.error().fault != Fault::missing;
    if (beside.editions.empty() && is_another_thing) return fail(Fault::not_library, name_in(library));
    if (!bytes && bytes.error().fault == Fault::is_directory) return fail(Fault::not_library, name_in(library));
    std::vector<unsigned> youngest = beside.editions;
    youngest.resize(std::min(youngest.size(), editions_kept));
    return youngest;
}

/// FILE itself, where it is a link to one: the rename must not replace the link.
std::string followed(const std::string& library) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(library, error);
    return error ? library : real.string();
}

Result<void> sync_folder(const std::string& folder, const std::string& library) {
    const int at = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (at < 0) return fail_for_errno(library);
    const bool is_synced = ::fsync(at) == 0;
    const auto result = is_synced ? Result<void>() : fail_for_errno(library);
    ::close(at);
    return result;
}

/// Closes the file; what was not written whole is an error then at the latest.
Result<void> write_all(int file, std::span<const std::byte> bytes, const std::string& library) {
    bool is_whole = file >= 0;
    while (is_whole && !bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        is_whole = written >= 0;
        if (is_whole) bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    const auto result = is_whole ? Result<void>() : fail_for_errno(library);
    if (file >= 0 && ::close(file) != 0 && is_whole) return fail_for_errno(library);
    return result;
}

/// Whether it has come to that is certain; that it lasts, only once the folder has been synced.
Result<void> point_to(const std::string& library, const std::vector<unsigned>& editions) {
    std::string text(first_line);
    for (const unsigned number : editions) text += std::to_string(number) + "\n";
    const std::string beside = library + ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (auto written = write_all(file, std::as_bytes(std::span(text)), library); !written) return written;
    const int again = ::open(beside.c_str(), O_RDONLY | O_CLOEXEC);
    const bool counts = again >= 0 && ::fsync(again) == 0 && ::rename(beside.c_str(), library.c_str()) == 0;
    const auto result = counts ? Result<void>() : fail_for_errno(library);
    if (again >= 0) ::close(again);
    if (!result) ::unlink(beside.c_str());
    return result;
}

void take_away(const std::string& folder) {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

}  // namespace

/// Held by one program at a time, and gone with it.
class NextEdition::Lock {
  public:
    explicit Lock(int file) : file_(file) {}
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock() { ::close(file_); }

    static Result<std::unique_ptr<Lock>> on(const std::string& library) {
        const int file = ::open((library + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0) return fail_for_errno(library);
        auto lock = std::make_unique<Lock>(file);
        if (::flock(file, LOCK_EX | LOCK_NB) == 0) return lock;
        return fail(errno == EWOULDBLOCK ? Fault::library_busy : Fault::unwritable, name_in(library));
    }

  private:
    int file_;
};

Result<std::string> edition_that_counts(const std::string& library) {
    const std::string file = followed(library);
    const auto editions = editions_of(file, look_beside(file));
    if (!editions) return tl::unexpected(editions.error());
    if (editions->empty()) return fail(Fault::missing, name_in(library));
    return folder_of_edition(file, editions->front());
}

Result<void> go_back(const std::string& library) {
    const std::string file = followed(library);
    if (const auto counts = edition_that_counts(file); !counts) return tl::unexpected(counts.error());
    const auto next = NextEdition::begin(file);
    if (!next) return tl::unexpected(next.error());
    std::vector<unsigned> editions = (*next)->editions_;
    if (editions.size() < 2) return fail(Fault::no_library_before, name_in(library));
    editions.erase(editions.begin());
    return point_to(file, editions).and_then([&] { return sync_folder(folder_of(file), file); });
}

Result<std::unique_ptr<NextEdition>> NextEdition::begin(const std::string& library) {
    const std::string file = followed(library);
    if (auto made = make_folder(folder_of(file)); !made) return tl::unexpected(made.error());
    if (const auto editions = editions_of(file, look_beside(file)); !editions) return tl::unexpected(editions.error());
    auto lock = Lock::on(file);
    if (!lock) return tl::unexpected(lock.error());
    const Beside beside = look_beside(file);
    auto editions = editions_of(file, beside);
    if (!editions) return tl::unexpected(editions.error());
    for (const std::string& folder : beside.left_behind) take_away(folder);
    for (const unsigned number : beside.editions)
        if (std::find(editions->begin(), editions->end(), number) == editions->end())
            take_away(folder_of_edition(file, number));
    if (const auto named = read_file(file, largest_pointer);
        !editions->empty() && (!named || numbers_in(*named) != *editions))
        if (auto mended = point_to(file, *editions); !mended) return tl::unexpected(mended.error());
    const unsigned number = beside.editions.empty() ? 1 : beside.editions.front() + 1;
    return std::unique_ptr<NextEdition>(new NextEdition(file, std::move(*lock), std::move(*editions), number));
}

NextEdition::NextEdition(std::string library, std::unique_ptr<Lock> lock, std::vector<unsigned> editions,
                         unsigned number)
    : library_(std::move(library)),
      lock_(std::move(lock)),
      editions_(std::move(editions)),
      number_(number),
      folder_(folder_of_edition(library_, number) + std::string(unfinished)) {
    if (!editions_.empty()) before_ = folder_of_edition(library_, editions_.front());
}

NextEdition::~NextEdition() {
    take_away(folder_);
}

Result<void> NextEdition::make_sure_of(std::uint64_t bytes, std::size_t files) const {
    constexpr std::uint64_t spare = 8U << 20U;  // for the folders, and whatever else writes meanwhile
    constexpr std::uint64_t block = 4096;
    struct statvfs disk {};
    if (::statvfs(folder_of(library_).c_str(), &disk) != 0) return {};
    const std::uint64_t free = std::uint64_t{disk.f_bavail} * disk.f_frsize;
    const bool has_names_left = disk.f_files == 0 || disk.f_favail > files;
    if (free < bytes + files * block + spare || !has_names_left) return fail(Fault::no_space, name_in(library_));
    return {};
}

Result<void> NextEdition::make_folders(const std::string& name) {
    // The edition itself comes first.
    for (std::size_t slash = 0; slash != std::string::npos; slash = name.find('/', slash + 1)) {
        const std::string inner = name.substr(0, slash);
        if (!folders_.insert(inner).second) continue;
        if (::mkdir((folder_ + "/" + inner).c_str(), 0755) != 0) return fail_for_errno(library_);
    }
    return {};
}

Result<void> NextEdition::add(const std::string& name, std::span<const std::byte> bytes) {
    if (auto made = make_folders(name); !made) return made;
    const std::string path = folder_ + "/" + name;
    return write_all(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644), bytes, library_);
}

Result<void> NextEdition::keep(const std::string& name) {
    if (auto made = make_folders(name); !made) return made;
    const std::string from = *before_ + "/" + name;
    if (::link(from.c_str(), (folder_ + "/" + name).c_str()) == 0) return {};
    // Not every file system has links, nor any number of them.
    const bool has_no_link = errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK || errno == EXDEV;
    if (!has_no_link) return fail_for_errno(library_);
    constexpr std::size_t largest = 1U << 30U;
    const auto bytes = read_file(from, largest);
    return bytes ? add(name, *bytes) : Result<void>(tl::unexpected(bytes.error()));
}

Result<void> NextEdition::publish() {
    const std::string whole = folder_of_edition(library_, number_);
    const int at = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // One for all: to sync ten thousand files one by one takes minutes on a card.
    const bool is_on_disk = at >= 0 && ::syncfs(at) == 0;
    const auto synced = is_on_disk ? Result<void>() : fail_for_errno(library_);
    if (at >= 0) ::close(at);
    if (!synced) return synced;
    if (::rename(folder_.c_str(), whole.c_str()) != 0) return fail_for_errno(library_);
    std::vector<unsigned> editions = editions_;
    editions.insert(editions.begin(), number_);
    const std::vector<unsigned> too_old(editions.begin() + static_cast<long>(std::min(editions.size(), editions_kept)),
                                        editions.end());
    editions.resize(editions.size() - too_old.size());
    auto pointed = sync_folder(folder_of(library_), library_).and_then([&] { return point_to(library_, editions); });
    if (!pointed) {
        take_away(whole);
        return pointed;
    }
    if (auto lasts = sync_folder(folder_of(library_), library_); !lasts) return lasts;
    for (const unsigned number : too_old) take_away(folder_of_edition(library_, number));
    return {};
}

}  // namespace tingdu::platform
