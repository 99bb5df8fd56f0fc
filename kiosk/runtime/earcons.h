// The short sounds that answer a hand, each of notes between 300 and 3000 Hz, which old ears and small loudspeakers
// still have (the range that standards give to signals). Those that come before words are over before anybody waits.
#pragma once

#include "kiosk/app/message.h"
#include "kiosk/base/pcm.h"

namespace tingdu::runtime {

[[nodiscard]] Pcm sound_of(app::Earcon earcon);

}  // namespace tingdu::runtime
