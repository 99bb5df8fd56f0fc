// What there is to read, as a value: one text, cut into blocks, with what is known about it.
// It knows nothing of files, screens or voices. Every other room points into `text` by code points.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/base/text_range.h"
#include "kiosk/text/picture.h"

namespace tingdu::text {

using tingdu::Date;

/// A list item's bullet is not part of its text, its number is. A table row says the names of its columns. The text of
/// a picture is its description.
enum class BlockKind { title, heading, paragraph, list_item, table_row, caption, note, picture };

/// The whole text of a picture without a description: it takes a place in the article, and nobody says it. A visitor
/// who sees needs no word for it, and one who does not has nothing of "图片".
inline constexpr char32_t unsaid_picture = 0xFFFC;

/// A stretch of `Article::text` that stands by itself on screen. Never empty, never holds a newline.
/// A paragraph longer than `longest_block` is cut at ends of sentences; the later parts bear `continues`.
struct Block {
    BlockKind kind{};
    TextRange range;
    bool continues{};                      ///< follows the block before without a paragraph gap
    std::optional<std::size_t> picture{};  ///< in `Article::pictures`
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
    std::vector<Picture> pictures;
};

/// Something in a file that was mended while it was read. `line` counts from 1; 0 where there are no lines.
struct Problem {
    enum class Kind {
        broken_bytes,     ///< bytes that no character has, shown as U+FFFD
        unpaired_markup,  ///< markup that does not close
        dropped,          ///< something that cannot be read aloud or shown was left out; `detail` names it
        too_deep,         ///< nesting beyond the limit was flattened
        only_links,       ///< a page that leads to others and says nothing by itself
        // Of a picture, named by `detail`. Its description is said all the same.
        picture_missing,    ///< no such file
        picture_elsewhere,  ///< not in the article's folder
        picture_damaged,
        picture_too_large,   ///< its file, or it itself
        picture_of_no_kind,  ///< of a kind that is not shown, or no picture
        picture_unsaid,      ///< shown, but without description and caption
    };
    Kind kind{};
    std::size_t line{};
    std::string detail;  ///< UTF-8
    friend bool operator==(const Problem&, const Problem&) = default;
};

[[nodiscard]] constexpr bool is_of_picture(Problem::Kind kind) {
    return kind >= Problem::Kind::picture_missing;
}

/// Of a picture that has no name whoever wrote the article would know: its detail is which of them it is, from 1.
[[nodiscard]] inline bool is_numbered(const Problem& problem) {
    return is_of_picture(problem.kind) && !problem.detail.empty() &&
           problem.detail.find_first_not_of("0123456789") == std::string::npos;
}

struct OpenedArticle {
    Article article;
    std::vector<Problem> problems;
};

}  // namespace tingdu::text
