#include "kiosk/app/mind/mind.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "kiosk/app/phrases.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {
namespace {

/// A finger that stays so long asks what it would do.
constexpr std::int64_t explained_after_ms = 1'500;
/// So long somebody has to say that they are there.
constexpr int leaving_s = 30;
/// A key for home that is held by then has been held before.
constexpr std::int64_t held_by_ms = 5'000;
/// Where there is nothing to read, it is looked for so often.
constexpr std::int64_t looked_for_ms = 10'000;
/// More than the pictures of two pages of the largest screen; what lies further from the last one made goes.
constexpr std::size_t most_picture_pixels = 32'000'000;

void keep(OpenArticle& open, const PictureMade& made) {
    open.pictures[made.picture] = made.bitmap;
    const auto pixels = [&] {
        std::size_t sum = 0;
        for (const auto& [picture, bitmap] : open.pictures) sum += bitmap ? bitmap->pixels.size() : 0;
        return sum;
    };
    while (open.pictures.size() > 1 && pixels() > most_picture_pixels) {
        const bool first_is_further =
            made.picture - open.pictures.begin()->first > open.pictures.rbegin()->first - made.picture;
        open.pictures.erase(first_is_further ? open.pictures.begin() : std::prev(open.pictures.end()));
    }
}

/// Where the visitor is, in a catalogue that has come to be another: at the article or subject of the same name, or
/// else at the first.
std::pair<int, int> same_place(const State& state, const library::Catalogue& now) {
    const library::Subject* const subject = subject_of(state);
    if (!subject) return {0, 0};
    const auto found = std::ranges::find(now.subjects, subject->name, &library::Subject::name);
    if (found == now.subjects.end()) return {0, 0};
    const int at = static_cast<int>(found - now.subjects.begin());
    const auto entry = static_cast<std::size_t>(state.entry);
    const bool may_be_back = state.open && state.open->is_withdrawn && state.open->article;
    if (!may_be_back && entry >= subject->entries.size()) return {at, 0};
    const std::u32string title = may_be_back ? state.open->article->title : subject->entries[entry].title;
    return {at, static_cast<int>(found->entries.find(title).value_or(0))};
}

}  // namespace

void notify(State& state, std::u32string text, std::int64_t stays_ms) {
    state.notice = Notice{std::move(text), state.now_ms + stays_ms};
}

Step Mind::step() && {
    turn_to_next_stick();
    leave_what_is_gone();
    const auto sounds = [](const Effect& effect) {
        return std::holds_alternative<Chime>(effect) || std::holds_alternative<Answer>(effect) ||
               std::holds_alternative<Read>(effect);
    };
    if (state_.outlet == Outlet::nowhere) std::erase_if(effects_, sounds);
    return {std::move(state_), std::move(effects_)};
}

void Mind::operator()(const Pressed& pressed) {
    if (state_.leaving) {
        (*this)(Stirred{});
        return;
    }
    let_go();
    state_.explored.reset();
    state_.keypad.strange = {};
    choose_loudspeaker();
    if (asks_who_came()) return;
    const bool is_home = pressed.press == Press{Key::home};
    const bool can_go_back = may_be_offered();
    if (state_.left && state_.left->is_offered && !is_home) state_.left.reset();
    state_.before_home.reset();
    const bool once_more = pressed.press == Press{Key::repeat};
    state_.repeats = once_more ? state_.repeats + 1 : 0;
    if (state_.open && !once_more) state_.open->ladder.reset();
    if (const auto* choice = std::get_if<Choice>(&pressed.press)) choose(choice->entry);
    if (const auto* key = std::get_if<Key>(&pressed.press)) press(*key);
    if (const auto* turn = std::get_if<PageTurn>(&pressed.press)) focus(focused_entry(state_) + turn->entries);
    if (const auto* step = std::get_if<Adjust>(&pressed.press)) adjust(*step);
    if (const auto* sentence = std::get_if<SentenceAt>(&pressed.press)) read_sentence_at(sentence->offset);
    if (can_go_back && may_be_offered()) offer_to_go_back();
}

