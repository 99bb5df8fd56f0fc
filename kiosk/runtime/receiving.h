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
#include "kiosk/runtime/keyring.h"
#include "kiosk/runtime/records.h"
#include "kiosk/runtime/worker.h"
#include "kiosk/wording/languages.h"

namespace tingdu::runtime {

/// app::SaveUsage, with what is to be saved.
struct LeaveUsage {
    Stick stick;
    app::Usage usage;
};
using ReceiveOrder =
    std::variant<app::LookAtStick, app::TakeStick, app::GoBack, app::GoBackInLibrary, app::LookForReadings,
                 app::ForgetReading, app::KeepReading, app::LookForDoubts, app::LookForWaitingSettings,
                 app::LookForTrust, app::SetTrust, LeaveUsage, app::SaveSettings, app::LookForSettingsOn>;
using Receiver = Worker<ReceiveOrder, app::Message>;

/// Settings as a file, and back. What of a file is wrong is left out.
struct HouseForm {
    std::function<std::string(const app::House&)> written;
    std::function<app::BroughtHouse(std::string_view toml, const std::string& name)> read;
};

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
    Keyring keys{};              ///< whose signature of a pack counts
    std::function<Log()> log{};  ///< what has been told of late; nothing where nobody knows
    HouseForm house_form{};      ///< how settings are written down; none where they do not travel
};

/// The work itself; what `all` looks at must outlive it.
[[nodiscard]] Receiver::Work receiving(Receiving all);

}  // namespace tingdu::runtime
