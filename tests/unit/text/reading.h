// What the tests of this room say an opened article with: UTF-8 in, UTF-8 out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/utf8.h"
#include "kiosk/text/open.h"

namespace tingdu::text {

inline Result<OpenedArticle> open(std::string_view bytes, std::string_view file_name = "文章.txt",
                                  const LookAtPicture& look = {}) {
    return open_article(std::as_bytes(std::span(bytes)), file_name, look);
}

inline std::string utf8(std::u32string_view text) {
    return to_utf8(text);
}

/// A line for each block: its kind, a '+' if it continues, and its text.
inline std::string outline(const Result<OpenedArticle>& opened) {
    if (!opened) return "fault " + std::to_string(static_cast<int>(opened.error().fault));
    constexpr const char* names[] = {"title", "heading", "paragraph", "item", "row", "caption", "note", "picture"};
    std::string lines;
    const Article& article = opened->article;
    for (const Block& block : article.blocks) {
        lines += names[static_cast<int>(block.kind)];
        lines += block.continues ? "+ " : " ";
        lines += utf8(std::u32string_view(article.text).substr(block.range.begin, block.range.size()));
        lines += '\n';
    }
    return lines;
}

/// Empty if every promise of article.h holds; else what is broken.
inline std::string broken_promise(const Article& article) {
    std::size_t at = 0;
    if (article.title.empty()) return "no title";
    for (const Block& block : article.blocks) {
        const std::u32string_view text =
            std::u32string_view(article.text).substr(block.range.begin, block.range.size());
        if (block.range.begin != at) return "blocks are not joined by one newline";
        if (text.empty() || text.size() > longest_block) return "a block is empty or too long";
        if (text.find(U'\n') != text.npos) return "a block holds a newline";
        if (block.picture.has_value() != (block.kind == BlockKind::picture)) return "a picture without its block";
        if (block.picture && *block.picture >= article.pictures.size()) return "a block of a picture that is not there";
        if (text.front() == U' ' || text.back() == U' ' || text.find(U"  ") != text.npos) return "stray spaces";
        if (block.kind == BlockKind::title && at != 0 && !block.continues) return "a title that is not first";
        if (block.range.end < article.text.size() && article.text[block.range.end] != U'\n')
            return "no newline after a block";
        at = block.range.end + 1;
    }
    if (!article.blocks.empty() && article.blocks.back().range.end != article.text.size())
        return "text after the last block";
    return {};
}

}  // namespace tingdu::text
