#include "kiosk/app/settings.h"

#include <cstddef>

namespace tingdu::app {
namespace {

struct Name {
    std::u32string_view chinese;
    std::u32string_view english;
};

constexpr std::array<Name, 7> rate_names = {{{U"最慢", U"slowest"},
                                             {U"很慢", U"very slow"},
                                             {U"慢一点", U"slower"},
                                             {U"正常速度", U"normal speed"},
                                             {U"快一点", U"faster"},
                                             {U"很快", U"very fast"},
                                             {U"最快", U"fastest"}}};
constexpr std::array<Name, 7> volume_names = {{{U"最小声", U"softest"},
                                               {U"很小声", U"very soft"},
                                               {U"小声一点", U"softer"},
                                               {U"正常音量", U"normal volume"},
                                               {U"大声一点", U"louder"},
                                               {U"很大声", U"very loud"},
                                               {U"最大声", U"loudest"}}};
constexpr std::array<Name, 4> size_names = {{{U"中号字", U"medium type"},
                                             {U"大号字", U"large type"},
                                             {U"特大字", U"very large type"},
                                             {U"最大字", U"largest type"}}};

template <std::size_t Count>
std::u32string_view name(const std::array<Name, Count>& names, int step, Language language) {
    const Name& chosen = names[static_cast<std::size_t>(step)];
    return language == Language::mandarin ? chosen.chinese : chosen.english;
}

}  // namespace

std::u32string_view rate_name(int step, Language language) {
    return name(rate_names, step, language);
}
std::u32string_view volume_name(int step, Language language) {
    return name(volume_names, step, language);
}
std::u32string_view size_name(int step, Language language) {
    return name(size_names, step, language);
}

}  // namespace tingdu::app
