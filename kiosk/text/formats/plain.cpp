#include "kiosk/text/formats/plain.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/base/characters.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/formats/table.h"
#include "kiosk/text/line_look.h"

namespace tingdu::text {
namespace {

struct Line {
    std::u32string text;
    std::size_t width{};
    bool indented{};     ///< begins as Chinese and typewritten paragraphs do
    bool after_blank{};  ///< an empty line stands above
};

std::vector<Line> lines_of(std::u32string_view text) {
    std::size_t count = 1;
    for (std::size_t i = 1; i < text.size(); ++i) count += ends_line(text[i - 1]) && !ends_line(text[i]) ? 1 : 0;
    std::vector<Line> lines;
    lines.reserve(count);
    bool blank = false;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && !ends_line(text[end])) ++end;
        const std::u32string_view raw = text.substr(begin, end - begin);
        Line line{tidied(raw), 0, !raw.empty() && is_blank(raw.front()), blank};
        line.width = columns(line.text) + (line.indented ? 4 : 0);
        blank = line.text.empty();
        const bool crlf = end + 1 < text.size() && text[end] == U'\r' && text[end + 1] == U'\n';
        begin = end + (crlf ? 2 : 1);
        if (!line.text.empty()) lines.push_back(std::move(line));
    }
    return lines;
}

/// The width that the file was wrapped at; 0 where it evidently was not: some line is longer than any terminal, or
/// few lines are full, or the full ones end where sentences end.
std::size_t wrapped_at(const std::vector<Line>& lines) {
    constexpr std::size_t narrowest = 40;
    constexpr std::size_t widest = 100;
    std::size_t width = 0;
    for (const Line& line : lines) {
        const bool unbreakable = line.text.find(U' ') == std::u32string::npos && line.text.front() < 0x80;
        if (!unbreakable) width = std::max(width, line.width);
    }
    if (width < narrowest || width > widest) return 0;
    std::size_t full = 0;
    std::size_t broken = 0;
    std::size_t with_next = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i + 1].after_blank) continue;
        ++with_next;
        if (lines[i].width + 14 < width) continue;
        ++full;
        broken += ends_as_sentence(lines[i].text) ? 0 : 1;
    }
    constexpr std::size_t enough = 3;
    return broken >= enough && broken * 10 >= full * 6 && full * 2 >= with_next ? width : 0;
}

/// A line is full if the next one's first word would not have fitted, or if that plainly goes on in the middle of a
/// sentence.
bool is_full(const Line& line, const Line& next, std::size_t width) {
    std::size_t word = 0;
    while (word < next.text.size() && is_latin(next.text[word])) ++word;
    constexpr std::size_t ragged = 4;  // a full-width mark that may not begin a line takes a Hanzi down with it
    const bool goes_on = next.text[0] >= U'a' && next.text[0] <= U'z' && !ends_as_sentence(line.text);
    return line.width + std::max<std::size_t>(word + 1, ragged) >= width || (goes_on && line.width * 10 >= width * 7);
}

// ---- tables

using View = std::u32string_view;

/// "┌──┬──┐", "+----+----+": only how a table is drawn.
bool is_rule(View line) {
    const auto is_drawn = [](char32_t c) { return (c >= 0x2500 && c <= 0x257F) || is_one_of(c, U"+-=|｜—_ "); };
    return line.size() >= 3 && std::ranges::all_of(line, is_drawn) &&
           std::ranges::any_of(line, [](char32_t c) { return c == U'+' || (c >= 0x2500 && c <= 0x257F) || c == U'-'; });
}

