// The mind at work on one message: the state as it becomes, and what has been wanted so far. What it does lies in files
// by what it is about; who asks it is update alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/app/message.h"
#include "kiosk/app/staff/deed.h"
#include "kiosk/app/state.h"
#include "kiosk/app/update.h"

namespace tingdu::app {

using wording::Phrase;

inline constexpr std::int64_t notice_ms = 6'000;
/// A page that a hand has moved stays there for so long after the hand has left it.
inline constexpr std::int64_t scrolled_ms = 8'000;
/// So long after a visit has ended it can be come back to.
inline constexpr std::int64_t kept_ms = 60'000;
/// What is mentioned by the way can be read by whoever looks up late.
inline constexpr std::int64_t mentioned_ms = 12'000;
/// What went wrong stays until the visitor goes on, or has surely gone.
inline constexpr std::int64_t trouble_ms = 60'000;
/// So long a number stands on the screen for whoever writes it down.
inline constexpr std::int64_t number_shown_ms = 60'000;

void notify(State& state, std::u32string text, std::int64_t stays_ms = notice_ms);

class Mind {
  public:
    explicit Mind(State state) : state_(std::move(state)) {}
    /// Where nothing is to be heard, nothing is said.
    [[nodiscard]] Step step() &&;
    void operator()(const Pressed& pressed);
    void operator()(const HandChanged& changed);
    /// The focus goes where the finger is, and says what is there.
    void operator()(const Explored& explored);
    void operator()(const Touched& touched);
    void operator()(const SlidOff&);
    void operator()(const PageDragged& dragged);
    void operator()(const ListDragged& dragged);
    void operator()(const LetGo&);
    void operator()(const ScreenTurned&);
    void operator()(const Focused& focused);
    /// Whoever moves about an article wants to do something with it: the voice waits for them.
    void operator()(const SwitchMoved& moved);
    void operator()(const Tick& tick);
    void operator()(const DayIs& day);
    void operator()(const LuckIs& luck);
    /// Somebody may have left before they had been read.
    void operator()(const BookmarksKnown& known);
    /// Whoever is before the screen goes on where they were, as far as that is known, and hears why there was a pause.
    void operator()(const BrokeOff& broke);
    /// Nobody is left without a word, nor without a number for what they have not heard to its end.
    void operator()(const Closing&);
    void operator()(const BookmarksNotKept& failed);
    void operator()(const MinuteIs& minute);
    void operator()(const RulesAre& rules);
    void operator()(const FileGiven& given);
    void operator()(const CatalogueRead& read);
    void operator()(const CatalogueFailed& failed);
    void operator()(const ArticleOpened& opened);
    void operator()(const ToCopyFound& found);
    void operator()(const PictureMade& made);
    void operator()(const ArticleFailed& failed);
    void operator()(const WordHeard& heard);
    void operator()(const CharacterTold& told);
    void operator()(const SaidAside& said);
    void operator()(const ArticleHeard&);
    void operator()(const LongSilence&);
    void operator()(const NobodyStirs&);
    void operator()(const QuestionHeard&);
    void operator()(const Stirred&);
    /// Held once more, it takes that back.
    void operator()(const HomeHeld&);
    void operator()(const SoundLost&);
    void operator()(const SoundBack&);
    /// The sound moves, and whatever was being said is said there: again from the start of its sentence, after it has
    /// been told, softly, that it is there.
    void operator()(const HeadphonesIn&);
    /// Whoever pulls them has left. Nothing of what they heard goes on elsewhere; if it was a mistake, the next thing
    /// they do brings it back. Where the hall wants it otherwise, they stand there still, and hear it from the
    /// loudspeaker: again from the start of its sentence, made anew for there.
    void operator()(const HeadphonesOut&);

    // Keys for what they are.

    void operator()(const KeysKnown& keys);
    void operator()(const LearnKeys&);
    void operator()(const RawDown& down);
    void operator()(const RawUp& up);
    void operator()(const KeysNotKept& failed);
    void operator()(const HandShut& hand);

    // Sticks.

    void operator()(const SticksThere& now);
    void operator()(const StickProgress& progress);
    void operator()(const StickLookedAt& looked);
    void operator()(const StickTaken& taken);
    void operator()(const StickFailed& failed);
    void operator()(const WentBack& back);

    // Those who see to the kiosk.

