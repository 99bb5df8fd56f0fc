// The staff's room: pages of rows, each of which leads on, does something, or goes up and down by steps. What stands in
// a row, for eyes and ears alike, is made from the state by its page (app/staff/pages); who does what comes of choosing
// it is mind/staff.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/health.h"
#include "kiosk/app/staff/house.h"

namespace tingdu::app {

struct State;

enum class StaffPage {
    room,
    subjects,  ///< of all articles, hidden ones included
    articles,  ///< of one subject
    article,
    health,
    loudness,  ///< when the loudspeaker is kept down
    ceiling,   ///< one of these times
    languages,
    screen,  ///< how large it really is
    clock,
    doubts,    ///< what of an article may be misread
    readings,  ///< the place's own
    trusted,   ///< whose packs are believed
    stick,     ///< what goes to a stick and comes from it besides articles
    changes,   ///< what settings that came would change
};

/// What the first page leads to, in order.
enum class StaffDoor {
    waiting,  ///< settings that a pack has brought
    articles,
    readings,
    health,
    stick,
    loudness,
    idle,
    languages,
    screen,
    clock,
    keys,
    trusted,
    pin,
    leave
};
/// Those that there are: where no articles can be taken in, some lead nowhere; settings wait only now and then.
[[nodiscard]] std::vector<StaffDoor> staff_doors(const State& state);

/// The rows of the page of an article, the last where there are readings to be kept; of a time, of the clock, and of
/// the stick.
enum class ArticleRow { shown, until, up, listen, doubts };
inline constexpr int article_row_count = 5;
enum class CeilingRow { from, to, loudest, remove };
inline constexpr int ceiling_row_count = 4;
enum class ClockRow { year, month, day, hour, minute, machine };
inline constexpr int clock_row_count = 6;
enum class StickRow { usage, settings, take };
inline constexpr int stick_row_count = 3;

/// Where somebody is in the room.
struct StaffPlace {
    StaffPage page{};
    int of{};     ///< which subject, article or time the page is about
    int entry{};  ///< the row with the focus
    friend bool operator==(const StaffPlace&, const StaffPlace&) = default;
};

struct StaffRow {
    enum class Look { plain, well, worth_knowing, ill };
    std::u32string label;
    std::u32string value;    ///< how it stands; may be empty
    bool has_steps = false;  ///< less and more change it
    Look look{};
    bool is_value_for_eyes = false;  ///< the label says it by how it is read
};

/// Of the page that is open.
[[nodiscard]] int staff_row_count(const State& state);
[[nodiscard]] StaffRow staff_row(int entry, const State& state);
[[nodiscard]] std::u32string staff_title(const State& state);
/// What the page is for, and how it stands; may be empty.
[[nodiscard]] std::u32string staff_told(const State& state);
/// How one gets about there, with what is in the hand.
[[nodiscard]] std::u32string staff_hint(const State& state);

/// The subject that the page of its articles, or of one of them, is about; none elsewhere.
[[nodiscard]] const library::Subject* staff_subject(const State& state);

/// Of what has been looked at: the worst first. Empty before anybody has.
[[nodiscard]] std::vector<Condition> conditions(const State& state);
/// Nothing is ill, as far as anybody knows.
[[nodiscard]] bool is_well(const State& state);

/// That count now: what staff have settled, or else the operator.
[[nodiscard]] const std::vector<Ceiling>& ceilings(const State& state);
[[nodiscard]] int idle_s(const State& state);

/// Whether visitors may choose it.
[[nodiscard]] bool is_spoken(int language, const State& state);
/// The one that the key for the language comes to.
[[nodiscard]] int next_language(const State& state);

}  // namespace tingdu::app
