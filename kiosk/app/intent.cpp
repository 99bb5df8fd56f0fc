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

/// The focus goes to the first entry of the other page; beyond the list where there is none, so that its end is said.
Message of_turn(PageTurn turn, const State& state, const std::vector<Reachable>& on_screen) {
    const int first = shown_entries(on_screen).first;
    return Focused{std::clamp(first + turn.entries, -1, entry_count(state))};
}

/// All that can be chosen, in the order in which two switches come by: the entries of a list, then the actions.
std::vector<const Reachable*> in_turn(const std::vector<Reachable>& on_screen) {
    std::vector<const Reachable*> turn;
    for (const Reachable& place : on_screen) turn.push_back(&place);
    std::stable_partition(turn.begin(), turn.end(),
                          [](const Reachable* place) { return std::holds_alternative<Choice>(place->press); });
    return turn;
}

Message of_switch(const State& state, const std::vector<Reachable>& on_screen) {
    const auto turn = in_turn(on_screen);
    if (turn.empty()) return Pressed{Key::switch_move};
    const auto here =
        std::find_if(turn.begin(), turn.end(), [&](const Reachable* place) { return place->press == focus(state); });
    const bool at_end = here != turn.end() && here + 1 == turn.end();
    const Reachable& next = here == turn.end() || at_end ? *turn.front() : **(here + 1);
    if (const auto* choice = std::get_if<Choice>(&next.press)) return Focused{choice->entry, at_end};
    return SwitchMoved{{next.press, next.label}, at_end};
}

Message of_press(const Press& press, const State& state, const std::vector<Reachable>& on_screen);

/// In a column of articles left and right have nothing else to do than to turn its pages, if it has any.
Message of_key(Key key, const State& state, const std::vector<Reachable>& on_screen) {
    if (key == Key::switch_move) return of_switch(state, on_screen);
    const bool chooses = key == Key::switch_choose || (key == Key::select && state.switch_focus);
    if (chooses && focus(state) != Press{key}) return of_press(focus(state), state, on_screen);
    if (key >= Key::digit_0) return of_digit(key, on_screen);
    if (state.screen == Screen::articles && (key == Key::left || key == Key::right))
        for (const Reachable& place : on_screen)
            if (const auto* turn = std::get_if<PageTurn>(&place.press);
                turn && (turn->entries > 0) == (key == Key::right))
                return of_turn(*turn, state, on_screen);
    return Pressed{key};
}

Message of_press(const Press& press, const State& state, const std::vector<Reachable>& on_screen) {
    if (const auto* key = std::get_if<Key>(&press)) return of_key(*key, state, on_screen);
    if (const auto* turn = std::get_if<PageTurn>(&press)) return of_turn(*turn, state, on_screen);
    return Pressed{press};
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
        return of_press(place->press, state, on_screen);
    }
    return std::nullopt;
}

}  // namespace tingdu::app
