#include <algorithm>

#include "kiosk/app/update.h"

namespace tingdu::app {
namespace {

const Reachable* under(int x, int y, const std::vector<Reachable>& on_screen) {
    const auto hit = std::find_if(on_screen.rbegin(), on_screen.rend(), [&](const Reachable& place) {
        return place.x <= x && x < place.x + place.width && place.y <= y && y < place.y + place.height;
    });
    return hit == on_screen.rend() ? nullptr : &*hit;
}

struct Entries {
    int first = -1;
    int last = -1;
};

/// The entries of the list that are on the screen now.
Entries shown_entries(const std::vector<Reachable>& on_screen) {
    Entries entries;
    for (const Reachable& place : on_screen)
        if (const auto* choice = std::get_if<Choice>(&place.press)) {
            entries.first = entries.first < 0 ? choice->entry : std::min(entries.first, choice->entry);
            entries.last = std::max(entries.last, choice->entry);
        }
    return entries;
}

/// A digit chooses the entry on the screen whose number ends with it.
Message of_digit(Key key, const std::vector<Reachable>& on_screen) {
    const int digit = static_cast<int>(key) - static_cast<int>(Key::digit_0);
    const auto [first, last] = shown_entries(on_screen);
    for (int entry = std::max(first, 0); entry <= last; ++entry)
        if ((entry + 1) % 10 == digit) return Pressed{Choice{entry}};
    return Pressed{key};
}

/// On a list of several pages left and right turn the page.
Message of_key(Key key, const State& state, const std::vector<Reachable>& on_screen) {
    if (key >= Key::digit_0) return of_digit(key, on_screen);
    const auto [first, last] = shown_entries(on_screen);
    const int count = entry_count(state);
    if (state.screen == Screen::articles && last >= 0 && last - first + 1 < count) {
        if (key == Key::right && last + 1 < count) return Focused{last + 1};
        if (key == Key::left && first > 0) return Focused{std::max(0, first - (last - first + 1))};
    }
    return Pressed{key};
}

}  // namespace

std::optional<Message> intent(const InputEvent& event, const State& state, const std::vector<Reachable>& on_screen) {
    if (const auto* key = std::get_if<KeyDown>(&event)) return of_key(key->key, state, on_screen);
    if (const auto* touch = std::get_if<TouchDown>(&event)) {
        const Reachable* place = under(touch->x, touch->y, on_screen);
        return Held{place ? std::optional(place->press) : std::nullopt};
    }
    if (const auto* touch = std::get_if<TouchUp>(&event)) {
        const Reachable* place = under(touch->x, touch->y, on_screen);
        if (!place || !state.held || !(*state.held == place->press)) return Held{std::nullopt};
        if (const auto* key = std::get_if<Key>(&place->press)) return of_key(*key, state, on_screen);
        return Pressed{place->press};
    }
    return std::nullopt;
}

}  // namespace tingdu::app
