// The place's own readings. A row is said as it reads the word.
#include "kiosk/app/staff/pages/page.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

class ReadingsPage final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::staff_readings, state); }
    std::u32string told(const State& state) const override {
        return say(row_count(state) > 0 ? Phrase::readings_told : Phrase::readings_none, state);
    }
    int row_count(const State& state) const override {
        return state.staff.readings ? static_cast<int>(state.staff.readings->size()) : 0;
    }
    StaffRow row(int entry, const State& state) const override {
        const mandarin::LocalWord& word = (*state.staff.readings)[static_cast<std::size_t>(entry)];
        return {word.text, mandarin::printed(word), false, {}, true};
    }
    Deed choose(int entry, const State& state) const override {
        return ForgetWord{(*state.staff.readings)[static_cast<std::size_t>(entry)].text};
    }
};

}  // namespace

const Page& readings_page() {
    static const ReadingsPage page;
    return page;
}

}  // namespace tingdu::app
