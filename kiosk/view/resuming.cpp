// The number that somebody leaves with is entered when they come again.
#include "kiosk/app/phrases.h"
#include "kiosk/view/number_pad.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {

void draw_resuming(Pen& pen, const app::State& state) {
    draw_number_pad(pen, state,
                    {words(state)[app::Phrase::number_title], app::entering_told(state), app::number_length,
                     state.entering.typed, state.held});
}

}  // namespace tingdu::view
