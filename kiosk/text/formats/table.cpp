#include "kiosk/text/formats/table.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "kiosk/base/characters.h"
#include "kiosk/text/cleaning.h"

namespace tingdu::text {
namespace {

constexpr std::size_t most_columns = 1000;

/// What reaches down into the rows below: into how many, and what it says there in a few words.
struct Above {
    std::size_t rows{};
    std::u32string text;
};
using Covered = std::vector<Above>;  ///< for each column

/// Past what reaches down from above, of which `say` is told.
std::size_t next_free(Covered& covered, std::size_t column, const auto& say) {
    for (; column < covered.size() && covered[column].rows > 0; ++column) {
        --covered[column].rows;
        if (!covered[column].text.empty()) say(column, covered[column].text);
    }
    return column;
}

void cover(Covered& covered, std::size_t column, const Cell& cell, const std::u32string& text) {
    const std::size_t end = std::min(column + std::max<std::size_t>(cell.columns, 1), most_columns);
    if (covered.size() < end && cell.rows > 1) covered.resize(end);
    for (std::size_t c = column; c < std::min(end, covered.size()); ++c)
        covered[c] = {cell.rows - 1, c == column && text.size() <= longest_said_again ? text : std::u32string()};
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

using View = std::u32string_view;

/// "姓 名" is 姓名, and "补助（元）" is 补助.
std::u32string bare_name(View text) {
    std::u32string name = without_blanks(text.substr(0, text.find_first_of(U"（(")));
    while (!name.empty() && is_one_of(name.back(), U"：:")) name.pop_back();
    return name;
}

/// "姓 名" is only spread over its cell.
std::u32string drawn_together(const std::u32string& name) {
    std::u32string dense = without_blanks(name);
    return std::ranges::all_of(dense, is_hanzi) ? dense : name;
}

/// Words that only ever name a column.
bool names_a_column(View as_shown) {
    const std::u32string text = bare_name(as_shown);
    constexpr std::array endings = {
        View(U"名称"),   View(U"姓名"),   View(U"时间"), View(U"日期"),  View(U"地点"),   View(U"地址"),
        View(U"电话"),   View(U"方式"),   View(U"内容"), View(U"项目"),  View(U"事项"),   View(U"金额"),
        View(U"费用"),   View(U"价格"),   View(U"标准"), View(U"数量"),  View(U"人数"),   View(U"单位"),
        View(U"序号"),   View(U"备注"),   View(U"说明"), View(U"窗口"),  View(U"材料"),   View(U"要求"),
        View(U"条件"),   View(U"类别"),   View(U"类型"), View(U"部门"),  View(U"科室"),   View(U"站名"),
        View(U"線路"),   View(U"线路"),   View(U"號碼"), View(U"号码"),  View(U"時間"),   View(U"電話"),
        View(U"項目"),   View(U"金額"),   View(U"費用"), View(U"內容"),  View(U"備註"),   View(U"說明"),
        View(U"Name"),   View(U"Time"),   View(U"Date"), View(U"Place"), View(U"Phone"),  View(U"Address"),
        View(U"Fee"),    View(U"Price"),  View(U"Item"), View(U"Note"),  View(U"Notes"),  View(U"Office"),
        View(U"Hours"),  View(U"Day"),    View(U"职务"), View(U"性别"),  View(U"年龄"),   View(U"补助"),
        View(U"补贴"),   View(U"等级"),   View(U"档次"), View(U"时限"),  View(U"期限"),   View(U"主体"),
        View(U"预算数"), View(U"决算数"), View(U"合计"), View(U"比例"),  View(U"邮编"),   View(U"身份证号"),
        View(U"民族"),   View(U"籍贯"),   View(U"学历"), View(U"标题"),  View(U"负责人"), View(U"联系人"),
        View(U"班次"),   View(U"星期")};
    return std::ranges::any_of(endings, [&](View ending) { return text.ends_with(ending); });
}

constexpr std::size_t longest_name = 14;

bool may_name_a_column(View text) {
    return has_sayable(text) && text.size() <= longest_name && text.find_first_of(U"。；，！？：:") == View::npos;
}

/// "周一", "上午", "2025年", "三月", "第一季度": what follows on another of its kind from column to column.
bool is_of_a_series(View as_shown) {
    const std::u32string text = bare_name(as_shown);
    const View word = text;
    constexpr std::array<View, 6> parts_of_day = {U"早上", U"上午", U"中午", U"下午", U"晚上", U"全天"};
    const bool is_day = (word.starts_with(U"周") || word.starts_with(U"星期") || word.starts_with(U"礼拜")) &&
                        is_one_of(word.back(), U"一二三四五六日天末");
    const bool is_month = word.size() <= 3 && word.ends_with(U"月");
    const bool is_year =
        word.size() <= 6 && is_digit(word.front()) && (word.ends_with(U"年") || word.ends_with(U"年度"));
    return is_day || is_month || is_year || word.ends_with(U"季度") ||
           std::ranges::find(parts_of_day, word) != parts_of_day.end();
}

/// "15000", "30元", "95%": an amount, and no telephone.
bool is_amount(View text) {
    constexpr std::size_t longest_unit = 4;
    constexpr std::size_t most_digits = 7;
    std::size_t size = 0;
    while (size < text.size() && (is_digit(text[size]) || is_one_of(text[size], U",，."))) ++size;
    return size > 0 && size < most_digits && text.size() - size <= longest_unit;
}

/// Rows from one on.
struct Head {
    std::size_t first{};
    std::size_t end{};
};

/// A head in two storeys: beside what reaches down into the second one stands what names several columns there.
bool has_storeys(const std::vector<Cell>& cells) {
    return std::ranges::any_of(cells, [](const Cell& cell) { return cell.rows > 1; }) &&
           std::ranges::any_of(cells, [](const Cell& cell) { return cell.columns > 1 && cell.rows == 1; }) &&
           std::ranges::all_of(cells, [](const Cell& cell) {
               return may_name_a_column(tidied(cell.text)) && (cell.columns == 1 || cell.rows == 1);
           });
}

bool is_empty(const Cell& cell) {
    return !has_sayable(cell.text);
}

/// Each a short name of its own; the corner may be empty.
bool are_names(const std::vector<Cell>& cells) {
    std::set<std::u32string> names;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i == 0 && cells.size() > 2 && is_empty(cells[i])) continue;
        std::u32string name = tidied(cells[i].text);
        if (!may_name_a_column(name) || !names.insert(std::move(name)).second) return false;
    }
    return true;
}

/// Below its names in two storeys, the upper of which only span what stands below.
bool is_upper_storey(const std::vector<Cell>& cells, const std::vector<Cell>& below) {
    std::size_t columns = 0;
    for (const Cell& cell : cells) columns += cell.columns;
    return std::ranges::all_of(cells, [](const Cell& cell) { return cell.columns > 1; }) && below.size() == columns &&
           std::ranges::all_of(below, [](const Cell& cell) { return may_name_a_column(tidied(cell.text)); }) &&
           names_a_column(tidied(below.back().text));
}

bool has_digits(const Cell& cell) {
    return std::ranges::any_of(cell.text, is_digit);
}

/// Whether a row that could be a head is one, by the rows below it.
bool heads(const Rows& rows, std::size_t first) {
    const std::vector<Cell>& cells = rows[first].cells;
    const auto below = rows.begin() + static_cast<std::ptrdiff_t>(first) + 1;
    const auto all_below = [&](const auto& is_so) { return std::all_of(below, rows.end(), is_so); };
    if (std::ranges::all_of(cells, [](const Cell& cell) { return cell.stands_out || is_empty(cell); }) &&
        !all_below([](const Row& row) { return row.cells.size() > 1 && row.cells[1].stands_out; }))
        return true;
    if (cells.size() > 2 &&
        std::all_of(cells.begin() + 1, cells.end(), [](const Cell& cell) { return is_of_a_series(tidied(cell.text)); }))
        return true;
    if (std::ranges::any_of(cells, has_digits)) return false;
    if (names_a_column(tidied(cells.back().text)) || is_empty(cells.front())) return true;
    const bool labels_below = std::any_of(below, rows.end(), [](const Row& row) {
        return !row.cells.empty() && names_a_column(tidied(row.cells[0].text));
    });
    if (cells.size() == 2)  // "单位 某局" above "电话 12345" names nothing
        return rows.end() - below > 1 && !labels_below &&
               all_below([](const Row& row) { return row.cells.size() == 2 && is_amount(tidied(row.cells[1].text)); });
    if (labels_below) return false;
    if (names_a_column(tidied(cells.front().text)) && rows.end() - below > 1) return true;
    for (std::size_t column = 1; column < cells.size(); ++column)
        if (all_below(
                [&](const Row& row) { return row.cells.size() == cells.size() && has_digits(row.cells[column]); }))
            return true;
    return false;
}

/// Most tables out of Word and many pages do not say which row is their head. The first one below what spans the table
/// is, where each of its cells is a short name of its own and it looks the part: by its letters, by a word that names
/// nothing else, by days or years from column to column, by an empty corner, or by figures below it and none in it.
Head unsaid_head(const Rows& rows) {
    std::size_t first = 0;
    while (first < rows.size() && std::ranges::count_if(rows[first].cells, std::not_fn(is_empty)) < 2) ++first;
    if (first + 1 >= rows.size()) return {};
    const std::vector<Cell>& cells = rows[first].cells;
    if (has_storeys(cells)) {
        const std::size_t end = first + std::ranges::max(cells, {}, &Cell::rows).rows;
        return end < rows.size() ? Head{first, end} : Head{};
    }
    if (is_upper_storey(cells, rows[first + 1].cells) && first + 2 < rows.size()) return {first, first + 2};
    return are_names(cells) && heads(rows, first) ? Head{first, first + 1} : Head{};
}

/// Whether cells name what stands beside them: by their letters, where there are but two, or where words at every other
/// place name nothing else.
class Labels {
  public:
    /// Below a head of its own a table has none but by its letters.
    Labels(const Rows& rows, bool has_head) : are_two_(!has_head), are_pairs_(!has_head) {
        if (has_head) return;
        std::size_t words = 0;
        std::size_t known = 0;
        for (const Row& row : rows) {
            are_two_ = are_two_ && row.cells.size() <= 2;
            are_pairs_ = are_pairs_ && row.cells.size() % 2 == 0;
            constexpr std::size_t enough_to_tell = 200;
            for (std::size_t i = 0; i + 1 < row.cells.size() && words < enough_to_tell; i += 2, ++words)
                known += names_a_column(tidied(row.cells[i].text)) ? 1 : 0;
        }
        are_pairs_ = are_pairs_ && words > 1 && known * 2 >= words;
    }

