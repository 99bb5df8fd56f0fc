#include "kiosk/app/usage.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "kiosk/app/phrases.h"
#include "kiosk/app/staff/room.h"
#include "kiosk/app/state.h"

namespace tingdu::app {
namespace {

/// One article lies open from before to after.
bool is_same_article(const State& before, const State& after) {
    return before.open && after.open && before.open->article && before.open->article == after.open->article;
}

bool is_open(const State& state) {
    return state.open && state.open->article;
}

/// In one line, whatever it came as.
std::u32string in_line(std::u32string text) {
    constexpr char32_t first_sign = 0x20;
    std::ranges::replace_if(
        text, [](char32_t c) { return c < first_sign; }, U' ');
    return text;
}

std::u32string sentence_of(const State& state) {
    const TextRange sentence = state.open->sentence;
    const std::u32string& text = state.open->article->text;
    if (sentence.begin >= text.size()) return {};
    return in_line(text.substr(sentence.begin, std::min(sentence.size(), Usage::place_length)));
}

PlaceUse* place_in(ArticleUse& use, const State& state) {
    std::u32string sentence = sentence_of(state);
    if (sentence.empty()) return nullptr;
    if (use.places.size() >= Usage::most_places && !use.places.contains(sentence)) return nullptr;
    return &use.places[std::move(sentence)];
}

}  // namespace

std::strong_ordering operator<=>(const ArticleDay& one, const ArticleDay& other) {
    const auto key = [](const ArticleDay& of) {
        return std::tie(of.day.year, of.day.month, of.day.day, of.subject, of.title);
    };
    return key(one) <=> key(other);
}

ArticleUse& Usage::now() {
    ++revision_;
    ArticleUse& use = articles_[open_];
    while (articles_.size() > most_articles && articles_.begin()->first != open_) articles_.erase(articles_.begin());
    return use;
}

void Usage::begin(const State& state) {
    heard_ms_ = 0;  // whoever went to the staff's room left without an end
    const library::Subject* const subject = subject_of(state);
    open_ = {state.today.value_or(Date{}), in_line(subject ? std::u32string(subject_name(*subject, state)) : U""),
             in_line(state.open->article->title)};
    ++now().opened;
}

void Usage::end(const State& state) {
    now().heard_ms += std::exchange(heard_ms_, 0);
    if (!state.open->is_under_way || state.open->reading == Reading::ended) return;
    if (PlaceUse* place = place_in(now(), state)) ++place->left;
}

void Usage::see(const State& before, const State& after) {
    if (before.staff.is_in || after.staff.is_in) return;
    if (!is_same_article(before, after)) {
        if (is_open(before)) end(before);
        if (is_open(after)) begin(after);
        return;
    }
    const OpenArticle& was = *before.open;
    const OpenArticle& is = *after.open;
    if (was.reading == Reading::playing) heard_ms_ += after.now_ms - before.now_ms;
    if (was.reading != Reading::ended && is.reading == Reading::ended) ++now().heard;
    const bool asked_again = is.ladder && (!was.ladder || was.ladder->rung != is.ladder->rung);
    if (asked_again)
        if (PlaceUse* place = place_in(now(), after)) ++place->repeated;
}

void Usage::add(const ArticleDay& article, const ArticleUse& use) {
    ArticleUse& all = articles_[article];
    all.opened += use.opened;
    all.heard += use.heard;
    all.heard_ms += use.heard_ms;
    for (const auto& [sentence, place] : use.places) {
        all.places[sentence].repeated += place.repeated;
        all.places[sentence].left += place.left;
    }
    ++revision_;
}

UsageSum sum_of(const Usage& usage) {
    UsageSum sum;
    std::int64_t heard_ms = 0;
    for (const auto& [article, use] : usage.articles()) {
        sum.opened += use.opened;
        sum.heard += use.heard;
        heard_ms += use.heard_ms;
        for (const auto& [sentence, place] : use.places) sum.repeated += place.repeated;
    }
    sum.heard_s = heard_ms / 1000;
    return sum;
}

}  // namespace tingdu::app
