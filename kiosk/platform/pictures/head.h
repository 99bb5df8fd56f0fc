// What the first bytes of a picture say of it, before any library is asked: a small file can claim to be enormous.
// It reads the heads of three formats and no pixel.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "kiosk/base/result.h"

namespace tingdu::platform {

enum class PictureKind { png, jpeg, webp };

struct PictureHead {
    PictureKind kind{};
    int width_px{};  ///< as stored
    int height_px{};
    /// As EXIF has it: 1 is upright; 2, 4 are mirrored; 3 is on its head; 5 to 8 lie on their side.
    int orientation = 1;

    [[nodiscard]] bool lies_on_its_side() const { return orientation >= 5; }
};

/// Faults: kind_not_taken, too_large, damaged.
[[nodiscard]] Result<PictureHead> head_of_picture(std::span<const std::byte> bytes);

}  // namespace tingdu::platform
