// How the kiosk is: what somebody has looked at, as facts, and what is said of each, with what to do where it is not
// well. Who looked, and where the words go, a terminal or a screen, it does not know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/base/date.h"
#include "kiosk/base/result.h"
#include "kiosk/wording/languages.h"

namespace tingdu::app {

/// What has been seen. What is nothing could not be looked at, and nothing is said of it.
struct Facts {
    struct Screen {
        int width_px{};
        int height_px{};
        double diagonal_in{};
        enum class Size {
            known,    ///< told by the screen, or by the configuration
            guessed,  ///< neither: the usual one is taken
        } size{};
    };
    std::optional<Result<Screen>> screen;

    struct Card {
        std::string name;
        bool opens{};
        bool is_muted{};
    };
    struct Sound {
        std::vector<Card> cards;
        bool plays_somewhere{};           ///< there is a device of some kind, a sound server's too
        std::vector<std::string> lost;    ///< devices that the configuration names and that are not there
        std::vector<std::string> there;   ///< what it might name
        std::vector<std::string> busy{};  ///< what somebody plays on now
    };
    std::optional<Sound> sound;

    struct Hand {
        std::string name;
        bool opens{};
    };
    std::optional<std::vector<Hand>> hands;
    /// What hangs on USB, might be a touch screen, and is let do nothing there.
    std::vector<std::string> shut_out;

    /// Characters that the kiosk's own words need and no font has.
    std::optional<Result<std::u32string>> lacking_glyphs;

    /// A language, as it names itself, and whether a sentence of it came out as sound.
    struct Spoken {
        std::u32string language;
        bool is_heard{};
    };
    std::optional<Result<std::vector<Spoken>>> voices;

    struct Articles {
        std::size_t subjects{};
        std::size_t articles{};
        bool may_change{};  ///< staff can bring new ones
        std::string file;   ///< where they lie
    };
    std::optional<Result<Articles>> articles;

    struct Disk {
        std::string folder;
        std::uint64_t free_bytes{};
        bool may_write{};
    };
    std::optional<Disk> disk;

    struct Clock {
        Date today;
        int minute_of_day{};
        Date known;    ///< when the program was made, or articles came in last: before that it is never
        bool lasts{};  ///< it goes on while the machine is switched off
    };
    std::optional<Clock> clock;

    std::optional<int> hottest_celsius;
    std::vector<std::string> versions;           ///< of the program and what it is made of: "Tingdu 0.1.0"
    std::optional<std::vector<Error>> settings;  ///< what is wrong in the configuration
};

enum class Part { screen, sound, hands, fonts, voices, articles, disk, clock, heat, settings, versions };

/// What is said of one part.
struct Condition {
    Part part{};
    enum class State {
        well,
        worth_knowing,  ///< the kiosk serves, and somebody should know all the same
        ill,            ///< somebody must do something
    } state{};
    std::u32string told;  ///< one or two sentences; what is wrong comes with what to do
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// By parts, in their order; each that was looked at has at least one.
[[nodiscard]] std::vector<Condition> examined(const Facts& facts, const wording::Wording& words);

/// An examination in every language, in the order of the languages.
using Health = std::vector<std::vector<Condition>>;
[[nodiscard]] Health examined(const Facts& facts, const wording::Languages& languages);

[[nodiscard]] std::u32string name_of(Part part, const wording::Wording& words);
[[nodiscard]] std::u32string name_of(Condition::State state, const wording::Wording& words);

}  // namespace tingdu::app
