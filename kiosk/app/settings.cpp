#include "kiosk/app/settings.h"

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

}  // namespace

double rate_factor(const Settings& settings) {
    return rate_factors[static_cast<std::size_t>(settings[Setting::rate])];
}

double gain_db(const Settings& settings) {
    return volume_db[static_cast<std::size_t>(settings[Setting::volume])];
}

SettingPhrases phrases_of(Setting setting) {
    switch (setting) {
        case Setting::size:
            return {Phrase::set_size, size_steps};
        case Setting::rate:
            return {Phrase::set_rate, rate_steps};
        case Setting::volume:
            return {Phrase::set_volume, volume_steps};
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

}  // namespace tingdu::app
