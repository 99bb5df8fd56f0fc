#include "kiosk/app/update.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/phrases.h"
#include "kiosk/base/sentences.h"
#include "kiosk/base/utf8.h"

namespace tingdu::app {
namespace {

/// After a longer pause the thread is lost: reading goes on from the start of the clause.
constexpr std::int64_t long_pause_ms = 10'000;
constexpr std::int64_t notice_ms = 6'000;
/// What went wrong stays until the visitor goes on, or has surely gone.
constexpr std::int64_t trouble_ms = 60'000;

void notify(State& state, std::u32string text, std::int64_t stays_ms = notice_ms) {
    state.notice = Notice{std::move(text), state.now_ms + stays_ms};
}

/// One message at work: the state as it becomes, and what has been wanted so far.
class Mind {
  public:
    explicit Mind(State state) : state_(std::move(state)) {}
    [[nodiscard]] Step step() && { return {std::move(state_), std::move(effects_)}; }

    void operator()(const Pressed& pressed) {
        state_.held.reset();
        if (const auto* choice = std::get_if<Choice>(&pressed.press)) {
            choose(choice->entry);
        } else if (const auto* key = std::get_if<Key>(&pressed.press)) {
            press(*key);
        } else {
            focus(focused_entry(state_) + std::get<PageTurn>(pressed.press).entries);
        }
    }

    void operator()(const Held& held) { state_.held = held.press; }

    void operator()(const Focused& focused) {
        state_.held.reset();
        focus(focused.entry);
    }

    void operator()(const Tick& tick) {
        state_.now_ms = std::max(state_.now_ms, tick.now_ms);
        if (state_.notice && state_.notice->until_ms <= state_.now_ms) state_.notice.reset();
    }

    void operator()(const DayIs& day) { state_.today = day.today; }

    void operator()(const FileGiven& given) { fetch(given.path); }

    void operator()(const CatalogueRead& read) {
        state_.catalogue = read.catalogue;
        state_.catalogue_error.reset();
        state_.subject = 0;
        state_.entry = 0;
    }

    void operator()(const CatalogueFailed& failed) { state_.catalogue_error = failed.error; }

    void operator()(const ArticleOpened& opened) {
        if (!awaits(opened.path)) return;
        const auto place = text::first(*opened.article);
        if (!place) {
            refuse(Error{Fault::empty, opened.path, {}});
            return;
        }
        state_.open->article = opened.article;
        read_from(*place);
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
        state_.open->place = heard.place;
        state_.open->sentence = heard.sentence;
        state_.open->word = heard.word;
        state_.open->spelled = heard.spelled;
    }

    void operator()(const ArticleHeard&) {
        if (!state_.open || state_.open->reading != Reading::playing) return;
        const auto next = text::next_sentence(*state_.open->article, state_.open->place);
        if (next && extent() == Extent::sentence) {
            stop_after_sentence();
        } else if (next && state_.open->extent == Extent::sentence) {
            read_from(*next);  // meanwhile it is wished that reading goes on
        } else {
            state_.open->reading = Reading::ended;
            state_.open->word.reset();
        }
    }

    void operator()(const SoundLost&) { state_.sound = Sound::lost; }

    void operator()(const SoundBack&) {
        state_.sound = Sound::there;
        if (state_.open && state_.open->reading == Reading::playing) want(SayWordAgain{});
    }

  private:
    void want(Effect effect) { effects_.push_back(std::move(effect)); }

    [[nodiscard]] bool awaits(const std::string& path) const {
        return state_.open && state_.open->reading == Reading::opening && state_.open->path == path;
    }

    // Keys.

    void press(Key key) {
        if (key >= Key::digit_0) {
            none_of_that_number();
            return;
        }
        if (!is_ready(key)) {
            answer(Earcon::limit, not_ready(key, state_.language));
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
                change_language();
                return;
            case Key::home:
                go_to(Screen::welcome);
                return;
            default:
                break;
        }
        switch (state_.screen) {
            case Screen::welcome:
                go_to(Screen::subjects);
                return;
            case Screen::subjects:
            case Screen::articles:
                press_on_list(key);
                return;
            case Screen::article:
                press_on_article(key);
                return;
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
                go_to(state_.screen == Screen::subjects ? Screen::welcome : Screen::subjects);
                return;
            default:
                ++state_.asked;
                return;
        }
    }

    void press_on_article(Key key) {
        if (key == Key::adjust || (key == Key::back && state_.open->bar == Bar::adjusting)) {
            state_.open->bar = state_.open->bar == Bar::reading ? Bar::adjusting : Bar::reading;
            return;
        }
        if (key == Key::back) {
            go_to(Screen::articles);
            return;
        }
        if (!state_.open->article) return;
        if (state_.open->reading == Reading::ended && (key == Key::right || key == Key::next || key == Key::down)) {
            // Whoever goes down by paragraphs is at the end, and told so again.
            key == Key::down ? ask_again() : open_next();
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
                read_from(place);
                return;
            case Key::where:
                ++state_.asked;
                if (state_.open->reading == Reading::playing) {
                    read(place);
                } else {
                    state_.open->held = false;
                    want(Silence{});
                }
                return;
            default:
                play_or_pause();
                return;
        }
    }

