// What a stick holds, gathered once: what has been found and read is remembered, so that an import takes what was shown
// before, even if the stick has been pulled since. What the files are, it does not know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/platform/files/brought.h"
#include "kiosk/platform/files/spool.h"

namespace tingdu::runtime {

/// One thread.
class Gathering {
  public:
    using Bytes = std::vector<std::byte>;
    enum class Use { once, again };
    Gathering(std::string folder, Use use) : folder_(std::move(folder)), use_(use) {}

    [[nodiscard]] const std::string& folder() const { return folder_; }

    /// As a BroughtFolder's, the first time; the same again from then on.
    [[nodiscard]] Result<std::vector<platform::Found>> survey(const std::function<bool(std::string_view)>& passes_over);

    /// Somebody will ask again: what is read from here on may be put aside in this folder of a disk that has room.
    void put_aside_in(const std::string& folder) {
        if (use_ == Use::again && !spool_) spool_ = platform::Spool::in(folder);
    }

    /// A file as it was when it was read first. Faults: those of a BroughtFolder.
    [[nodiscard]] Result<Bytes> read(const std::string& source, std::size_t largest, std::size_t first);

    /// The stick may be unmounted; whatever has not been read looks whether it is there again.
    void let_go() { open_.reset(); }

  private:
    struct Kept {
        std::uint64_t at{};
        std::size_t size{};
        std::optional<Fault> fault{};
    };
    [[nodiscard]] Result<platform::BroughtFolder*> opened();
    void keep(const std::string& source, const Result<Bytes>& read);

    std::string folder_;
    Use use_;
    std::unique_ptr<platform::BroughtFolder> open_;
    std::optional<std::vector<platform::Found>> found_;
    std::unique_ptr<platform::Spool> spool_;
    std::unordered_map<std::string, Kept> kept_;
};

}  // namespace tingdu::runtime
