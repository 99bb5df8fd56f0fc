// A look at how the kiosk is, on a thread of its own: it takes seconds, and a minute where a disk hangs. Meanwhile
// articles are opened and pictures made.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "kiosk/app/message.h"
#include "kiosk/runtime/worker.h"

namespace tingdu::runtime {

/// Answered by HealthSeen.
using Checkup = Worker<app::LookAtHealth, app::Message>;

/// How the kiosk is, as whoever can see it says.
using Examine = std::function<app::Health()>;

/// The work itself.
[[nodiscard]] inline Checkup::Work examining(Examine examine) {
    return [examine = std::move(examine)](const app::LookAtHealth&, const Checkup::Deliver& deliver) {
        deliver(app::HealthSeen{std::make_shared<const app::Health>(examine())});
    };
}

}  // namespace tingdu::runtime