    [[nodiscard]] bool names_next(const Row& row, std::size_t i) const {
        if (i + 1 >= row.cells.size() || is_empty(row.cells[i]) || is_empty(row.cells[i + 1])) return false;
        const std::u32string name = bare_name(tidied(row.cells[i].text));
        if (!may_name_a_column(name) || std::ranges::any_of(name, is_digit)) return false;
        const bool by_letters = row.cells[i].stands_out && !row.cells[i + 1].stands_out;
        return by_letters || ((are_two_ || are_pairs_) && i % 2 == 0);
    }

  private:
    bool are_two_;
    bool are_pairs_;
};

/// What the head calls each column, a name for each of its rows.
class Names {
  public:
    void begin() { columns_.clear(); }

    void put(std::size_t column, const Cell& cell, const std::u32string& text) {
        const std::size_t end = std::min(column + std::max<std::size_t>(cell.columns, 1), most_columns);
        if (columns_.size() < end) columns_.resize(end);
        for (std::size_t c = column; c < end; ++c)
            if (has_sayable(text) && (columns_[c].empty() || columns_[c].back() != text)) columns_[c].push_back(text);
    }

    /// What all columns that a cell spans have in common.
    [[nodiscard]] std::u32string of(std::size_t column, std::size_t width) const {
        if (column >= columns_.size()) return {};
        const std::vector<std::u32string>& first = columns_[column];
        std::size_t common = first.size();
        for (std::size_t c = column + 1; c < std::min(column + width, columns_.size()); ++c) {
            const auto differs = std::ranges::mismatch(first, columns_[c]).in1;
            common = std::min(common, static_cast<std::size_t>(differs - first.begin()));
        }
        std::u32string name;
        for (std::size_t i = 0; i < common; ++i) {
            if (!name.empty() && is_latin(name.back())) name.push_back(U' ');
            name += first[i];
        }
        return name;
    }

