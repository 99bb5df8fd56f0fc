#include "kiosk/platform/pictures/head.h"

#include <algorithm>
#include <string_view>

#include "kiosk/platform/pictures/pictures.h"

namespace tingdu::platform {
namespace {

using namespace std::string_view_literals;

/// Bytes with an end: what lies beyond it is zero, and remembered.
class Bytes {
  public:
    explicit Bytes(std::span<const std::byte> bytes) : bytes_(bytes) {}

    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] bool has(std::string_view what, std::size_t at) const {
        return at <= size() && what.size() <= size() - at &&
               std::string_view(reinterpret_cast<const char*>(bytes_.data()) + at, what.size()) == what;
    }
    [[nodiscard]] std::uint32_t byte(std::size_t at) const {
        return at < size() ? std::to_integer<std::uint32_t>(bytes_[at]) : 0;
    }
    /// Highest byte first, as PNG, JPEG and Motorola have it; and lowest first, as WebP and Intel.
    [[nodiscard]] std::uint32_t high_first(std::size_t at, std::size_t count) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i) value = (value << 8U) | byte(at + i);
        return value;
    }
    [[nodiscard]] std::uint32_t low_first(std::size_t at, std::size_t count) const {
        std::uint32_t value = 0;
        for (std::size_t i = count; i-- > 0;) value = (value << 8U) | byte(at + i);
        return value;
    }

  private:
    std::span<const std::byte> bytes_;
};

Result<PictureHead> checked(PictureKind kind, std::uint32_t width, std::uint32_t height, int orientation = 1) {
    if (width == 0 || height == 0) return fail(Fault::damaged, {});
    if (width > most_pixels || height > most_pixels || std::uint64_t{width} * height > most_pixels)
        return fail(Fault::too_large, {});
    return PictureHead{kind, static_cast<int>(width), static_cast<int>(height), orientation};
}

Result<PictureHead> head_of_png(const Bytes& bytes) {
    if (!bytes.has("IHDR"sv, 12)) return fail(Fault::damaged, {});
    return checked(PictureKind::png, bytes.high_first(16, 4), bytes.high_first(20, 4));
}

Result<PictureHead> head_of_webp(const Bytes& bytes) {
    constexpr std::uint32_t side = 0x3FFF;
    if (bytes.has("VP8X"sv, 12)) {
        constexpr std::uint32_t moves = 0x02;
        if ((bytes.byte(20) & moves) != 0) return fail(Fault::kind_not_taken, {}, "webp");
        return checked(PictureKind::webp, bytes.low_first(24, 3) + 1, bytes.low_first(27, 3) + 1);
    }
    if (bytes.has("VP8L"sv, 12) && bytes.byte(20) == 0x2F) {
        const std::uint32_t sides = bytes.low_first(21, 4);
        return checked(PictureKind::webp, (sides & side) + 1, ((sides >> 14U) & side) + 1);
    }
    if (bytes.has("VP8 "sv, 12) && bytes.has("\x9D\x01\x2A"sv, 23))
        return checked(PictureKind::webp, bytes.low_first(26, 2) & side, bytes.low_first(28, 2) & side);
    return fail(Fault::damaged, {});
}

/// How the camera was held: an entry of the first directory of the TIFF file that EXIF is.
int orientation_in(const Bytes& bytes, std::size_t segment, std::size_t end) {
    if (!bytes.has("Exif\0\0"sv, segment)) return 1;
    const std::size_t tiff = segment + 6;
    const bool intel = bytes.has("II*\0"sv, tiff);
    if (!intel && !bytes.has("MM\0*"sv, tiff)) return 1;
    const auto number = [&](std::size_t at, std::size_t count) {
        if (at + count > end) return 0U;
        return intel ? bytes.low_first(at, count) : bytes.high_first(at, count);
    };
    constexpr std::uint32_t most_entries = 200;
    constexpr std::uint32_t orientation_tag = 0x0112;
    const std::size_t directory = tiff + number(tiff + 4, 4);
    const std::uint32_t entries = std::min(number(directory, 2), most_entries);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + std::size_t{i} * 12;
        if (number(entry, 2) != orientation_tag) continue;
        const auto found = static_cast<int>(number(entry + 8, 2));
        return found >= 1 && found <= 8 ? found : 1;
    }
    return 1;
}

/// A JPEG is a chain of segments; the one that begins a frame has its size.
Result<PictureHead> head_of_jpeg(const Bytes& bytes) {
    constexpr int most_segments = 1000;
    int orientation = 1;
    std::size_t at = 2;
    for (int i = 0; i < most_segments && at + 4 <= bytes.size(); ++i) {
        if (bytes.byte(at) != 0xFF) break;
        const std::uint32_t marker = bytes.byte(at + 1);
        if (marker == 0xFF) {  // any number of them may stand before a marker
            ++at;
            continue;
        }
        const std::size_t size = bytes.high_first(at + 2, 2);
        const bool begins_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (begins_frame && at + 9 <= bytes.size())
            return checked(PictureKind::jpeg, bytes.high_first(at + 7, 2), bytes.high_first(at + 5, 2), orientation);
        if (marker == 0xE1) orientation = orientation_in(bytes, at + 4, at + 2 + size);
        if (size < 2 || marker == 0xD9 || marker == 0xDA) break;
        at += 2 + size;
    }
    return fail(Fault::damaged, {});
}

}  // namespace

Result<PictureHead> head_of_picture(std::span<const std::byte> head) {
    const Bytes bytes(head);
    if (bytes.has("\x89PNG\r\n\x1A\n"sv, 0)) return head_of_png(bytes);
    if (bytes.has("\xFF\xD8\xFF"sv, 0)) return head_of_jpeg(bytes);
    if (bytes.has("RIFF"sv, 0) && bytes.has("WEBP"sv, 8)) return head_of_webp(bytes);
    return fail(Fault::kind_not_taken, {});
}

}  // namespace tingdu::platform
