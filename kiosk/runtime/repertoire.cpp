#include "kiosk/runtime/repertoire.h"

#include <algorithm>

namespace tingdu::runtime {

const Opening* Repertoire::find(const Wording& wording) {
    const auto found = std::ranges::find(openings_, wording, &std::pair<Wording, Opening>::first);
    if (found == openings_.end()) return nullptr;
    openings_.splice(openings_.begin(), openings_, found);
    return &found->second;
}

void Repertoire::keep(Wording wording, Opening opening) {
    samples_ += opening.first_breath.clip.pcm.size();
    openings_.emplace_front(std::move(wording), std::move(opening));
    while (samples_ > capacity) {
        samples_ -= openings_.back().second.first_breath.clip.pcm.size();
        openings_.pop_back();
    }
}

void Repertoire::forget() {
    openings_.clear();
    samples_ = 0;
}

}  // namespace tingdu::runtime
