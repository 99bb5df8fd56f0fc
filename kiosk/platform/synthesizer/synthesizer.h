// The door to the synthesizer: a Piece in, its sound out. It owns eSpeak NG, whose state is global: one Synthesizer
// at a time in a process, and every call from one thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/speech/take.h"

namespace tingdu::platform {

class Synthesizer {
  public:
    virtual ~Synthesizer() = default;
    /// Blocks, about a thousandth of the sound's length. Gives up within a millisecond once `give_up` is true, and
    /// what came so far is returned. Fault no_voice when the engine refuses.
    [[nodiscard]] virtual Result<speech::Take> say(const speech::Piece& piece, speech::Rate rate,
                                                   const std::atomic<bool>& give_up) = 0;
};

/// `further_voices`, by eSpeak NG's names for them, say what is in `Language{2}` and on; one that the engine does not
/// have is left to the English voice. `voices_path`: espeak-ng-data's parent, empty for the system's own. Fault
/// no_voice, naming the package to install.
[[nodiscard]] Result<std::unique_ptr<Synthesizer>> open_synthesizer(const std::vector<std::string>& further_voices = {},
                                                                    const std::string& voices_path = {});

}  // namespace tingdu::platform
