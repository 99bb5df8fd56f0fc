// The place's own readings, and what of an article may want one. A row is said as it reads the word.
#include "kiosk/app/staff/pages/page.h"
#include "kiosk/mandarin/pinyin.h"

namespace tingdu::app {
namespace {

using wording::Phrase;

class DoubtsPage final : public Page {
  public:
    std::u32string title(const State& state) const override { return say(Phrase::article_doubts, state); }
    std::u32string told(const State& state) const override {
        return say(row_count(state) > 0 ? Phrase::doubts_told : Phrase::doubts_none, state);
    }
    int row_count(const State& state) const override {
        return state.staff.doubts ? static_cast<int>(state.staff.doubts->all.size()) : 0;
    }
    StaffRow row(int entry, const State& state) const override {
        const prepare::InSentence& doubtful = state.staff.doubts->all[static_cast<std::size_t>(entry)];
        const char32_t hanzi = doubtful.sentence[doubtful.finding.shown.begin];
        const prepare::Way* own = state.staff.readings ? settled_in(doubtful, *state.staff.readings) : nullptr;
        const std::u32string reading = mandarin::printed((own ? *own : doubtful.ways.front()).reading);
        return {
            std::u32string(prepare::clause_around(doubtful)), std::u32string{hanzi, U' '} + reading, false, {}, true};
    }
    Deed choose(int entry, const State&) const override { return PutRight{entry}; }
};

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

const Page& doubts_page() {
    static const DoubtsPage page;
    return page;
}

const Page& readings_page() {
    static const ReadingsPage page;
    return page;
}

}  // namespace tingdu::app