void Mind::operator()(const HandChanged& changed) {
    state_.hand = changed.hand;
}

void Mind::operator()(const Explored& explored) {
    choose_loudspeaker();
    state_.repeats = 0;
    const auto* choice = std::get_if<Choice>(&explored.press);
    if (choice && entry_count(state_) > 0) {
        focus(choice->entry);
    } else {
        (*this)(SwitchMoved{{explored.press, explored.label}});
    }
    state_.explored = explored.press;
    state_.finger = Finger{Gesture::exploring, explored.label, explored.y_px, state_.now_ms};
}

void Mind::operator()(const Touched& touched) {
    state_.held = touched.press;
    const Gesture gesture = touched.press ? Gesture::pressing : Gesture::wandering;
    state_.finger = Finger{gesture, touched.label, touched.y_px, state_.now_ms};
}

void Mind::operator()(const SlidOff&) {
    if (!state_.finger || !state_.held) return;
    withdraw_explanation();
    const bool on_page =
        std::holds_alternative<Choice>(*state_.held) || std::holds_alternative<SentenceAt>(*state_.held);
    state_.finger->gesture = on_page ? Gesture::wandering : Gesture::cancelled;
    state_.held.reset();
}

void Mind::operator()(const PageDragged& dragged) {
    if (!state_.finger || !state_.open) return;
    drag();
    state_.finger->y_px = dragged.y_px;
    state_.open->scroll = Scroll{dragged.offset, dragged.line_y_px, state_.now_ms + scrolled_ms};
}

void Mind::operator()(const ListDragged& dragged) {
    if (!state_.finger) return;
    drag();
    focus(dragged.entry);
}

void Mind::operator()(const LetGo&) {
    let_go();
}

void Mind::operator()(const ScreenTurned&) {
    let_go();
    state_.switch_focus.reset();
}

void Mind::operator()(const Focused& focused) {
    let_go();
    choose_loudspeaker();
    state_.repeats = 0;
    focus(focused.entry, focused.came_round ? Earcon::edge : Earcon::moved);
}

void Mind::operator()(const SwitchMoved& moved) {
    let_go();
    choose_loudspeaker();
    if (asks_who_came()) return;
    state_.repeats = 0;
    // The curtain may have been drawn, or drawn back, since the hand moved.
    const bool is_dark = state_.settings[Setting::curtain] == 1;
    if (is_dark != (moved.to.press == Press{Key::curtain})) return;
    state_.switch_focus = moved.to;
    const Earcon earcon = moved.came_round ? Earcon::edge : Earcon::moved;
    if (state_.screen != Screen::article) {
        if (may_be_offered()) offer_to_go_back();
        want(Chime{earcon});
        want(Silence{});
        return;
    }
    if (state_.open->reading == Reading::playing) play_or_pause();
    want(Answer{earcon, focus_label(state_)});
}

void Mind::operator()(const Tick& tick) {
    state_.now_ms = std::max(state_.now_ms, tick.now_ms);
    if (state_.notice && state_.notice->until_ms <= state_.now_ms) state_.notice.reset();
    if (state_.held && state_.finger && state_.finger->gesture == Gesture::pressing &&
        state_.now_ms - state_.finger->since_ms >= explained_after_ms)
        explain();
    if (state_.keypad.wizard) turn_to(time_passed(*state_.keypad.wizard, state_.now_ms));
    if (ask_to_be_learned(state_.keypad.strange, state_.now_ms)) (*this)(LearnKeys{});
    if (state_.leaving) count_down();
    if (state_.guesses.closed_s > 0) wait_to_guess();
    if (state_.staff.pin.closed_s > 0) wait_for_pin();
    if (state_.number && !shows_number(state_) && (state_.number->is_over || state_.screen == Screen::welcome))
        state_.number.reset();
    // The question whether it was they waits for its answer.
    const bool is_asked = state_.left && state_.left->how == Left::How::alone && state_.screen != Screen::welcome;
    if (state_.left && state_.left->until_ms <= state_.now_ms && !is_asked) state_.left.reset();
    if (state_.before_home && state_.before_home->now_ms + held_by_ms <= state_.now_ms) state_.before_home.reset();
    const bool nobody_served = state_.screen == Screen::welcome && is_out_of_order(state_);
    if (nobody_served && state_.now_ms - state_.looked_at_ms >= looked_for_ms) look_for_articles();
    const bool reads = state_.open && state_.open->reading == Reading::playing;
    if (reads && !state_.finger && state_.open->scroll && state_.open->scroll->until_ms <= state_.now_ms)
        state_.open->scroll.reset();
}

