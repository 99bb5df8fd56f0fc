#include "kiosk/app/age.h"
#include "kiosk/app/mind/mind.h"

namespace tingdu::app {
namespace {

/// After a longer pause the thread is lost: reading goes on from the start of the clause.
constexpr std::int64_t long_pause_ms = 10'000;
/// A sentence that began so shortly ago is not the one that a hand reaching for the key has in mind.
constexpr std::int64_t just_come_ms = 1'500;
/// Whoever has asked for the one before it has listened to that, and takes longer to reach for the key again.
constexpr std::int64_t just_followed_ms = 4'000;

}  // namespace

Extent Mind::extent() const {
    return state_.settings[Setting::onward] == 1 ? Extent::sentence : Extent::onward;
}

bool Mind::is_in_title(text::Place place) const {
    return state_.open->article->blocks[place.block].kind == text::BlockKind::title;
}

void Mind::read(text::Place place, Telling telling) {
    state_.open->extent = extent();
    // Whoever goes about an article has heard that it is old; whoever begins it anew is told anew.
    const bool is_told_age = !state_.open->is_under_way || is_in_title(place);
    const Asides asides{is_told_age ? outdated(*state_.open->article, state_.today, words(state_)) : U"",
                        std::u32string(words(state_)[Phrase::picture_follows]), voice_of(state_)};
    want(Read{state_.open->article, place, extent(), telling, asides});
}

text::Place Mind::last_heard() const {
    const OpenArticle& open = *state_.open;
    const auto before = text::previous_sentence(*open.article, open.place);
    const bool follows = open.ladder && before == open.ladder->place;
    const bool has_just_come = open.reading == Reading::playing && open.went_on_at_ms >= 0 &&
                               state_.now_ms - open.went_on_at_ms < (follows ? just_followed_ms : just_come_ms);
    return has_just_come ? before.value_or(open.place) : open.place;
}

void Mind::repeat() {
    const text::Place place = last_heard();
    const auto& before = state_.open->ladder;
    const std::size_t rung = before && before->place == place ? (before->rung + 1) % rungs.size() : 0;
    read_from(place, rungs[rung]);
    state_.open->ladder = Ladder{place, rung};
}

void Mind::show_explanation(std::u32string_view shown, std::u32string_view explained) {
    notify(state_, words(state_).say(Phrase::spelled_out, {{"shown", shown}, {"explained", explained}}));
    state_.notice->announced = false;
}

void Mind::stop_after_sentence() {
    OpenArticle& open = *state_.open;
    open.reading = Reading::paused;
    open.paused_at_ms = state_.now_ms;
    open.held = false;
    open.sentence_heard = true;
}

void Mind::read_from(text::Place place, Telling telling) {
    OpenArticle& open = *state_.open;
    if (open.reading == Reading::ended) state_.switch_focus.reset();
    lose_place_focus();
    open.reading = Reading::playing;
    open.place = place;
    open.sentence = text::range_of(*open.article, place);
    open.word.reset();
    open.spelled.reset();
    open.sentence_heard = false;
    open.scroll.reset();
    open.went_on_at_ms = -1;
    read(place, telling);
}

void Mind::read_or_end(const std::optional<text::Place>& place) {
    if (place) {
        read_from(*place);
        return;
    }
    end();
    want(Silence{});
}

void Mind::end() {
    state_.open->reading = Reading::ended;
    state_.open->bar = Bar::reading;
    state_.open->offer = 0;
    state_.open->word.reset();
    state_.switch_focus.reset();
}

void Mind::play_or_pause() {
    OpenArticle& open = *state_.open;
    switch (open.reading) {
        case Reading::opening:
            return;
        case Reading::playing:
            open.reading = Reading::paused;
            open.paused_at_ms = state_.now_ms;
            open.held = true;
            open.sentence_heard = false;
            want(Hold{});
            return;
        case Reading::paused:
            if (open.sentence_heard) {
                read_or_end(text::next_sentence(*open.article, open.place));
                return;
            }
            open.reading = Reading::playing;
            open.scroll.reset();
            if (!open.held) {
                read(open.place);
            } else if (state_.now_ms - open.paused_at_ms > long_pause_ms) {
                want(GoOnFromClause{});
            } else {
                want(GoOn{});
            }
            return;
        case Reading::ended:
            if (const auto place = text::first(*open.article)) read_from(*place);
            return;
    }
}

}  // namespace tingdu::app
