// What a kiosk speaks with and is seen on, opened for good: each may be missing, and what is there serves then, or is
// told aloud. What is said and shown, it does not know.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "kiosk/base/result.h"
#include "kiosk/platform/display/display.h"
#include "kiosk/platform/service/service.h"
#include "kiosk/platform/sound/speaker.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/runtime/saying.h"
#include "kiosk/runtime/worker.h"
#include "kiosk/shell/config.h"
#include "kiosk/shell/resources.h"
#include "kiosk/wording/languages.h"

namespace tingdu::shell {

/// How long a goodbye may take: one with a number in it takes half as long.
constexpr std::chrono::seconds longest_goodbye{12};

using Synthesis = runtime::ThreadWorker<runtime::SayOrder, runtime::SayProduct>;

struct Mouth {
    std::unique_ptr<platform::Speaker> speaker;
    std::unique_ptr<platform::Synthesizer> synthesizer;
};

/// Where the voices that are shipped cannot be used the engine's own speak; without an engine the kiosk serves the eyes
/// alone, and says on the screen that there is no sound.
[[nodiscard]] Mouth open_mouth(const Config& config, const Resources& resources);

/// What can be shown. Fault no_font where the fonts lack the very greeting: all would be boxes.
[[nodiscard]] Result<platform::Repertoire> open_legible(const platform::FontChain& fonts,
                                                        const wording::Languages& languages);

/// Says in each language that nothing is shown, and returns when it is said, or when the kiosk is asked to end.
void say_that_nothing_is_shown(const Mouth& mouth, runtime::Knowing knowing, const wording::Languages& languages);

/// A screen may be switched on after the machine, and one whose driver is late be drawn on in a while: it is waited for
/// where somebody watches over the kiosk, and not where somebody stands before it. `say` tells whoever is there
/// meanwhile. Faults: no_display, also when the kiosk was asked to end.
[[nodiscard]] Result<std::unique_ptr<platform::Display>> await_display(const platform::DisplayWish& wish,
                                                                       const platform::FontChain& fonts,
                                                                       platform::Service& service,
                                                                       const std::function<void()>& say);

}  // namespace tingdu::shell