void Mind::operator()(const DayIs& day) {
    const auto before = std::exchange(state_.today, day.today);
    see_day(day.today);
    redate(before);
    if (state_.today != before && !state_.house->curation.articles.empty()) show_articles();
}

void Mind::operator()(const LuckIs& luck) {
    state_.luck = luck.luck;
}

void Mind::operator()(const BookmarksKnown& known) {
    Bookmarks all = *known.bookmarks;
    std::ranges::copy(*state_.bookmarks, std::back_inserter(all));
    state_.bookmarks = std::make_shared<const Bookmarks>(std::move(all));
    for (const Bookmark& bookmark : *state_.bookmarks) see_day(bookmark.day);
    redate(std::nullopt);
    if (state_.guesses == Guesses()) remember(known.mistakes);
}

void Mind::operator()(const BrokeOff& broke) {
    for (std::size_t i = 0; i < setting_count; ++i) {
        const auto setting = static_cast<Setting>(i);
        const int step = broke.standing.settings[setting];
        if (step < step_count(setting, state_)) state_.settings.set(setting, step);
    }
    want(SetDiction{diction(state_.settings)});
    want(SetVolume{gain_db(state_)});
    state_.screen = Screen::subjects;
    state_.awaited = broke.standing;
    if (state_.catalogue) go_on_with_awaited();
    notify(state_, std::u32string(words(state_)[Phrase::broke_off]), mentioned_ms);
    state_.notice->announced = !broke.standing.place;  // else it is said with the article
}

void Mind::operator()(const Closing&) {
    want(Silence{});
    keep_place();
    state_.leaving.reset();
    state_.is_closing = true;
    if (state_.open && state_.open->reading == Reading::playing) state_.open->reading = Reading::paused;
    notify(state_, std::u32string(words(state_)[Phrase::goodbye]), mentioned_ms);
}

void Mind::operator()(const BookmarksNotKept& failed) {
    const std::u32string fault = from_utf8(sentence(failed.error, words(state_)));
    notify(state_, words(state_).say(Phrase::number_not_kept, {{"fault", fault}}), trouble_ms);
}

void Mind::operator()(const MinuteIs& minute) {
    const double before_db = gain_db(state_);
    state_.minute_of_day = minute.minute_of_day;
    if (state_.rules.examined_at_min == minute.minute_of_day) look_at_health();
    if (gain_db(state_) != before_db) want(SetVolume{gain_db(state_)});
}

void Mind::operator()(const RulesAre& rules) {
    state_.rules = rules.rules;
    want(SetVolume{gain_db(state_)});
}

void Mind::operator()(const FileGiven& given) {
    state_.keypad.wizard.reset();
    fetch(given.path);
}

void Mind::operator()(const CatalogueRead& read) {
    state_.staff.read = read.catalogue;
    const bool was_out_of_order = is_out_of_order(state_);
    state_.catalogue_error.reset();
    show_articles();
    tell_of_order(was_out_of_order);
    go_on_with_awaited();
}

