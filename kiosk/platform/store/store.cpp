#include "kiosk/platform/store/store.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <utility>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <zlib.h>

#include "kiosk/base/file_name.h"
#include "kiosk/platform/files/files.h"
#include "kiosk/platform/store/lock.h"
#include "kiosk/platform/store/sqlite.h"

namespace tingdu::platform {
namespace {

namespace fs = std::filesystem;
using sqlite::Blob;
using sqlite::Database;
using sqlite::Done;
using sqlite::Statement;
using sqlite::Trouble;
using Access = Database::Access;

/// "TLb" and the version of what stands below.
constexpr std::int64_t application = 0x544C6201;
/// The revision grows with each change of any kind, and lies in SQLite's own `user_version`.
constexpr const char* schema = R"(
    PRAGMA application_id = 0x544C6201;
    CREATE TABLE editions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        checksum INTEGER NOT NULL,
        list BLOB NOT NULL
    );
    CREATE TABLE files (              -- from one edition until before another, or to the one that counts
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER,
        checksum INTEGER NOT NULL
    );
    CREATE INDEX files_by_name ON files (name, since);
    CREATE TABLE contents (
        id INTEGER PRIMARY KEY,       -- of the file
        bytes BLOB NOT NULL
    );
)";

/// FILE itself, where it is a link to one.
std::string followed(const std::string& library) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(library, error);
    return error ? library : real.string();
}

std::string kept_of(const std::string& file) {
    return file + ".kept";
}

tl::unexpected<Error> fail_for(Trouble trouble, const std::string& file) {
    switch (trouble) {
        case Trouble::damaged:
            return fail(Fault::not_library, name_in(file));
        case Trouble::no_space:
            return fail(Fault::no_space, name_in(file));
        case Trouble::busy:
            return fail(Fault::library_busy, name_in(file));
        case Trouble::unwritable:
            return fail(Fault::unwritable, name_in(file));
        case Trouble::unreadable:
        case Trouble::stopped:
            break;
    }
    return fail(Fault::unreadable, name_in(file));
}

template <class Value>
Result<Value> told(Done<Value> done, const std::string& file) {
    if (!done) return fail_for(done.error(), file);
    if constexpr (std::is_void_v<Value>) {
        return {};
    } else {
        return std::move(*done);
    }
}

std::int64_t checksum_of(std::span<const std::byte> bytes) {
    return static_cast<std::int64_t>(
        crc32_z(crc32_z(0, nullptr, 0), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()));
}

Done<std::vector<std::byte>> checked(const Blob& blob, std::int64_t checksum) {
    auto bytes = blob.first(blob.size());
    if (bytes && checksum_of(*bytes) != checksum) return tl::unexpected(Trouble::damaged);
    return bytes;
}

Done<std::vector<std::byte>> list_in(Database& database) {
    auto last = database.prepare("SELECT number, checksum FROM editions ORDER BY number DESC LIMIT 1");
    if (!last) return tl::unexpected(last.error());
    const auto row = last->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return tl::unexpected(Trouble::damaged);
    return database.blob("editions", "list", last->number(0)).and_then([&](const Blob& list) {
        return checked(list, last->number(1));
    });
}

/// One of the two databases of a library, as it is found.
struct Half {
    enum class State {
        none,      ///< nothing is there, or an import that was cut short before anything counted
        not_ours,  ///< another thing, or so damaged that it looks like one
        sound,     ///< at first sight
        closed,    ///< the disk is full or fails, or somebody else's: SQLite writes a little even to read FILE
    };
    State state{};
    std::int64_t revision = 0;
    std::optional<Database> database;
    Trouble trouble = Trouble::unreadable;
};

Done<Half> identify(Database database) {
    Half half;
    const auto id = database.number("PRAGMA application_id");
    if (!id) return tl::unexpected(id.error());
    if (*id != application) {
        const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
        if (!tables) return tl::unexpected(tables.error());
        half.state = *id == 0 && *tables == 0 ? Half::State::none : Half::State::not_ours;
        return half;
    }
    const auto revision = database.number("PRAGMA user_version");
    if (!revision) return tl::unexpected(revision.error());
    const auto editions = database.number("SELECT count(*) FROM editions");
    if (!editions) return tl::unexpected(editions.error());
    if (*editions == 0) return tl::unexpected(Trouble::damaged);
    half.state = Half::State::sound;
    half.revision = *revision;
    half.database = std::move(database);
    return half;
}

