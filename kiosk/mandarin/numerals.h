// Digits → the Hanzi they are said with.
// It knows nothing of what a number means in its sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tingdu::mandarin {

/// How the digit 1 is called where digits are said one by one: 幺 on the telephone, 一 elsewhere.
enum class One : bool { yi, yao };

/// 2024 → 二零二四. Anything but digits is left out.
[[nodiscard]] std::u32string digit_by_digit(std::u32string_view digits, One one = One::yi);

/// 101 → 一百零一, 20000 → 两万, 200 → 二百. Commas and leading zeros are passed over; more digits than 万亿 reaches
/// are said one by one.
[[nodiscard]] std::u32string cardinal(std::u32string_view digits);

/// A number as it stands in a text: 1,234.50
struct Numeral {
    std::size_t begin{};
    std::size_t end{};
    std::u32string whole;     ///< without the commas; empty for ".5"
    std::u32string fraction;  ///< empty if there is none

    [[nodiscard]] bool is_integer() const { return fraction.empty(); }
    /// 3.14 → 三点一四
    [[nodiscard]] std::u32string said() const;
    /// 0 for what does not fit.
    [[nodiscard]] int value() const;
};

/// The number that begins at `at`: digits, their thousands grouped by commas or not, and a fraction.
[[nodiscard]] std::optional<Numeral> numeral_at(std::u32string_view text, std::size_t at);

/// How many ASCII digits stand at `at`.
[[nodiscard]] std::size_t digits_at(std::u32string_view text, std::size_t at);
/// Their value if there are at most nine, 0 otherwise.
[[nodiscard]] int value_of(std::u32string_view digits);

}  // namespace tingdu::mandarin
