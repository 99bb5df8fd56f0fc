// Where sound comes out, as a value: the mind wishes it, the sound's door obeys.
// Which device hangs there is the configuration's matter.
#pragma once

#include <cstdint>

namespace tingdu {

enum class Outlet : std::uint8_t {
    loudspeaker,
    headphones,
    nowhere,  ///< the loudspeaker keeps silent until somebody chooses it
};

}  // namespace tingdu
