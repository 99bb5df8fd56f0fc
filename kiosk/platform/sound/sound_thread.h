// The thread that opens the device, watches it and looks for it again. PortAudio lives here and nowhere else.
// It may block or hang in there; it shares the Line and the ring with the rest, and nobody waits for it.
#pragma once

#include <memory>

#include "kiosk/platform/sound/line.h"
#include "kiosk/platform/sound/speaker.h"

namespace tingdu::platform {

/// Before any other thread may ask the environment: it sets something there.
void prepare_sound_libraries();

/// Runs until the line is closed. May hang for good in PortAudio when a sound server hangs, so nobody may wait for it
/// without a limit.
void serve_line(const std::shared_ptr<Line>& line, const SoundWish& wish, const std::shared_ptr<const Jack>& jack);

}  // namespace tingdu::platform
