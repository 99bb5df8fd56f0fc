// A syllable of Standard Chinese with its tone, small enough to be kept by the million.
// Pinyin is its name; what the synthesizer must be fed for it is in phonemes.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tingdu::mandarin {

/// Tone 1 to 4, and 5 for the neutral tone.
class Syllable {
  public:
    constexpr Syllable() = default;
    /// From pinyin with a tone digit, ü as v: "lv4", "zhong1", "er5", "r5" for the 儿 of 花儿. Nothing for anything
    /// else.
    [[nodiscard]] static std::optional<Syllable> from_pinyin(std::string_view pinyin);
    /// The same syllable under a stable number below `count()`, and back; the number 0 is no syllable.
    [[nodiscard]] constexpr std::uint16_t number() const { return number_; }
    [[nodiscard]] static Syllable from_number(std::uint16_t number);
    [[nodiscard]] static std::uint16_t count();

    [[nodiscard]] int tone() const;
    [[nodiscard]] Syllable with_tone(int tone) const;
    /// "zhong1"; empty for no syllable.
    [[nodiscard]] std::string pinyin() const;

    friend constexpr bool operator==(Syllable, Syllable) = default;

  private:
    std::uint16_t number_ = 0;  // 5 × base + tone, bases numbered from 0 in the order of the table in syllable.cpp
};

}  // namespace tingdu::mandarin
