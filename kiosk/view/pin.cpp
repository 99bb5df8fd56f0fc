// The staff's door. Whoever looks on sees how many digits have been entered, and not which.
#include "kiosk/app/phrases.h"
#include "kiosk/view/number_pad.h"
#include "kiosk/view/screens.h"

namespace tingdu::view {

void draw_pin(Pen& pen, const app::State& state) {
    const app::PinPad& pad = *state.staff.pad;
    const std::size_t entered = pad.is_checked ? app::pin_length : pad.typed.size();
    draw_number_pad(
        pen, state,
        {words(state)[app::Phrase::pin_title], app::pin_told(state), app::pin_length, std::u32string(entered, U'•')});
}

}  // namespace tingdu::view
