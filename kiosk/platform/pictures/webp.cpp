#include <webp/decode.h>

#include "kiosk/platform/pictures/decoders.h"

namespace tingdu::platform {

std::optional<StoredPixels> decode_webp(std::span<const std::byte> bytes, const PictureHead& head) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(begin, bytes.size(), &features) != VP8_STATUS_OK || features.width != head.width_px ||
        features.height != head.height_px)
        return std::nullopt;
    StoredPixels stored{features.width, features.height, {}};
    stored.pixels.resize(static_cast<std::size_t>(stored.width_px) * static_cast<std::size_t>(stored.height_px));
    auto* into = reinterpret_cast<std::uint8_t*>(stored.pixels.data());
    if (WebPDecodeBGRAInto(begin, bytes.size(), into, stored.pixels.size() * 4, stored.width_px * 4) == nullptr)
        return std::nullopt;
    return stored;
}

}  // namespace tingdu::platform