Half look_at(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        const bool is_missing = errno == ENOENT || errno == ENOTDIR;
        return {is_missing ? Half::State::none : Half::State::closed, 0, std::nullopt, Trouble::unreadable};
    }
    if (!S_ISREG(status.st_mode)) return {Half::State::not_ours, 0, std::nullopt, Trouble::damaged};
    if (status.st_size == 0) return {};
    auto found = Database::open(path, Access::existing).and_then(identify);
    if (found) return std::move(*found);
    const bool is_damaged = found.error() == Trouble::damaged;
    return {is_damaged ? Half::State::not_ours : Half::State::closed, 0, std::nullopt, found.error()};
}

/// Both, and which of them is to be believed. FILE.kept is looked at first: it is never ahead of FILE but where FILE
/// has lost something.
struct Both {
    explicit Both(const std::string& path) : kept(look_at(kept_of(path))), file(look_at(path)) {}

    [[nodiscard]] bool has_kept() const { return kept.state == Half::State::sound; }
    [[nodiscard]] bool file_is_damaged() const {
        if (!has_kept() || file.state == Half::State::closed) return false;
        return file.state != Half::State::sound || file.revision < kept.revision;
    }
    /// Why nothing can be read where FILE is not sound and nothing is kept.
    [[nodiscard]] Error why(const std::string& path) const {
        switch (file.state) {
            case Half::State::none:
                return {Fault::missing, name_in(path), {}};
            case Half::State::closed:
                return fail_for(file.trouble, path).value();
            case Half::State::not_ours:
            case Half::State::sound:
                break;
        }
        return {Fault::not_library, name_in(path), {}};
    }

    Half kept;
    Half file;
};

enum class Journal {
    ahead,    ///< SQLite's WAL: others read meanwhile, and a commit is one write to the disk
    rollback  ///< all in one file once it is done
};

Done<Database> open_to_write(const std::string& path, Journal journal) {
    auto database = Database::open(path, Access::created);
    if (!database) return database;
    if (database->is_read_only()) return tl::unexpected(Trouble::unwritable);
    const char* settings = journal == Journal::ahead
                               ? "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = FULL;"
                               : "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;";
    if (auto set = database->run(std::string("PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;") + settings);
        !set)
        return tl::unexpected(set.error());
    return database;
}

/// What has been committed comes into the file itself. Somebody who reads for long may keep it from that; whoever comes
/// last does it then.
void finish(Database& database) {
    (void)database.run("PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(TRUNCATE);");
}

Done<void> make_tables(Database& database) {
    const auto id = database.number("PRAGMA application_id");
    if (!id) return tl::unexpected(id.error());
    if (*id == application) return {};
    return database.run(schema);
}

/// Of two databases of a library the one becomes as the other is. Only what differs is written, in one transaction.
Done<void> make_alike(const std::string& path, Journal journal, const std::string& model) {
    auto opened = open_to_write(path, journal);
    if (!opened) return tl::unexpected(opened.error());
    Database& database = *opened;
    auto attach = database.prepare("ATTACH ? AS model");
    if (!attach) return tl::unexpected(attach.error());
    if (auto attached = attach->with(std::string_view(model)).run(); !attached) return attached;
    if (auto begun = database.run("BEGIN"); !begun) return begun;
    return make_tables(database)
        .and_then([&] {
            return database.run(R"(
                CREATE TEMP TABLE gone AS SELECT id FROM main.files EXCEPT SELECT id FROM model.files;
                CREATE TEMP TABLE come AS SELECT id FROM model.files EXCEPT SELECT id FROM main.files;
                CREATE TEMP TABLE changed AS SELECT id, until FROM model.files EXCEPT SELECT id, until FROM main.files;
                DELETE FROM main.contents WHERE id IN temp.gone;
                DELETE FROM main.files WHERE id IN temp.gone;
                INSERT INTO main.contents SELECT * FROM model.contents WHERE id IN temp.come;
                INSERT INTO main.files SELECT * FROM model.files WHERE id IN temp.come;
                UPDATE main.files SET until = temp.changed.until FROM temp.changed WHERE main.files.id = temp.changed.id;
                DELETE FROM main.editions WHERE number NOT IN (SELECT number FROM model.editions);
                INSERT INTO main.editions
                    SELECT * FROM model.editions WHERE number NOT IN (SELECT number FROM main.editions);
            )");
        })
        .and_then([&] { return database.number("PRAGMA model.user_version"); })
        .and_then([&](std::int64_t revision) {
            return database.run("PRAGMA main.user_version = " + std::to_string(revision) + "; COMMIT;");
        });
}

