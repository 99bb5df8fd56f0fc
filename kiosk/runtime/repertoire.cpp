#include "kiosk/runtime/repertoire.h"

#include <algorithm>

namespace tingdu::runtime {

const Opening* Repertoire::find(const Passage& passage) {
    const auto found = std::ranges::find(openings_, passage, &std::pair<Passage, Opening>::first);
    if (found == openings_.end()) return nullptr;
    openings_.splice(openings_.begin(), openings_, found);
    return &found->second;
}

void Repertoire::keep(Passage passage, Opening opening) {
    samples_ += opening.first_breath.clip.pcm.size();
    openings_.emplace_front(std::move(passage), std::move(opening));
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
