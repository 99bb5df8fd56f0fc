#include <algorithm>

#include "kiosk/app/mind/mind.h"
#include "kiosk/app/phrases.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {

void Mind::go_to(Screen screen, Earcon earcon) {
    const int told_before = state_.number ? state_.number->told : 0;
    keep_place();
    state_.open.reset();
    state_.below.clear();
    if (screen != Screen::staff && screen != Screen::stick) close_staff_room();
    if (screen == Screen::welcome) {
        state_.subject = 0;
        state_.entry = 0;
        state_.setting = 0;
    }
    if (screen == state_.screen) ++state_.asked;
    const bool comes_home = screen == Screen::welcome && screen != state_.screen;
    if (comes_home && state_.number && !state_.number->is_over) tell_number();
    state_.screen = screen;
    state_.notice.reset();
    state_.switch_focus.reset();
    // The welcome screen has room for it.
    if (state_.number && state_.number->told != told_before && screen != Screen::welcome) {
        notify(state_, number_given(state_.number->number, words(state_)), number_shown_ms);
        state_.notice->announced = false;
        state_.notice->is_large = true;
    }
    want(Silence{});
    want(Chime{earcon});
}

void Mind::focus(int entry, Earcon earcon) {
    const int count = entry_count(state_);
    want(Silence{});
    state_.switch_focus.reset();
    state_.staff.sure.reset();
    if (count == 0) {
        ++state_.asked;
        return;
    }
    state_.notice.reset();
    const int reached = entry < 0 ? count - 1 : entry >= count ? 0 : entry;
    want(Chime{reached == entry ? earcon : Earcon::edge});
    if (focused_entry(state_) == reached) ++state_.asked;
    focus_entry(state_, reached);
}

void Mind::choose(int entry) {
    if (entry < 0 || entry >= entry_count(state_)) {
        ++state_.asked;
        want(Silence{});
        want(Chime{Earcon::refused});
        return;
    }
    if (state_.screen == Screen::settings) {
        if (state_.setting == entry) {
            cycle(focused_setting());
            return;
        }
        state_.setting = entry;
        ++state_.asked;
        want(Silence{});
        want(Chime{Earcon::moved});
        return;
    }
    if (state_.screen == Screen::article) {
        accept(end_offers(state_)[static_cast<std::size_t>(entry)]);
        return;
    }
    if (state_.screen == Screen::returning) {
        accept(return_offers[static_cast<std::size_t>(entry)]);
        return;
    }
    if (state_.screen == Screen::resuming) {
        state_.entering.tile = entry;
        enter(entry);
        return;
    }
    if (state_.screen == Screen::pin) {
        enter_pin(entry);
        return;
    }
    if (state_.screen == Screen::staff) {
        state_.staff.way.back().entry = entry;
        choose_on_staff(entry);
        return;
    }
    if (state_.screen == Screen::stick) {
        const Delivery& delivery = *state_.sticks.delivery;
        accept(offers(delivery)[static_cast<std::size_t>(entry)]);
        return;
    }
    if (state_.screen == Screen::remarks) {
        Delivery& delivery = *state_.sticks.delivery;
        const bool is_chosen_again = delivery.remark == entry;
        delivery.remark = entry;
        const prepare::InSentence* doubtful = correctable(delivery);
        if (is_chosen_again && doubtful) {
            const auto& remarks = delivery.brings->remarks;
            const auto* settled = corrected(remarks[static_cast<std::size_t>(entry)], delivery);
            begin_correcting(correcting_of(*doubtful, words_of(delivery), entry + 1, remarks.size(), settled));
            return;
        }
        is_chosen_again&& sentence_of_remark(delivery) ? ++delivery.heard : ++state_.asked;
        want(Silence{});
        want(Chime{Earcon::moved});
        return;
    }
    if (state_.screen == Screen::correcting) {
        try_or_keep(entry);
        return;
    }
    if (state_.screen == Screen::subjects) {
        state_.subject = entry;
        state_.entry = 0;
        go_to(Screen::articles, Earcon::opened);
        return;
    }
    state_.entry = entry;
    fetch(subject_of(state_)->entries[static_cast<std::size_t>(entry)].path);
    want(Chime{Earcon::opened});
}

void Mind::fetch(const std::string& path) {
    state_.screen = Screen::article;
    state_.notice.reset();
    state_.switch_focus.reset();
    state_.open = OpenArticle{};
    state_.open->path = path;
    want(Silence{});
    want(Open{path});
}

void Mind::refuse(const Error& error) {
    const std::u32string text = from_utf8(sentence(error, words(state_)));
    if (std::ranges::find(state_.below, Screen::staff, &Below::screen) != state_.below.end()) {
        while (state_.screen != Screen::staff) step_back();  // they wanted to listen to it
        state_.open.reset();
        notify(state_, text, trouble_ms);
        return;
    }
    go_to(subject_of(state_) ? Screen::articles : Screen::welcome, Earcon::refused);
    notify(state_, text, trouble_ms);
}

}  // namespace tingdu::app