void take_away(const std::string& path) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) ::unlink((path + ending).c_str());
}

Done<void> keep(const std::string& file) {
    const std::string kept = kept_of(file);
    auto done = make_alike(kept, Journal::rollback, file);
    if (done || done.error() != Trouble::damaged) return done;
    take_away(kept);
    return make_alike(kept, Journal::rollback, file);
}

/// Every page of one of the two.
Done<void> check_pages(Database& database) {
    auto check = database.prepare("PRAGMA quick_check(1)");
    if (!check) return tl::unexpected(check.error());
    const auto row = check->step();
    if (!row) return tl::unexpected(row.error());
    return *row && check->text(0) == "ok" ? Done<void>() : tl::unexpected(Trouble::damaged);
}

/// Every byte.
Done<void> go_through(Database& database, const std::function<bool()>& goes_on = {}) {
    if (goes_on) database.go_on_while(goes_on);
    if (auto whole_pages = check_pages(database); !whole_pages) return whole_pages;
    struct Kind {
        const char* table;
        const char* column;
        const char* all;
    };
    for (const auto& [table, column, all] : {Kind{"contents", "bytes", "SELECT id, checksum FROM files"},
                                             Kind{"editions", "list", "SELECT number, checksum FROM editions"}}) {
        auto each = database.prepare(all);
        if (!each) return tl::unexpected(each.error());
        while (true) {
            const auto next = each->step();
            if (!next) return tl::unexpected(next.error());
            if (!*next) break;
            if (goes_on && !goes_on()) return tl::unexpected(Trouble::stopped);
            const auto blob = database.blob(table, column, each->number(0));
            if (!blob) return tl::unexpected(blob.error());
            if (const auto bytes = checked(*blob, each->number(1)); !bytes) return tl::unexpected(bytes.error());
        }
    }
    return {};
}

/// What is damaged may be worth a look to somebody, where the disk has room for it beside what comes in its place.
void put_aside(const std::string& file) {
    struct stat kept {};
    struct statvfs disk {};
    const bool has_room = ::stat(kept_of(file).c_str(), &kept) == 0 && ::statvfs(folder_of(file).c_str(), &disk) == 0 &&
                          std::uint64_t{disk.f_bavail} * disk.f_frsize > 2 * static_cast<std::uint64_t>(kept.st_size);
    if (has_room) (void)std::rename(file.c_str(), (file + ".damaged").c_str());
    take_away(file);
}

/// FILE anew from FILE.kept, if that is whole: to put right what is there would be to trust it. Whoever calls it holds
/// the lock.
Done<void> mend(const std::string& file) {
    Half kept = look_at(kept_of(file));
    if (kept.state != Half::State::sound) return tl::unexpected(Trouble::damaged);
    if (auto is_whole = go_through(*kept.database); !is_whole) return is_whole;
    put_aside(file);
    return make_alike(file, Journal::ahead, kept_of(file));
}

/// FILE may be written, every page of it is as it was left, and what is kept is no older. Whoever calls it holds the
/// lock.
Result<void> put_right(const std::string& file) {
    bool is_damaged = false;
    {
        Both both(file);
        is_damaged = both.file_is_damaged();
        if (both.file.state == Half::State::sound && !is_damaged) {
            const auto checked = check_pages(*both.file.database);
            if (!checked && checked.error() != Trouble::damaged) return fail_for(checked.error(), file);
            is_damaged = !checked;
        } else if (both.file.state != Half::State::none && !is_damaged) {
            return tl::unexpected(both.why(file));
        }
        const bool is_behind =
            both.file.state == Half::State::sound && (!both.has_kept() || both.kept.revision != both.file.revision);
        if (!is_damaged && is_behind) {
            const auto done = keep(file);
            // Where somebody is just reading what is kept, it stays the library before the one before.
            if (!done && done.error() != Trouble::busy) return fail_for(done.error(), file);
        }
    }
    return is_damaged ? told(mend(file), file) : Result<void>();
}

}  // namespace

