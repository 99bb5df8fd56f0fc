// In the staff's room: its pages say what comes of what is chosen there, and here it is done.
#include <algorithm>
#include <utility>

#include "kiosk/app/mind/mind.h"
#include "kiosk/app/phrases.h"
#include "kiosk/app/staff/pages/page.h"
#include "kiosk/base/calendar.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {

void Mind::operator()(const HouseIs& house) {
    state_.house = std::make_shared<const House>(house.house);
    if (!is_spoken(state_.settings[Setting::language], state_))
        state_.settings.set(Setting::language, next_language(state_));
    show_articles();
    want(SetVolume{gain_db(state_)});
}

void Mind::operator()(const HouseNotKept& failed) {
    if (!is_about_staff(state_)) return;  // whoever has come meanwhile can do nothing about it
    const std::u32string fault = from_utf8(sentence(failed.error, words(state_)));
    notify(state_, words(state_).say(Phrase::staff_not_kept, {{"fault", fault}}), trouble_ms);
    want(Chime{Earcon::refused});
}

void Mind::operator()(const HealthSeen& seen) {
    state_.staff.health = seen.health;
    state_.staff.is_looking = false;
    if (state_.screen != Screen::staff || state_.staff.way.back().page != StaffPage::health) return;
    state_.staff.way.back().entry = 0;
    ++state_.staff.turns;
    want(Silence{});
    want(Chime{Earcon::done});
}

void Mind::operator()(const LibraryWentBack&) {
    if (is_about_staff(state_)) mention(Phrase::articles_went_back);
}

void Mind::operator()(const LibraryStayed& failed) {
    if (is_about_staff(state_)) mention(from_utf8(sentence(failed.error, words(state_))));
}

void Mind::look_at_health() {
    if (state_.staff.is_looking) return;
    state_.staff.is_looking = true;
    want(LookAtHealth{});
}

void Mind::look_about() {
    if (!state_.staff.health) look_at_health();
    want(LookForReadings{});
    want(LookForWaitingSettings{});
    want(LookForTrust{latest_stick()});
}

void Mind::press_on_staff(Key key) {
    switch (key) {
        case Key::left:
            step_on_staff(-1);
            return;
        case Key::right:
            step_on_staff(+1);
            return;
        case Key::back:
            leave_page();
            return;
        default:
            press_on_list(key);
            return;
    }
}

void Mind::turn_page(StaffPage page, int of) {
    state_.staff.sure.reset();
    if (page == StaffPage::room) {
        state_.staff.way.resize(1);
        look_about();
    } else {
        state_.staff.way.push_back({page, of, 0});
    }
    ++state_.staff.turns;
    state_.switch_focus.reset();
    state_.notice.reset();
    want(Silence{});
    want(Chime{Earcon::opened});
}

void Mind::leave_page() {
    if (state_.staff.way.size() == 1) {
        go_to(Screen::welcome, Earcon::done);
        return;
    }
    state_.staff.sure.reset();
    state_.staff.way.pop_back();
    ++state_.staff.turns;
    state_.switch_focus.reset();
    state_.notice.reset();
    want(Silence{});
    want(Chime{Earcon::done});
}

void Mind::close_staff_room() {
    state_.staff.pad.reset();
    state_.staff.offer.reset();
    state_.staff.sure.reset();
    state_.staff.way.clear();
    state_.staff.is_in = false;
}

void Mind::choose_on_staff(int entry) {
    if (entry < 0 || entry >= staff_row_count(state_)) return;
    if (staff_row(entry, state_).has_steps) {
        step_on_staff(0);
        return;
    }
    const Deed deed = page_of(here(state_).page).choose(entry, state_);
    std::visit([this](const auto& what) { perform(what); }, deed);
}

void Mind::step_on_staff(int by) {
    const StaffPlace at = here(state_);
    const StaffRow before = staff_row(at.entry, state_);
    if (!before.has_steps) {
        ask_again();
        return;
    }
    const Deed deed = page_of(at.page).step(at.entry, by, state_);
    const auto* settled = std::get_if<Settle>(&deed);
    if (!settled) {
        std::visit([this](const auto& what) { perform(what); }, deed);
        return;
    }
    settle(settled->house);
    const std::u32string now = staff_row(at.entry, state_).value;
    want(Answer{now == before.value ? Earcon::limit : by < 0 ? Earcon::down : Earcon::up, now});  // the row shows it
}

