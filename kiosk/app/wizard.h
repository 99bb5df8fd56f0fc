// The wizard that learns a keypad nobody knows: it asks for one meaning after another and takes the key that is pressed
// for it. Pure: a wizard and what happens to it make another wizard. It knows no screen, and not where keys are kept.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/bindings.h"
#include "kiosk/base/input_event.h"
#include "kiosk/wording/wording.h"

namespace tingdu::app {

/// A key that is down.
struct DownKey {
    PhysicalKey key;
    std::int64_t since_ms{};
    friend bool operator==(const DownKey&, const DownKey&) = default;
};

struct Wizard {
    /// What it asks for. With the first four one gets everywhere.
    static constexpr std::array wanted = {Key::select,  Key::down,   Key::up,     Key::back,    Key::home, Key::left,
                                          Key::right,   Key::pause,  Key::repeat, Key::where,   Key::help, Key::louder,
                                          Key::quieter, Key::faster, Key::slower, Key::settings};
    static constexpr std::size_t enough = 4;
    /// A key held so long passes by what is asked for; the one learned last ends the wizard.
    static constexpr std::int64_t held_ms = 2'000;
    /// So often it asks for a first key, and then nobody is there.
    static constexpr int patience = 8;

    /// What has become of the last key.
    enum class Answer {
        none,
        learned,
        kept,        ///< it meant this before
        taken,       ///< it has been learned for something else
        configured,  ///< the operator has bound it, which counts before whatever is learned
        passed,      ///< no key
    };

    Bindings configured;
    Bindings before;                                      ///< learned by earlier wizards
    Bindings taught;                                      ///< by this one, the last at the end
    std::vector<Key> left{wanted.begin(), wanted.end()};  ///< to be asked for, the first now; none when it has ended
    Answer answer = Answer::none;
    Key answered{};  ///< the meaning that the answer is about
    int turn = 0;    ///< counts what it has said
    int silences = 0;
    std::optional<DownKey> down;
    friend bool operator==(const Wizard&, const Wizard&) = default;
};

[[nodiscard]] Wizard key_down(Wizard wizard, PhysicalKey key, std::int64_t now_ms);
[[nodiscard]] Wizard key_up(Wizard wizard, PhysicalKey key);
[[nodiscard]] Wizard time_passed(Wizard wizard, std::int64_t now_ms);
/// Neither a hand nor the voice has stirred for a while.
[[nodiscard]] Wizard stayed_silent(Wizard wizard);
[[nodiscard]] Wizard passed_by(Wizard wizard);
/// What is asked for now; nothing where it is nothing that can be asked for.
[[nodiscard]] Wizard asked_for(Wizard wizard, Key meaning);

/// All that is known of the pad now, earlier lessons included.
[[nodiscard]] Bindings learned(const Wizard& wizard);
/// What has become of the last key, and what is asked for: whole sentences, for ears and eyes alike.
[[nodiscard]] std::vector<std::u32string> sentences(const Wizard& wizard, const wording::Wording& words);

/// Somebody stands before a keypad that does nothing.
struct StrangeKeys {
    /// So many strikes in a row within so long are told of.
    static constexpr std::size_t told_after = 5;
    static constexpr std::int64_t within_ms = 10'000;
    /// Whoever has been told holds a key that long, and not much later.
    static constexpr std::int64_t held_ms = 5'000;
    static constexpr std::int64_t told_for_ms = 60'000;

    std::vector<std::int64_t> at_ms;
    std::optional<std::int64_t> told_at_ms;
    std::optional<DownKey> down;
};

[[nodiscard]] StrangeKeys key_down(StrangeKeys keys, PhysicalKey key, std::int64_t now_ms);
[[nodiscard]] StrangeKeys key_up(StrangeKeys keys, PhysicalKey key);
/// One of them has been held, in order that it be learned.
[[nodiscard]] bool ask_to_be_learned(const StrangeKeys& keys, std::int64_t now_ms);

}  // namespace tingdu::app
