// The door to the synthesizer: a Piece in, its sound out. It owns eSpeak NG, whose state is global: one Synthesizer
// at a time in a process, and every call from one thread.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/base/diction.h"
#include "kiosk/base/result.h"
#include "kiosk/speech/take.h"

namespace tingdu::platform {

/// What speaks, by its name and version.
[[nodiscard]] std::string synthesizer_version();

class Synthesizer {
  public:
    virtual ~Synthesizer() = default;
    /// Blocks, about a thousandth of the sound's length. Gives up within a millisecond once `give_up` is true, and
    /// what came so far is returned. Fault no_voice when the engine refuses.
    [[nodiscard]] virtual Result<speech::Take> say(const speech::Piece& piece, const Diction& diction,
                                                   const std::atomic<bool>& give_up) = 0;
};

/// One language as one voice says it.
struct VoicePart {
    std::string file;  ///< of an eSpeak NG voice, its whole path; empty: the engine's own
    double gain_db{};  ///< brings it to the loudness that all voices have
};

/// A voice that was made for the kiosk: `Diction::voice` counts them.
struct VoiceProfile {
    VoicePart mandarin;
    VoicePart english;
    std::string variant;  ///< by which any further language is turned into this voice; empty for none
    double further_gain_db{};
};

struct Cast {
    std::vector<VoiceProfile> profiles;  ///< none: the engine's own two voices
    /// By eSpeak NG's names for them, what says `Language{2}` and on; one that the engine does not have is left to the
    /// English voice.
    std::vector<std::string> further_voices;
};

/// `voices_path`: espeak-ng-data's parent, empty for the system's own. Fault no_voice, naming the package to install,
/// or the voice file that cannot be used.
[[nodiscard]] Result<std::unique_ptr<Synthesizer>> open_synthesizer(const Cast& cast = {},
                                                                    const std::string& voices_path = {});

}  // namespace tingdu::platform
