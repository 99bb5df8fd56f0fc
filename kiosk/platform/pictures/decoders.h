// One door to each of the three libraries that know how pixels are packed. They are handed bytes whose head has been
// read already, and memory enough for what that head claims.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/platform/pictures/head.h"

namespace tingdu::platform {

/// As a file has it: 0xAARRGGBB, row by row.
struct StoredPixels {
    int width_px{};
    int height_px{};
    std::vector<std::uint32_t> pixels;
};

/// Nothing where the file is damaged. `least_width_px` and `least_height_px` are how large the picture must come out at
/// least; a decoder that is quicker to give it smaller than stored may do so.
[[nodiscard]] std::optional<StoredPixels> decode_png(std::span<const std::byte> bytes, const PictureHead& head);
[[nodiscard]] std::optional<StoredPixels> decode_webp(std::span<const std::byte> bytes, const PictureHead& head);
[[nodiscard]] std::optional<StoredPixels> decode_jpeg(std::span<const std::byte> bytes, const PictureHead& head,
                                                      int least_width_px, int least_height_px);

}  // namespace tingdu::platform
