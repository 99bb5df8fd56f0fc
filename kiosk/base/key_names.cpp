#include "kiosk/base/key_names.h"

#include <algorithm>
#include <array>

namespace tingdu {
namespace {

struct KeyName {
    std::string_view name;
    Key key;
};

constexpr auto names = std::to_array<KeyName>({
    {"up", Key::up},
    {"down", Key::down},
    {"left", Key::left},
    {"right", Key::right},
    {"select", Key::select},
    {"back", Key::back},
    {"home", Key::home},
    {"next", Key::next},
    {"previous", Key::previous},
    {"pause", Key::pause},
    {"repeat", Key::repeat},
    {"where", Key::where},
    {"help", Key::help},
    {"copy", Key::copy},
    {"slower", Key::slower},
    {"faster", Key::faster},
    {"cycle_rate", Key::cycle_rate},
    {"unclear", Key::unclear},
    {"quieter", Key::quieter},
    {"louder", Key::louder},
    {"smaller", Key::smaller},
    {"larger", Key::larger},
    {"theme", Key::theme},
    {"language", Key::language},
    {"pinyin", Key::pinyin},
    {"settings", Key::settings},
    {"curtain", Key::curtain},
    {"reach", Key::reach},
    {"resume", Key::resume},
    {"staff", Key::staff},
    {"switch_move", Key::switch_move},
    {"switch_choose", Key::switch_choose},
    {"0", Key::digit_0},
    {"1", Key::digit_1},
    {"2", Key::digit_2},
    {"3", Key::digit_3},
    {"4", Key::digit_4},
    {"5", Key::digit_5},
    {"6", Key::digit_6},
    {"7", Key::digit_7},
    {"8", Key::digit_8},
    {"9", Key::digit_9},
});

}  // namespace

std::optional<Key> key_named(std::string_view name) {
    const auto found = std::ranges::find(names, name, &KeyName::name);
    return found == names.end() ? std::nullopt : std::optional{found->key};
}

std::string_view name_of(Key key) {
    const auto found = std::ranges::find(names, key, &KeyName::key);
    return found == names.end() ? std::string_view() : found->name;
}

std::string all_key_names() {
    std::string all;
    for (const KeyName& each : names) all += " " + std::string(each.name);
    return all;
}

}  // namespace tingdu
