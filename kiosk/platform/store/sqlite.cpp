#include "kiosk/platform/store/sqlite.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <sqlite3.h>

namespace tingdu::platform::sqlite {
namespace {

/// Nobody writes for so long but an import, and imports have a lock of their own.
constexpr int patience_ms = 5'000;
/// So many of SQLite's own steps: some milliseconds.
constexpr int asked_each = 100'000;

Trouble trouble_of(int code, int system) {
    switch (code & 0xFF) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_ERROR:  // no such table
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
            return Trouble::damaged;
        case SQLITE_FULL:
            return Trouble::no_space;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return Trouble::busy;
        case SQLITE_INTERRUPT:
            return Trouble::stopped;
        case SQLITE_READONLY:
            return Trouble::unwritable;
        case SQLITE_IOERR:
            if (system == ENOSPC || system == EDQUOT) return Trouble::no_space;
            return code == SQLITE_IOERR_READ || code == SQLITE_IOERR_FSTAT ? Trouble::unreadable : Trouble::unwritable;
        case SQLITE_CANTOPEN:
            if (system == ENOSPC || system == EDQUOT) return Trouble::no_space;
            return Trouble::unreadable;
        default:
            return Trouble::unreadable;
    }
}

Trouble trouble_in(sqlite3* database) {
    return trouble_of(sqlite3_extended_errcode(database), sqlite3_system_errno(database));
}

}  // namespace

void Statement::Finish::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::begin() {
    sqlite3_reset(statement_.get());
    bound_ = 0;
}

void Statement::bind(std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), ++bound_, value);
}

void Statement::bind(std::string_view value) {
    sqlite3_bind_text64(statement_.get(), ++bound_, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(std::span<const std::byte> value) {
    sqlite3_bind_blob64(statement_.get(), ++bound_, value.empty() ? "" : static_cast<const void*>(value.data()),
                        value.size(), SQLITE_STATIC);
}

Done<bool> Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) {
        const Trouble trouble = trouble_in(sqlite3_db_handle(statement_.get()));
        sqlite3_reset(statement_.get());
        return tl::unexpected(trouble);
    }
    sqlite3_reset(statement_.get());  // or what it has read would stay as it is for all others
    return false;
}

Done<void> Statement::run() {
    while (true) {
        const auto row = step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return {};
    }
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
                : std::string();
}

void Blob::Close::operator()(sqlite3_blob* blob) const {
    sqlite3_blob_close(blob);
}

std::size_t Blob::size() const {
    return static_cast<std::size_t>(sqlite3_blob_bytes(blob_.get()));
}

Done<std::vector<std::byte>> Blob::first(std::size_t count) const {
    std::vector<std::byte> bytes(std::min(size(), count));
    const int code = sqlite3_blob_read(blob_.get(), bytes.data(), static_cast<int>(bytes.size()), 0);
    if (code != SQLITE_OK) return tl::unexpected(trouble_of(code, 0));
    return bytes;
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Done<Database> Database::open(const std::string& path, Access access) {
    const int made = access == Access::created ? SQLITE_OPEN_CREATE : 0;
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | made | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(handle);
    if (code != SQLITE_OK) return tl::unexpected(handle ? database.trouble() : Trouble::unreadable);
    sqlite3_busy_timeout(handle, patience_ms);
    sqlite3_extended_result_codes(handle, 1);
    return database;
}

Done<void> Database::run(const std::string& sql) {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return tl::unexpected(trouble());
}

Done<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) return tl::unexpected(trouble());
    return Statement(statement);
}

Done<std::int64_t> Database::number(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row) return tl::unexpected(row.error());
    return *row ? statement->number(0) : 0;
}

Done<Blob> Database::blob(const char* table, const char* column, std::int64_t row) {
    sqlite3_blob* opened = nullptr;
    const int code = sqlite3_blob_open(database_.get(), "main", table, column, row, 0, &opened);
    if (code != SQLITE_OK) return tl::unexpected(trouble());
    return Blob(opened);
}

bool Database::has_moved() const {
    int moved = 0;
    sqlite3_file_control(database_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

bool Database::is_read_only() const {
    return sqlite3_db_readonly(database_.get(), "main") != 0;
}

void Database::go_on_while(std::function<bool()> goes_on) {
    goes_on_ = std::make_unique<std::function<bool()>>(std::move(goes_on));
    sqlite3_progress_handler(
        database_.get(), asked_each,
        [](void* asked) { return (*static_cast<std::function<bool()>*>(asked))() ? 0 : 1; }, goes_on_.get());
}

Trouble Database::trouble() const {
    return trouble_in(database_.get());
}

}  // namespace tingdu::platform::sqlite