void Mind::perform(const AskAgain&) {
    ask_again();
}

void Mind::perform(const TurnTo& to) {
    if (to.page == StaffPage::health) look_at_health();
    if (to.page == StaffPage::trusted) want(LookForTrust{latest_stick()});
    turn_page(to.page, to.of);
}

/// It has been chosen, not stepped.
void Mind::perform(const Settle& settled) {
    settle(settled.house);
    answer(Earcon::done, staff_row(here(state_).entry, state_).value);
}

void Mind::perform(const SettleAndTurn& settled) {
    settle(settled.house);
    turn_page(settled.to.page, settled.to.of);
}

void Mind::perform(const SettleAndLeave& settled) {
    leave_page();
    settle(settled.house);
    state_.staff.way.back().entry = 0;
    if (settled.told) notify(state_, say(*settled.told, state_), mentioned_ms);
}

void Mind::perform(const MoveTo& moved) {
    settle(moved.house);
    state_.staff.way.back().of = moved.entry;
    (state_.staff.way.end() - 2)->entry = moved.entry;
    answer(Earcon::up, words(state_).say(Phrase::article_is_now, {{"number", moved.entry + 1}}));
}

void Mind::perform(const Refuse& refused) {
    answer(Earcon::limit, words(state_)[refused.why]);
}

void Mind::perform(const Listen& listen) {
    state_.below.push_back({Screen::staff, false});
    fetch(listen.path);
    want(Chime{Earcon::opened});
}

/// Nothing takes it back but the stick.
void Mind::perform(const TakeBackLibrary&) {
    if (is_sure(say(Phrase::library_sure, state_))) want(GoBackInLibrary{});
}

void Mind::perform(const ForgetWord& forget) {
    if (!is_sure(say(Phrase::reading_sure, state_, {{"word", forget.word}}))) return;
    want(ForgetReading{forget.word});
    mention(say(Phrase::reading_gone, state_, {{"word", forget.word}}));
}

void Mind::perform(const LookThrough& look) {
    mention(Phrase::doubts_looking);
    want(LookForDoubts{look.path});
}

void Mind::perform(const PutRight& doubt) {
    const auto& all = state_.staff.doubts->all;
    const prepare::InSentence& doubtful = all[static_cast<std::size_t>(doubt.doubt)];
    const mandarin::OwnWords own = state_.staff.readings ? *state_.staff.readings : mandarin::OwnWords();
    begin_correcting(correcting_of(doubtful, own, doubt.doubt + 1, all.size(), settled_in(doubtful, own)));
}

void Mind::perform(const ChangeTrust& change) {
    const std::u32string name = from_utf8(change.key.name);
    const std::u32string id = from_utf8(change.key.id);
    const bool ends = change.key.is == TrustedKey::Is::believed;
    if (!is_sure(ends ? say(Phrase::trusted_end, state_, {{"name", name}})
                      : say(Phrase::trusted_begin, state_, {{"name", name}, {"id", id}})))
        return;
    want(SetTrust{change.key, latest_stick()});
}

void Mind::perform(const SaveOnStick& save) {
    const auto stick = latest_stick();
    if (!stick) return;
    mention(Phrase::stick_saving);
    if (save.what == SaveOnStick::What::usage)
        want(SaveUsage{*stick});
    else
        want(SaveSettings{*stick, state_.house});
}

void Mind::perform(const LookForSettings&) {
    const auto stick = latest_stick();
    if (stick) want(LookForSettingsOn{*stick});
}

void Mind::perform(const LookAtWaiting&) {
    state_.staff.brought = state_.staff.waiting;
    turn_page(StaffPage::changes);
}

std::optional<Stick> Mind::latest_stick() const {
    return state_.sticks.there.empty() ? std::nullopt : std::optional(state_.sticks.there.back());
}

