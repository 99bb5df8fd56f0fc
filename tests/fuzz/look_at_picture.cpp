// Any bytes looked at as a picture: a size within bounds or a fault, and small ones decoded without harm.
#include <cstddef>
#include <cstdint>
#include <span>

#include "kiosk/platform/pictures/pictures.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace tingdu::platform;
    const auto seen = size_of_picture(std::as_bytes(std::span(bytes, size)));
    if (!seen) return 0;
    const auto pixels = static_cast<std::uint64_t>(seen->width_px) * static_cast<std::uint64_t>(seen->height_px);
    if (pixels == 0 || pixels > most_pixels) __builtin_trap();
    // Whatever the head lets through must not harm the decoders either.
    constexpr std::uint64_t quick = 1U << 16U;
    if (pixels <= quick) (void)decode_picture(std::as_bytes(std::span(bytes, size)), {16, 16});
    return 0;
}
