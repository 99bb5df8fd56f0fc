// The end of an article: what was heard, and what may come now, in the words in which it is said.
#include <vector>

#include "kiosk/app/phrases.h"
#include "kiosk/view/offers.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {
namespace {

using app::Phrase;

std::vector<Offer> offers(const app::State& state) {
    std::vector<Offer> all{{std::u32string(words(state)[Phrase::from_the_start]), U"5", Key::select}};
    if (const auto next = app::next_entry(state))
        all.push_back({app::next_article(next->title, words(state)), U"→", Key::next});
    if (app::has_to_copy(state)) all.push_back({std::u32string(words(state)[Phrase::copy_down]), U"↑", Key::copy});
    all.push_back({std::u32string(words(state)[Phrase::back]), U".", Key::back});
    return all;
}

}  // namespace

void draw_ending(Pen& pen, const app::State& state) {
    // While something is adjusted, the bar alone has what can be done.
    const auto all = state.open->bar == app::Bar::reading ? offers(state) : std::vector<Offer>();
    draw_offers(pen, app::heard_to_the_end(state.open->article->title, words(state)), all, state.held);
}

}  // namespace tingdu::view
