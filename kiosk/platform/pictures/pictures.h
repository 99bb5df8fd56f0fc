// The door to pictures: PNG, JPEG and WebP bytes → how large, and the pixels at the size that is wanted.
// What a file is called is nobody's business here; how it begins says what it is. Opens no file, needs no screen, and
// may be called from any one thread at a time. Errors name no subject: whoever has the bytes knows it.
#pragma once

#include <cstddef>
#include <span>

#include "kiosk/base/bitmap.h"
#include "kiosk/base/result.h"

namespace tingdu::platform {

/// A picture of more is not decoded: forty million are more than any camera in a hall has.
inline constexpr std::size_t most_pixels = 40'000'000;

struct PictureSize {
    int width_px{};
    int height_px{};
    friend bool operator==(PictureSize, PictureSize) = default;
};

/// As it is looked at: a photograph that was taken with the camera on its side is upright. Reads the head alone, at
/// most some thousand steps; the first part of a file is enough if its head is in it. Faults: kind_not_taken (one that
/// moves too), too_large, damaged (the head is not there or not whole).
[[nodiscard]] Result<PictureSize> size_of_picture(std::span<const std::byte> bytes);

/// The picture at `size`, which may be of other proportions; what shows through is white, for that is what pictures
/// are drawn for. Blocks for up to a second, and takes some four bytes of memory for each pixel of the file. Faults:
/// those of size_of_picture.
[[nodiscard]] Result<Bitmap> decode_picture(std::span<const std::byte> bytes, PictureSize size);

}  // namespace tingdu::platform