  private:
    std::vector<std::vector<std::u32string>> columns_;
};

void add_pictures(Draft& draft, const Row& row) {
    for (const Cell& cell : row.cells)
        for (const auto& [picture, description] : cell.pictures) draft.add_picture(picture, description);
}

/// Pictures side by side, and in the row below what is written under each.
bool are_pictures_and_captions(const Row& row, const Row& below) {
    constexpr std::size_t longest_caption = 40;
    return row.cells.size() == below.cells.size() &&
           std::ranges::all_of(row.cells, [](const Cell& cell) { return !has_sayable(cell.text); }) &&
           std::ranges::any_of(row.cells, [](const Cell& cell) { return !cell.pictures.empty(); }) &&
           std::ranges::all_of(below.cells, [](const Cell& cell) {
               return cell.pictures.empty() && tidied(cell.text).size() <= longest_caption;
           });
}

void add_pictures_with_captions(Draft& draft, const Row& row, const Row& below) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        for (const auto& [picture, description] : row.cells[i].pictures) draft.add_picture(picture, description);
        draft.add(row.cells[i].pictures.empty() ? BlockKind::paragraph : BlockKind::caption, below.cells[i].text);
    }
}

}  // namespace

void add_table(Draft& draft, Rows rows) {
    Names names;
    Covered covered;
    const bool only_heads = std::ranges::all_of(rows, &Row::names_columns);
    const bool says_none = std::ranges::none_of(rows, &Row::names_columns);
    const Head head = says_none ? unsaid_head(rows) : Head{};
    const Labels labels(rows, !says_none || head.end > 0);
    bool was_head = false;
    // Each row goes once it is said: all of them and what is said of them are more than there is room for.
    for (std::size_t r = 0; !rows.empty(); ++r) {
        const Row row = std::move(rows.front());
        rows.pop_front();
        if (!rows.empty() && are_pictures_and_captions(row, rows.front())) {
            add_pictures_with_captions(draft, row, rows.front());
            rows.pop_front();
            ++r;
            continue;
        }
        const bool is_said = row.names_columns && !only_heads && row.cells.size() > 1;
        const bool is_head = is_said || (was_head && row.names_columns) || (r >= head.first && r < head.end);
        if (is_head && !was_head) names.begin();
        was_head = is_head;
        std::u32string line;
        std::size_t column = 0;
        std::size_t said_to = row.cells.size();
        while (said_to > 0 && !has_sayable(row.cells[said_to - 1].text)) --said_to;
        // Whoever hears a row has not seen the one above.
        const auto say_again = [&](std::size_t at, const std::u32string& text) {
            if (!is_head && said_to > 0) append_cell(line, names.of(at, 1), text, false);
        };
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Cell& cell = row.cells[i];
            column = next_free(covered, column, say_again);
            const std::u32string text = tidied(cell.text);
            if (!is_head && names.of(column, 1).empty() && labels.names_next(row, i)) {
                append_cell(line, text, tidied(row.cells[i + 1].text), i + 2 >= said_to);
                for (const std::size_t told : {i, i + 1}) {
                    column = next_free(covered, column, say_again);
                    cover(covered, column, row.cells[told], tidied(row.cells[told].text));
                    column += std::max<std::size_t>(row.cells[told].columns, 1);
                }
                ++i;
                continue;
            }
            if (is_head) {
                names.put(column, cell, drawn_together(text));
            } else if (!text.empty()) {
                append_cell(line, names.of(column, cell.columns), text, i + 1 >= said_to);
            }
            cover(covered, column, cell, text);
            column += std::max<std::size_t>(cell.columns, 1);
        }
        next_free(covered, column, say_again);
        draft.add(BlockKind::table_row, line);
        add_pictures(draft, row);
    }
}

}  // namespace tingdu::text
