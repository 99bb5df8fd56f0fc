#include "kiosk/shell/senses.h"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "kiosk/platform/display/connector.h"
#include "kiosk/platform/sound/jack.h"
#include "kiosk/platform/sound/mute_speaker.h"
#include "kiosk/platform/synthesizer/mute_synthesizer.h"
#include "kiosk/runtime/report.h"
#include "kiosk/runtime/voice.h"
#include "kiosk/shell/ending.h"
#include "kiosk/shell/tell.h"

namespace tingdu::shell {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// How often a screen is looked for where there is none.
constexpr auto between_looks = 1s;
/// How long one is tried for that is there and cannot be drawn on.
constexpr auto longest_hope = 20s;
/// How long nothing is said of it, and then again.
constexpr auto unsaid = 5s;
constexpr auto between_sayings = 2min;

}  // namespace

Mouth open_mouth(const Config& config, const Resources& resources) {
    platform::Cast cast = find_cast(resources);
    auto synthesizer = platform::open_synthesizer(cast);
    if (!synthesizer) {
        tell_error(synthesizer.error());
        cast.profiles.clear();
        synthesizer = platform::open_synthesizer(cast);
    }
    if (!synthesizer) return {platform::open_mute_speaker(), platform::mute_synthesizer()};
    return {platform::open_speaker(config.sound, platform::watch_jack(config.jack)), std::move(*synthesizer)};
}

Result<platform::Repertoire> open_legible(const platform::FontChain& fonts, const wording::Languages& languages) {
    auto repertoire = platform::open_repertoire(fonts);
    if (!repertoire) return repertoire;
    const auto is_shown = [&](char32_t c) { return c <= U' ' || (*repertoire)(c); };
    if (std::ranges::all_of(languages[0][wording::Phrase::greeting], is_shown)) return repertoire;
    return fail(Fault::no_font, fonts.regular.front().path);
}

void say_that_nothing_is_shown(const Mouth& mouth, runtime::Knowing knowing, const wording::Languages& languages) {
    Synthesis workshop(runtime::saying(std::move(knowing), *mouth.synthesizer), [] {});
    runtime::Voice voice(*mouth.speaker, workshop);
    std::vector<app::Prompt> prompts;
    for (int language = 0; language < languages.count(); ++language)
        prompts.push_back(
            {std::u32string(languages[language][wording::Phrase::nothing_shown]), languages.spoken(language), {}, {}});
    voice.say(prompts, {});
    for (const auto since = Clock::now();
         voice.is_busy() && times_asked_to_end() == 0 && Clock::now() - since < longest_goodbye;) {
        for (const runtime::Heard& heard : voice.tick()) runtime::report(heard, tell);
        std::this_thread::sleep_for(10ms);
    }
}

Result<std::unique_ptr<platform::Display>> await_display(const platform::DisplayWish& wish,
                                                         const platform::FontChain& fonts, platform::Service& service,
                                                         const std::function<void()>& say) {
    auto display = platform::open_display(wish, fonts);
    const auto is_missing = [&] { return !display && display.error().fault == Fault::no_display; };
    if (!is_missing() || !service.is_watched()) return display;
    tell_error(display.error());
    auto hoped = Clock::now();
    for (auto say_at = hoped + unsaid;
         is_missing() && times_asked_to_end() == 0 && Clock::now() - hoped < longest_hope;) {
        service.waits(std::chrono::milliseconds(3 * longest_goodbye).count(), "waiting for a screen");
        std::this_thread::sleep_for(between_looks);
        display = platform::open_display(wish, fonts);
        if (platform::may_come_yet()) hoped = Clock::now();
        if (!is_missing() || Clock::now() < say_at) continue;
        say();
        say_at = Clock::now() + between_sayings;
    }
    return display;
}

}  // namespace tingdu::shell