Result<Condition> look_after(const std::string& library, Depth depth, const std::function<bool()>& goes_on) {
    const std::string file = followed(library);
    bool is_damaged = false;
    bool is_kept_damaged = false;
    {
        Both both(file);
        const auto see_whole = [&](Half& one) {
            if (one.state != Half::State::sound || depth == Depth::brief) return true;
            const auto gone = go_through(*one.database, goes_on);
            return gone || gone.error() != Trouble::damaged;
        };
        is_damaged = both.file_is_damaged();
        if (both.file.state == Half::State::closed && both.has_kept()) return Condition::sound;
        if (!is_damaged && both.file.state != Half::State::sound) return tl::unexpected(both.why(file));
        is_damaged = is_damaged || !see_whole(both.file);
        is_kept_damaged = !see_whole(both.kept);
        if (is_damaged && !both.has_kept()) return fail(Fault::not_library, name_in(file));
    }
    // Where it cannot be mended, the kept one is read; of two damaged ones each may have what is asked for.
    if (is_damaged == is_kept_damaged) return Condition::sound;
    const auto lock = Lock::on(file);
    if (!lock) return Condition::sound;
    if (is_kept_damaged) {
        take_away(kept_of(file));
        (void)keep(file);
        return Condition::sound;
    }
    if (!mend(file)) return Condition::sound;
    (*lock)->tell();
    return Condition::mended;
}

/// The database that is read: FILE, or FILE.kept as long as FILE is damaged, or cannot be opened where nothing can be
/// written.
class Library::Shelf {
  public:
    explicit Shelf(std::string file) : file_(std::move(file)) {}

    [[nodiscard]] const std::string& file() const { return file_; }

    template <class Look>
    auto look(const Look& at) -> Result<typename decltype(at(std::declval<Database&>()))::value_type> {
        if (auto opened = open_anew_if_need_be(); !opened) return tl::unexpected(opened.error());
        auto seen = at(*database_);
        if (!seen && seen.error() == Trouble::damaged && !is_kept_) {
            damaged_ = stamp_of(file_);
            Half kept = look_at(kept_of(file_));
            if (kept.state == Half::State::sound) {
                use(std::move(kept), true);
                seen = at(*database_);
            }
        }
        return told(std::move(seen), file_);
    }

  private:
    Result<void> open_anew_if_need_be() {
        const bool is_mended = is_kept_ && stamp_of(file_) != damaged_;
        if (database_ && !database_->has_moved() && !is_mended) return {};
        database_.reset();
        Both both(file_);
        const bool has_only_kept = both.has_kept() && both.file.state != Half::State::sound;
        if (both.file_is_damaged() || has_only_kept) {
            damaged_ = stamp_of(file_);
            use(std::move(both.kept), true);
        } else if (both.file.state == Half::State::sound) {
            use(std::move(both.file), false);
        } else {
            return tl::unexpected(both.why(file_));
        }
        return {};
    }

    void use(Half found, bool is_kept) {
        database_ = std::move(found.database);
        is_kept_ = is_kept;
    }

    std::string file_;
    std::optional<Database> database_;
    bool is_kept_ = false;
    std::optional<Stamp> damaged_;  ///< FILE as it was when it could not be believed
};

Library::Library(const std::string& library) : shelf_(std::make_unique<Shelf>(followed(library))) {}

Library::~Library() = default;

Result<std::int64_t> Library::revision() {
    return shelf_->look([](Database& database) { return database.number("PRAGMA user_version"); });
}

Result<std::vector<std::byte>> Library::list() {
    return shelf_->look(list_in);
}

Result<std::vector<std::string>> Library::names() {
    return shelf_->look([](Database& database) -> Done<std::vector<std::string>> {
        auto all = database.prepare("SELECT name FROM files WHERE until IS NULL");
        if (!all) return tl::unexpected(all.error());
        std::vector<std::string> names;
        while (true) {
            const auto row = all->step();
            if (!row) return tl::unexpected(row.error());
            if (!*row) return names;
            names.push_back(all->text(0));
        }
    });
}

