// The languages that the kiosk speaks. Screens, voices and errors all choose by this one value.
#pragma once

namespace tingdu {

enum class Language { mandarin, english };

}  // namespace tingdu
