// A visit that is about to end because nobody stirs, and one that ended so a moment ago.
#include <vector>

#include "kiosk/app/phrases.h"
#include "kiosk/view/bar.h"
#include "kiosk/view/entries.h"
#include "kiosk/view/offers.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {

using app::Phrase;

void draw_leaving(Pen& pen, const app::State& state) {
    draw_title(pen, state, words(state)[Phrase::still_there], {});
    const auto asked = words(state).say(Phrase::still_there_count, {{"seconds", state.leaving->seconds}});
    draw_offers(pen, {asked, {}, {}}, {{std::u32string(words(state)[Phrase::still_there_stay]), {}, Key::select}},
                state.held);
}

void draw_returning(Pen& pen, const app::State& state) {
    draw_title(pen, state, words(state)[Phrase::were_you_here], {});
    std::vector<Offer> all;
    for (const app::ReturnOffer offer : app::return_offers) {
        all.push_back({label_of(offer, words(state)), {}, Choice{static_cast<int>(all.size())}});
    }
    draw_offers(pen, {words(state)[app::returning_hint.by(state.hand)], {}, {}}, all, state.held);
    draw_bar(pen, state);
    draw_notice(pen, state);
}

}  // namespace tingdu::view
