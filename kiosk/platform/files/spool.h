// Bytes that are put aside for a while on the disk and go by themselves, whatever becomes of the program. It knows
// nothing of what they are. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tingdu::platform {

class Spool {
  public:
    /// In this folder, where nobody sees it; null where none can be made.
    [[nodiscard]] static std::unique_ptr<Spool> in(const std::string& folder);
    explicit Spool(int descriptor) : descriptor_(descriptor) {}
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();

    /// Where they lie from now on; nothing where the disk is full or fails.
    [[nodiscard]] std::optional<std::uint64_t> put(std::span<const std::byte> bytes);
    /// Nothing where the disk fails.
    [[nodiscard]] std::optional<std::vector<std::byte>> get(std::uint64_t at, std::size_t size) const;

  private:
    int descriptor_;
    std::uint64_t end_ = 0;
};

}  // namespace tingdu::platform
