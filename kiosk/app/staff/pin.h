// The staff's PIN as it is entered and guarded: six digits, as every bank card has them. What it is lies sealed in a
// file; the mind knows whether there is one, and how often it has been got wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tingdu::app {

inline constexpr std::size_t pin_length = 6;

/// What is known of the PIN.
struct Pin {
    enum class Is {
        impossible,  ///< nothing can be kept: there are no staff here
        none,        ///< nobody has chosen one yet
        set,
    };
    Is is{};
    int wrong{};                     ///< guesses since it was right last; outlives the program
    std::int64_t closed_until_ms{};  ///< nobody may guess before
    int closed_s{};                  ///< how much of that is left, as shown; 0 where anybody may
    friend bool operator==(const Pin&, const Pin&) = default;
};

/// So long the door stays shut after so many wrong guesses, in seconds. Three are free; then it is half a minute, twice
/// as long each time, up to a quarter of an hour: ten thousand guesses take more than a hundred days. It begins anew
/// whenever the program does, by no wall clock, so that neither switching off nor putting the clock on helps.
[[nodiscard]] int closed_s_after(int wrong);

/// One digit throughout, a run up or down, or two or three digits over and over: what somebody tries first.
[[nodiscard]] bool is_easily_guessed(std::u32string_view pin);

/// A PIN being entered.
struct PinPad {
    enum class Asks {
        entry,   ///< the one that is set
        choice,  ///< a new one
        again,   ///< the same once more
    };
    /// What is done once it is right.
    enum class Then { go_in, take_stick };

    Asks asks{};
    Then then{};
    std::u32string typed;
    std::u32string chosen;
    int tile{};               ///< the one with the focus
    bool is_checked = false;  ///< it has been entered, and nobody knows yet whether it is right
    friend bool operator==(const PinPad&, const PinPad&) = default;
};

}  // namespace tingdu::app
