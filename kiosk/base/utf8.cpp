#include "kiosk/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tingdu {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// What a lead byte asks for: how many bytes follow, and the range that the first of them must fall in.
struct Lead {
    int followers;
    unsigned char low;
    unsigned char high;
    char32_t bits;
};

Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF, byte & 0x1FU};
    if (byte == 0xE0) return {2, 0xA0, 0xBF, 0};
    if (byte == 0xED) return {2, 0x80, 0x9F, 0xDU};
    if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF, byte & 0x0FU};
    if (byte == 0xF0) return {3, 0x90, 0xBF, 0};
    if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF, byte & 0x07U};
    if (byte == 0xF4) return {3, 0x80, 0x8F, 0x4U};
    return {-1, 0, 0, 0};
}

bool is_follower(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The character that begins at `at`, which moves behind it; what no character begins with stands for itself.
char32_t next_in(std::string_view bytes, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (byte < 0x80) return byte;
    // Nearly all Hanzi: three bytes, none of which needs a look at the others.
    if (byte >= 0xE4 && byte <= 0xE9 && at + 2 <= bytes.size() && is_follower(bytes[at]) &&
        is_follower(bytes[at + 1])) {
        at += 2;
        return (byte & 0xFU) << 12U | (static_cast<unsigned char>(bytes[at - 2]) & 0x3FU) << 6U |
               (static_cast<unsigned char>(bytes[at - 1]) & 0x3FU);
    }
    auto [followers, low, high, code] = lead_of(byte);
    if (followers < 0) return replacement;
    for (int i = 0; i < followers; ++i) {
        const auto next = at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
        if (next < low || next > high) return replacement;
        code = (code << 6U) | (next & 0x3FU);
        low = 0x80;
        high = 0xBF;
        ++at;
    }
    return code;
}

/// Writes a character at `to`, and says how many bytes it took: four at most.
std::size_t put(char32_t code, char* to) {
    const auto byte = [](char32_t unit) { return static_cast<char>(unit); };
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = replacement;
    if (code < 0x80) {
        to[0] = byte(code);
        return 1;
    }
    if (code < 0x800) {
        to[0] = byte(0xC0U | (code >> 6U));
        to[1] = byte(0x80U | (code & 0x3FU));
        return 2;
    }
    if (code < 0x10000) {
        to[0] = byte(0xE0U | (code >> 12U));
        to[1] = byte(0x80U | ((code >> 6U) & 0x3FU));
        to[2] = byte(0x80U | (code & 0x3FU));
        return 3;
    }
    to[0] = byte(0xF0U | (code >> 18U));
    to[1] = byte(0x80U | ((code >> 12U) & 0x3FU));
    to[2] = byte(0x80U | ((code >> 6U) & 0x3FU));
    to[3] = byte(0x80U | (code & 0x3FU));
    return 4;
}

/// Strings grow by so many units at a time: one by one takes twice as long, and a page may have twenty million.
constexpr std::size_t part_size = 256;

}  // namespace

std::u32string from_utf8(std::string_view bytes) {
    std::u32string text;
    text.reserve(bytes.size());
    std::array<char32_t, part_size> part{};
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t size = 0;
        while (size < part.size() && at < bytes.size()) part[size++] = next_in(bytes, at);
        text.append(part.data(), size);
    }
    return text;
}

std::string to_utf8(std::u32string_view text) {
    std::size_t whole = text.size();
    for (const char32_t code : text)
        whole += (code >= 0x80 ? 1U : 0U) + (code >= 0x800 ? 1U : 0U) + (code >= 0x10000 ? 1U : 0U);
    std::string bytes;
    bytes.reserve(whole);
    std::array<char, 4 * part_size> part{};
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 0;
        for (const std::size_t end = std::min(text.size(), at + part_size); at < end; ++at)
            size += put(text[at], part.data() + size);
        bytes.append(part.data(), size);
    }
    return bytes;
}

}  // namespace tingdu