Result<std::vector<std::byte>> Library::read(const std::string& name, std::size_t largest, std::size_t first) {
    std::optional<Fault> absence;
    auto read = shelf_->look([&](Database& database) -> Done<std::vector<std::byte>> {
        absence.reset();
        auto last = database.prepare("SELECT id, checksum FROM files WHERE name = ? ORDER BY since DESC LIMIT 1");
        if (!last) return tl::unexpected(last.error());
        const auto row = last->with(std::string_view(name)).step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) {
            absence = Fault::missing;
            return std::vector<std::byte>();
        }
        const auto blob = database.blob("contents", "bytes", last->number(0));
        if (!blob) return tl::unexpected(blob.error());
        if (blob->size() <= largest) return blob->size() > first ? blob->first(first) : checked(*blob, last->number(1));
        absence = Fault::too_large;
        return std::vector<std::byte>();
    });
    if (absence) return fail(*absence, name_in(name));
    return read;
}

Result<std::optional<std::int64_t>> Library::state_of(const std::string& name) {
    return shelf_->look([&](Database& database) -> Done<std::optional<std::int64_t>> {
        auto now = database.prepare("SELECT id FROM files WHERE name = ? AND until IS NULL");
        if (!now) return tl::unexpected(now.error());
        const auto row = now->with(std::string_view(name)).step();
        if (!row) return tl::unexpected(row.error());
        return *row ? std::optional(now->number(0)) : std::nullopt;
    });
}

std::uint64_t room_for_edition(const std::string& library) {
    constexpr std::uint64_t spare = 8U << 20U;  // for what SQLite needs around them, and whatever else writes meanwhile
    struct statvfs disk {};
    if (::statvfs(folder_of(followed(library)).c_str(), &disk) != 0) return std::numeric_limits<std::uint64_t>::max();
    const std::uint64_t free = std::uint64_t{disk.f_bavail} * disk.f_frsize;
    // They lie there twice: ahead of FILE and in it, and then in FILE and in FILE.kept.
    return free < spare ? 0 : (free - spare) / 2;
}

Result<void> go_back(const std::string& library) {
    const std::string file = followed(library);
    {
        Both both(file);
        if (both.file.state != Half::State::sound && !both.file_is_damaged()) return tl::unexpected(both.why(file));
    }
    const auto lock = Lock::on(file);
    if (!lock) return tl::unexpected(lock.error());
    if (auto right = put_right(file); !right) return right;
    auto opened = open_to_write(file, Journal::ahead);
    if (!opened) return fail_for(opened.error(), file);
    Database& database = *opened;
    const auto editions = database.number("SELECT count(*) FROM editions");
    if (!editions) return fail_for(editions.error(), file);
    if (*editions < 2) return fail(Fault::no_library_before, name_in(file));
    const auto revision = database.number("PRAGMA user_version");
    if (!revision) return fail_for(revision.error(), file);
    auto gone_back = database.run(
        "BEGIN IMMEDIATE;"
        "CREATE TEMP TABLE given_up AS SELECT max(number) AS number FROM editions;"
        "DELETE FROM contents WHERE id IN"
        "    (SELECT id FROM files WHERE since = (SELECT number FROM given_up));"
        "DELETE FROM files WHERE since = (SELECT number FROM given_up);"
        "UPDATE files SET until = NULL WHERE until = (SELECT number FROM given_up);"
        "DELETE FROM editions WHERE number = (SELECT number FROM given_up);"
        "PRAGMA user_version = " +
        std::to_string(*revision + 1) +
        ";"
        "COMMIT;");
    if (!gone_back) return fail_for(gone_back.error(), file);
    (*lock)->tell();
    finish(database);
    (void)keep(file);
    return {};
}

class NextEdition::Work {
  public:
    Work(std::string path, std::unique_ptr<Lock> held)
        : file(std::move(path)), lock(std::move(held)), is_new(look_at(file).state == Half::State::none) {}

