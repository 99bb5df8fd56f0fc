#include "kiosk/app/update.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "kiosk/app/age.h"
#include "kiosk/app/phrases.h"
#include "kiosk/base/utf8.h"
#include "kiosk/wording/sentences.h"

namespace tingdu::app {
namespace {

/// After a longer pause the thread is lost: reading goes on from the start of the clause.
constexpr std::int64_t long_pause_ms = 10'000;
constexpr std::int64_t notice_ms = 6'000;
/// A finger that stays so long asks what it would do.
constexpr std::int64_t explained_after_ms = 1'500;
/// A page that a hand has moved stays there for so long after the hand has left it.
constexpr std::int64_t scrolled_ms = 8'000;
/// A sentence that began so shortly ago is not the one that a hand reaching for the key has in mind.
constexpr std::int64_t just_come_ms = 1'500;
/// Whoever has asked for the one before it has listened to that, and takes longer to reach for the key again.
constexpr std::int64_t just_followed_ms = 4'000;
/// Within so long after its answer the same question asks for more.
constexpr std::int64_t asked_again_ms = 20'000;
/// So long somebody has to say that they are there, and so long after they can come back.
constexpr int leaving_s = 30;
constexpr std::int64_t kept_ms = 60'000;
/// A key for home that is held by then has been held before.
constexpr std::int64_t held_by_ms = 5'000;
/// Where there is nothing to read, it is looked for so often.
constexpr std::int64_t looked_for_ms = 10'000;
/// What is mentioned by the way can be read by whoever looks up late.
constexpr std::int64_t mentioned_ms = 12'000;
/// So often it is said how far the work has come.
constexpr std::int64_t progress_told_ms = 10'000;
/// What went wrong stays until the visitor goes on, or has surely gone.
constexpr std::int64_t trouble_ms = 60'000;

/// So long a number stands on the screen for whoever writes it down.
constexpr std::int64_t number_shown_ms = 60'000;
/// Anybody may mistype twice. After that whoever tries has to wait, longer each time; for a minute with nothing wrong
/// one of the mistakes is forgotten.
constexpr int free_guesses = 2;
constexpr int first_wait_s = 10;
constexpr int longest_wait_s = 60;
constexpr std::int64_t forgotten_ms = 60'000;

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

void notify(State& state, std::u32string text, std::int64_t stays_ms = notice_ms) {
    state.notice = Notice{std::move(text), state.now_ms + stays_ms};
}

/// The answer to a question, and how the settings are used, stand nowhere on the screen by themselves.
bool has_only_been_said(const State& before, const State& after) {
    const bool came_to_settings = after.screen == Screen::settings && before.screen != Screen::settings;
    return after.asked_all != before.asked_all || after.asked_how != before.asked_how || came_to_settings;
}

/// What is said is shown as long, and a while longer for those who read after hearing.
void show_what_is_said(const State& before, State& after) {
    std::vector<std::u32string> sentences = hints_on_coming(before, after);
    if (has_only_been_said(before, after)) {
        sentences.clear();
        for (Prompt& prompt : announce(before, after)) sentences.push_back(std::move(prompt.text));
    } else if (sentences.empty() || after.notice) {
        return;
    }
    std::u32string text = together(sentences);
    const auto as_long = static_cast<std::int64_t>(1000 * library::seconds_of(text) / diction(after.settings).rate);
    if (after.asked_all != before.asked_all) after.asked_until_ms = after.now_ms + as_long + asked_again_ms;
    notify(after, std::move(text), as_long + notice_ms);
    after.notice->announced = false;
}

Earcon earcon_of(Wizard::Answer answer) {
    switch (answer) {
        case Wizard::Answer::learned:
        case Wizard::Answer::kept:
            return Earcon::done;
        case Wizard::Answer::taken:
        case Wizard::Answer::configured:
            return Earcon::refused;
        case Wizard::Answer::none:
        case Wizard::Answer::passed:
            break;
    }
    return Earcon::moved;
}

int& focus_of(State& state) {
    if (state.screen == Screen::settings) return state.setting;
    if (state.screen == Screen::returning) return state.return_offer;
    if (state.screen == Screen::resuming) return state.entering.tile;
    if (state.screen == Screen::stick) return state.sticks.delivery->offer;
    if (state.screen == Screen::remarks) return state.sticks.delivery->remark;
    if (state.screen == Screen::correcting) return state.sticks.delivery->correcting.entry;
    if (state.screen == Screen::article && state.open) return state.open->offer;
    return state.screen == Screen::subjects ? state.subject : state.entry;
}

/// One message at work: the state as it becomes, and what has been wanted so far.
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

class Mind {
  public:
    explicit Mind(State state) : state_(std::move(state)) {}
    /// Where nothing is to be heard, nothing is said.
    [[nodiscard]] Step step() && {
        turn_to_next_stick();
        leave_what_is_gone();
        const auto sounds = [](const Effect& effect) {
            return std::holds_alternative<Chime>(effect) || std::holds_alternative<Answer>(effect) ||
                   std::holds_alternative<Read>(effect);
        };
        if (state_.outlet == Outlet::nowhere) std::erase_if(effects_, sounds);
        return {std::move(state_), std::move(effects_)};
    }

