// What the name of a file or a folder says: its order, its own name, its kind. Staff put things in order by the number
// at the head of a name; visitors never see it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tingdu {

/// The last part of a path: "a/b.txt" → "b.txt", "a/b/" → "b".
[[nodiscard]] std::string name_in(std::string_view path);

/// "办事须知.docx" → "办事须知". An ending is Latin letters and digits, at most eight: "3.15晚会" has none.
[[nodiscard]] std::u32string_view without_ending(std::u32string_view name);

/// How many characters at the head of a name only put it in order: "03_", "（二）", "2、", "①" … 0 where a number
/// belongs to the name (2024年, 3.15, 三伏天).
[[nodiscard]] std::size_t ordering_prefix(std::u32string_view name);

/// The number that puts a name in order, if one does: that of its prefix, or that of "第三章", which stays part of it.
[[nodiscard]] std::optional<unsigned> ordering_number(std::u32string_view name);

}  // namespace tingdu