    /// Nothing is written before something is put or dropped, so that what comes to nothing leaves nothing.
    Done<void> begin() {
        if (database) return {};
        auto opened = open_to_write(file, Journal::ahead);
        if (!opened) return tl::unexpected(opened.error());
        database = std::move(*opened);
        return database->run("BEGIN IMMEDIATE")
            .and_then([this] { return make_tables(*database); })
            .and_then([this] {
                return database->number(
                    "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'editions'), 0)");
            })
            .map([this](std::int64_t last) { number = last + 1; })
            .and_then([this] { return prepare(ends, "UPDATE files SET until = ? WHERE name = ? AND until IS NULL"); })
            .and_then([this] { return prepare(begins, "INSERT INTO files (name, since, checksum) VALUES (?, ?, ?)"); })
            .and_then(
                [this] { return prepare(holds, "INSERT INTO contents (id, bytes) VALUES (last_insert_rowid(), ?)"); });
    }

    Done<void> publish(std::span<const std::byte> list) {
        auto edition = database->prepare("INSERT INTO editions (number, checksum, list) VALUES (?, ?, ?)");
        if (!edition) return tl::unexpected(edition.error());
        if (auto named = edition->with(number, checksum_of(list), list).run(); !named) return named;
        const auto revision = database->number("PRAGMA user_version");
        if (!revision) return tl::unexpected(revision.error());
        const std::string oldest = "(SELECT min(number) FROM editions)";
        return database->run(
            "DELETE FROM editions WHERE number NOT IN"
            " (SELECT number FROM editions ORDER BY number DESC LIMIT " +
            std::to_string(editions_kept) +
            ");"
            "DELETE FROM contents WHERE id IN (SELECT id FROM files WHERE until <= " +
            oldest + "); DELETE FROM files WHERE until <= " + oldest +
            "; PRAGMA user_version = " + std::to_string(*revision + 1) + "; COMMIT;");
    }

    void close() {
        for (auto* statement : {&ends, &begins, &holds}) statement->reset();
        database.reset();
    }

    std::string file;
    std::unique_ptr<Lock> lock;
    bool is_new;
    bool is_published = false;
    std::optional<Database> database;
    std::int64_t number = 0;
    std::optional<Statement> ends;
    std::optional<Statement> begins;
    std::optional<Statement> holds;

  private:
    Done<void> prepare(std::optional<Statement>& statement, std::string_view sql) {
        auto prepared = database->prepare(sql);
        if (!prepared) return tl::unexpected(prepared.error());
        statement = std::move(*prepared);
        return {};
    }
};

Result<std::unique_ptr<NextEdition>> NextEdition::begin(const std::string& library) {
    const std::string file = followed(library);
    if (auto made = make_folder(folder_of(file)); !made) return tl::unexpected(made.error());
    {
        const Both both(file);
        const bool is_new = both.file.state == Half::State::none;
        if (both.file.state != Half::State::sound && !both.file_is_damaged() && !is_new)
            return tl::unexpected(both.why(file));
    }
    auto lock = Lock::on(file);
    if (!lock) return tl::unexpected(lock.error());
    if (auto right = put_right(file); !right) return tl::unexpected(right.error());
    return std::unique_ptr<NextEdition>(new NextEdition(std::make_unique<Work>(file, std::move(*lock))));
}

NextEdition::NextEdition(std::unique_ptr<Work> work) : work_(std::move(work)) {}

NextEdition::~NextEdition() {
    if (!work_->is_new || !work_->database || work_->is_published) return;
    work_->close();
    take_away(work_->file);
}

Result<void> NextEdition::put(const std::string& name, std::span<const std::byte> bytes) {
    const std::string_view called(name);
    return told(work_->begin()
                    .and_then([&] { return work_->ends->with(work_->number, called).run(); })
                    .and_then([&] { return work_->begins->with(called, work_->number, checksum_of(bytes)).run(); })
                    .and_then([&] { return work_->holds->with(bytes).run(); }),
                work_->file);
}

Result<void> NextEdition::drop(const std::string& name) {
    const std::string_view called(name);
    return told(work_->begin().and_then([&] { return work_->ends->with(work_->number, called).run(); }), work_->file);
}

Result<void> NextEdition::publish(std::span<const std::byte> list) {
    if (auto published = work_->begin().and_then([&] { return work_->publish(list); }); !published)
        return fail_for(published.error(), work_->file);
    work_->is_published = true;
    work_->lock->tell();
    finish(*work_->database);
    (void)keep(work_->file);  // where it fails, the library before is kept, and the next import begins with it
    return {};
}

}  // namespace tingdu::platform
