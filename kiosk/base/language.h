// The languages that the kiosk has a voice for. Two have words of their own in the code: what Mandarin and English
// take to be read well. Any further one is a voice of eSpeak NG, counted on from 2 in the order of wording::Languages.
#pragma once

#include <cstdint>

namespace tingdu {

enum class Language : std::uint8_t { mandarin, english };

}  // namespace tingdu
