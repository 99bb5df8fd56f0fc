// The languages that the kiosk speaks. Screens, voices and errors all choose by this one value.
// Which language a visitor wants is a matter of the state, which one a word is in of the front end.
#pragma once

namespace tingdu {

enum class Language { mandarin, english };

}  // namespace tingdu
