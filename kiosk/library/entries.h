// The articles of a subject in their order, however many there are. They lie packed in one piece, as a library keeps
// them, and each is unpacked when it is looked at: a hundred thousand are there as soon as ten.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/date.h"

namespace tingdu::library {

/// One article as a list shows it. `path` names the file to whoever opens it, UTF-8.
struct Entry {
    std::string path;
    std::u32string title;
    std::optional<Date> date;
    int minutes{};  ///< spoken length at normal speed, at least 1
};

class Entries {
  public:
    Entries() = default;
    Entries(const std::vector<Entry>& entries);
    Entries(std::initializer_list<Entry> entries);
    /// `count` of them, packed into `*bytes` from `begin` on. Each path is one in `folder`, if that is not empty.
    Entries(std::shared_ptr<const std::string> bytes, std::size_t begin, std::size_t count, std::string folder);

    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    /// What is there beyond the last, or where the packing is damaged, is an entry without anything in it.
    [[nodiscard]] Entry operator[](std::size_t at) const;
    /// The first with this title.
    [[nodiscard]] std::optional<std::size_t> find(std::u32string_view title) const;

    class Iterator {
      public:
        Iterator(const Entries* entries, std::size_t at) : entries_(entries), at_(at) {}
        Entry operator*() const { return (*entries_)[at_]; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

      private:
        const Entries* entries_;
        std::size_t at_;
    };
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, count_}; }

  private:
    std::shared_ptr<const std::string> bytes_;
    std::size_t begin_ = 0;
    std::size_t count_ = 0;
    std::string folder_;
};

/// So many bytes, wherever they lie, that an `Entries` looks at; appended to `bytes`.
void pack(const std::vector<Entry>& entries, std::string& bytes);

}  // namespace tingdu::library
