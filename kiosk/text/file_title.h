// The title that a file's name gives: without the number that puts it in order and without its kind.
// What a number in front means is decided in base/file_name, for folders too.
#pragma once

#include <string>
#include <string_view>

namespace tingdu::text {

/// "03_办事须知.docx" → "办事须知", "（二）收费标准.txt" → "收费标准", "2024年报.md" → "2024年报". Never empty unless
/// the name is.
[[nodiscard]] std::u32string title_of_file(std::string_view file_name);

}  // namespace tingdu::text
