#include <algorithm>
#include <cmath>

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

/// All that can be chosen, in the order in which two switches come by: the entries of a list, then the actions. What
/// stands on the screen twice comes once, or they would never get beyond it; a setting goes through its steps by
/// itself.
std::vector<const Reachable*> in_turn(const std::vector<Reachable>& on_screen) {
    std::vector<const Reachable*> turn;
    for (const Reachable& place : on_screen) {
        const auto is_same = [&](const Reachable* other) { return other->press == place.press; };
        if (std::holds_alternative<SentenceAt>(place.press) || std::holds_alternative<Adjust>(place.press)) continue;
        if (std::none_of(turn.begin(), turn.end(), is_same)) turn.push_back(&place);
    }
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

/// A list of several pages is turned by the keys that go on and back by sentences elsewhere; in a column of articles
/// left and right have nothing else to do, either.
int pages_turned_by(Key key, const State& state) {
    const bool by_arrows = state.screen == Screen::articles;
    if (key == Key::next || (by_arrows && key == Key::right)) return +1;
    if (key == Key::previous || (by_arrows && key == Key::left)) return -1;
    return 0;
}

Message of_key(Key key, const State& state, const std::vector<Reachable>& on_screen) {
    if (key == Key::switch_move) return of_switch(state, on_screen);
    const bool chooses = key == Key::switch_choose || (key == Key::select && state.switch_focus);
    if (chooses && focus(state) != Press{key}) return of_press(focus(state), state, on_screen);
    if (key >= Key::digit_0) return of_digit(key, on_screen);
    if (const int pages = pages_turned_by(key, state); pages != 0)
        for (const Reachable& place : on_screen)
            if (const auto* turn = std::get_if<PageTurn>(&place.press); turn && (turn->entries > 0) == (pages > 0))
                return of_turn(*turn, state, on_screen);
    return Pressed{key};
}

/// Before the staff's door a number pad is one, whatever its keys mean elsewhere. (USB's HID usage tables, page 7.)
std::optional<Press> of_number_pad(PhysicalKey key) {
    constexpr int enter = 0x58;
    constexpr int one = 0x59;
    constexpr int zero = 0x62;
    constexpr int point = 0x63;
    if (key.place == enter) return Key::where;  // the last digit has done it
    if (key.place == point) return Choice{tile_back};
    if (key.place < one || key.place > zero) return std::nullopt;
    return static_cast<Key>(static_cast<int>(Key::digit_0) + (key.place - one + 1) % 10);
}

Message of_press(const Press& press, const State& state, const std::vector<Reachable>& on_screen) {
    if (const auto* key = std::get_if<Key>(&press)) return of_key(*key, state, on_screen);
    if (const auto* turn = std::get_if<PageTurn>(&press)) return of_turn(*turn, state, on_screen);
    return Pressed{press};
}

/// Further than a finger that presses rolls or trembles.
constexpr double drag_mm = 8;

/// A sentence is one thing, though each of its lines is a target.
bool is_same(const Press& one, const Press& other, const State& state, const Reachable& place) {
    const bool sentences = std::holds_alternative<SentenceAt>(one) && std::holds_alternative<SentenceAt>(other);
    return one == other || (sentences && state.finger && state.finger->label == place.label);
}

/// Where a touch first tells, the finger has come to something that has not been told of.
std::optional<Message> of_exploring(int x, int y, const State& state, const std::vector<Reachable>& on_screen) {
    const Reachable* place = under(x, y, on_screen);
    if (!place || (state.explored && is_same(*state.explored, place->press, state, *place))) return std::nullopt;
    return Explored{place->press, place->label, y};
}

bool explores(const State& state) {
    return state.settings[Setting::touch] == 1;
}

/// What a touch beside everything does: the welcome screen says that one may touch it, and not where.
std::optional<Press> begin_anywhere(const State& state) {
    return state.screen == Screen::welcome && !state.leaving ? std::optional<Press>(Key::select) : std::nullopt;
}

bool is_on_what_it_holds(int x, int y, const State& state, const std::vector<Reachable>& on_screen) {
    const Reachable* place = under(x, y, on_screen);
    if (!state.held) return false;
    if (!place && state.finger && state.finger->label.empty()) return state.held == begin_anywhere(state);
    return place && is_same(*state.held, place->press, state, *place);
}

/// Pages are dragged by what stands on them; a finger that came down on an action only leaves it.
bool may_drag(const State& state) {
    const Gesture gesture = state.finger->gesture;
    if (gesture == Gesture::dragging || gesture == Gesture::wandering) return true;
    return state.held &&
           (std::holds_alternative<Choice>(*state.held) || std::holds_alternative<SentenceAt>(*state.held));
}

/// The list's page turns once in one drag, and never round the end.
std::optional<Message> of_list_drag(double down_mm, const State& state, const std::vector<Reachable>& on_screen) {
    if (state.finger->gesture == Gesture::dragging) return std::nullopt;
    for (const Reachable& place : on_screen)
        if (const auto* turn = std::get_if<PageTurn>(&place.press); turn && (turn->entries > 0) == (down_mm < 0))
            return ListDragged{std::clamp(shown_entries(on_screen).first + turn->entries, 0, entry_count(state) - 1)};
    return std::nullopt;
}

/// The page follows the finger by any line of it; the first on the screen is one.
std::optional<Message> of_page_drag(const TouchMove& touch, const State& state,
                                    const std::vector<Reachable>& on_screen) {
    if (!state.open) return std::nullopt;
    const int by_px = touch.y - state.finger->y_px;
    if (state.finger->gesture == Gesture::dragging && state.open->scroll)
        return PageDragged{state.open->scroll->offset, state.open->scroll->line_y_px + by_px, touch.y};
    for (const Reachable& place : on_screen)
        if (const auto* line = std::get_if<SentenceAt>(&place.press))
            return PageDragged{line->offset, place.y + place.height / 2 + by_px, touch.y};
    return std::nullopt;
}

std::optional<Message> of_move(const TouchMove& touch, const State& state, const std::vector<Reachable>& on_screen) {
    if (!state.finger) return std::nullopt;
    if (explores(state) && !state.held) return of_exploring(touch.x, touch.y, state, on_screen);
    const bool drags = state.finger->gesture == Gesture::dragging || std::abs(touch.down_mm) >= drag_mm;
    if (drags && may_drag(state)) {
        auto dragged = state.screen == Screen::article ? of_page_drag(touch, state, on_screen)
                                                       : of_list_drag(touch.down_mm, state, on_screen);
        if (dragged) return dragged;
    }
    if (state.held && !is_on_what_it_holds(touch.x, touch.y, state, on_screen)) return SlidOff{};
    return std::nullopt;
}

std::optional<Message> of_release(const TouchUp& touch, const State& state, const std::vector<Reachable>& on_screen) {
    if (is_on_what_it_holds(touch.x, touch.y, state, on_screen)) return of_press(*state.held, state, on_screen);
    return state.finger ? std::optional<Message>(LetGo{}) : std::nullopt;
}

}  // namespace

