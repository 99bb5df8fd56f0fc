// Descriptors, and the bytes behind them: a file is read whole and as it is, or told of.
// It knows no folders but the one that it is given. Seen inside this door only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

#include "kiosk/base/result.h"

namespace tingdu::platform {

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

/// Of the last call that failed.
[[nodiscard]] Fault fault_of_errno();

/// The size of a regular file; pipes and devices are not files to us: they may never end.
[[nodiscard]] Result<std::size_t> size_of(const Descriptor& file, const std::string& path);

/// The first bytes, or all. Faults: those of `size_of`, too_large, unreadable, changing.
[[nodiscard]] Result<std::vector<std::byte>> read_open(const Descriptor& file, const std::string& path,
                                                       std::size_t largest, std::size_t first);

/// The same of a file in the folder `at` or below it; no link is followed, and no way leads out.
[[nodiscard]] Result<std::vector<std::byte>> read_in(int at, std::string_view path, std::size_t largest,
                                                     std::size_t first);

}  // namespace tingdu::platform
