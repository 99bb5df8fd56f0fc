// What the store needs of SQLite: a database, statements, and what can go wrong, told apart by what is to be done about
// it. Seen inside this door only; it knows nothing of libraries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

struct sqlite3;
struct sqlite3_blob;
struct sqlite3_stmt;

namespace tingdu::platform::sqlite {

enum class Trouble {
    damaged,     ///< what is there is no database, or no longer a whole one
    no_space,    ///< the disk is full
    busy,        ///< somebody else is writing, and has been for long
    unreadable,  ///< the disk or the rights to it
    unwritable,
    stopped,  ///< whoever was to be asked whether to go on has said no
};
template <class Value>
using Done = tl::expected<Value, Trouble>;

/// One prepared for a database must not outlive it.
class Statement {
  public:
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

    /// In their order; text and bytes must stay until it has been stepped through.
    template <class... Values>
    Statement& with(const Values&... values) {
        begin();
        (bind(values), ...);
        return *this;
    }
    /// Whether there is a row.
    [[nodiscard]] Done<bool> step();
    /// To its end, whatever rows there are.
    [[nodiscard]] Done<void> run();
    /// Of the row.
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string text(int column) const;

  private:
    void begin();
    void bind(std::int64_t value);
    void bind(std::string_view value);
    void bind(std::span<const std::byte> value);

    struct Finish {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finish> statement_;
    int bound_ = 0;
};

/// Bytes in a row, read as far as is wanted. One of a database must not outlive it.
class Blob {
  public:
    explicit Blob(sqlite3_blob* blob) : blob_(blob) {}
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] Done<std::vector<std::byte>> first(std::size_t count) const;

  private:
    struct Close {
        void operator()(sqlite3_blob* blob) const;
    };
    std::unique_ptr<sqlite3_blob, Close> blob_;
};

class Database {
  public:
    enum class Access {
        existing,  ///< to be read, and mended after a failed power where that is allowed
        created,   ///< to be written, and made if it is not there
    };
    [[nodiscard]] static Done<Database> open(const std::string& path, Access access);

    [[nodiscard]] Done<void> run(const std::string& sql);
    [[nodiscard]] Done<Statement> prepare(std::string_view sql);
    /// The first value of the first row; 0 where there is no row.
    [[nodiscard]] Done<std::int64_t> number(std::string_view sql);
    [[nodiscard]] Done<Blob> blob(const char* table, const char* column, std::int64_t row);
    /// Another file lies where this one lay, or none.
    [[nodiscard]] bool has_moved() const;
    [[nodiscard]] bool is_read_only() const;
    /// Statements that take long end with `stopped` once this says no.
    void go_on_while(std::function<bool()> goes_on);

  private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    explicit Database(sqlite3* database) : database_(database) {}
    [[nodiscard]] Trouble trouble() const;

    std::unique_ptr<sqlite3, Close> database_;
    std::unique_ptr<std::function<bool()>> goes_on_;
};

}  // namespace tingdu::platform::sqlite
