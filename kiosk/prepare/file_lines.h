// Where in its file a place of an article stands, for whoever has to mend it there with an editor.
// It compares texts; it knows no format and opens nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/article.h"

namespace tingdu::prepare {

class FileLines {
  public:
    /// `file` is the whole file as characters; empty where it has no lines of its own.
    FileLines(std::u32string file, const text::Article& article);

    /// From 1. The file's line if the block is found in it as it is shown, else the line of the shown text.
    [[nodiscard]] std::size_t line_of(std::size_t offset) const;
    /// The first line of the file that has these words; 0 if none does.
    [[nodiscard]] std::size_t line_with(std::u32string_view words) const;

  private:
    std::u32string file_;
    const text::Article& article_;
    std::vector<std::size_t> begins_;  // of each block, in the file; npos where it is not found
};

}  // namespace tingdu::prepare