void Mind::show_articles() {
    if (!state_.staff.read) return;
    const bool was_out_of_order = is_out_of_order(state_);
    const bool was_listed = is_listed(state_);
    const library::Curation& curation = state_.house->curation;
    const bool is_as_read = curation == library::Curation();
    state_.staff.all = is_as_read ? state_.staff.read
                                  : std::make_shared<const library::Catalogue>(ordered(*state_.staff.read, curation));
    auto shown =
        is_as_read
            ? state_.staff.all
            : std::make_shared<const library::Catalogue>(library::shown(*state_.staff.all, curation, state_.today));
    const auto [subject, entry] = same_place(state_, *shown);
    state_.catalogue = std::move(shown);
    state_.subject = subject;
    state_.entry = entry;
    if (state_.open) state_.open->offer = 0;  // what comes next may be another article, or none
    if (state_.open && is_listed(state_)) state_.open->is_withdrawn = false;
    if (was_listed && !is_listed(state_)) tell_of_withdrawal();
    tell_of_order(was_out_of_order);
    // Where staff are may be gone: the page before it is not.
    while (state_.staff.way.size() > 1 && staff_row_count(state_) == 0 &&
           state_.staff.way.back().page != StaffPage::health)
        state_.staff.way.pop_back();
    if (!state_.staff.way.empty()) {
        int& row = state_.staff.way.back().entry;
        row = std::clamp(row, 0, std::max(0, staff_row_count(state_) - 1));
    }
}

void Mind::operator()(const CatalogueFailed& failed) {
    const bool was_out_of_order = is_out_of_order(state_);
    state_.catalogue_error = failed.error;
    tell_of_order(was_out_of_order);
}

void Mind::operator()(const ArticleOpened& opened) {
    if (!awaits(opened.path)) return;
    auto place = text::first(*opened.article);
    if (!place) {
        refuse(Error{Fault::empty, opened.path, {}});
        return;
    }
    if (state_.open->bookmark) std::tie(place, state_.open->found) = place_of(*state_.open->bookmark, *opened.article);
    state_.open->article = opened.article;
    if (state_.screen == Screen::article) {
        read_from(*place);
    } else {
        state_.open->reading = Reading::paused;  // until whatever lies over it goes
        state_.open->held = false;
        state_.open->place = *place;
    }
}

void Mind::operator()(const ToCopyFound& found) {
    if (!state_.open || state_.open->article != found.article) return;
    state_.open->to_copy = found.items;
    state_.open->offer = 0;  // at its end there may be one more
}

void Mind::operator()(const PictureMade& made) {
    if (state_.open && state_.open->article == made.article) keep(*state_.open, made);
}

void Mind::operator()(const ArticleFailed& failed) {
    if (awaits(failed.path)) refuse(failed.error);
}

void Mind::operator()(const WordHeard& heard) {
    if (!state_.open || state_.open->reading != Reading::playing) return;
    // The wish to stop after each sentence may come while the next ones are on their way already.
    if (extent() == Extent::sentence && heard.place != state_.open->place) {
        stop_after_sentence();
        want(Silence{});
        return;
    }
    if (heard.place != state_.open->place) state_.open->went_on_at_ms = state_.now_ms;
    state_.open->place = heard.place;
    state_.open->sentence = heard.sentence;
    state_.open->word = heard.word;
    state_.open->spelled = heard.spelled;
    if (!is_in_title(heard.place)) state_.open->is_under_way = true;
    if (heard.explained.empty()) return;
    const std::u32string_view all = state_.open->article->text;
    show_explanation(all.substr(heard.word.begin, heard.word.size()), heard.explained);
}

void Mind::operator()(const CharacterTold& told) {
    show_explanation(told.shown, told.explained);
}

void Mind::operator()(const SaidAside& said) {
    const bool is_there = state_.outlet == Outlet::headphones && !said.text.empty();
    state_.saying = is_there ? std::optional(Saying{said.text, said.reached}) : std::nullopt;
}

