#include "kiosk/prepare/file_lines.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tingdu::prepare {
namespace {

constexpr auto nowhere = std::u32string::npos;

std::size_t lines_before(std::u32string_view text, std::size_t place) {
    return static_cast<std::size_t>(std::ranges::count(text.substr(0, place), U'\n')) + 1;
}

}  // namespace

FileLines::FileLines(std::u32string file, const text::Article& article) : file_(std::move(file)), article_(article) {
    // Long enough to be this block and no other, short enough to stand before any markup.
    constexpr std::size_t head = 6;
    std::size_t from = 0;
    for (const text::Block& block : article.blocks) {
        const std::u32string_view shown =
            std::u32string_view(article.text).substr(block.range.begin, block.range.size());
        const std::size_t found = file_.find(shown.substr(0, head), from);
        begins_.push_back(found);
        if (found != nowhere) from = found + 1;
    }
}

std::size_t FileLines::line_of(std::size_t offset) const {
    for (std::size_t block = 0; block < article_.blocks.size(); ++block) {
        const TextRange range = article_.blocks[block].range;
        if (!range.contains(offset) || begins_[block] == nowhere) continue;
        // Markup only adds characters, so the place is not before its distance from the block's begin.
        const std::size_t least = begins_[block] + (offset - range.begin);
        const std::size_t found = file_.find(article_.text[offset], std::min(least, file_.size()));
        return lines_before(file_, found == nowhere ? begins_[block] : found);
    }
    return lines_before(article_.text, offset);
}

std::size_t FileLines::line_with(std::u32string_view words) const {
    const std::size_t found = words.empty() ? nowhere : file_.find(words);
    return found == nowhere ? 0 : lines_before(file_, found);
}

}  // namespace tingdu::prepare
