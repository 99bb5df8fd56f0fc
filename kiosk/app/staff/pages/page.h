// A page of the staff's room: what it is called, its rows, and what comes of each. How everything stands is in the
// state; a page itself remembers nothing, and does nothing.
#pragma once

#include <initializer_list>
#include <string>

#include "kiosk/app/phrases.h"
#include "kiosk/app/staff/brought.h"
#include "kiosk/app/staff/deed.h"
#include "kiosk/app/staff/room.h"
#include "kiosk/app/state.h"

namespace tingdu::app {

class Page {
  public:
    Page() = default;
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;
    virtual ~Page() = default;

    [[nodiscard]] virtual std::u32string title(const State& state) const = 0;
    /// What the page is for, and how it stands.
    [[nodiscard]] virtual std::u32string told(const State&) const { return {}; }
    [[nodiscard]] virtual int row_count(const State& state) const = 0;
    /// `entry` is one of the rows.
    [[nodiscard]] virtual StaffRow row(int entry, const State& state) const = 0;
    /// Asked of a row without steps.
    [[nodiscard]] virtual Deed choose(int, const State&) const { return AskAgain{}; }
    /// Asked of a row with steps. `by` is −1, +1, or 0: the next one, and from the last the first again.
    [[nodiscard]] virtual Deed step(int, int, const State&) const { return AskAgain{}; }
};

[[nodiscard]] const Page& page_of(StaffPage page);
[[nodiscard]] const Page& first_page();
[[nodiscard]] const Page& subjects_page();
[[nodiscard]] const Page& articles_page();
[[nodiscard]] const Page& article_page();
[[nodiscard]] const Page& health_page();
[[nodiscard]] const Page& loudness_page();
[[nodiscard]] const Page& ceiling_page();
[[nodiscard]] const Page& languages_page();
[[nodiscard]] const Page& screen_page();
[[nodiscard]] const Page& clock_page();
[[nodiscard]] const Page& doubts_page();
[[nodiscard]] const Page& readings_page();
[[nodiscard]] const Page& trusted_page();
[[nodiscard]] const Page& stick_page();
[[nodiscard]] const Page& changes_page();

// What pages say and ask alike.

[[nodiscard]] std::u32string say(wording::Phrase phrase, const State& state);
[[nodiscard]] std::u32string say(wording::Phrase phrase, const State& state,
                                 std::initializer_list<wording::Slot> slots);
/// Where somebody is.
[[nodiscard]] const StaffPlace& here(const State& state);
/// From when to when it holds.
[[nodiscard]] std::u32string told_of(const Ceiling& ceiling, const State& state);
[[nodiscard]] std::u32string spoken_languages(const State& state);
/// In one sentence, how the kiosk is.
[[nodiscard]] std::u32string told_of_health(const State& state);

}  // namespace tingdu::app
