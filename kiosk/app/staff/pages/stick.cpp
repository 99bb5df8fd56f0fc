// What goes to a stick and comes from it besides articles, and what settings that came would change.
#include <utility>

#include "kiosk/app/staff/pages/page.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

class StickPage final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_stick, state); }
    std::u32string told(const State& state) const override { return say(Phrase::stick_told, state); }
    int row_count(const State&) const override { return stick_row_count; }
    StaffRow row(int entry, const State& state) const override {
        switch (static_cast<StickRow>(entry)) {
            case StickRow::usage:
                return {say(Phrase::stick_usage, state), {}};
            case StickRow::settings:
                return {say(Phrase::stick_settings, state), {}};
            case StickRow::take:
                return {say(Phrase::stick_use, state), {}};
        }
        return {};
    }
    Deed choose(int entry, const State& state) const override {
        if (state.sticks.there.empty()) return Refuse{Phrase::stick_none};
        switch (static_cast<StickRow>(entry)) {
            case StickRow::usage:
                return SaveOnStick{SaveOnStick::What::usage};
            case StickRow::settings:
                return SaveOnStick{SaveOnStick::What::settings};
            case StickRow::take:
                return LookForSettings{};
        }
        return AskAgain{};
    }
};

/// The last row takes them all.
class ChangesPage final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::changes_title, state); }

    std::u32string told(const State& state) const override {
        if (!state.staff.brought) return {};
        const bool is_any = !changes_by(state.staff.brought->house, state).empty();
        std::u32string told = say(is_any ? Phrase::changes_told : Phrase::changes_same, state);
        std::u32string faults;
        for (const Error& error : state.staff.brought->errors)
            faults += from_utf8(wording::sentence(error, words(state)));
        if (!faults.empty()) told = together({told, say(Phrase::changes_wrong, state, {{"faults", faults}})});
        return told;
    }

    int row_count(const State& state) const override {
        if (!state.staff.brought) return 0;
        const auto changes = changes_by(state.staff.brought->house, state);
        return changes.empty() ? 0 : static_cast<int>(changes.size()) + 1;
    }

    StaffRow row(int entry, const State& state) const override {
        auto changes = changes_by(state.staff.brought->house, state);
        if (std::cmp_equal(entry, changes.size())) return {say(Phrase::changes_take, state), {}};
        const HouseChange& change = changes[static_cast<std::size_t>(entry)];
        return {change.label, say(Phrase::changes_value, state, {{"before", change.before}, {"after", change.after}})};
    }

    Deed choose(int entry, const State& state) const override {
        if (entry + 1 < row_count(state)) return AskAgain{};
        return SettleAndLeave{with_brought(*state.house, state.staff.brought->house), Phrase::changes_taken};
    }
};

}  // namespace

const Page& stick_page() {
    static const StickPage page;
    return page;
}

const Page& changes_page() {
    static const ChangesPage page;
    return page;
}

}  // namespace tingdu::app
