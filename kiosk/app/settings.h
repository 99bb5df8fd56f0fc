// What a visitor may change, as steps: how fast, how loud, how large, which colours, how an article is shown. What a
// step means in numbers and words stands here once, for the eyes and for the ears.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "kiosk/base/diction.h"
#include "kiosk/wording/phrases.h"

namespace tingdu::app {

/// In the order in which the settings screen shows them.
enum class Setting : std::uint8_t {
    size,
    rate,
    volume,
    voice,
    clarity,  ///< what is done for somebody who cannot make it out; each step does what those before it do, too
    theme,
    lens,     ///< the sentence being said fills the lower screen
    pinyin,   ///< over the Hanzi of the lens
    onward,   ///< whether the voice goes on after a sentence
    dimming,  ///< of what is not being read
    line,     ///< below the line being read
    motion,
    touch,  ///< whether a touch acts, or first says what it would do
    reach,  ///< on a tall screen: all of it, or the lower half for whatever can be touched
    language,
    curtain,  ///< drawn: the screen shows nothing, for privacy
};
inline constexpr std::size_t setting_count = 16;

/// Steps count from 0. A new one holds the normal steps, which every visit begins with.
class Settings {
  public:
    [[nodiscard]] int operator[](Setting setting) const { return steps_[static_cast<std::size_t>(setting)]; }
    /// `step` must be one of the setting's.
    void set(Setting setting, int step) { steps_[static_cast<std::size_t>(setting)] = step; }
    friend bool operator==(const Settings&, const Settings&) = default;

  private:
    std::array<int, setting_count> steps_{1, 3, 3};
};

/// Speed as a factor of the normal one: seven steps from 50 to 200 % (VVSG 2.0, 7.1-K).
inline constexpr std::array<double, 7> rate_factors = {0.5, 0.65, 0.8, 1.0, 1.25, 1.6, 2.0};
/// Decibels over the normal loudness: 4 dB a step over 24 dB, the normal one 12 dB over the lowest (EN 301 549, 8.2.1).
inline constexpr std::array<double, 7> volume_db = {-12, -8, -4, 0, 4, 8, 12};
/// The loudest step that is no louder than this; the lowest where none is.
[[nodiscard]] int volume_step_within(double db);
/// Height of a capital letter in text that is read, in millimetres; the last is the largest that the screen's width
/// allows, and stands here as its least.
inline constexpr std::array<double, 4> capital_mm = {5.2, 7.4, 9.0, 11.0};

[[nodiscard]] Diction diction(const Settings& settings);

/// A word or two for the setting, and for each of its steps; the steps of `language` are the languages that there are.
struct SettingPhrases {
    wording::Phrase name;
    std::span<const wording::Phrase> steps;
};
[[nodiscard]] SettingPhrases phrases_of(Setting setting);

}  // namespace tingdu::app
