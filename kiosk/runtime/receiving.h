// Sticks at work: what is on one is looked at, taken into the library, or the library goes back, and whoever asked is
// told how far it is. Sticks may be slow or hang; nobody waits for them.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <variant>

#include "kiosk/app/message.h"
#include "kiosk/mandarin/lexicon.h"
#include "kiosk/platform/media/media.h"
#include "kiosk/prepare/findings.h"
#include "kiosk/runtime/worker.h"
#include "kiosk/wording/languages.h"

namespace tingdu::runtime {

using ReceiveOrder = std::variant<app::LookAtStick, app::TakeStick, app::GoBack, app::GoBackInLibrary>;
using Receiver = Worker<ReceiveOrder, app::Message>;

/// Where articles go, and what it takes to check them.
struct Receiving {
    std::string library;
    const mandarin::Lexicon& lexicon;
    prepare::Showable showable;
    std::shared_ptr<const wording::Languages> languages;  ///< the receipt is in the first
    std::stop_token stop{};                               ///< what is under way then is left, and changes nothing
    /// Does what is given with the stick open for writing, and lets go of it afterwards; where there is none, it is
    /// done as the stick is.
    std::function<Result<void>(const Stick&, const platform::Media::Write&)> while_writable{};
    std::string keys{};  ///< whose signature of a pack counts: as keys_in has it
};

/// The work itself; what `all` looks at must outlive it.
[[nodiscard]] Receiver::Work receiving(Receiving all);

}  // namespace tingdu::runtime
