// What there is to read, as a value: one text, cut into blocks, with what is known about it.
// It knows nothing of files, screens or voices. Every other room points into `text` by code points.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/base/text_range.h"

namespace tingdu::text {

using tingdu::Date;

/// A list item's bullet is not part of its text, its number is. A table row says the names of its columns.
enum class BlockKind { title, heading, paragraph, list_item, table_row, caption, note };

/// A stretch of `Article::text` that stands by itself on screen. Never empty, never holds a newline.
/// A paragraph longer than `longest_block` is cut at ends of sentences; the later parts bear `continues`.
struct Block {
    BlockKind kind{};
    TextRange range;
    bool continues{};  ///< follows the block before without a paragraph gap
    friend bool operator==(const Block&, const Block&) = default;
};

/// So that nothing ever lays out or analyses more than this at once. Code points.
inline constexpr std::size_t longest_block = 600;

struct Article {
    std::u32string text;        ///< shown and read, whole: the blocks in order, one '\n' between two
    std::vector<Block> blocks;  ///< in reading order, ranges rising; the title, if the text has one, comes first
    std::u32string title;       ///< never empty: the title block's text, or the file's name without number and kind
    std::optional<Date> date;
    std::u32string source;         ///< who published it; may be empty
    std::optional<Date> last_day;  ///< after which what it says is over, where it names one
};

/// Something in a file that was mended while it was read. `line` counts from 1; 0 where there are no lines.
struct Problem {
    enum class Kind {
        broken_bytes,     ///< bytes that no character has, shown as U+FFFD
        unpaired_markup,  ///< markup that does not close
        dropped,          ///< something that cannot be read aloud or shown was left out; `detail` names it
        too_deep,         ///< nesting beyond the limit was flattened
    };
    Kind kind{};
    std::size_t line{};
    std::string detail;  ///< UTF-8
    friend bool operator==(const Problem&, const Problem&) = default;
};

struct OpenedArticle {
    Article article;
    std::vector<Problem> problems;
};

}  // namespace tingdu::text