/// What stands between tabs, or between the strokes of a drawn table; one where it is no row.
std::vector<std::u32string> cells_of(View line) {
    const bool has_strokes = line.find_first_of(U"│┃║") != View::npos ||
                             (std::ranges::count(line, U'|') > 1 && line.find_first_not_of(U" ") == line.find(U'|'));
    const View separators = has_strokes ? View(U"│┃║|") : View(U"\t");
    std::vector<std::u32string> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find_first_of(separators, begin), line.size());
        cells.push_back(tidied(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    if (has_strokes && cells.size() > 2) {  // outside the first and the last stroke is nothing
        if (cells.front().empty()) cells.erase(cells.begin());
        if (cells.back().empty()) cells.pop_back();
    }
    return cells;
}

/// A table as it is pasted out of a spreadsheet, or drawn with letters: where it begins and ends in the text, and what
/// is in it.
struct Drawn {
    std::size_t begin{};
    std::size_t end{};
    Rows rows;
};

std::vector<Drawn> tables_in(View text) {
    std::vector<Drawn> tables;
    constexpr View marks = U"\t│┃║|";
    if (text.find_first_of(marks) == View::npos) return tables;
    constexpr std::size_t fewest_rows = 2;
    Drawn table;
    const auto close = [&] {
        if (table.rows.size() >= fewest_rows) tables.push_back(std::move(table));
        table = {};
    };
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && !ends_line(text[end])) ++end;
        const View line = text.substr(begin, end - begin);
        const bool may_be_row = line.find_first_of(marks) != View::npos && line.front() != U'\t';
        std::vector<std::u32string> cells = may_be_row ? cells_of(line) : std::vector<std::u32string>();
        const auto filled = std::ranges::count_if(cells, [](const std::u32string& cell) { return !cell.empty(); });
        const bool fits = filled > 1 && (table.rows.empty() || table.rows.front().cells.size() == cells.size());
        const bool rules_off = is_rule(line);
        if (rules_off || fits) {
            if (table.end == 0) table.begin = begin;
            table.end = end;
        } else {
            close();
        }
        if (rules_off) {
            if (table.rows.size() == 1) table.rows.front().names_columns = true;
        } else if (fits) {
            table.rows.push_back({{}, false});
            for (std::u32string& cell : cells) table.rows.back().cells.push_back({std::move(cell), 1, 1, {}, false});
        }
        const bool crlf = end + 1 < text.size() && text[end] == U'\r' && text[end + 1] == U'\n';
        begin = end + (crlf ? 2 : 1);
    }
    close();
    return tables;
}

Draft read_lines(std::u32string text);

/// The lines around tables are read as lines.
Draft read_around(const std::u32string& text, std::vector<Drawn> tables) {
    Draft draft;
    std::size_t done = 0;
    for (Drawn& table : tables) {
        draft.add_part(read_lines(text.substr(done, table.begin - done)));
        add_table(draft, std::move(table.rows));
        done = table.end;
    }
    draft.add_part(read_lines(text.substr(std::min(done, text.size()))));
    return draft;
}

}  // namespace

Draft read_plain(std::u32string text) {
    std::vector<Drawn> tables = tables_in(text);
    return tables.empty() ? read_lines(std::move(text)) : read_around(text, std::move(tables));
}

namespace {

Draft read_lines(std::u32string text) {
    std::vector<Line> lines = lines_of(text);
    std::u32string().swap(text);  // twenty million letters take eighty million bytes, and there is not room for them
                                  // three times
    const std::size_t width = wrapped_at(lines);
    Draft draft;
    draft.pieces.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool flows_on = width > 0 && i > 0 && !lines[i].after_blank && !lines[i].indented &&
                              numbering_of(lines[i].text) == Numbering::none && is_full(lines[i - 1], lines[i], width);
        if (flows_on) {
            flow_on(draft.pieces.back().text, lines[i].text);
        } else if (width == 0) {
            draft.pieces.push_back({BlockKind::paragraph, std::move(lines[i].text)});  // nobody looks at it again
        } else {
            draft.pieces.push_back({BlockKind::paragraph, lines[i].text});
        }
        if (i > 0) std::u32string().swap(lines[i - 1].text);
    }
    return draft;
}

}  // namespace

}  // namespace tingdu::text
