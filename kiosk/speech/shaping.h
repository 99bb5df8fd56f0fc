// What is done to sound that has been made already, so that it is understood: consonants lifted, loudness set.
// It knows samples, not what they say.
#pragma once

#include "kiosk/base/pcm.h"

namespace tingdu::speech {

/// Raises what lies between 2 and 4 kHz by so much, the rest staying as it is; as loud as before in the whole.
void lift(Pcm& pcm, double db);

/// As loud as before and so much more. Beyond full scale it is cut off.
void amplify(Pcm& pcm, double db);

}  // namespace tingdu::speech
