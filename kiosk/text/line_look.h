// How a line looks to a reader who has not read it: whether it ends as a sentence, whether it is numbered.
// Telling titles, headings and items apart all begin here.
#pragma once

#include <string_view>

namespace tingdu::text {

/// Its last character, closing quotes and brackets aside, is one that a title or heading does not end with.
[[nodiscard]] bool ends_as_sentence(std::u32string_view line);
/// The same, but that a title may exclaim or ask.
[[nodiscard]] bool ends_as_statement(std::u32string_view line);

enum class Numbering {
    none,
    part,               ///< 第一阶段, 第三章
    chinese,            ///< 一、
    chinese_bracketed,  ///< （一）
    arabic,             ///< 1. 1、 1）
    arabic_bracketed,   ///< （1）
    circled,            ///< ①
    bullet,             ///< • ● ■, and - * + before a space
};

/// `line` is not empty.
[[nodiscard]] Numbering numbering_of(std::u32string_view line);

/// "地点：市民中心": a few letters or Hanzi, a colon, and what they are the label of.
[[nodiscard]] bool begins_with_label(std::u32string_view line);

/// A bullet, or a mark that only menus begin with: > » |. `line` is not empty.
[[nodiscard]] bool has_menu_mark(std::u32string_view line);
/// What follows the bullets, menu marks and blanks that `line` begins with.
[[nodiscard]] std::u32string_view without_menu_marks(std::u32string_view line);

}  // namespace tingdu::text
