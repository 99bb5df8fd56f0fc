#include "kiosk/app/settings.h"

#include <algorithm>
#include <span>

namespace tingdu::app {
namespace {

struct Name {
    std::u32string_view chinese;
    std::u32string_view english;

    [[nodiscard]] std::u32string_view in(Language language) const {
        return language == Language::mandarin ? chinese : english;
    }
};

constexpr Name size_names[] = {{U"中号字", U"medium type"},
                               {U"大号字", U"large type"},
                               {U"特大字", U"very large type"},
                               {U"最大字", U"largest type"}};
constexpr Name rate_names[] = {{U"最慢", U"slowest"},          {U"很慢", U"very slow"}, {U"慢一点", U"slower"},
                               {U"正常速度", U"normal speed"}, {U"快一点", U"faster"},  {U"很快", U"very fast"},
                               {U"最快", U"fastest"}};
constexpr Name volume_names[] = {{U"最小声", U"softest"},         {U"很小声", U"very soft"}, {U"小声一点", U"softer"},
                                 {U"正常音量", U"normal volume"}, {U"大声一点", U"louder"},  {U"很大声", U"very loud"},
                                 {U"最大声", U"loudest"}};
constexpr Name theme_names[] = {{U"暖白", U"warm white"},          {U"白底黑字", U"black on white"},
                                {U"黑底白字", U"white on black"},  {U"黑底黄字", U"yellow on black"},
                                {U"黄底黑字", U"black on yellow"}, {U"夜间", U"night"}};
constexpr Name lens_names[] = {{U"整页", U"whole page"}, {U"大字幕", U"big subtitle"}};
constexpr Name pinyin_names[] = {{U"不注音", U"no pinyin"}, {U"注拼音", U"pinyin"}};
constexpr Name onward_names[] = {{U"一直读", U"reads on"}, {U"读一句停", U"stops after each"}};
constexpr Name dimming_names[] = {{U"别处变淡", U"dims the rest"}, {U"不变淡", U"all alike"}};
constexpr Name line_names[] = {{U"不画线", U"no line"}, {U"画线", U"line"}};
constexpr Name language_names[] = {{U"中文", U"中文"}, {U"English", U"English"}};
constexpr Name curtain_names[] = {{U"亮着", U"shown"}, {U"遮住", U"hidden"}};
constexpr Name motion_names[] = {{U"慢慢移动", U"gliding"}, {U"不动画", U"still"}};

struct Described {
    Name name;
    std::span<const Name> steps;
};

Described described(Setting setting) {
    switch (setting) {
        case Setting::size:
            return {{U"字的大小", U"Size of type"}, size_names};
        case Setting::rate:
            return {{U"快慢", U"Speed"}, rate_names};
        case Setting::volume:
            return {{U"声音大小", U"Loudness"}, volume_names};
        case Setting::theme:
            return {{U"颜色", U"Colours"}, theme_names};
        case Setting::lens:
            return {{U"大字幕", U"Big subtitle"}, lens_names};
        case Setting::pinyin:
            return {{U"拼音", U"Pinyin"}, pinyin_names};
        case Setting::onward:
            return {{U"读法", U"Reading"}, onward_names};
        case Setting::dimming:
            return {{U"没读到的字", U"Other sentences"}, dimming_names};
        case Setting::line:
            return {{U"阅读线", U"Reading line"}, line_names};
        case Setting::motion:
            return {{U"翻动", U"Motion"}, motion_names};
        case Setting::language:
            return {{U"语言 Language", U"Language 语言"}, language_names};
        case Setting::curtain:
            return {{U"屏幕", U"Screen"}, curtain_names};
    }
    return {};
}

}  // namespace

void Settings::set(Setting setting, int step) {
    steps_[static_cast<std::size_t>(setting)] = std::clamp(step, 0, step_count(setting) - 1);
}

int step_count(Setting setting) {
    return static_cast<int>(described(setting).steps.size());
}

double rate_factor(const Settings& settings) {
    return rate_factors[static_cast<std::size_t>(settings[Setting::rate])];
}

double gain_db(const Settings& settings) {
    return volume_db[static_cast<std::size_t>(settings[Setting::volume])];
}

std::u32string_view name_of(Setting setting, Language language) {
    return described(setting).name.in(language);
}

std::u32string_view step_name(Setting setting, int step, Language language) {
    return described(setting).steps[static_cast<std::size_t>(step)].in(language);
}

}  // namespace tingdu::app
