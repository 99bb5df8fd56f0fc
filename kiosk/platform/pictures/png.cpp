#include <png.h>

#include "kiosk/platform/pictures/decoders.h"

namespace tingdu::platform {

std::optional<StoredPixels> decode_png(std::span<const std::byte> bytes, const PictureHead& head) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return std::nullopt;
    StoredPixels stored{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    const bool is_as_said = stored.width_px == head.width_px && stored.height_px == head.height_px;
    if (is_as_said) {
        stored.pixels.resize(std::size_t{image.width} * image.height);
        image.format = PNG_FORMAT_BGRA;  // by bytes, lowest first
        if (png_image_finish_read(&image, nullptr, stored.pixels.data(), 0, nullptr) != 0) return stored;
    }
    png_image_free(&image);
    return std::nullopt;
}

}  // namespace tingdu::platform