void Mind::renew_page(StaffPage page) {
    if (state_.screen != Screen::staff || here(state_).page != page) return;
    StaffPlace& at = state_.staff.way.back();
    at.entry = std::clamp(at.entry, 0, std::max(0, staff_row_count(state_) - 1));
    state_.staff.sure.reset();
    ++state_.staff.turns;
    state_.switch_focus.reset();
}

void Mind::operator()(const ReadingsSeen& seen) {
    const bool is_new = !state_.staff.readings || *state_.staff.readings != *seen.words;
    state_.staff.readings = seen.words;
    if (is_new) renew_page(StaffPage::readings);
}

void Mind::operator()(const DoubtsSeen& seen) {
    if (state_.screen != Screen::staff || here(state_).page != StaffPage::article) return;
    const library::Subject* subject = staff_subject(state_);
    const auto of = static_cast<std::size_t>(here(state_).of);
    if (!subject || subject->entries[of].path != seen.doubts->path) return;  // they have gone on to another
    state_.staff.doubts = seen.doubts;
    turn_page(StaffPage::doubts);
}

void Mind::operator()(const TrustSeen& seen) {
    const bool is_new = !state_.staff.keys || *state_.staff.keys != *seen.keys;
    state_.staff.keys = seen.keys;
    if (is_new) renew_page(StaffPage::trusted);
}

void Mind::operator()(const RecordsSaved& saved) {
    if (!is_about_staff(state_)) return;
    std::u32string names;
    for (const std::string& name : saved.names)
        names += (names.empty() ? U"" : say(Phrase::health_apart, state_)) + from_utf8(name);
    mention(say(Phrase::stick_saved, state_, {{"names", names}}));
}

void Mind::operator()(const SettingsBrought& brought) {
    if (state_.screen != Screen::staff) return;
    state_.staff.brought = brought.brought;
    turn_page(StaffPage::changes);
}

void Mind::operator()(const SettingsWait& settings) {
    const auto before = staff_doors(state_);
    state_.staff.waiting = settings.waiting;
    if (staff_doors(state_) != before) renew_page(StaffPage::room);
}

void Mind::operator()(const StaffFailed& failed) {
    if (!is_about_staff(state_)) return;
    using What = StaffFailed::What;
    const Phrase why = failed.what == What::readings ? Phrase::reading_kept
                       : failed.what == What::trust  ? Phrase::trusted_not_kept
                                                     : Phrase::stick_not_saved;
    const std::u32string fault = from_utf8(sentence(failed.error, words(state_)));
    want(Chime{Earcon::refused});
    mention(failed.what == What::settings || failed.what == What::doubts ? fault
                                                                         : say(why, state_, {{"fault", fault}}));
}

void Mind::perform(const LearnKeypad&) {
    (*this)(LearnKeys{});
}

void Mind::perform(const ChoosePin&) {
    step_aside(Screen::pin);
    state_.staff.pad = PinPad{PinPad::Asks::choice, PinPad::Then::go_in, {}, {}, 0, false};
}

void Mind::perform(const LeaveRoom&) {
    go_to(Screen::welcome, Earcon::done);
}

bool Mind::is_sure(std::u32string question) {
    const StaffPlace at = here(state_);
    if (state_.staff.sure == at) {
        state_.staff.sure.reset();
        return true;
    }
    state_.staff.sure = at;
    want(Silence{});
    want(Chime{Earcon::edge});
    notify(state_, std::move(question), mentioned_ms);
    return false;
}

void Mind::settle(House house) {
    if (house == *state_.house) return;
    const std::int64_t later_by_min = house.clock_ahead_min - state_.house->clock_ahead_min;
    const bool is_curated_otherwise = house.curation != state_.house->curation;
    state_.house = std::make_shared<const House>(std::move(house));
    if (is_curated_otherwise) show_articles();
    if (later_by_min != 0 && state_.today) {
        const WallTime now = later({*state_.today, state_.minute_of_day.value_or(0)}, later_by_min);
        (*this)(DayIs{now.day});
        (*this)(MinuteIs{now.minute_of_day});
    }
    want(SetVolume{gain_db(state_)});
}

void Mind::operator()(const ClockWasSet&) {
    House house = *state_.house;
    house.clock_ahead_min = 0;
    settle(std::move(house));
}

}  // namespace tingdu::app
