// Numbers and texts one after another in a string: how lists are kept. Whoever unpacks may be handed anything, and what
// the numbers and texts stand for is not known here.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace tingdu::library {

class Packer {
  public:
    explicit Packer(std::string& bytes) : bytes_(bytes) {}
    void number(std::size_t value) {
        const auto fixed = static_cast<std::uint32_t>(value);
        bytes_.append(reinterpret_cast<const char*>(&fixed), sizeof fixed);
    }
    void text(std::string_view text) {
        number(text.size());
        bytes_ += text;
    }

  private:
    std::string& bytes_;
};

class Unpacker {
  public:
    Unpacker(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}
    /// 0 beyond the end.
    std::size_t number() {
        std::uint32_t fixed = 0;
        if (at_ > bytes_.size() || bytes_.size() - at_ < sizeof fixed) return at_ = bytes_.size() + 1, 0;
        std::memcpy(&fixed, bytes_.data() + at_, sizeof fixed);
        at_ += sizeof fixed;
        return fixed;
    }
    std::string_view text() { return text(number()); }
    std::string_view text(std::size_t size) {
        if (at_ > bytes_.size() || bytes_.size() - at_ < size) return at_ = bytes_.size() + 1, std::string_view();
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool has_come_to_the_end() const { return at_ == bytes_.size(); }

  private:
    std::string_view bytes_;
    std::size_t at_;
};

}  // namespace tingdu::library
