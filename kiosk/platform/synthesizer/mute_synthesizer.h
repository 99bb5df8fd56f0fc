// In place of a voice that cannot be opened: silence as long as the words would take, so that they light up one after
// the other and can be read.
#pragma once

#include <memory>

#include "kiosk/platform/synthesizer/synthesizer.h"

namespace tingdu::platform {

[[nodiscard]] std::unique_ptr<Synthesizer> mute_synthesizer();

}  // namespace tingdu::platform
