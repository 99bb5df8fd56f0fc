// The chain of fonts/chain.toml, for tests that need real type.
#pragma once

#include "kiosk/platform/display/display.h"

inline tingdu::platform::FontChain fonts_of_debian() {
    const std::string noto = "/usr/share/fonts/opentype/noto/NotoSansCJK-";
    const std::string dejavu = "/usr/share/fonts/truetype/dejavu/DejaVuSans";
    return {{{noto + "Regular.ttc", 2}, {dejavu + ".ttf", 0}}, {{noto + "Bold.ttc", 2}, {dejavu + "-Bold.ttf", 0}}};
}
