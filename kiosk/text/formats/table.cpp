#include "kiosk/text/formats/table.h"

#include <algorithm>

#include "kiosk/text/cleaning.h"

namespace tingdu::text {
namespace {

constexpr std::size_t most_columns = 1000;

/// Rows still covered, for each column, by a cell that began further up.
using Covered = std::vector<std::size_t>;

std::size_t next_free(Covered& covered, std::size_t column) {
    while (column < covered.size() && covered[column] > 0) --covered[column++];
    return column;
}

void cover(Covered& covered, std::size_t column, const Cell& cell) {
    const std::size_t end = std::min(column + std::max<std::size_t>(cell.columns, 1), most_columns);
    if (covered.size() < end && cell.rows > 1) covered.resize(end);
    for (std::size_t c = column; c < std::min(end, covered.size()); ++c) covered[c] = cell.rows - 1;
}

void append_cell(std::u32string& line, const std::u32string& name, std::u32string text, bool last) {
    if (!line.empty()) line.push_back(U'，');
    const bool named = !name.empty() && !text.starts_with(name);
    if (named) {
        line += name;
        if (name.back() != U'：' && name.back() != U':') line.push_back(U'：');
    }
    // "三楼。，周一" reads badly.
    while (!last && text.size() > 1 && std::u32string_view(U"。，；、").find(text.back()) != std::u32string_view::npos)
        text.pop_back();
    line += text;
}

}  // namespace

void add_table(Draft& draft, const std::vector<Row>& rows) {
    std::vector<std::u32string> names;
    Covered covered;
    const bool only_heads = std::ranges::all_of(rows, &Row::names_columns);
    for (const Row& row : rows) {
        const bool is_head = row.names_columns && !only_heads && row.cells.size() > 1;
        std::u32string line;
        std::size_t column = 0;
        std::size_t said_to = row.cells.size();
        while (said_to > 0 && !has_sayable(row.cells[said_to - 1].text)) --said_to;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Cell& cell = row.cells[i];
            column = next_free(covered, column);
            std::u32string text = tidied(cell.text);
            if (is_head) {
                names.resize(
                    std::max(names.size(), std::min(column + std::max<std::size_t>(cell.columns, 1), most_columns)));
                for (std::size_t c = column; c < std::min(column + cell.columns, names.size()); ++c) names[c] = text;
            } else if (!text.empty()) {
                append_cell(line, column < names.size() ? names[column] : std::u32string(), std::move(text),
                            i + 1 >= said_to);
            }
            cover(covered, column, cell);
            column += std::max<std::size_t>(cell.columns, 1);
        }
        next_free(covered, column);
        draft.add(BlockKind::table_row, line);
    }
}

}  // namespace tingdu::text
