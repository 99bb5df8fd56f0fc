// A visit played with no screen and no sound card, on a virtual clock: the same kiosk behind offline doors, in step, so
// that the same script over the same content leaves the same bytes.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/app/state.h"
#include "kiosk/base/result.h"
#include "kiosk/mandarin/lexicon.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/prepare/findings.h"
#include "kiosk/runtime/content.h"
#include "kiosk/runtime/receiving.h"
#include "kiosk/wording/languages.h"

namespace tingdu::rehearsal {

struct Stage {
    static constexpr double usual_diagonal_in = 21.5;
    const mandarin::Lexicon& lexicon;
    platform::Synthesizer& synthesizer;
    std::shared_ptr<const wording::Languages> languages;
    platform::FontChain fonts;
    runtime::Content content;  ///< where it is a library, sticks are taken into it
    prepare::Showable showable;
    std::optional<std::string> open;                 ///< an article that is read first of all
    app::HouseRules rules;                           ///< what the operator has settled
    double diagonal_in = usual_diagonal_in;          ///< of the screen at first
    Bindings bindings;                               ///< of the operator's configuration
    runtime::Keyring keys{};                         ///< whose signature of a content pack counts
    runtime::HouseForm house_form{};                 ///< how settings are written down
    std::string out;                                 ///< where pictures, speech.wav and said.tsv are left
    std::function<void(const std::string&)> report;  ///< a line for the engineer: missing glyphs, shortfalls
};

/// Plays the script to its end or to the first step that fails (fault bad_step); what was seen and heard until then is
/// left in `out` either way.
[[nodiscard]] Result<void> rehearse(std::string_view script, const Stage& stage);

}  // namespace tingdu::rehearsal