    void operator()(const Pressed& pressed) {
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

    void operator()(const HandChanged& changed) { state_.hand = changed.hand; }

    /// The focus goes where the finger is, and says what is there.
    void operator()(const Explored& explored) {
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

    void operator()(const Touched& touched) {
        state_.held = touched.press;
        const Gesture gesture = touched.press ? Gesture::pressing : Gesture::wandering;
        state_.finger = Finger{gesture, touched.label, touched.y_px, state_.now_ms};
    }

    void operator()(const SlidOff&) {
        if (!state_.finger || !state_.held) return;
        withdraw_explanation();
        const bool on_page =
            std::holds_alternative<Choice>(*state_.held) || std::holds_alternative<SentenceAt>(*state_.held);
        state_.finger->gesture = on_page ? Gesture::wandering : Gesture::cancelled;
        state_.held.reset();
    }

    void operator()(const PageDragged& dragged) {
        if (!state_.finger || !state_.open) return;
        drag();
        state_.finger->y_px = dragged.y_px;
        state_.open->scroll = Scroll{dragged.offset, dragged.line_y_px, state_.now_ms + scrolled_ms};
    }

    void operator()(const ListDragged& dragged) {
        if (!state_.finger) return;
        drag();
        focus(dragged.entry);
    }

    void operator()(const LetGo&) { let_go(); }

    void operator()(const ScreenTurned&) {
        let_go();
        state_.switch_focus.reset();
    }

    void operator()(const Focused& focused) {
        let_go();
        choose_loudspeaker();
        state_.repeats = 0;
        focus(focused.entry, focused.came_round ? Earcon::edge : Earcon::moved);
    }

    /// Whoever moves about an article wants to do something with it: the voice waits for them.
    void operator()(const SwitchMoved& moved) {
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

    void operator()(const Tick& tick) {
        state_.now_ms = std::max(state_.now_ms, tick.now_ms);
        if (state_.notice && state_.notice->until_ms <= state_.now_ms) state_.notice.reset();
        if (state_.held && state_.finger && state_.finger->gesture == Gesture::pressing &&
            state_.now_ms - state_.finger->since_ms >= explained_after_ms)
            explain();
        if (state_.keypad.wizard) turn_to(time_passed(*state_.keypad.wizard, state_.now_ms));
        if (ask_to_be_learned(state_.keypad.strange, state_.now_ms)) (*this)(LearnKeys{});
        if (state_.leaving) count_down();
        if (state_.guesses.closed_s > 0) wait_to_guess();
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

    void operator()(const DayIs& day) {
        const auto before = std::exchange(state_.today, day.today);
        see_day(day.today);
        redate(before);
    }

    void operator()(const LuckIs& luck) { state_.luck = luck.luck; }

    /// Somebody may have left before they had been read.
    void operator()(const BookmarksKnown& known) {
        Bookmarks all = *known.bookmarks;
        std::ranges::copy(*state_.bookmarks, std::back_inserter(all));
        state_.bookmarks = std::make_shared<const Bookmarks>(std::move(all));
        for (const Bookmark& bookmark : *state_.bookmarks) see_day(bookmark.day);
        redate(std::nullopt);
        if (state_.guesses == Guesses()) remember(known.mistakes);
    }

    /// Whoever is before the screen goes on where they were, as far as that is known, and hears why there was a pause.
    void operator()(const BrokeOff& broke) {
        for (std::size_t i = 0; i < setting_count; ++i) {
            const auto setting = static_cast<Setting>(i);
            const int step = broke.standing.settings[setting];
            if (step < step_count(setting, state_)) state_.settings.set(setting, step);
        }
        want(SetDiction{diction(state_.settings)});
        want(SetVolume{gain_db(state_)});
        state_.screen = Screen::subjects;
        state_.awaited = broke.standing.place;
        if (state_.catalogue) go_on_with_awaited();
        notify(state_, std::u32string(words(state_)[Phrase::broke_off]), mentioned_ms);
        state_.notice->announced = !broke.standing.place;  // else it is said with the article
    }

    /// Nobody is left without a word, nor without a number for what they have not heard to its end.
    void operator()(const Closing&) {
        want(Silence{});
        keep_place();
        state_.leaving.reset();
        state_.is_closing = true;
        if (state_.open && state_.open->reading == Reading::playing) state_.open->reading = Reading::paused;
        notify(state_, std::u32string(words(state_)[Phrase::goodbye]), mentioned_ms);
    }

    void operator()(const BookmarksNotKept& failed) {
        const std::u32string fault = from_utf8(sentence(failed.error, words(state_)));
        notify(state_, words(state_).say(Phrase::number_not_kept, {{"fault", fault}}), trouble_ms);
    }

    void operator()(const MinuteIs& minute) {
        const double before_db = gain_db(state_);
        state_.minute_of_day = minute.minute_of_day;
        if (gain_db(state_) != before_db) want(SetVolume{gain_db(state_)});
    }

    void operator()(const RulesAre& rules) {
        state_.rules = rules.rules;
        want(SetVolume{gain_db(state_)});
    }

    void operator()(const FileGiven& given) {
        state_.keypad.wizard.reset();
        fetch(given.path);
    }

    void operator()(const CatalogueRead& read) {
        const bool was_out_of_order = is_out_of_order(state_);
        const bool was_listed = is_listed(state_);
        const auto [subject, entry] = same_place(state_, *read.catalogue);
        state_.catalogue = read.catalogue;
        state_.catalogue_error.reset();
        state_.subject = subject;
        state_.entry = entry;
        if (state_.open) state_.open->offer = 0;  // what comes next may be another article, or none
        if (state_.open && is_listed(state_)) state_.open->is_withdrawn = false;
        if (was_listed && !is_listed(state_)) tell_of_withdrawal();
        tell_of_order(was_out_of_order);
        go_on_with_awaited();
    }

    void operator()(const CatalogueFailed& failed) {
        const bool was_out_of_order = is_out_of_order(state_);
        state_.catalogue_error = failed.error;
        tell_of_order(was_out_of_order);
    }

    void operator()(const ArticleOpened& opened) {
        if (!awaits(opened.path)) return;
        auto place = text::first(*opened.article);
        if (!place) {
            refuse(Error{Fault::empty, opened.path, {}});
            return;
        }
        if (state_.open->bookmark)
            std::tie(place, state_.open->found) = place_of(*state_.open->bookmark, *opened.article);
        state_.open->article = opened.article;
        if (state_.screen == Screen::article) {
            read_from(*place);
        } else {
            state_.open->reading = Reading::paused;  // until whatever lies over it goes
            state_.open->held = false;
            state_.open->place = *place;
        }
    }

    void operator()(const ToCopyFound& found) {
        if (!state_.open || state_.open->article != found.article) return;
        state_.open->to_copy = found.items;
        state_.open->offer = 0;  // at its end there may be one more
    }

    void operator()(const PictureMade& made) {
        if (state_.open && state_.open->article == made.article) keep(*state_.open, made);
    }

    void operator()(const ArticleFailed& failed) {
        if (awaits(failed.path)) refuse(failed.error);
    }

    void operator()(const WordHeard& heard) {
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

    void operator()(const CharacterTold& told) { show_explanation(told.shown, told.explained); }

    void operator()(const SaidAside& said) {
        const bool is_there = state_.outlet == Outlet::headphones && !said.text.empty();
        state_.saying = is_there ? std::optional(Saying{said.text, said.reached}) : std::nullopt;
    }

    void operator()(const ArticleHeard&) {
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

    void operator()(const LongSilence&) {
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

    void operator()(const NobodyStirs&) {
        let_go();
        if (state_.screen == Screen::wizard) return;  // which has a patience of its own
        if (is_about_stick(state_)) {                 // the staff have gone, and their stick can wait
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

    void operator()(const QuestionHeard&) {
        if (state_.leaving && !state_.leaving->until_ms)
            state_.leaving->until_ms = state_.now_ms + std::int64_t{1000} * leaving_s;
    }

    void operator()(const Stirred&) {
        if (!state_.leaving) return;
        state_.leaving.reset();
        want(Silence{});
        answer(Earcon::done, words(state_)[Phrase::stayed]);
    }

    /// Held once more, it takes that back.
    void operator()(const HomeHeld&) {
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

    void operator()(const SoundLost&) { sound_is(Sound::lost); }

    void operator()(const SoundBack&) {
        sound_is(Sound::there);
        if (state_.open && state_.open->reading == Reading::playing) want(SayWordAgain{});
    }

    /// The sound moves, and whatever was being said is said there: again from the start of its sentence, after it has
    /// been told, softly, that it is there.
    void operator()(const HeadphonesIn&) {
        if (state_.outlet == Outlet::headphones) return;
        move_sound_to(Outlet::headphones);
        if (!asks_who_came()) say_there();
    }

    /// Whoever pulls them has left. Nothing of what they heard goes on elsewhere; if it was a mistake, the next thing
    /// they do brings it back. Where the hall wants it otherwise, they stand there still, and hear it from the
    /// loudspeaker: again from the start of its sentence, made anew for there.
    void operator()(const HeadphonesOut&) {
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

    // Keys for what they are.

    void operator()(const KeysKnown& keys) {
        state_.keypad.configured = std::make_shared<const Bindings>(keys.configured);
        state_.keypad.learned = std::make_shared<const Bindings>(keys.learned);
    }

    void operator()(const LearnKeys&) {
        Keypad& keypad = state_.keypad;
        keypad.strange = {};
        keypad.wizard = Wizard{};
        if (keypad.configured) keypad.wizard->configured = *keypad.configured;
        if (keypad.learned) keypad.wizard->before = *keypad.learned;
        go_to(Screen::wizard, Earcon::opened);
    }

    void operator()(const RawDown& down) {
        if (state_.keypad.wizard) {
            want(Silence{});
            state_.keypad.wizard = key_down(std::move(*state_.keypad.wizard), down.key, state_.now_ms);
            return;
        }
        const auto told_before = state_.keypad.strange.told_at_ms;
        state_.keypad.strange = key_down(std::move(state_.keypad.strange), down.key, state_.now_ms);
        if (state_.keypad.strange.told_at_ms != told_before) {
            answer(Earcon::refused, words(state_)[Phrase::strange_key]);
        } else if (state_.screen == Screen::welcome) {
            // The welcome screen says that any key will do.
            const StrangeKeys counted = state_.keypad.strange;
            (*this)(Pressed{Key::select});
            state_.keypad.strange = counted;
        }
    }

    void operator()(const RawUp& up) {
        if (state_.keypad.wizard) turn_to(key_up(*state_.keypad.wizard, up.key));
        state_.keypad.strange = key_up(std::move(state_.keypad.strange), up.key);
    }

    void operator()(const KeysNotKept& failed) {
        const std::u32string fault = from_utf8(sentence(failed.error, words(state_)));
        notify(state_, words(state_).say(Phrase::keys_not_kept, {{"fault", fault}}), trouble_ms);
        want(Chime{Earcon::refused});
    }

    void operator()(const HandShut& hand) {
        notify(state_, words(state_).say(Phrase::hand_shut, {{"name", from_utf8(hand.name)}}), trouble_ms);
        want(Chime{Earcon::refused});
    }

    // Sticks.

    void operator()(const SticksThere& now) {
        Sticks& sticks = state_.sticks;
        const auto is_there = [&](const Stick& stick) {
            return std::ranges::find(now.sticks, stick) != now.sticks.end();
        };
        std::erase_if(sticks.waiting, [&](const Stick& stick) { return !is_there(stick); });
        bool has_to_wait = false;
        for (const Stick& stick : now.sticks) {
            if (std::ranges::find(sticks.there, stick) != sticks.there.end()) continue;
            sticks.waiting.push_back(stick);
            has_to_wait = sticks.delivery.has_value();
        }
        sticks.there = now.sticks;
        if (sticks.delivery && sticks.delivery->is_there && !is_there(sticks.delivery->stick)) lose_stick();
        if (has_to_wait && sticks.delivery && !gives_way()) mention(Phrase::stick_waits);
    }

    void operator()(const StickProgress& progress) {
        Delivery* const delivery = delivery_of(progress.stick);
        if (!delivery || !is_at_work(*delivery)) return;
        if (delivery->stage == Delivery::Stage::reading && progress.of > 0) come_to(Delivery::Stage::checking);
        const std::int64_t passed_ms = state_.now_ms - delivery->since_ms;
        const std::size_t rest = progress.of - std::min(progress.of, progress.count);
        // A guess from less than a second is none.
        const bool can_guess = progress.count > 0 && passed_ms >= 1'000;
        delivery->count = progress.count;
        delivery->of = progress.of;
        delivery->seconds_left = can_guess ? static_cast<int>(passed_ms * static_cast<std::int64_t>(rest) /
                                                              static_cast<std::int64_t>(progress.count) / 1000)
                                           : 0;
        if (state_.now_ms - delivery->told_ms < progress_told_ms) return;
        delivery->told_ms = state_.now_ms;
        ++delivery->told;
        if (!is_about_stick(state_) && state_.screen != Screen::article) show_updating();
    }

    void operator()(const StickLookedAt& looked) {
        Delivery* const delivery = delivery_of(looked.stick);
        if (!delivery || delivery->stage > Delivery::Stage::checking) return;
        delivery->brings = looked.brings;
        const bool is_new = looked.brings->changes_library;
        come_to(is_new ? Delivery::Stage::offered : Delivery::Stage::nothing_new);
        if (!is_about_stick(state_)) mention(is_new ? Phrase::stick_ready : Phrase::stick_nothing_new);
    }

    void operator()(const StickTaken& taken) {
        Delivery* const delivery = delivery_of(taken.stick);
        if (!delivery || delivery->stage != Delivery::Stage::arriving) return;
        delivery->brings = taken.brought;
        delivery->receipt = taken.receipt;
        come_to(Delivery::Stage::done);
        if (!is_about_stick(state_)) mention(Phrase::stick_arrived);
    }

    void operator()(const StickFailed& failed) {
        Delivery* const delivery = delivery_of(failed.stick);
        if (!delivery || !is_at_work(*delivery)) return;
        delivery->error = failed.error;
        delivery->brings = failed.remarks;
        come_to(failed.error.fault == Fault::source_gone && !delivery->is_there ? Delivery::Stage::pulled
                                                                                : Delivery::Stage::failed);
        if (!is_about_stick(state_)) mention(told(*delivery, words(state_)));
    }

    void operator()(const WentBack& back) {
        const Delivery* const delivery = delivery_of(back.stick);
        if (delivery && delivery->stage == Delivery::Stage::going_back) come_to(Delivery::Stage::went_back);
    }

  private:
    void want(Effect effect) { effects_.push_back(std::move(effect)); }

    [[nodiscard]] bool awaits(const std::string& path) const {
        return state_.open && state_.open->reading == Reading::opening && state_.open->path == path;
    }

    // Where sound comes out.

    void route(Outlet outlet) {
        state_.outlet = outlet;
        state_.saying.reset();
        lose_place_focus();  // what headphones say takes room
        want(Route{outlet});
    }

    /// A hand has moved it; and how loud it is there nobody has chosen yet.
    void move_sound_to(Outlet outlet) {
        route(outlet);
        state_.leaving.reset();
        const int normal = Settings()[Setting::volume];
        state_.settings.set(Setting::volume, std::min(state_.settings[Setting::volume], normal));
        want(SetVolume{gain_db(state_)});
    }

    void say_there() {
        if (state_.screen == Screen::article) {
            interrupt();
        } else {
            ask_again();
        }
    }

    void sound_is(Sound sound) {
        state_.sound = sound;
        lose_place_focus();
    }

    /// The screen says that whoever acts will be heard by the hall.
    void choose_loudspeaker() {
        if (state_.outlet != Outlet::nowhere) return;
        route(Outlet::loudspeaker);
        want(SetVolume{gain_db(state_)});
    }

    /// What the welcome screen offers only now and then may be gone while two switches are on it.
    void leave_what_is_gone() {
        if (state_.screen != Screen::welcome || !state_.switch_focus) return;
        const Press& on = state_.switch_focus->press;
        const bool is_gone =
            (on == Press{Key::home} && !state_.sticks.delivery) || (on == Press{Key::resume} && !has_bookmarks(state_));
        if (is_gone) state_.switch_focus.reset();
    }

    // Hands.

    void let_go() {
        withdraw_explanation();
        if (state_.open && state_.open->scroll && state_.finger)
            state_.open->scroll->until_ms = state_.now_ms + scrolled_ms;
        state_.finger.reset();
        state_.held.reset();
    }

    void withdraw_explanation() {
        if (state_.finger && state_.finger->gesture == Gesture::explained) state_.notice.reset();
    }

    void drag() {
        withdraw_explanation();
        state_.finger->gesture = Gesture::dragging;
        state_.held.reset();
    }

    /// What leaving the target would do is said and shown; announce has the words.
    void explain() {
        state_.finger->gesture = Gesture::explained;
        notify(state_, explanation(state_));
        state_.notice->announced = false;
        interrupt();
    }

    /// Something is said in between; the sentence that it breaks into is read again from its start.
    void interrupt() {
        if (state_.open && state_.open->article && state_.open->reading == Reading::playing) {
            read(state_.open->place);
            return;
        }
        if (state_.open) state_.open->held = false;
        want(Silence{});
    }

    void read_sentence_at(std::size_t offset) {
        if (!state_.open || !state_.open->article) return;
        if (const auto place = text::place_at(*state_.open->article, offset)) read_from(*place);
    }

    // Keys.

    void press(Key key) {
        if (state_.screen == Screen::help) {
            learn(key);
            return;
        }
        if (state_.keypad.wizard && key != Key::language) {
            press_on_wizard(key);
            return;
        }
        if (key >= Key::digit_0) {
            press_digit(key);
            return;
        }
        switch (key) {
            case Key::slower:
                change(Setting::rate, -1);
                return;
            case Key::faster:
                change(Setting::rate, +1);
                return;
            case Key::cycle_rate:
                cycle(Setting::rate);
                return;
            case Key::unclear:
                cycle(Setting::clarity);
                return;
            case Key::theme:
                cycle(Setting::theme);
                return;
            case Key::pinyin:
                cycle(Setting::pinyin);
                return;
            case Key::quieter:
                change(Setting::volume, -1);
                return;
            case Key::louder:
                change(Setting::volume, +1);
                return;
            case Key::smaller:
                change(Setting::size, -1);
                return;
            case Key::larger:
                change(Setting::size, +1);
                return;
            case Key::language:
                cycle(Setting::language);
                return;
            case Key::curtain:
                cycle(Setting::curtain);
                return;
            case Key::reach:
                cycle(Setting::reach);
                return;
            case Key::normal:
                make_normal();
                return;
            case Key::help:
                step_aside(Screen::help);
                return;
            case Key::copy:
                copy_down();
                return;
            case Key::resume:
                ask_for_number();
                return;
            case Key::settings:
                if (state_.screen == Screen::settings) {
                    step_back();
                } else {
                    step_aside(Screen::settings);
                }
                return;
            case Key::home:
                if (is_visit(state_)) state_.before_home = std::make_shared<const State>(state_);
                go_home();
                return;
            case Key::leave_home:
                go_home();
                return;
            case Key::switch_move:
            case Key::switch_choose:
                return;  // nothing on the screen yet that they could reach
            default:
                break;
        }
        switch (state_.screen) {
            case Screen::welcome:
                press_on_welcome(key);
                return;
            case Screen::subjects:
            case Screen::articles:
                press_on_list(key);
                return;
            case Screen::settings:
                press_on_settings(key);
                return;
            case Screen::help:
            case Screen::wizard:
                return;
            case Screen::returning:
                key == Key::back ? accept(ReturnOffer::begin_anew) : press_on_list(key);
                return;
            case Screen::stick:
            case Screen::remarks:
            case Screen::correcting:
                press_on_stick(key);
                return;
            case Screen::copying:
                press_on_copying(key);
                return;
            case Screen::resuming:
                press_on_resuming(key);
                return;
            case Screen::article:
                press_on_article(key);
                return;
        }
    }

    void press_on_welcome(Key key) {
        if (shows_number(state_) && (key == Key::repeat || key == Key::where)) {
            tell_number();
            want(Silence{});
        } else if (is_out_of_order(state_)) {
            ask_again();
            look_for_articles();
        } else {
            begin();
        }
    }

    void press_on_list(Key key) {
        switch (key) {
            case Key::up:
            case Key::left:
            case Key::previous:
                focus(focused_entry(state_) - 1);
                return;
            case Key::down:
            case Key::right:
            case Key::next:
                focus(focused_entry(state_) + 1);
                return;
            case Key::select:
            case Key::pause:
                choose(focused_entry(state_));
                return;
            case Key::back:
                go_to(state_.screen == Screen::subjects ? Screen::welcome : Screen::subjects, Earcon::done);
                return;
            case Key::where:
                ask_where();
                return;
            default:
                ++state_.asked;
                return;
        }
    }

    void press_on_settings(Key key) {
        switch (key) {
            case Key::left:
                change(focused_setting(), -1);
                return;
            case Key::right:
                change(focused_setting(), +1);
                return;
            case Key::select:
            case Key::pause:
                cycle(focused_setting());
                return;
            case Key::back:
                step_back();
                return;
            default:
                press_on_list(key);
                return;
        }
    }

    [[nodiscard]] Setting focused_setting() const { return static_cast<Setting>(state_.setting); }

    void adjust(Adjust step) {
        if (state_.screen != Screen::settings || step.entry < 0 || step.entry >= entry_count(state_)) return;
        state_.setting = step.entry;
        change(focused_setting(), step.by);
    }

    void make_normal() {
        Settings normal;
        // Whoever speaks a language goes on speaking it.
        normal.set(Setting::language, state_.settings[Setting::language]);
        if (state_.settings[Setting::curtain] != normal[Setting::curtain]) state_.switch_focus.reset();
        lose_place_focus();
        state_.settings = normal;
        want(SetDiction{diction(normal)});
        want(SetVolume{gain_db(state_)});
        answer(Earcon::down, words(state_)[Phrase::all_normal_now]);
    }

    // Copying down.

    void copy_down() {
        if (state_.screen == Screen::copying) {
            step_back();
        } else if (state_.screen != Screen::article) {
            ++state_.asked;
            want(Chime{Earcon::refused});
        } else if (!state_.open->to_copy) {
            answer(Earcon::refused, words(state_)[Phrase::opening]);
        } else if (state_.open->to_copy->empty()) {
            answer(Earcon::refused, words(state_)[Phrase::copy_none]);
        } else {
            state_.copying = {};
            step_aside(Screen::copying);
        }
    }

    /// The voice goes on only when it is told to: somebody is writing.
    void press_on_copying(Key key) {
        const auto& items = *state_.open->to_copy;
        const Copying now = state_.copying;
        switch (key) {
            case Key::select:
            case Key::pause:
            case Key::right:
                if (now.group + 1 < items[now.item].groups.size()) {
                    copy({now.item, now.group + 1});
                } else if (now.item + 1 < items.size()) {
                    copy({now.item + 1, 0});
                } else {
                    notify(state_, std::u32string(words(state_)[Phrase::copied_all]));
                    want(Silence{});
                    want(Chime{Earcon::edge});
                }
                return;
            case Key::left:
                if (now.group > 0) {
                    copy({now.item, now.group - 1});
                } else if (now.item > 0) {
                    copy({now.item - 1, items[now.item - 1].groups.size() - 1});
                } else {
                    copy(now);
                }
                return;
            case Key::down:
            case Key::next:
                copy({(now.item + 1) % items.size(), 0});
                return;
            case Key::up:
            case Key::previous:
                copy({(now.item + items.size() - 1) % items.size(), 0});
                return;
            case Key::back:
                step_back();
                return;
            case Key::where:
                ask_where();
                want(Silence{});
                return;
            default:
                copy(now);
                return;
        }
    }

    void copy(const Copying& to) {
        if (to == state_.copying) ++state_.asked;
        const bool came_round = to.item < state_.copying.item && to.group == 0 && to.item == 0;
        state_.copying = to;
        state_.notice.reset();
        state_.switch_focus.reset();
        want(Silence{});
        want(Chime{came_round ? Earcon::edge : Earcon::moved});
    }

    // Leaving an article unfinished, and going on with it another day.

    /// Whoever leaves is given a number for where they are, once they are past the title, and if they can come back.
    void keep_place() {
        if (!state_.open || !state_.open->article) return;
        const OpenArticle& open = *state_.open;
        const text::Article& article = *open.article;
        const auto place = place_to_go_on(state_);
        if (!place) {
            if (state_.number && state_.number->path == open.path) state_.number.reset();
            return;
        }
        const bool has_begun =
            place != text::first(article) && article.blocks[place->block].kind != text::BlockKind::title;
        if (!has_begun || open.is_withdrawn) return;
        Bookmark mark = mark_at(*place, state_);
        Marked marked = with(*state_.bookmarks, std::move(mark), state_.luck);
        state_.bookmarks = std::make_shared<const Bookmarks>(std::move(marked.bookmarks));
        state_.luck = marked.luck;
        state_.number = GivenNumber{marked.number, open.path, 0, state_.number ? state_.number->told : 0};
        tell_number();
        keep_bookmarks();
    }

    void keep_bookmarks() {
        Mistakes mistakes{state_.guesses.wrong, {}, 0};
        if (mistakes.count > 0) {
            mistakes.day = state_.guesses.wrong_on.value_or(Date{});
            mistakes.minute_of_day = state_.guesses.wrong_at_minute;
        }
        want(KeepBookmarks{state_.bookmarks, mistakes});
    }

    void redate(const std::optional<Date>& before) {
        if (!state_.today) return;
        Bookmarks now = redated(*state_.bookmarks, before, *state_.today);
        if (now == *state_.bookmarks) return;
        state_.bookmarks = std::make_shared<const Bookmarks>(std::move(now));
        keep_bookmarks();
    }

    void see_day(const Date& day) {
        const auto by_calendar = [](const Date& date) { return std::tuple(date.year, date.month, date.day); };
        if (!state_.latest_day || by_calendar(*state_.latest_day) < by_calendar(day)) state_.latest_day = day;
    }

    /// Says and shows the number once more.
    void tell_number() {
        state_.number->shown_until_ms = state_.now_ms + number_shown_ms;
        ++state_.number->told;
    }

    /// The next one has no number yet.
    void begin() {
        if (state_.number && state_.number->is_over) state_.number.reset();
        go_to(Screen::subjects, Earcon::opened);
    }

    void press_digit(Key key) {
        const int digit = static_cast<int>(key) - static_cast<int>(Key::digit_0);
        if (state_.screen == Screen::welcome && !has_bookmarks(state_)) {
            press_on_welcome(key);
            return;
        }
        if (state_.screen == Screen::welcome) ask_for_number();
        if (state_.screen != Screen::resuming) {
            none_of_that_number();
            return;
        }
        const int tile = digit == 0 ? tile_of_0 : digit - 1;
        state_.entering.tile = tile;
        enter(tile);
    }

    void ask_for_number() {
        const bool is_where_one_chooses =
            state_.screen == Screen::welcome || state_.screen == Screen::subjects || state_.screen == Screen::articles;
        if (!is_where_one_chooses) {
            want(Answer{Earcon::refused, {}});
        } else if (!has_bookmarks(state_)) {
            answer(Earcon::refused, words(state_)[Phrase::number_none]);
        } else {
            state_.entering = {};
            step_aside(Screen::resuming);
        }
    }

    void press_on_resuming(Key key) {
        const int cell = cell_of(state_.entering.tile);
        const auto tile_at = [](int at) { return at < cell_of(tile_of_0) ? at : at - 1; };
        constexpr int cells = tile_count + 1;
        constexpr int empty = cells - tile_columns;
        int to = cell;
        switch (key) {
            case Key::up:
            case Key::down:
                do to = (to + (key == Key::up ? cells - tile_columns : tile_columns)) % cells;
                while (to == empty);
                focus(tile_at(to), Earcon::moved);
                return;
            case Key::back:
                step_back();
                return;
            default:
                press_on_list(key);
                return;
        }
    }

    void enter(int tile) {
        want(Silence{});
        state_.switch_focus.reset();
        state_.notice.reset();
        std::u32string& typed = state_.entering.typed;
        if (state_.guesses.closed_s > 0 || (tile == tile_back && typed.empty())) {
            ++state_.asked;
            want(Chime{Earcon::refused});
            return;
        }
        want(Chime{Earcon::moved});
        if (tile == tile_back) {
            typed.pop_back();
            std::vector<std::u32string> told{std::u32string(words(state_)[Phrase::number_deleted])};
            if (!typed.empty()) told.push_back(digits_typed(state_));
            notify(state_, together(told));
            state_.notice->announced = false;
            return;
        }
        typed += static_cast<char32_t>(U'0' + (tile + 1) % 10);
        if (typed.size() == number_length) look_up();
    }

    void look_up() {
        const std::u32string typed = std::exchange(state_.entering.typed, {});
        int number = 0;
        for (const char32_t digit : typed) number = 10 * number + static_cast<int>(digit - U'0');
        const Bookmark* mark = bookmark_of(*state_.bookmarks, number, state_.today);
        if (!mark) {
            want(Chime{Earcon::refused});
            guess_wrong();
            if (state_.guesses.closed_s > 0) return;  // the screen says so
            const std::u32string apart = digits_apart(typed, words(state_));
            notify(state_, words(state_).say(Phrase::number_wrong, {{"digits", apart}}), mentioned_ms);
            return;
        }
        resume(*mark);
    }

    void go_on_with_awaited() {
        if (const auto awaited = std::exchange(state_.awaited, std::nullopt)) resume(*awaited);
    }

    void resume(const Bookmark& mark) {
        const auto entry = state_.catalogue ? entry_of(mark, *state_.catalogue) : std::nullopt;
        const bool is_in_no_list = mark.subject.empty();
        if (!entry && !is_in_no_list) {
            want(Chime{Earcon::refused});
            notify(state_, words(state_).say(Phrase::number_gone, {{"title", mark.title}}), mentioned_ms);
            return;
        }
        std::string path = mark.file;
        if (!is_in_no_list) {
            std::tie(state_.subject, state_.entry) = *entry;
            path = subject_of(state_)->entries[static_cast<std::size_t>(state_.entry)].path;
        }
        state_.below.clear();
        state_.number.reset();
        Bookmark from = mark;
        fetch(path);
        state_.open->bookmark = std::move(from);
        want(Chime{Earcon::opened});
    }

    void guess_wrong() {
        Guesses& guesses = state_.guesses;
        const auto forgotten = static_cast<int>((state_.now_ms - guesses.wrong_at_ms) / forgotten_ms);
        guesses.wrong = std::max(0, guesses.wrong - forgotten) + 1;
        guesses.wrong_at_ms = state_.now_ms;
        guesses.wrong_on = state_.today;
        guesses.wrong_at_minute = state_.minute_of_day.value_or(0);
        close_to_guesses();
        keep_bookmarks();
    }

    void close_to_guesses() {
        Guesses& guesses = state_.guesses;
        if (guesses.wrong <= free_guesses) return;
        constexpr int most_doublings = 3;
        const int doublings = std::min(guesses.wrong - free_guesses - 1, most_doublings);
        guesses.closed_s = std::min(first_wait_s << doublings, longest_wait_s);
        guesses.closed_until_ms = state_.now_ms + 1000 * guesses.closed_s;
    }

    /// A minute may have passed that is none yet, and the longest wait is one.
    void remember(const Mistakes& mistakes) {
        Guesses& guesses = state_.guesses;
        const int minutes =
            state_.today && state_.minute_of_day ? minutes_since(mistakes, *state_.today, *state_.minute_of_day) : 0;
        guesses.wrong = mistakes.count;
        if (minutes <= 1) close_to_guesses();
        guesses.wrong = std::max(0, mistakes.count - minutes);
        guesses.wrong_at_ms = state_.now_ms;
        guesses.wrong_on = mistakes.day;
        guesses.wrong_at_minute = mistakes.minute_of_day;
    }

    void wait_to_guess() {
        Guesses& guesses = state_.guesses;
        guesses.closed_s =
            static_cast<int>(std::max<std::int64_t>(0, guesses.closed_until_ms - state_.now_ms + 999) / 1000);
        if (guesses.closed_s == 0 && state_.screen == Screen::resuming && !state_.leaving)
            answer(Earcon::done, words(state_)[Phrase::number_again]);
    }

    // Screens that lie over others.

    void step_aside(Screen screen) {
        bool was_reading = false;
        if (state_.screen == Screen::article) {
            was_reading = state_.open->reading == Reading::playing || state_.open->reading == Reading::opening;
            if (state_.open->reading == Reading::playing) state_.open->reading = Reading::paused;
            state_.open->held = false;
        }
        state_.below.push_back({state_.screen, was_reading});
        state_.switch_focus.reset();
        state_.learned.reset();
        state_.notice.reset();
        state_.screen = screen;
        want(Silence{});
        want(Chime{Earcon::opened});
    }

    void step_back() {
        const Below below = state_.below.back();
        state_.below.pop_back();
        state_.switch_focus.reset();
        state_.screen = below.screen;
        state_.notice.reset();
        want(Silence{});
        want(Chime{Earcon::done});
        if (below.screen != Screen::article || !state_.open) return;
        if (state_.open->reading == Reading::paused && below.was_reading) read_from(state_.open->place);
        if (state_.open->reading == Reading::ended) ++state_.asked;
    }

    /// Any key is named and does nothing else; those for help and for home do it when pressed twice. That for the
    /// language does it at once: whoever needs it does not understand what it is said to do.
    void learn(Key key) {
        const bool again = state_.learned == key;
        if (key == Key::curtain && state_.settings[Setting::curtain] == 1) {
            cycle(Setting::curtain);  // what lies over everything ends first
            return;
        }
        if (key == Key::leave || (again && key == Key::help)) {
            step_back();
            return;
        }
        if (key == Key::leave_home || (again && key == Key::home)) {
            go_to(Screen::welcome, Earcon::done);
            return;
        }
        state_.learned = key;
        if (key == Key::language) {
            cycle(Setting::language);
            return;
        }
        ++state_.asked;
        want(Silence{});
        want(Chime{Earcon::moved});
    }

    /// By touch; keys are learned there and do nothing else.
    void press_on_wizard(Key key) {
        if (key == Key::leave) {
            leave_wizard();
        } else if (key == Key::next) {
            turn_to(passed_by(*state_.keypad.wizard));
        } else {
            turn_to(asked_for(*state_.keypad.wizard, key));
        }
    }

    void turn_to(Wizard wizard) {
        const bool answered = wizard.turn != state_.keypad.wizard->turn;
        const bool ended = wizard.left.empty();
        state_.keypad.wizard = std::move(wizard);
        if (ended) {
            leave_wizard();
        } else if (answered) {
            want(Silence{});
            want(Chime{earcon_of(state_.keypad.wizard->answer)});
        }
    }

    void leave_wizard() {
        const Wizard wizard = std::move(*state_.keypad.wizard);
        state_.keypad.wizard.reset();
        if (!wizard.taught.empty()) state_.keypad.learned = std::make_shared<const Bindings>(learned(wizard));
        go_to(Screen::welcome, Earcon::done);
        notify(state_, words(state_).say(Phrase::wizard_done, {{"count", wizard.taught.size()}}));
    }

    void press_on_article(Key key) {
        if (key == Key::adjust || (key == Key::back && state_.open->bar == Bar::adjusting)) {
            turn_bar();
            return;
        }
        if (key == Key::back) {
            go_to(Screen::articles, Earcon::done);
            return;
        }
        if (key == Key::where) {
            ask_where();
            interrupt();
            return;
        }
        if (!state_.open->article) return;
        if (entry_count(state_) > 0 && press_on_end(key)) return;
        if (state_.open->reading == Reading::ended && (key == Key::right || key == Key::next || key == Key::down)) {
            ask_again();
            return;
        }
        const text::Article& article = *state_.open->article;
        const text::Place place = state_.open->place;
        switch (key) {
            case Key::left:
            case Key::previous:
                read_from(text::previous_sentence(article, place).value_or(place));
                return;
            case Key::up:
                read_from(text::previous_paragraph(article, place).value_or(place));
                return;
            case Key::right:
            case Key::next:
                read_or_end(text::next_sentence(article, place));
                return;
            case Key::down:
                read_or_end(text::next_paragraph(article, place));
                return;
            case Key::repeat:
                repeat();
                return;
            default:
                play_or_pause();
                return;
        }
    }

    /// The end is a list like any other; beside it the keys for sentences go on to the next article, or back into this
    /// one. False where the key means what it does anywhere in an article.
    bool press_on_end(Key key) {
        switch (key) {
            case Key::up:
            case Key::down:
                focus(focused_entry(state_) + (key == Key::up ? -1 : +1));
                return true;
            case Key::select:
            case Key::pause:
                choose(focused_entry(state_));
                return true;
            case Key::right:
            case Key::next:
                open_next();
                return true;
            default:
                return false;
        }
    }

    void accept(EndOffer offer) {
        switch (offer) {
            case EndOffer::again:
                play_or_pause();
                return;
            case EndOffer::next:
                open_next();
                return;
            case EndOffer::copy:
                copy_down();
                return;
            case EndOffer::back:
                go_to(Screen::articles, Earcon::done);
                return;
        }
    }

    /// Other actions come, or the first ones back: named as what was chosen is named, without stopping the voice.
    void turn_bar() {
        const bool adjusts = state_.open->bar == Bar::reading;
        state_.open->bar = adjusts ? Bar::adjusting : Bar::reading;
        state_.switch_focus.reset();
        want(Answer{adjusts ? Earcon::opened : Earcon::done,
                    std::u32string(words(state_)[adjusts ? Phrase::adjust : Phrase::adjusted])});
    }

    void open_next() {
        if (const auto next = next_entry(state_)) {
            ++state_.entry;
            fetch(next->path);
        } else {
            ask_again();
        }
    }

    /// Asked once more soon after, one wants to know what can be done here.
    void ask_where() {
        ++state_.asked_all;
        if (state_.now_ms < state_.asked_until_ms) ++state_.asked_how;
    }

    void ask_again() {
        ++state_.asked;
        want(Silence{});
    }

    void look_for_articles() {
        state_.looked_at_ms = state_.now_ms;
        want(LookForArticles{});
    }

    /// It is read on from what has been fetched; nobody can come back to it.
    void tell_of_withdrawal() {
        state_.open->is_withdrawn = true;
        std::u32string told(words(state_)[Phrase::withdrawn]);
        notify(state_, told, mentioned_ms);
        state_.notice->announced = false;
        want(Answer{Earcon::moved, std::move(told)});
    }

    /// Whoever stands before the welcome screen hears at once that it can be used, or no more.
    void tell_of_order(bool was_out_of_order) {
        if (state_.screen == Screen::welcome && is_out_of_order(state_) != was_out_of_order) want(Silence{});
    }

    /// A list says again where the visitor is; an article that is read is not to be stopped by a stray digit.
    void none_of_that_number() {
        if (state_.screen == Screen::article) {
            want(Answer{Earcon::limit, {}});
        } else {
            ++state_.asked;
            want(Chime{Earcon::refused});
        }
    }

    // Settings answer without stopping what is being said.

    void change(Setting setting, int by) {
        const int before = step_of(setting, state_);
        if (setting == Setting::volume && before + by > loudest_step(state_) &&
            before + by < step_count(setting, state_)) {
            answer(Earcon::limit, words(state_)[Phrase::volume_limit]);
            return;
        }
        state_.settings.set(setting, std::clamp(before + by, 0, step_count(setting, state_) - 1));
        const int step = state_.settings[setting];
        tell(setting, step == before ? Earcon::limit : by > 0 ? Earcon::up : Earcon::down);
    }

    /// On and on, from the last step to the first.
    void cycle(Setting setting) {
        const int count = setting == Setting::volume ? loudest_step(state_) + 1 : step_count(setting, state_);
        state_.settings.set(setting, (step_of(setting, state_) + 1) % count);
        tell(setting, state_.settings[setting] == 0 ? Earcon::down : Earcon::up);
    }

    void tell(Setting setting, Earcon earcon) {
        const int step = state_.settings[setting];
        if (setting == Setting::language) {
            change_language(earcon);
            return;
        }
        const bool is_of_voice = setting == Setting::rate || setting == Setting::voice || setting == Setting::clarity;
        if (is_of_voice) want(SetDiction{diction(state_.settings)});
        if (setting == Setting::volume) want(SetVolume{gain_db(state_)});
        if (setting == Setting::curtain) state_.switch_focus.reset();  // nothing is on both sides of it
        lose_place_focus();
        answer(earcon, step_name(setting, step, state_));
    }

    void change_language(Earcon earcon) {
        const auto now = words(state_)[Phrase::language_now];
        rename_switch_focus();
        if (state_.screen == Screen::article || earcon == Earcon::limit) {
            answer(earcon, now);
        } else {
            notify(state_, std::u32string(now));
            want(Silence{});
        }
    }

    /// Sentences, pages and steps stand where they stand only until the screen is set otherwise; actions stay.
    void lose_place_focus() {
        if (state_.switch_focus && !std::holds_alternative<Key>(state_.switch_focus->press))
            state_.switch_focus.reset();
    }

    /// What stands on the screen is called otherwise now; only the key for the language knows its own new name.
    void rename_switch_focus() {
        if (!state_.switch_focus) return;
        if (state_.switch_focus->press == Press{Key::language}) {
            state_.switch_focus->label = next_words(state_).name();
        } else {
            state_.switch_focus.reset();
        }
    }

    void answer(Earcon earcon, std::u32string_view word) {
        notify(state_, std::u32string(word));
        state_.notice->announced = false;
        want(Answer{earcon, std::u32string(word)});
    }

    // Leaving and coming back.

    /// The number is said again every ten seconds.
    void count_down() {
        Leaving& leaving = *state_.leaving;
        if (!leaving.until_ms) return;
        leaving.seconds = static_cast<int>((*leaving.until_ms - state_.now_ms + 999) / 1000);
        if (leaving.seconds <= 0) {
            leave();
        } else if (leaving.seconds <= leaving.seconds_said - 10) {
            leaving.seconds_said = leaving.seconds;
        }
    }

    void leave() {
        state_.leaving.reset();
        if (state_.left && state_.left->how == Left::How::alone) {  // who was asked for did not answer
            state_.left.reset();
            forget_visit();
            return;
        }
        auto visit = std::make_shared<const State>(state_);
        forget_visit();
        state_.left = Left{std::move(visit), state_.now_ms + kept_ms, Left::How::alone};
    }

    void forget_settings() {
        state_.settings = Settings();
        state_.switch_focus.reset();
        want(SetDiction{diction(state_.settings)});
        want(SetVolume{gain_db(state_)});
    }

    /// The next visitor finds nothing of the one before.
    void forget_visit() {
        let_go();
        state_.leaving.reset();
        state_.keypad.wizard.reset();
        state_.explored.reset();
        state_.learned.reset();
        state_.asked_until_ms = 0;
        state_.before_home.reset();
        forget_settings();
        go_to(Screen::welcome, Earcon::done);
        if (!state_.number) return;
        if (!state_.number->is_over) tell_number();
        state_.number->is_over = true;
    }

    /// There is somebody, whom nobody but a stick or the keys are about.
    static bool is_visit(const State& state) {
        const bool asks = state.screen == Screen::returning ||
                          std::ranges::find(state.below, Screen::returning, &Below::screen) != state.below.end();
        return state.screen != Screen::welcome && !asks && state.screen != Screen::wizard && !is_about_stick(state);
    }

    /// Whoever acts first after a visit broke off may be the one who left: they are asked in their own language.
    bool asks_who_came() {
        if (state_.screen != Screen::welcome || !state_.left || state_.left->how != Left::How::alone) return false;
        state_.settings.set(Setting::language, state_.left->visit->settings[Setting::language]);
        state_.return_offer = 0;
        go_to(Screen::returning, Earcon::opened);
        return true;
    }

    [[nodiscard]] bool may_be_offered() const {
        return state_.left && state_.left->how == Left::How::by_hand && !state_.left->is_offered;
    }

    /// What was wanted is done all the same.
    void offer_to_go_back() {
        state_.left->is_offered = true;
        notify(state_, std::u32string(words(state_)[Phrase::hold_to_go_back]), mentioned_ms);
        state_.notice->announced = false;
    }

    void accept(ReturnOffer offer) {
        if (offer == ReturnOffer::go_on) {
            return_to_visit();
            return;
        }
        state_.left.reset();
        forget_settings();
        begin();
    }

    void return_to_visit() {
        State visit = *state_.left->visit;
        state_.left.reset();
        if (state_.number) state_.number->is_over = false;
        if (visit.catalogue != state_.catalogue) {  // what was read there may be another by now
            forget_settings();
            go_to(Screen::subjects, Earcon::opened);
            return;
        }
        state_.screen = visit.screen;
        state_.settings = visit.settings;
        state_.subject = visit.subject;
        state_.entry = visit.entry;
        state_.setting = visit.setting;
        state_.open = std::move(visit.open);
        state_.copying = visit.copying;
        state_.below = std::move(visit.below);
        state_.notice.reset();
        state_.switch_focus.reset();
        want(SetDiction{diction(state_.settings)});
        want(SetVolume{gain_db(state_)});
        want(Silence{});
        want(Chime{Earcon::opened});
        const bool reads = state_.screen == Screen::article && state_.open->article;
        if (reads && state_.open->reading != Reading::ended) read_from(state_.open->place);
        if (reads && state_.open->reading == Reading::ended) ++state_.asked;
    }

    // A stick, one at a time. Whoever can plug one in may have it taken in: there is no other key to this door yet.

    [[nodiscard]] Delivery* delivery_of(const Stick& stick) {
        auto& delivery = state_.sticks.delivery;
        return delivery && delivery->stick == stick ? &*delivery : nullptr;
    }

    /// Nothing will come of the one on the screen any more, and it has gone; whoever plugs in another wants that one.
    [[nodiscard]] bool gives_way() const {
        const Sticks& sticks = state_.sticks;
        return sticks.delivery && is_over(*sticks.delivery) && !sticks.delivery->is_there && !sticks.waiting.empty();
    }

    /// What nobody will go on with goes, and the stick that has waited has its turn. Visitors are told and not
    /// disturbed: the screen waits for them to go home.
    void turn_to_next_stick() {
        Sticks& sticks = state_.sticks;
        const bool is_seen_to = is_about_stick(state_);
        if (sticks.delivery && is_over(*sticks.delivery) && (!is_seen_to || gives_way())) sticks.delivery.reset();
        if (sticks.delivery || sticks.waiting.empty()) return;
        sticks.delivery.emplace().stick = sticks.waiting.front();
        sticks.waiting.erase(sticks.waiting.begin());
        look_at_stick();
        if (is_seen_to || (state_.screen == Screen::welcome && !state_.leaving)) {
            go_to(Screen::stick, Earcon::opened);
        } else {
            mention(Phrase::stick_seen);
        }
    }

    void look_at_stick() {
        Delivery& delivery = *state_.sticks.delivery;
        delivery.since_ms = delivery.told_ms = state_.now_ms;
        if (state_.sticks.reception == Reception::none) {
            delivery.stage = Delivery::Stage::failed;
            delivery.error = Error{Fault::no_library, {}, {}};
            return;
        }
        if (delivery.stick.trouble) {
            delivery.stage = Delivery::Stage::failed;
            delivery.error = Error{Fault::unreadable, stick_name(delivery.stick), {}};
            return;
        }
        delivery.stage = Delivery::Stage::reading;
        want(LookAtStick{delivery.stick});
    }

    void come_to(Delivery::Stage stage) {
        Delivery& delivery = *state_.sticks.delivery;
        delivery.stage = stage;
        delivery.count = delivery.of = 0;
        delivery.seconds_left = 0;
        delivery.since_ms = delivery.told_ms = state_.now_ms;
        delivery.offer = delivery.remark = 0;
        if (state_.screen != Screen::stick) return;
        state_.switch_focus.reset();
        state_.notice.reset();
        let_go();
        want(Silence{});
        const bool is_bad = stage == Delivery::Stage::failed || stage == Delivery::Stage::pulled;
        want(Chime{is_bad ? Earcon::refused : is_at_work(delivery) ? Earcon::moved : Earcon::done});
    }

    void lose_stick() {
        Delivery& delivery = *state_.sticks.delivery;
        delivery.is_there = false;
        // Whether all has been read that was wanted only the work itself knows.
        if (delivery.stage == Delivery::Stage::arriving || is_over(delivery)) {
            const int last = static_cast<int>(offers(delivery).size()) - 1;  // some are for a stick that is there
            delivery.offer = std::clamp(delivery.offer, 0, std::max(0, last));
            return;
        }
        while (is_about_stick(state_) && state_.screen != Screen::stick) step_back();
        come_to(Delivery::Stage::pulled);
        if (!is_about_stick(state_)) mention(Phrase::stick_pulled);
    }

    /// Told to the eyes, and to the ears where nothing is being read.
    void mention(std::u32string text) {
        const bool is_quiet = state_.screen == Screen::article || state_.leaving;
        notify(state_, text, mentioned_ms);
        state_.notice->announced = false;
        if (!is_quiet) want(Answer{Earcon::moved, std::move(text)});
    }
    void mention(Phrase phrase) { mention(std::u32string(words(state_)[phrase])); }

    void accept(StickOffer offer) {
        Delivery& delivery = *state_.sticks.delivery;
        switch (offer) {
            case StickOffer::take:
            case StickOffer::take_only: {
                const auto way = offer == StickOffer::take ? library::Way::add : library::Way::replace;
                come_to(Delivery::Stage::arriving);
                want(TakeStick{delivery.stick, way, state_.today, delivery.corrections});
                return;
            }
            case StickOffer::look:
                step_aside(Screen::remarks);
                return;
            case StickOffer::leave:
                go_to(Screen::welcome, Earcon::done);
                state_.sticks.delivery.reset();
                notify(state_, std::u32string(words(state_)[Phrase::stick_left]), mentioned_ms);
                return;
            case StickOffer::well:
                leave_stick();
                return;
            case StickOffer::again:
                delivery.brings.reset();
                delivery.error.reset();
                look_at_stick();
                come_to(delivery.stage);
                return;
            case StickOffer::go_back:
                come_to(Delivery::Stage::going_back);
                want(GoBack{delivery.stick});
                return;
        }
    }

    // A reading that is put right.

    void begin_correcting() {
        Delivery& delivery = *state_.sticks.delivery;
        const auto& ways = correctable(delivery)->ways;
        delivery.correcting = {};
        const auto& remark = delivery.brings->remarks[static_cast<std::size_t>(delivery.remark)];
        if (const prepare::Way* settled = corrected(remark, delivery))
            delivery.correcting.tried = static_cast<std::size_t>(settled - ways.data());
        // Whoever comes here wants another reading than the first.
        delivery.correcting.entry = delivery.correcting.tried == 0 ? 1 : static_cast<int>(delivery.correcting.tried);
        step_aside(Screen::correcting);
    }

    /// What has been tried is heard, and then the next choice is to keep it.
    void try_or_keep(std::size_t entry) {
        Delivery& delivery = *state_.sticks.delivery;
        const auto& ways = sentence_of_remark(delivery)->ways;
        if (entry < ways.size()) {
            delivery.correcting.tried = entry;
            delivery.correcting.entry = static_cast<int>(ways.size());
            ++delivery.correcting.heard;
            state_.switch_focus.reset();
            state_.notice.reset();
            want(Silence{});
            want(Chime{Earcon::moved});
            return;
        }
        const prepare::Way& kept = ways[delivery.correcting.tried];
        std::erase_if(delivery.corrections, [&](const auto& word) { return word.text == kept.word.text; });
        if (delivery.correcting.tried > 0) delivery.corrections.push_back(kept.word);
        const auto phrase = delivery.correcting.tried > 0 ? Phrase::correcting_kept : Phrase::correcting_left;
        step_back();
        if (delivery.remark + 1 < entry_count(state_)) ++delivery.remark;
        notify(state_, std::u32string(words(state_)[phrase]), mentioned_ms);
    }

    void press_on_stick(Key key) {
        if (key != Key::back) {
            press_on_list(key);
        } else if (state_.screen == Screen::correcting) {
            step_back();
        } else if (state_.screen == Screen::remarks) {
            state_.sticks.delivery->offer = 0;  // whoever has looked goes on
            step_back();
        } else {
            leave_stick();
        }
    }

    void leave_stick() {
        const bool waits = !is_over(*state_.sticks.delivery);
        go_to(Screen::welcome, Earcon::done);
        if (!waits) return;
        notify(state_, std::u32string(words(state_)[Phrase::stick_kept]), mentioned_ms);
        show_updating();
    }

    /// For the eyes of whoever comes meanwhile; nothing that they do is in its way.
    void show_updating() {
        if (state_.sticks.delivery->stage != Delivery::Stage::arriving) return;
        notify(state_, std::u32string(words(state_)[Phrase::updating]), mentioned_ms);
        state_.notice->announced = false;
    }

    /// Home is where a stick waits for somebody to see to it.
    void go_home() {
        if (is_about_stick(state_)) {
            leave_stick();
        } else {
            go_to(state_.sticks.delivery ? Screen::stick : Screen::welcome, Earcon::done);
        }
    }

    // Going from screen to screen.

    void go_to(Screen screen, Earcon earcon) {
        const int told_before = state_.number ? state_.number->told : 0;
        keep_place();
        state_.open.reset();
        state_.below.clear();
        if (screen == Screen::welcome) {
            state_.subject = 0;
            state_.entry = 0;
            state_.setting = 0;
        }
        if (screen == state_.screen) ++state_.asked;
        const bool comes_home = screen == Screen::welcome && screen != state_.screen;
        if (comes_home && state_.number && !state_.number->is_over) tell_number();
        state_.screen = screen;
        state_.notice.reset();
        state_.switch_focus.reset();
        // The welcome screen has room for it.
        if (state_.number && state_.number->told != told_before && screen != Screen::welcome) {
            notify(state_, number_given(state_.number->number, words(state_)), number_shown_ms);
            state_.notice->announced = false;
            state_.notice->is_large = true;
        }
        want(Silence{});
        want(Chime{earcon});
    }

    /// Beyond either end of a list is its other end.
    void focus(int entry, Earcon earcon = Earcon::moved) {
        const int count = entry_count(state_);
        want(Silence{});
        state_.switch_focus.reset();
        if (count == 0) {
            ++state_.asked;
            return;
        }
        state_.notice.reset();
        const int reached = entry < 0 ? count - 1 : entry >= count ? 0 : entry;
        want(Chime{reached == entry ? earcon : Earcon::edge});
        int& focused = focus_of(state_);
        if (focused == reached) ++state_.asked;
        focused = reached;
    }

    void choose(int entry) {
        if (entry < 0 || entry >= entry_count(state_)) {
            ++state_.asked;
            want(Silence{});
            want(Chime{Earcon::refused});
            return;
        }
        if (state_.screen == Screen::settings) {
            if (state_.setting == entry) {
                cycle(focused_setting());
                return;
            }
            state_.setting = entry;
            ++state_.asked;
            want(Silence{});
            want(Chime{Earcon::moved});
            return;
        }
        if (state_.screen == Screen::article) {
            accept(end_offers(state_)[static_cast<std::size_t>(entry)]);
            return;
        }
        if (state_.screen == Screen::returning) {
            accept(return_offers[static_cast<std::size_t>(entry)]);
            return;
        }
        if (state_.screen == Screen::resuming) {
            state_.entering.tile = entry;
            enter(entry);
            return;
        }
        if (state_.screen == Screen::stick) {
            const Delivery& delivery = *state_.sticks.delivery;
            accept(offers(delivery)[static_cast<std::size_t>(entry)]);
            return;
        }
        if (state_.screen == Screen::remarks) {
            Delivery& delivery = *state_.sticks.delivery;
            const bool is_chosen_again = delivery.remark == entry;
            delivery.remark = entry;
            if (is_chosen_again && correctable(delivery)) {
                begin_correcting();
                return;
            }
            is_chosen_again&& sentence_of_remark(delivery) ? ++delivery.heard : ++state_.asked;
            want(Silence{});
            want(Chime{Earcon::moved});
            return;
        }
        if (state_.screen == Screen::correcting) {
            try_or_keep(static_cast<std::size_t>(entry));
            return;
        }
        if (state_.screen == Screen::subjects) {
            state_.subject = entry;
            state_.entry = 0;
            go_to(Screen::articles, Earcon::opened);
            return;
        }
        state_.entry = entry;
        fetch(subject_of(state_)->entries[static_cast<std::size_t>(entry)].path);
        want(Chime{Earcon::opened});
    }

    void fetch(const std::string& path) {
        state_.screen = Screen::article;
        state_.notice.reset();
        state_.switch_focus.reset();
        state_.open = OpenArticle{};
        state_.open->path = path;
        want(Silence{});
        want(Open{path});
    }

    /// What was wanted cannot be opened: said and shown where the visitor comes from, and nothing else changes.
    void refuse(const Error& error) {
        const std::u32string text = from_utf8(sentence(error, words(state_)));
        go_to(subject_of(state_) ? Screen::articles : Screen::welcome, Earcon::refused);
        notify(state_, text, trouble_ms);
    }

    // Reading.

    [[nodiscard]] Extent extent() const {
        return state_.settings[Setting::onward] == 1 ? Extent::sentence : Extent::onward;
    }

    [[nodiscard]] bool is_in_title(text::Place place) const {
        return state_.open->article->blocks[place.block].kind == text::BlockKind::title;
    }

    void read(text::Place place, Telling telling = Telling::plain) {
        state_.open->extent = extent();
        // Whoever goes about an article has heard that it is old; whoever begins it anew is told anew.
        const bool is_told_age = !state_.open->is_under_way || is_in_title(place);
        const Asides asides{is_told_age ? outdated(*state_.open->article, state_.today, words(state_)) : U"",
                            std::u32string(words(state_)[Phrase::picture_follows]), voice_of(state_)};
        want(Read{state_.open->article, place, extent(), telling, asides});
    }

    /// The sentence that was heard last: one that the voice has only just come to by itself is not it yet.
    [[nodiscard]] text::Place last_heard() const {
        const OpenArticle& open = *state_.open;
        const auto before = text::previous_sentence(*open.article, open.place);
        const bool follows = open.ladder && before == open.ladder->place;
        const bool has_just_come = open.reading == Reading::playing && open.went_on_at_ms >= 0 &&
                                   state_.now_ms - open.went_on_at_ms < (follows ? just_followed_ms : just_come_ms);
        return has_just_come ? before.value_or(open.place) : open.place;
    }

    /// Asked again before anything else happens, it is told more slowly, then character by character, then anew.
    void repeat() {
        const text::Place place = last_heard();
        const auto& before = state_.open->ladder;
        const std::size_t rung = before && before->place == place ? (before->rung + 1) % rungs.size() : 0;
        read_from(place, rungs[rung]);
        state_.open->ladder = Ladder{place, rung};
    }

    /// What is said of a character stands on the screen as long.
    void show_explanation(std::u32string_view shown, std::u32string_view explained) {
        notify(state_, words(state_).say(Phrase::spelled_out, {{"shown", shown}, {"explained", explained}}));
        state_.notice->announced = false;
    }

    void stop_after_sentence() {
        OpenArticle& open = *state_.open;
        open.reading = Reading::paused;
        open.paused_at_ms = state_.now_ms;
        open.held = false;
        open.sentence_heard = true;
    }

    void read_from(text::Place place, Telling telling = Telling::plain) {
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

    void read_or_end(const std::optional<text::Place>& place) {
        if (place) {
            read_from(*place);
            return;
        }
        end();
        want(Silence{});
    }

    /// What can be done at the end is other than before, whatever was about to be done.
    void end() {
        state_.open->reading = Reading::ended;
        state_.open->bar = Bar::reading;
        state_.open->offer = 0;
        state_.open->word.reset();
        state_.switch_focus.reset();
    }

    void play_or_pause() {
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

    State state_;
    Effects effects_;
};

}  // namespace

Step update(State state, const Message& message) {
    const State before = state;
    Mind mind(std::move(state));
    std::visit(mind, message);
    Step step = std::move(mind).step();
    show_what_is_said(before, step.state);
    return step;
}

}  // namespace tingdu::app
