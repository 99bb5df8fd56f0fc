// Values as bytes and back. A reader is told nothing that it has not checked: no count beyond what is still there, no
// number beyond what may be; once something is wrong, everything is nothing, and it says so at the end.
// It knows no article.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tingdu::parsing {

class Writer {
  public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U) bytes_.push_back(static_cast<std::byte>(value | 0x80U));
        bytes_.push_back(static_cast<std::byte>(value));
    }
    void bytes(std::span<const std::byte> all) {
        number(all.size());
        bytes_.insert(bytes_.end(), all.begin(), all.end());
    }
    void text(std::string_view utf8) { bytes(std::as_bytes(std::span(utf8))); }
    /// The rest of the letter, without its length.
    void last(std::span<const std::byte> all) { bytes_.insert(bytes_.end(), all.begin(), all.end()); }
    void reserve(std::size_t size) { bytes_.reserve(size); }

    [[nodiscard]] std::vector<std::byte> take() && { return std::move(bytes_); }

  private:
    std::vector<std::byte> bytes_;
};

class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes) : rest_(bytes) {}

    /// 0 where it is more than `most`.
    std::uint64_t number(std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) {
        std::uint64_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            if (rest_.empty() || shift > 63) return fail();
            const auto part = std::to_integer<std::uint64_t>(rest_.front());
            rest_ = rest_.subspan(1);
            value |= (part & 0x7FU) << shift;
            if (part < 0x80) break;
        }
        return value <= most ? value : fail();
    }
    template <std::integral Number>
    Number number_of(Number most) {
        return static_cast<Number>(number(static_cast<std::uint64_t>(most)));
    }
    /// How many follow, each of at least one byte.
    std::size_t count() {
        const std::uint64_t count = number();
        return static_cast<std::size_t>(count <= rest_.size() ? count : fail());  // of what is left behind the number
    }
    std::span<const std::byte> bytes() {
        const std::size_t size = count();
        const auto found = rest_.first(size);
        rest_ = rest_.subspan(size);
        return found;
    }
    std::string_view text() {
        const auto found = bytes();
        return {reinterpret_cast<const char*>(found.data()), found.size()};
    }
    std::span<const std::byte> last() { return std::exchange(rest_, {}); }

    /// What was read breaks a rule that the reader cannot know.
    std::uint64_t fail() {
        is_whole_ = false;
        rest_ = {};
        return 0;
    }
    /// Nothing was wrong so far.
    [[nodiscard]] bool is_whole() const { return is_whole_; }
    /// Nothing was wrong, and nothing is left.
    [[nodiscard]] bool is_read() const { return is_whole_ && rest_.empty(); }

  private:
    std::span<const std::byte> rest_;
    bool is_whole_ = true;
};

}  // namespace tingdu::parsing
