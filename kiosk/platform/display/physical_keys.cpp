#include "kiosk/platform/display/physical_keys.h"

#include <charconv>
#include <string_view>

#include <SDL_keyboard.h>

namespace tingdu::platform {
namespace {

constexpr std::string_view by_scancode = "scancode:";
constexpr std::string_view by_linux = "linux:";
constexpr std::string_view by_keysym = "keysym:";

static_assert(PhysicalKey::places == SDL_NUM_SCANCODES);

std::optional<int> number_after(std::string_view prefix, std::string_view name, int most) {
    if (!name.starts_with(prefix)) return std::nullopt;
    name.remove_prefix(prefix.size());
    int number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool whole = error == std::errc() && end == name.data() + name.size();
    return whole && number > 0 && number <= most ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<PhysicalKey> physical_key_named(const std::string& name) {
    constexpr int most_of_linux = 0x2FF;  // KEY_MAX of input-event-codes.h
    constexpr int most_of_unicode = 0x10FFFF;
    if (const auto number = number_after(by_scancode, name, PhysicalKey::places - 1)) return PhysicalKey{*number, 0};
    if (const auto number = number_after(by_linux, name, most_of_linux))
        return PhysicalKey{PhysicalKey::places + *number, 0};
    if (const auto number = number_after(by_keysym, name, most_of_unicode))
        return PhysicalKey{0, static_cast<char32_t>(*number)};
    const std::string as_sdl = name.starts_with("KP_") ? "Keypad " + name.substr(3) : name;
    const SDL_Scancode place = SDL_GetScancodeFromName(as_sdl.c_str());
    if (place == SDL_SCANCODE_UNKNOWN) return std::nullopt;
    return PhysicalKey{place, 0};
}

std::string name_of(PhysicalKey key) {
    if (key.place == 0) return std::string(by_keysym) + std::to_string(static_cast<unsigned>(key.sign));
    if (key.place >= PhysicalKey::places)
        return std::string(by_linux) + std::to_string(key.place - PhysicalKey::places);
    const auto place = static_cast<SDL_Scancode>(key.place);
    const std::string name = SDL_GetScancodeName(place);  // a few keys share one
    if (!name.empty() && SDL_GetScancodeFromName(name.c_str()) == place) return name;
    return std::string(by_scancode) + std::to_string(key.place);
}

}  // namespace tingdu::platform