std::optional<Message> intent(const InputEvent& event, const State& state, const std::vector<Reachable>& on_screen) {
    if (const auto* key = std::get_if<KeyDown>(&event)) {
        if (state.screen == Screen::wizard) return RawDown{key->physical};
        if (state.screen == Screen::pin)
            if (const auto press = of_number_pad(key->physical)) return Pressed{*press};
        return of_key(key->key, state, on_screen);
    }
    if (const auto* key = std::get_if<StrangeKeyDown>(&event)) return RawDown{key->physical};
    if (const auto* key = std::get_if<KeyUp>(&event)) {
        const bool awaited = state.screen == Screen::wizard || state.keypad.strange.down;
        return awaited ? std::optional<Message>(RawUp{key->physical}) : std::nullopt;
    }
    if (const auto* touch = std::get_if<TouchDown>(&event)) {
        if (explores(state))
            if (auto explored = of_exploring(touch->x, touch->y, state, on_screen)) return explored;
        const Reachable* place = under(touch->x, touch->y, on_screen);
        if (!place) return Touched{begin_anywhere(state), {}, touch->y};
        return Touched{place->press, place->label, touch->y};
    }
    if (const auto* touch = std::get_if<TouchMove>(&event)) return of_move(*touch, state, on_screen);
    if (const auto* touch = std::get_if<TouchUp>(&event)) return of_release(*touch, state, on_screen);
    if (std::holds_alternative<TouchLost>(event)) return LetGo{};
    if (std::holds_alternative<Resized>(event)) return ScreenTurned{};
    return std::nullopt;
}

}  // namespace tingdu::app
