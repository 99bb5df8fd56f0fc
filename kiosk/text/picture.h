// The pictures that an article names: which of them may be opened, where their bytes lie, what they are called.
// The way to a file beside the article is told from every way that leads elsewhere; nothing is opened or decoded here.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tingdu::text {

struct Picture {
    enum class At {
        beside,     ///< a file in the article's own folder or below it
        inside,     ///< in the article's own file
        elsewhere,  ///< on the net, in another folder: never looked at
    };
    At at{};
    std::string name;  ///< beside: the path from the article's folder; inside: a zip's entry or a data: URI
    int width_px{};    ///< as it is looked at; 0 for one that cannot be shown
    int height_px{};
    friend bool operator==(const Picture&, const Picture&) = default;
};

/// No file of a picture may be larger, in bytes.
inline constexpr std::size_t largest_picture = 32U << 20U;

/// What the reference of a page or a Markdown file leads to: a path as browsers read it, or a data: URI.
[[nodiscard]] Picture picture_at(std::string_view reference);

/// The bytes of a picture that lies inside its article's file; nothing if it is not there, broken or too large.
[[nodiscard]] std::optional<std::vector<std::byte>> bytes_inside(std::span<const std::byte> article_file,
                                                                 const Picture& picture);

/// The name for people who mend the article.
[[nodiscard]] std::string shown_name(const Picture& picture);

/// What a description says of its picture, tidied; empty where it says nothing: a file's name, "图片".
[[nodiscard]] std::u32string description_in(std::u32string_view alt);

}  // namespace tingdu::text
