#include "kiosk/base/utf8.h"

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

}  // namespace

std::u32string from_utf8(std::string_view bytes) {
    std::u32string text;
    text.reserve(bytes.size());
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        if (byte < 0x80) {
            text.push_back(byte);
            continue;
        }
        // Nearly all Hanzi: three bytes, none of which needs a look at the others.
        if (byte >= 0xE4 && byte <= 0xE9 && at + 2 <= bytes.size() && is_follower(bytes[at]) &&
            is_follower(bytes[at + 1])) {
            text.push_back((byte & 0xFU) << 12U | (static_cast<unsigned char>(bytes[at]) & 0x3FU) << 6U |
                           (static_cast<unsigned char>(bytes[at + 1]) & 0x3FU));
            at += 2;
            continue;
        }
        auto [followers, low, high, code] = lead_of(byte);
        bool whole = followers > 0;
        for (int i = 0; i < followers; ++i) {
            const auto next = at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
            if (next < low || next > high) {
                whole = false;
                break;
            }
            code = (code << 6U) | (next & 0x3FU);
            low = 0x80;
            high = 0xBF;
            ++at;
        }
        text.push_back(whole ? code : replacement);
    }
    return text;
}

std::string to_utf8(std::u32string_view text) {
    std::string bytes;
    bytes.reserve(text.size() * 3);
    const auto put = [&bytes](char32_t unit) { bytes.push_back(static_cast<char>(unit)); };
    for (char32_t code : text) {
        if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = replacement;
        if (code < 0x80) {
            put(code);
        } else if (code < 0x800) {
            put(0xC0U | (code >> 6U));
            put(0x80U | (code & 0x3FU));
        } else if (code < 0x10000) {
            put(0xE0U | (code >> 12U));
            put(0x80U | ((code >> 6U) & 0x3FU));
            put(0x80U | (code & 0x3FU));
        } else {
            put(0xF0U | (code >> 18U));
            put(0x80U | ((code >> 12U) & 0x3FU));
            put(0x80U | ((code >> 6U) & 0x3FU));
            put(0x80U | (code & 0x3FU));
        }
    }
    return bytes;
}

}  // namespace tingdu
