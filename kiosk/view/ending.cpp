// The end of an article: what was heard, and what may come now, in the words in which it is said.
#include <vector>

#include "kiosk/app/phrases.h"
#include "kiosk/view/offers.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
void draw_ending(Pen& pen, const app::State& state) {
    std::vector<Offer> all;
    for (const app::EndOffer offer : app::end_offers(state)) {
        const int entry = static_cast<int>(all.size());
        all.push_back({app::label_of(offer, state), {}, Choice{entry}});
    }
    const auto heard = app::heard_to_the_end(state.open->article->title, words(state));
    draw_offers(pen, {heard, {}, words(state)[app::offers_hint.by(state.hand)]}, all, state.held);
}

}  // namespace tingdu::view
