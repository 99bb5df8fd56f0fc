// A speaker for whoever has nothing that could sound: as one whose device is lost for good. The clock counts what would
// be heard.
#pragma once

#include <memory>

#include "kiosk/platform/sound/speaker.h"

namespace tingdu::platform {

[[nodiscard]] std::unique_ptr<Speaker> open_mute_speaker();

}  // namespace tingdu::platform
