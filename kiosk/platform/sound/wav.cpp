#include "kiosk/platform/sound/wav.h"

#include "kiosk/base/pcm.h"

namespace tingdu::platform {
namespace {

/// Little endian, as RIFF wants it.
void put(std::string& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
}

}  // namespace

std::string wav(std::span<const std::int16_t> pcm) {
    constexpr std::uint32_t format_size = 16;
    constexpr std::uint32_t sample_bytes = 2;
    const auto size = static_cast<std::uint32_t>(pcm.size() * sample_bytes);
    std::string bytes = "RIFF";
    bytes.reserve(44 + size);
    put(bytes, 36 + size, 4);
    bytes += "WAVEfmt ";
    put(bytes, format_size, 4);
    put(bytes, 1, 2);  // PCM
    put(bytes, 1, 2);  // one channel
    put(bytes, sample_rate_hz, 4);
    put(bytes, sample_rate_hz * sample_bytes, 4);
    put(bytes, sample_bytes, 2);
    put(bytes, 8 * sample_bytes, 2);
    bytes += "data";
    put(bytes, size, 4);
    for (const std::int16_t sample : pcm) put(bytes, static_cast<std::uint16_t>(sample), 2);
    return bytes;
}

}  // namespace tingdu::platform