    void operator()(const PinIs& pin);
    void operator()(const PinTried& tried);
    void operator()(const PinKept&);
    void operator()(const PinNotKept& failed);
    void operator()(const HouseIs& house);
    /// What staff have put right of the clock counts no more.
    void operator()(const ClockWasSet&);
    void operator()(const HouseNotKept& failed);
    void operator()(const HealthSeen& seen);
    void operator()(const ReadingsSeen& seen);
    void operator()(const DoubtsSeen& seen);
    void operator()(const TrustSeen& seen);
    void operator()(const RecordsSaved& saved);
    void operator()(const SettingsBrought& brought);
    void operator()(const SettingsWait& settings);
    void operator()(const StaffFailed& failed);
    void operator()(const LibraryWentBack&);
    void operator()(const LibraryStayed& failed);

  private:
    void want(Effect effect) { effects_.push_back(std::move(effect)); }
    [[nodiscard]] bool awaits(const std::string& path) const {
        return state_.open && state_.open->reading == Reading::opening && state_.open->path == path;
    }

    // Where sound comes out.

    void route(Outlet outlet);
    /// A hand has moved it; and how loud it is there nobody has chosen yet.
    void move_sound_to(Outlet outlet);
    void say_there();
    void sound_is(Sound sound);
    /// The screen says that whoever acts will be heard by the hall.
    void choose_loudspeaker();
    /// What the welcome screen offers only now and then may be gone while two switches are on it.
    void leave_what_is_gone();

    // Hands.

    void let_go();
    void withdraw_explanation();
    void drag();
    /// What leaving the target would do is said and shown; announce has the words.
    void explain();
    /// Something is said in between; the sentence that it breaks into is read again from its start.
    void interrupt();
    void read_sentence_at(std::size_t offset);

    // Keys.

    void press(Key key);
    void press_on_welcome(Key key);
    void press_on_list(Key key);
    void press_on_settings(Key key);
    [[nodiscard]] Setting focused_setting() const;
    void adjust(Adjust step);
    void make_normal();

    // Copying down.

    void copy_down();
    /// The voice goes on only when it is told to: somebody is writing.
    void press_on_copying(Key key);
    void copy(const Copying& to);

    // Leaving an article unfinished, and going on with it another day.

    /// Whoever leaves is given a number for where they are, once they are past the title, and if they can come back.
    void keep_place();
    void keep_bookmarks();
    void redate(const std::optional<Date>& before);
    void see_day(const Date& day);
    /// Says and shows the number once more.
    void tell_number();
    /// The next one has no number yet.
    void begin();
    void press_digit(Key key);
    void ask_for_number();
    void press_on_resuming(Key key);
    void enter(int tile);
    void look_up();
    void go_on_with_awaited();
    void resume(const Bookmark& mark);
    void guess_wrong();
    void close_to_guesses();
    /// A minute may have passed that is none yet, and the longest wait is one.
    void remember(const Mistakes& mistakes);
    void wait_to_guess();

    // Screens that lie over others.

    void step_aside(Screen screen);
    void step_back();
    /// Any key is named and does nothing else; those for help and for home do it when pressed twice. That for the
    /// language does it at once: whoever needs it does not understand what it is said to do.
    void learn(Key key);
    /// By touch; keys are learned there and do nothing else.
    void press_on_wizard(Key key);
    void turn_to(Wizard wizard);
    void leave_wizard();
    void press_on_article(Key key);
    /// For the list that it stands in.
    void leave_article();
    /// The end is a list like any other; beside it the keys for sentences go on to the next article, or back into this
    /// one. False where the key means what it does anywhere in an article.
    bool press_on_end(Key key);
    void accept(EndOffer offer);
    /// Other actions come, or the first ones back: named as what was chosen is named, without stopping the voice.
    void turn_bar();
    void open_next();
    /// Asked once more soon after, one wants to know what can be done here.
    void ask_where();
    void ask_again();
    void look_for_articles();
    /// It is read on from what has been fetched; nobody can come back to it.
    void tell_of_withdrawal();
    /// Whoever stands before the welcome screen hears at once that it can be used, or no more.
    void tell_of_order(bool was_out_of_order);
    /// A list says again where the visitor is; an article that is read is not to be stopped by a stray digit.
    void none_of_that_number();

    // Settings answer without stopping what is being said.

    void change(Setting setting, int by);
    /// On and on, from the last step to the first.
    void cycle(Setting setting);
    void tell(Setting setting, Earcon earcon);
    void change_language(Earcon earcon);
    /// Sentences, pages and steps stand where they stand only until the screen is set otherwise; actions stay.
    void lose_place_focus();
    /// What stands on the screen is called otherwise now; only the key for the language knows its own new name.
    void rename_switch_focus();
    void answer(Earcon earcon, std::u32string_view word);

    // Leaving and coming back.

