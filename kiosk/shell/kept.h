// What a kiosk comes to know while it serves, and keeps: keys that it was taught, what staff have settled, how it is.
// Each is told to the kiosk from its file once, looked at after each turn, and written when it has changed, by the
// desk.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "kiosk/app/state.h"
#include "kiosk/app/usage.h"
#include "kiosk/base/bindings.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/runtime/desk.h"
#include "kiosk/runtime/kiosk.h"
#include "kiosk/shell/config.h"

namespace tingdu::shell {

/// What single keys have been bound to counts at once. What is wrong with its file is told, and left out.
class Keys {
  public:
    /// The doors must outlive it.
    Keys(const Config& config, platform::Display& display, runtime::Desk& desk);

    void tell(runtime::Kiosk& kiosk);
    void learn_from(const app::State& state);

  private:
    void bind();

    Bindings configured_;
    std::shared_ptr<const Bindings> known_;
    std::string path_;
    platform::Display& display_;
    runtime::Desk& desk_;
};

/// What staff settle counts at once. What is wrong with its file is told, and left out.
class Settled {
  public:
    /// The desk must outlive it.
    Settled(const Config& config, runtime::Desk& desk);

    void tell(runtime::Kiosk& kiosk);
    void keep(const app::State& state);

  private:
    std::shared_ptr<const app::House> known_;
    std::string path_;
    runtime::Desk& desk_;
};

/// How the kiosk is, each time somebody has looked: what is ill is told, and all of it measured.
class Checkups {
  public:
    /// Tells at once where nothing can be kept: later it would fail in silence. The desk must outlive it.
    Checkups(std::string metrics, runtime::Desk& desk);

    void tell_of(const app::State& state, const app::Usage& usage);

  private:
    std::shared_ptr<const app::Health> known_;
    std::uint64_t counted_ = 0;  ///< the usage's revision
    std::string metrics_;        ///< empty: not measured
    runtime::Desk& desk_;
};

}  // namespace tingdu::shell