    void open_next() {
        if (const library::Entry* next = next_entry(state_)) {
            ++state_.entry;
            fetch(next->path);
        } else {
            ask_again();
        }
    }

    void ask_again() {
        ++state_.asked;
        want(Silence{});
    }

    /// A list says again where the visitor is; an article that is read is not to be stopped by a stray digit.
    void none_of_that_number() {
        if (state_.screen == Screen::article) {
            want(Answer{Earcon::limit, {}});
        } else {
            ++state_.asked;
        }
    }

    // Settings answer without stopping what is being said.

    void change(Setting setting, int by) {
        const int before = state_.settings[setting];
        state_.settings.set(setting, before + by);
        const int step = state_.settings[setting];
        tell(setting, step == before ? Earcon::limit : by > 0 ? Earcon::up : Earcon::down);
    }

    /// On and on, from the last step to the first.
    void cycle(Setting setting) {
        state_.settings.set(setting, (state_.settings[setting] + 1) % step_count(setting));
        tell(setting, state_.settings[setting] == 0 ? Earcon::down : Earcon::up);
    }

    void tell(Setting setting, Earcon earcon) {
        const int step = state_.settings[setting];
        if (setting == Setting::rate) want(SetRate{rate_factor(state_.settings)});
        if (setting == Setting::volume) want(SetVolume{volume_db[static_cast<std::size_t>(step)]});
        answer(earcon, step_name(setting, step, state_.language));
    }

    void answer(Earcon earcon, std::u32string_view word) {
        notify(state_, std::u32string(word));
        state_.notice->announced = false;
        want(Answer{earcon, std::u32string(word)});
    }

    void change_language() {
        state_.language = state_.language == Language::mandarin ? Language::english : Language::mandarin;
        const auto now = phrase(Phrase::language_now, state_.language);
        if (state_.screen == Screen::article) {
            answer(Earcon::up, now);
        } else {
            notify(state_, std::u32string(now));
            want(Silence{});
        }
    }

    // Going from screen to screen.

    void go_to(Screen screen) {
        if (state_.screen == Screen::article) state_.open.reset();
        if (screen == Screen::welcome) {
            state_.subject = 0;
            state_.entry = 0;
        }
        if (screen == state_.screen) ++state_.asked;
        state_.screen = screen;
        state_.notice.reset();
        want(Silence{});
    }

    void focus(int entry) {
        const int count = entry_count(state_);
        want(Silence{});
        if (count == 0) {
            ++state_.asked;
            return;
        }
        state_.notice.reset();
        const int reached = std::clamp(entry, 0, count - 1);
        if (reached != entry) {
            const auto text = phrase(entry < 0 ? Phrase::first_already : Phrase::last_already, state_.language);
            notify(state_, std::u32string(text));
        }
        (state_.screen == Screen::subjects ? state_.subject : state_.entry) = reached;
        if (reached != entry) ++state_.asked;
    }

    void choose(int entry) {
        if (entry < 0 || entry >= entry_count(state_)) {
            ++state_.asked;
            want(Silence{});
            return;
        }
        if (state_.screen == Screen::subjects) {
            state_.subject = entry;
            state_.entry = 0;
            go_to(Screen::articles);
            return;
        }
        state_.entry = entry;
        fetch(subject_of(state_)->entries[static_cast<std::size_t>(entry)].path);
    }

    void fetch(const std::string& path) {
        state_.screen = Screen::article;
        state_.notice.reset();
        state_.open = OpenArticle{};
        state_.open->path = path;
        want(Silence{});
        want(Open{path});
    }

    /// What was wanted cannot be opened: said and shown where the visitor comes from, and nothing else changes.
    void refuse(const Error& error) {
        const std::u32string text = from_utf8(sentence(error, state_.language));
        go_to(subject_of(state_) ? Screen::articles : Screen::welcome);
        notify(state_, text, trouble_ms);
    }

    // Reading.

    [[nodiscard]] Extent extent() const {
        return state_.settings[Setting::onward] == 1 ? Extent::sentence : Extent::onward;
    }

    void read(text::Place place) {
        state_.open->extent = extent();
        want(Read{state_.open->article, place, extent()});
    }

    void stop_after_sentence() {
        OpenArticle& open = *state_.open;
        open.reading = Reading::paused;
        open.paused_at_ms = state_.now_ms;
        open.held = false;
        open.sentence_heard = true;
    }

    void read_from(text::Place place) {
        OpenArticle& open = *state_.open;
        open.reading = Reading::playing;
        open.place = place;
        open.sentence = text::range_of(*open.article, place);
        open.word.reset();
        open.spelled.reset();
        read(place);
    }

    void read_or_end(const std::optional<text::Place>& place) {
        if (place) {
            read_from(*place);
            return;
        }
        state_.open->reading = Reading::ended;
        state_.open->word.reset();
        want(Silence{});
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
    Mind mind(std::move(state));
    std::visit(mind, message);
    return std::move(mind).step();
}

bool is_ready(Key key) {
    switch (key) {
        case Key::help:
        case Key::switch_move:
        case Key::switch_choose:
            return false;
        default:
            return true;
    }
}

}  // namespace tingdu::app
