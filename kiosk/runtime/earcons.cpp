#include "kiosk/runtime/earcons.h"

#include <array>

#include "kiosk/speech/earcon.h"

namespace tingdu::runtime {

Pcm sound_of(app::Earcon earcon) {
    using speech::Note;
    switch (earcon) {
        case app::Earcon::up:
            return speech::earcon(std::array{Note{660, 0.05}, Note{880, 0.07}});
        case app::Earcon::down:
            return speech::earcon(std::array{Note{880, 0.05}, Note{660, 0.07}});
        case app::Earcon::limit:
            return speech::earcon(std::array{Note{440, 0.12}});
        // These come before words, and are so short that a low one would spread below what it is made of.
        case app::Earcon::moved:
            return speech::earcon(std::array{Note{880, 0.015}});
        case app::Earcon::opened:
            return speech::earcon(std::array{Note{700, 0.009}, Note{1050, 0.009}});
        case app::Earcon::edge:
            return speech::earcon(std::array{Note{420, 0.018}});
        case app::Earcon::refused:
            return speech::earcon(std::array{Note{600, 0.009}, Note{440, 0.009}});
        case app::Earcon::done:
            return speech::earcon(std::array{Note{1050, 0.009}, Note{700, 0.009}});
    }
    return {};
}

}  // namespace tingdu::runtime