    /// The number is said again every ten seconds.
    void count_down();
    void leave();
    void forget_settings();
    /// The next visitor finds nothing of the one before.
    void forget_visit();
    /// There is somebody, whom nobody but a stick or the keys are about.
    static bool is_visit(const State& state);
    /// Whoever acts first after a visit broke off may be the one who left: they are asked in their own language.
    bool asks_who_came();
    [[nodiscard]] bool may_be_offered() const;
    /// What was wanted is done all the same.
    void offer_to_go_back();
    void accept(ReturnOffer offer);
    void return_to_visit();

    // A stick, one at a time. Whoever can plug one in may have it taken in: there is no other key to this door yet.

    [[nodiscard]] Delivery* delivery_of(const Stick& stick);
    /// Nothing will come of the one on the screen any more, and it has gone; whoever plugs in another wants that one.
    [[nodiscard]] bool gives_way() const;
    /// What nobody will go on with goes, and the stick that has waited has its turn. Visitors are told and not
    /// disturbed: the screen waits for them to go home.
    void turn_to_next_stick();
    void look_at_stick();
    void come_to(Delivery::Stage stage);
    void lose_stick();
    /// Told to the eyes, and to the ears where nothing is being read.
    void mention(std::u32string text);
    void mention(Phrase phrase);
    void accept(StickOffer offer);

    // The PIN, and what lies behind it.

    /// The door of the staff's room; within it, its first page.
    void go_to_staff();
    void ask_for_pin(PinPad::Then then);
    void press_on_pin(Key key);
    void enter_pin(int tile);
    void take_pin();
    /// How often it has been wrong, and so how long the door stays shut from now on.
    void count_wrong(int wrong);
    void wait_for_pin();
    void pin_is_right();
    void press_on_staff(Key key);
    void choose_on_staff(int entry);
    void step_on_staff(int by);
    void look_at_health();
    /// What the first page of the room says of everything.
    void look_about();
    void turn_page(StaffPage page, int of = 0);
    void leave_page();
    /// They have gone.
    void close_staff_room();
    void settle(House house);
    /// Chosen once more at the same place, it is; before that the question is asked.
    [[nodiscard]] bool is_sure(std::u32string question);
    [[nodiscard]] std::optional<Stick> latest_stick() const;
    /// The page that is open has other rows.
    void renew_page(StaffPage page);
    void perform(const AskAgain&);
    void perform(const TurnTo& to);
    void perform(const Settle& settled);
    void perform(const SettleAndTurn& settled);
    void perform(const SettleAndLeave& settled);
    void perform(const MoveTo& moved);
    void perform(const Refuse& refused);
    void perform(const Listen& listen);
    void perform(const TakeBackLibrary&);
    void perform(const ForgetWord& forget);
    void perform(const LookThrough& look);
    void perform(const PutRight& doubt);
    void perform(const ChangeTrust& change);
    void perform(const SaveOnStick& save);
    void perform(const LookForSettings&);
    void perform(const LookAtWaiting&);
    void perform(const LearnKeypad&);
    void perform(const ChoosePin&);
    void perform(const LeaveRoom&);
    /// What visitors see of all articles; whoever is among them stays where they are.
    void show_articles();

    // A reading that is put right.

    void begin_correcting(Correcting correcting);
    /// What has been tried is heard, and then the next choice is to keep it.
    void try_or_keep(int entry);
    /// Whether it will be read otherwise than it was.
    bool keep_for_stick(const Correcting& done);
    bool keep_for_place(const Correcting& done);
    void press_on_stick(Key key);
    void leave_stick();
    /// For the eyes of whoever comes meanwhile; nothing that they do is in its way.
    void show_updating();
    /// Home is where a stick waits for somebody to see to it.
    void go_home();

    // Going from screen to screen.

    void go_to(Screen screen, Earcon earcon);
    /// Beyond either end of a list is its other end.
    void focus(int entry, Earcon earcon = Earcon::moved);
    void choose(int entry);
    void fetch(const std::string& path);
    /// What was wanted cannot be opened: said and shown where the visitor comes from, and nothing else changes.
    void refuse(const Error& error);

    // Reading.

    [[nodiscard]] Extent extent() const;
    [[nodiscard]] bool is_in_title(text::Place place) const;
    void read(text::Place place, Telling telling = Telling::plain);
    /// The sentence that was heard last: one that the voice has only just come to by itself is not it yet.
    [[nodiscard]] text::Place last_heard() const;
    /// Asked again before anything else happens, it is told more slowly, then character by character, then anew.
    void repeat();
    /// What is said of a character stands on the screen as long.
    void show_explanation(std::u32string_view shown, std::u32string_view explained);
    void stop_after_sentence();
    void read_from(text::Place place, Telling telling = Telling::plain);
    void read_or_end(const std::optional<text::Place>& place);
    /// What can be done at the end is other than before, whatever was about to be done.
    void end();
    void play_or_pause();

    State state_;
    Effects effects_;
};

}  // namespace tingdu::app