void Mind::operator()(const ArticleHeard&) {
    if (!state_.open || state_.open->reading != Reading::playing) return;
    const auto next = text::next_sentence(*state_.open->article, state_.open->place);
    if (next && extent() == Extent::sentence) {
        stop_after_sentence();
    } else if (next && state_.open->extent == Extent::sentence) {
        read_from(*next);  // meanwhile it is wished that reading goes on
    } else {
        end();
        want(Chime{Earcon::done});
    }
}

void Mind::operator()(const LongSilence&) {
    if (state_.screen == Screen::welcome) return;
    if (state_.keypad.wizard) {
        turn_to(stayed_silent(*state_.keypad.wizard));
        return;
    }
    // In a pause the voice holds its place, and what it held goes on as if nothing had been said.
    if (state_.screen == Screen::article && state_.open->reading == Reading::paused) {
        constexpr Hint hint{Phrase::paused_spoken, Phrase::paused_spoken_touch, Phrase::paused_spoken_switch};
        answer(Earcon::moved, words(state_)[hint.by(state_.hand)]);
        return;
    }
    state_.learned.reset();  // help says again what it is, not what the last key does
    // Whoever falls silent before a list may not know how one chooses; the other screens say so themselves.
    const bool is_list = state_.screen == Screen::subjects || state_.screen == Screen::articles ||
                         state_.screen == Screen::resuming || state_.screen == Screen::returning;
    ++(is_list ? state_.asked_how : state_.asked);
}

void Mind::operator()(const NobodyStirs&) {
    let_go();
    if (state_.screen == Screen::wizard) return;  // which has a patience of its own
    if (is_about_staff(state_) && !is_about_stick(state_)) {
        go_to(Screen::welcome, Earcon::done);
        notify(state_, std::u32string(words(state_)[Phrase::staff_closed]), mentioned_ms);
        return;
    }
    if (is_about_stick(state_)) {  // the staff have gone, and their stick can wait
        leave_stick();
        return;
    }
    if (state_.screen == Screen::welcome) {
        if (state_.settings != Settings()) forget_settings();
        return;
    }
    state_.leaving = Leaving{std::nullopt, leaving_s, leaving_s};
    want(Silence{});
    want(Chime{Earcon::edge});
}

void Mind::operator()(const QuestionHeard&) {
    if (state_.leaving && !state_.leaving->until_ms)
        state_.leaving->until_ms = state_.now_ms + std::int64_t{1000} * leaving_s;
}

void Mind::operator()(const Stirred&) {
    if (!state_.leaving) return;
    state_.leaving.reset();
    want(Silence{});
    answer(Earcon::done, words(state_)[Phrase::stayed]);
}

void Mind::operator()(const HomeHeld&) {
    if (state_.left && state_.left->how == Left::How::by_hand) {
        return_to_visit();
        return;
    }
    auto visit = state_.before_home ? state_.before_home : std::make_shared<const State>(state_);
    forget_visit();
    state_.left.reset();
    if (is_visit(*visit)) state_.left = Left{std::move(visit), state_.now_ms + kept_ms, Left::How::by_hand};
    notify(state_, std::u32string(words(state_)[Phrase::all_normal_now]));
}

void Mind::operator()(const SoundLost&) {
    sound_is(Sound::lost);
}

void Mind::operator()(const SoundBack&) {
    sound_is(Sound::there);
    if (state_.open && state_.open->reading == Reading::playing) want(SayWordAgain{});
}

void Mind::operator()(const HeadphonesIn&) {
    if (state_.outlet == Outlet::headphones) return;
    move_sound_to(Outlet::headphones);
    if (!asks_who_came()) say_there();
}

void Mind::operator()(const HeadphonesOut&) {
    if (state_.outlet != Outlet::headphones) return;
    want(Silence{});
    if (state_.rules.unplugged == HouseRules::Unplugged::goes_on) {
        move_sound_to(Outlet::loudspeaker);
        say_there();
        return;
    }
    route(Outlet::nowhere);
    is_visit(state_) ? leave() : forget_visit();
}

}  // namespace tingdu::app
