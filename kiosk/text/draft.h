// What a format gives before it is an Article: pieces in reading order and what the file says about itself.
// Formats fill it, the steps after them (page, kinds) change it, `assembled` makes the Article.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/article.h"

namespace tingdu::text {

/// A block to be, of any length; its text is tidied and not empty.
struct Piece {
    BlockKind kind{};
    std::u32string text;
    std::optional<std::size_t> picture{};  ///< in Draft::pictures
    bool is_link{};                        ///< all of it leads elsewhere
};

struct Draft {
    std::vector<Piece> pieces;
    std::u32string title;            ///< what the file names as its title apart from its text; may be empty
    std::u32string title_if_none{};  ///< if its text has none either
    std::optional<Date> date;
    std::optional<Date> date_if_none{};  ///< if nothing else has one
    std::optional<Date> last_day;        ///< named apart from the text
    std::u32string source;
    std::u32string summary;  ///< named apart from the text
    std::u32string site{};   ///< whose page it is, as its title ends
    std::vector<Problem> problems;
    std::vector<Picture> pictures;

    /// Adds a piece unless nothing is left of `raw` when it is tidied.
    void add(BlockKind kind, std::u32string_view raw);
    /// Adds a picture as it is described; one of which nothing is said is `unsaid_picture`.
    void add_picture(Picture picture, std::u32string_view alt);
    /// Adds the pieces of a draft of part of the text, with all that belongs to them.
    void add_part(Draft part);
    /// Adds a problem, the first of each kind and detail only.
    void report(Problem::Kind kind, std::size_t line, std::string detail = {});
};

/// The text joined, long pieces cut, the title found or taken from the file's name. Loses no character but white
/// space at a cut.
[[nodiscard]] OpenedArticle assembled(Draft draft, std::string_view file_name);

}  // namespace tingdu::text
