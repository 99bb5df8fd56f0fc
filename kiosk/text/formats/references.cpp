#include "kiosk/text/formats/references.h"

#include <algorithm>
#include <unordered_map>

#include <libxml/HTMLparser.h>

namespace tingdu::text {
namespace {

using View = std::u32string_view;

/// What Windows-1252 has where a page writes &#150; for a dash.
constexpr std::u32string_view windows_1252 = U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

char32_t numbered(View digits, unsigned base) {
    char32_t code = 0;
    for (const char32_t c : digits) {
        const char32_t digit = c <= U'9' ? c - U'0' : (c | 0x20U) - U'a' + 10;
        code = code * base + digit;
        if (code > 0x10FFFF) return 0xFFFD;
    }
    if (code >= 0x80 && code < 0xA0) return windows_1252[code - 0x80];
    return code == 0 || (code >= 0xD800 && code <= 0xDFFF) ? 0xFFFD : code;
}

/// libxml2 has the names of HTML 4 by their characters; here they are needed the other way round, and fast.
const std::unordered_map<std::string, char32_t>& named_characters() {
    static const auto names = [] {
        constexpr unsigned last_named = 0x2666;
        std::unordered_map<std::string, char32_t> found;
        for (unsigned c = 0; c <= last_named; ++c) {
            if (const htmlEntityDesc* entity = htmlEntityValueLookup(c)) found.emplace(entity->name, c);
        }
        return found;
    }();
    return names;
}

struct Reference {
    char32_t character{};
    std::size_t size{};  ///< 0 if there is none
};

Reference reference_at(View text) {
    std::size_t size = 1;
    if (size < text.size() && text[size] == U'#') {
        ++size;
        const bool hex = size < text.size() && (text[size] | 0x20U) == U'x';
        if (hex) ++size;
        const std::size_t begin = size;
        const auto is_of_base = [hex](char32_t c) {
            return (c >= U'0' && c <= U'9') || (hex && (c | 0x20U) >= U'a' && (c | 0x20U) <= U'f');
        };
        while (size < text.size() && is_of_base(text[size])) ++size;
        if (size == begin) return {};
        const char32_t character = numbered(text.substr(begin, size - begin), hex ? 16 : 10);
        return {character, size + (size < text.size() && text[size] == U';' ? 1U : 0U)};
    }
    constexpr std::size_t longest_name = 10;
    std::string name;
    while (size < text.size() && size <= longest_name &&
           (is_letter(text[size]) || (text[size] >= U'0' && text[size] <= U'9'))) {
        name.push_back(static_cast<char>(text[size++]));
    }
    const bool closed = size < text.size() && text[size] == U';';
    // Without its semicolon only what every page uses is a reference: "&copy=1" is part of an address.
    if (!closed && name != "nbsp" && name != "amp" && name != "lt" && name != "gt") return {};
    const auto named = named_characters().find(name);
    return named != named_characters().end() ? Reference{named->second, size + (closed ? 1U : 0U)} : Reference{};
}

}  // namespace

std::u32string without_references(View text) {
    std::u32string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Reference reference = text[at] == U'&' ? reference_at(text.substr(at)) : Reference{};
        plain.push_back(reference.size > 0 ? reference.character : text[at]);
        at += std::max<std::size_t>(reference.size, 1);
    }
    return plain;
}

}  // namespace tingdu::text
