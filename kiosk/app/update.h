// The mind: what a message makes of a state, and what the kiosk then wants done. Pure and total: any message in any
// state gives a state.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "kiosk/app/message.h"
#include "kiosk/app/state.h"

namespace tingdu::app {

struct Step {
    State state;
    Effects effects;
};

[[nodiscard]] Step update(State state, const Message& message);

/// A sentence to be spoken, and by which voice.
struct Prompt {
    std::u32string text;
    Language voice{};
    Telling telling{};
    std::shared_ptr<const mandarin::LocalReadings> own;  ///< it is read by, in place of the list that counts now
    friend bool operator==(const Prompt&, const Prompt&) = default;
};

/// How one thing is told that is asked for again and again: plainly, more slowly, by its characters, then anew.
inline constexpr std::array rungs{Telling::plain, Telling::apart, Telling::spelled};

/// What the screen says when `before` has become `after`: sentences to be spoken, in order; none where the eyes alone
/// are served or where reading speaks for itself. Whatever is being said stops for them.
[[nodiscard]] std::vector<Prompt> announce(const State& before, const State& after);

/// What of that tells how one goes on where one has just come to, and stands nowhere on the screen by itself.
[[nodiscard]] std::vector<std::u32string> hints_on_coming(const State& before, const State& after);

/// All that is ever said of how one goes on from a list, to whoever uses this.
[[nodiscard]] std::u32string hints_on_list(const State& state, Hand hand);

/// What would happen if the finger left what it is on now; empty where it is on nothing.
[[nodiscard]] std::u32string explanation(const State& state);

/// A place on the screen that a hand may reach, as far as intent must know: what it stands for, where it is and what
/// stands on it.
struct Reachable {
    Press press;
    int x{}, y{}, width{}, height{};
    std::u32string label;
};

/// What a hand means, by the state and by what stood on the screen when it moved; nothing for a touch beside
/// everything.
[[nodiscard]] std::optional<Message> intent(const InputEvent& event, const State& state,
                                            const std::vector<Reachable>& on_screen);

}  // namespace tingdu::app
