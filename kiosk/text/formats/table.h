// A table as it is read aloud: a block for each row, each cell after the name of its column.
// It takes rows of cells from any format and knows no markup.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/text/draft.h"

namespace tingdu::text {

struct Cell {
    std::u32string text;                                         ///< as it came; tidied when the table is read
    std::size_t columns{1};                                      ///< how many columns it spans
    std::size_t rows{1};                                         ///< how many rows it spans
    std::vector<std::pair<Picture, std::u32string>> pictures{};  ///< with their descriptions
    bool stands_out{};                                           ///< all in bold, or said to be a head
};

/// What spans rows is said again in each of them if it is no longer, in code points.
inline constexpr std::size_t longest_said_again = 60;

/// What a cell may span at most; beyond it a document is mistaken, or means harm. In columns or rows.
inline constexpr std::size_t widest_span = 1000;

struct Row {
    std::vector<Cell> cells;
    bool names_columns{};  ///< the head of the table, as the format says
};

using Rows = std::deque<Row>;

/// Adds "窗口：3号，时间：九点" for each row below a head, "3号，九点" where there is no head, and "姓名：王强" where
/// cells only name what stands beside them. A first row that looks the part is a head, too; below a head of several
/// rows a cell is named by all that stand over it. Empty cells are passed over; a cell that spans rows is said in each
/// of them if it is short. Pictures follow their row, and where they only stand side by side each comes before what
/// stands below it.
void add_table(Draft& draft, Rows rows);

}  // namespace tingdu::text
