#include "kiosk/platform/synthesizer/trim.h"

#include <algorithm>

namespace tingdu::platform {
namespace {

constexpr std::size_t fade = sample_rate_hz / 1000;

template <class Iterator>
void fade_in(Iterator from, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i, ++from)
        *from = static_cast<std::int16_t>(*from * static_cast<int>(i) / static_cast<int>(length));
}

}  // namespace

std::size_t trim(Pcm& pcm) {
    // eSpeak NG's silence is exact, so nothing of a soft f, s or h need be given up for it.
    const auto sounds = [](std::int16_t sample) { return sample != 0; };
    const auto first = std::ranges::find_if(pcm, sounds);
    if (first == pcm.end()) {
        const std::size_t all = pcm.size();
        pcm.clear();
        return all;
    }
    const auto last = std::find_if(pcm.rbegin(), pcm.rend(), sounds).base();
    const std::size_t kept = static_cast<std::size_t>(last - first);
    const auto cut = static_cast<std::size_t>(first - pcm.begin());
    Pcm sound(kept + 2);
    std::copy(first, last, sound.begin() + 1);
    fade_in(sound.begin() + 1, std::min(fade, kept));
    fade_in(sound.rbegin() + 1, std::min(fade, kept));
    pcm = std::move(sound);
    return cut > 0 ? cut - 1 : 0;
}

}  // namespace tingdu::platform
