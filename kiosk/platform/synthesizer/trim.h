// The silence around a sound, taken off, so that it is heard as soon as it is played.
// It knows samples only, not what they say.
#pragma once

#include <cstddef>

#include "kiosk/base/pcm.h"

namespace tingdu::platform {

/// Leaves one zero sample at each end and softens the cut within a millisecond. Returns how many samples went from
/// the front. Sound that is silent throughout is left empty.
std::size_t trim(Pcm& pcm);

}  // namespace tingdu::platform
