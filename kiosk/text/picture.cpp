#include "kiosk/text/picture.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/formats/zip.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;

constexpr std::string_view data_scheme = "data:";

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// "%E5%9B%BE" is 图; a sign of per cent that begins no such code is one.
std::string without_percents(std::string_view reference) {
    std::string plain;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const bool coded = reference[i] == '%' && i + 2 < reference.size() && hex_digit(reference[i + 1]) >= 0 &&
                           hex_digit(reference[i + 2]) >= 0;
        if (coded) {
            plain.push_back(static_cast<char>(hex_digit(reference[i + 1]) * 16 + hex_digit(reference[i + 2])));
            i += 2;
        } else {
            plain.push_back(reference[i]);
        }
    }
    return plain;
}

/// "http:", "file:", "C:".
bool has_scheme(std::string_view reference) {
    return reference.substr(0, reference.find('/')).find(':') != std::string_view::npos;
}

/// The path without what leads nowhere; nothing where it leads out of the folder.
std::optional<std::string> path_below(std::string_view reference) {
    std::string path(reference);
    std::ranges::replace(path, '\\', '/');
    const bool has_controls =
        std::ranges::any_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (path.starts_with('/') || has_scheme(path) || has_controls) return std::nullopt;
    std::string plain;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = std::string_view(path).substr(begin, end - begin);
        if (part == "..") return std::nullopt;
        if (!part.empty() && part != ".") {
            if (!plain.empty()) plain.push_back('/');
            plain += part;
        }
        begin = end + 1;
    }
    return plain;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

int base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+' || c == '-') return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

std::optional<std::vector<std::byte>> from_base64(std::string_view coded) {
    std::vector<std::byte> bytes;
    bytes.reserve(coded.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : coded) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        if (c == '=') break;
        const int digit = base64_digit(c);
        if (digit < 0) return std::nullopt;
        bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<std::byte>((bits >> static_cast<unsigned>(count)) & 0xFFU));
        }
    }
    return bytes;
}

std::optional<std::vector<std::byte>> bytes_of_uri(std::string_view uri) {
    const std::size_t comma = uri.find(',');
    if (comma == std::string_view::npos || !uri.substr(0, comma).ends_with(";base64")) return std::nullopt;
    const std::string coded = without_percents(uri.substr(comma + 1));
    return coded.size() / 4 * 3 > largest_picture ? std::nullopt : from_base64(coded);
}

/// "IMG_20260601_093012", "微信图片_2026…", "屏幕截图", "图片 1": what cameras, telephones and Word call any picture.
bool is_named_by_machine(std::u32string_view words) {
    constexpr std::array<View, 14> devices = {U"IMG",        U"DSC",      U"DSCN",      U"PXL",         U"MVIMG",
                                              U"Screenshot", U"微信图片", U"微信截图",  U"QQ图片",      U"QQ截图",
                                              U"屏幕截图",   U"mmexport", U"wx_camera", U"企业微信截图"};
    constexpr std::array<View, 12> kinds = {U"图片",     U"图像",     U"图形", U"Picture", U"Image",          U"Grafik",
                                            U"电脑截图", U"手机截图", U"截图", U"截屏",    U"电脑萤幕的截图", U"图示"};
    const auto is_count = [](char32_t c) {
        return (c >= U'0' && c <= U'9') || is_one_of(c, U" _-.()（）:：年月日时分秒");
    };
    const auto followed_by_count = [&](View opening) {
        return words.starts_with(opening) && std::ranges::all_of(words.substr(opening.size()), is_count);
    };
    return std::ranges::any_of(devices, followed_by_count) || std::ranges::any_of(kinds, followed_by_count) ||
           words.starts_with(U"a picture containing") || words.starts_with(U"A picture containing") ||
           words.starts_with(U"图片包含") || words.starts_with(U"图形用户界面");
}

}  // namespace

Picture picture_at(std::string_view reference) {
    reference = trimmed(reference);
    if (reference.starts_with(data_scheme)) return {Picture::At::inside, std::string(reference)};
    // A page that was saved keeps what a server was asked for; no file's name has a question mark.
    const std::string path = without_percents(reference.substr(0, reference.find('?')));
    if (!has_scheme(reference))
        if (auto below = path_below(path)) return {Picture::At::beside, std::move(*below)};
    return {Picture::At::elsewhere, std::string(reference)};
}

std::optional<std::vector<std::byte>> bytes_inside(std::span<const std::byte> article_file, const Picture& picture) {
    if (picture.name.starts_with(data_scheme)) return bytes_of_uri(picture.name);
    const auto entry = zip_entry(article_file, picture.name, largest_picture);
    if (!entry) return std::nullopt;
    const auto bytes = std::as_bytes(std::span(*entry));
    return std::vector<std::byte>(bytes.begin(), bytes.end());
}

std::string shown_name(const Picture& picture) {
    constexpr std::size_t longest = 200;
    if (picture.name.starts_with(data_scheme)) return picture.name.substr(0, picture.name.find_first_of(";,"));
    return picture.name.size() <= longest ? picture.name : to_utf8(from_utf8(picture.name).substr(0, longest)) + "…";
}

std::u32string description_in(std::u32string_view alt) {
    std::u32string words = tidied(alt);
    // Word adds these to what it has guessed.
    for (const View remark :
         {View(U"描述已自动生成"), View(U"AI 生成的内容可能不正确。"), View(U"Description automatically generated"),
          View(U"AI-generated content may be incorrect.")})
        if (words.ends_with(remark)) words = tidied(View(words).substr(0, words.size() - remark.size()));
    if (!has_sayable(words) || words.find(U"://") != View::npos) return {};
    const std::size_t dot = words.rfind(U'.');
    const bool is_file =
        dot != View::npos && words.find(U' ') == View::npos && words.size() - dot >= 4 && words.size() - dot <= 5 &&
        std::ranges::all_of(View(words).substr(dot + 1), [](char32_t c) { return c < 0x80 && is_sayable(c); });
    if (is_named_by_machine(words)) return {};
    constexpr std::array<View, 12> empty_words = {U"图",    U"图片", U"照片", U"插图",    U"image", U"img",
                                                  U"photo", U"logo", U"icon", U"picture", U"pic"};
    if (is_file || std::ranges::find(empty_words, words) != empty_words.end()) return {};
    return words;
}

}  // namespace tingdu::text
