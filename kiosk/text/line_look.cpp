#include "kiosk/text/line_look.h"

#include <algorithm>

#include "kiosk/base/characters.h"
#include "kiosk/text/cleaning.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;

constexpr View chinese_numerals = U"一二三四五六七八九十百零〇";
constexpr View arabic_digits = U"0123456789０１２３４５６７８９";

std::size_t count_of(View line, View set) {
    return std::min(line.find_first_not_of(set), line.size());
}

bool ends_with_one_of(View line, View marks) {
    while (!line.empty() && is_one_of(line.back(), U"”’」』）】\")")) line.remove_suffix(1);
    return !line.empty() && is_one_of(line.back(), marks);
}

constexpr View bullets = U"•·●○■□◆◇▪▫▶►◦‣⁃∙✓✔√☆★➢➤❖";
constexpr View dash_bullets = U"-*+–";
constexpr View menu_marks = U">›»＞|｜";

bool is_part(View line) {
    if (!line.starts_with(U"第")) return false;
    const std::size_t digits =
        std::max(count_of(line.substr(1), chinese_numerals), count_of(line.substr(1), arabic_digits));
    const View unit = line.substr(1 + digits);
    if (digits == 0 || unit.empty()) return false;
    return is_one_of(unit[0], U"章节编篇步") || unit.starts_with(U"部分") || unit.starts_with(U"阶段");
}

}  // namespace

bool ends_as_sentence(View line) {
    return ends_with_one_of(line, U"。！？；，：、!?;:,….");
}

bool ends_as_statement(View line) {
    return ends_with_one_of(line, U"。；，：、;:,….");
}

Numbering numbering_of(View line) {
    if (is_one_of(line[0], bullets)) return Numbering::bullet;
    if (is_one_of(line[0], dash_bullets) && line.size() > 1 && line[1] == U' ') return Numbering::bullet;
    if (line[0] >= U'①' && line[0] <= U'⑳') return Numbering::circled;
    if (is_part(line)) return Numbering::part;

    const bool bracketed = is_one_of(line[0], U"（(");
    const View rest = line.substr(bracketed ? 1 : 0);
    const std::size_t chinese = count_of(rest, chinese_numerals);
    const std::size_t size = std::max(chinese, count_of(rest, arabic_digits));
    constexpr std::size_t longest_number = 3;
    if (size == 0 || size > longest_number || size >= rest.size()) return Numbering::none;
    const char32_t mark = rest[size];
    if (bracketed && !is_one_of(mark, U"）)")) return Numbering::none;
    if (bracketed) return chinese > 0 ? Numbering::chinese_bracketed : Numbering::arabic_bracketed;
    if (chinese > 0) return is_one_of(mark, U"、．.") ? Numbering::chinese : Numbering::none;
    const bool in_a_number = is_one_of(mark, U".．") && size + 1 < rest.size() && is_digit(rest[size + 1]);
    return is_one_of(mark, U"、.．)）") && !in_a_number ? Numbering::arabic : Numbering::none;
}

bool begins_with_label(View line) {
    constexpr std::size_t longest = 8;
    const std::size_t colon = line.substr(0, longest + 1).find_first_of(U"：:");
    return colon != View::npos && colon >= 2 && colon + 1 < line.size() &&
           std::ranges::all_of(line.substr(0, colon), [](char32_t c) { return is_hanzi(c) || is_latin(c); });
}

bool has_menu_mark(View line) {
    return is_one_of(line[0], menu_marks) || numbering_of(line) == Numbering::bullet;
}

View without_menu_marks(View line) {
    const auto is_mark = [](char32_t c) {
        return is_blank(c) || is_one_of(c, bullets) || is_one_of(c, dash_bullets) || is_one_of(c, menu_marks);
    };
    while (!line.empty() && is_mark(line.front())) line.remove_prefix(1);
    return line;
}

}  // namespace tingdu::text
