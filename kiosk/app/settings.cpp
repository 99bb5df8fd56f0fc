#include "kiosk/app/settings.h"

#include <algorithm>

namespace tingdu::app {
namespace {

using wording::Phrase;

constexpr Phrase size_steps[] = {Phrase::size_medium, Phrase::size_large, Phrase::size_very_large,
                                 Phrase::size_largest};
constexpr Phrase rate_steps[] = {Phrase::rate_slowest, Phrase::rate_very_slow, Phrase::rate_slower, Phrase::rate_normal,
                                 Phrase::rate_faster,  Phrase::rate_very_fast, Phrase::rate_fastest};
constexpr Phrase volume_steps[] = {Phrase::volume_softest, Phrase::volume_very_soft, Phrase::volume_softer,
                                   Phrase::volume_normal,  Phrase::volume_louder,    Phrase::volume_very_loud,
                                   Phrase::volume_loudest};
constexpr Phrase voice_steps[] = {Phrase::voice_low, Phrase::voice_high};
constexpr Phrase clarity_steps[] = {Phrase::clarity_off, Phrase::clarity_slower, Phrase::clarity_lower,
                                    Phrase::clarity_lifted, Phrase::clarity_apart};
constexpr Phrase theme_steps[] = {Phrase::theme_warm_white,      Phrase::theme_black_on_white,
                                  Phrase::theme_white_on_black,  Phrase::theme_yellow_on_black,
                                  Phrase::theme_black_on_yellow, Phrase::theme_night};
constexpr Phrase lens_steps[] = {Phrase::lens_off, Phrase::lens_on};
constexpr Phrase pinyin_steps[] = {Phrase::pinyin_off, Phrase::pinyin_on};
constexpr Phrase onward_steps[] = {Phrase::onward_on, Phrase::onward_off};
constexpr Phrase dimming_steps[] = {Phrase::dimming_on, Phrase::dimming_off};
constexpr Phrase line_steps[] = {Phrase::line_off, Phrase::line_on};
constexpr Phrase motion_steps[] = {Phrase::motion_on, Phrase::motion_off};
constexpr Phrase touch_steps[] = {Phrase::touch_acts, Phrase::touch_tells};
constexpr Phrase reach_steps[] = {Phrase::reach_all, Phrase::reach_lower};
constexpr Phrase curtain_steps[] = {Phrase::curtain_off, Phrase::curtain_on};

// What old ears miss first lies high and goes by fast. A fifth slower and three semitones lower are plainly heard and
// still the same voice; 8 dB make up for about a third of what is lost around 3 kHz at seventy (ISO 7029).
constexpr double clearer_rate = 0.8;
constexpr double clearer_pitch = 0.84;
constexpr double clearer_lift_db = 8;
constexpr double clearer_gap_s = 0.25;

}  // namespace

Diction diction(const Settings& settings) {
    Diction diction;
    diction.rate = rate_factors[static_cast<std::size_t>(settings[Setting::rate])];
    diction.voice = settings[Setting::voice];
    const int clarity = settings[Setting::clarity];
    if (clarity >= 1) diction.rate *= clearer_rate;
    if (clarity >= 2) diction.pitch = clearer_pitch;
    if (clarity >= 3) diction.lift_db = clearer_lift_db;
    if (clarity >= 4) diction.gap_s = clearer_gap_s;
    return diction;
}

SettingPhrases phrases_of(Setting setting) {
    switch (setting) {
        case Setting::size:
            return {Phrase::set_size, size_steps};
        case Setting::rate:
            return {Phrase::set_rate, rate_steps};
        case Setting::volume:
            return {Phrase::set_volume, volume_steps};
        case Setting::voice:
            return {Phrase::set_voice, voice_steps};
        case Setting::clarity:
            return {Phrase::set_clarity, clarity_steps};
        case Setting::theme:
            return {Phrase::set_theme, theme_steps};
        case Setting::lens:
            return {Phrase::set_lens, lens_steps};
        case Setting::pinyin:
            return {Phrase::set_pinyin, pinyin_steps};
        case Setting::onward:
            return {Phrase::set_onward, onward_steps};
        case Setting::dimming:
            return {Phrase::set_dimming, dimming_steps};
        case Setting::line:
            return {Phrase::set_line, line_steps};
        case Setting::motion:
            return {Phrase::set_motion, motion_steps};
        case Setting::touch:
            return {Phrase::set_touch, touch_steps};
        case Setting::reach:
            return {Phrase::set_reach, reach_steps};
        case Setting::language:
            return {Phrase::set_language, {}};
        case Setting::curtain:
            return {Phrase::set_curtain, curtain_steps};
    }
    return {};
}

int volume_step_within(double db) {
    const auto above = std::ranges::upper_bound(volume_db, db);
    return std::max(static_cast<int>(above - volume_db.begin()) - 1, 0);
}

}  // namespace tingdu::app
