#include "kiosk/speech/timeline.h"

#include <algorithm>
#include <utility>

namespace tingdu::speech {
namespace {

/// Parts a clip at `offset`; what is left stays in `clip`.
Clip split(Clip& clip, std::size_t offset) {
    const auto middle = clip.pcm.begin() + static_cast<std::ptrdiff_t>(offset);
    Clip rest;
    rest.pcm.assign(middle, clip.pcm.end());
    clip.pcm.erase(middle, clip.pcm.end());
    std::vector<Mark> kept;
    for (const Mark& mark : clip.marks) {
        if (mark.begin < offset) kept.push_back({mark.word, mark.begin, std::min(mark.end, offset)});
        if (mark.end > offset)
            rest.marks.push_back({mark.word, mark.begin > offset ? mark.begin - offset : 0, mark.end - offset});
    }
    clip.marks = std::move(kept);
    return rest;
}

}  // namespace

void Timeline::restart(StreamPosition position) {
    placed_.clear();
    end_ = position;
}

void Timeline::append(UtteranceId utterance, Clip clip) {
    if (clip.pcm.empty()) return;
    placed_.push_back({utterance, std::move(clip), end_});
    end_ = placed_.back().end();
}

void Timeline::insert(StreamPosition position, UtteranceId utterance, Clip clip) {
    auto after = take_from(position);
    append(utterance, std::move(clip));
    for (Placed& placed : after) append(placed.utterance, std::move(placed.clip));
}

std::deque<Placed> Timeline::take_from(StreamPosition position) {
    std::deque<Placed> taken;
    while (!placed_.empty() && placed_.back().begin >= position) {
        taken.push_front(std::move(placed_.back()));
        placed_.pop_back();
    }
    if (!placed_.empty() && placed_.back().end() > position) {
        Placed& parted = placed_.back();
        taken.push_front({parted.utterance, split(parted.clip, position - parted.begin), position});
    }
    end_ = std::min(end_, position);
    return taken;
}

void Timeline::fade_out(StreamPosition position) {
    if (placed_.empty() || position >= end_) return;
    Placed& last = placed_.back();
    const StreamPosition from = std::max(position, last.begin);
    const auto length = static_cast<double>(end_ - from);
    for (StreamPosition at = from; at < end_; ++at) {
        auto& sample = last.clip.pcm[at - last.begin];
        sample = static_cast<std::int16_t>(sample * static_cast<double>(end_ - at) / (length + 1));
    }
}

void Timeline::forget_before(StreamPosition position) {
    while (!placed_.empty() && placed_.front().end() <= position) placed_.pop_front();
}

std::optional<Timeline::Sounding> Timeline::at(StreamPosition position) const {
    for (const Placed& placed : placed_) {
        if (position < placed.begin || position >= placed.end()) continue;
        Sounding sounding{placed.utterance, std::nullopt};
        for (const Mark& mark : placed.clip.marks)
            if (placed.begin + mark.begin <= position) sounding.word = mark.word;
        return sounding;
    }
    return std::nullopt;
}

std::optional<Timeline::WordBegin> Timeline::word_from(StreamPosition position) const {
    for (const Placed& placed : placed_)
        for (const Mark& mark : placed.clip.marks)
            if (placed.begin + mark.begin >= position)
                return WordBegin{placed.begin + mark.begin, placed.utterance, mark.word};
    return std::nullopt;
}

StreamPosition Timeline::change_after(StreamPosition position) const {
    for (const Placed& placed : placed_) {
        if (placed.end() <= position) continue;
        if (placed.begin > position) return placed.begin;
        const auto word = word_from(position + 1);
        return word ? std::min(word->position, placed.end()) : placed.end();
    }
    return position;
}

StreamPosition Timeline::clause_from(StreamPosition position) const {
    for (const Placed& placed : placed_)
        if (placed.begin >= position && placed.clip.clause_begins) return placed.begin;
    return end_;
}

std::span<const std::int16_t> Timeline::samples_from(StreamPosition position) const {
    for (const Placed& placed : placed_)
        if (position >= placed.begin && position < placed.end())
            return std::span(placed.clip.pcm).subspan(position - placed.begin);
    return {};
}

}  // namespace tingdu::speech
