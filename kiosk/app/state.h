// The kiosk's whole mind at one moment, as a value. The eyes get view(state), the ears announce(before, after).
// It knows no clock: `now_ms` is told to it by messages.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/bookmarks.h"
#include "kiosk/app/correcting.h"
#include "kiosk/app/settings.h"
#include "kiosk/app/staff/brought.h"
#include "kiosk/app/staff/house.h"
#include "kiosk/app/staff/keys.h"
#include "kiosk/app/staff/pin.h"
#include "kiosk/app/staff/room.h"
#include "kiosk/app/standing.h"
#include "kiosk/app/stick.h"
#include "kiosk/app/wizard.h"
#include "kiosk/base/bitmap.h"
#include "kiosk/base/date.h"
#include "kiosk/base/input_event.h"
#include "kiosk/base/outlet.h"
#include "kiosk/base/result.h"
#include "kiosk/base/spelled.h"
#include "kiosk/base/text_range.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/prepare/to_copy.h"
#include "kiosk/text/sentences.h"
#include "kiosk/wording/languages.h"

namespace tingdu::app {

enum class Screen {
    welcome,
    subjects,
    articles,
    article,
    settings,
    help,
    copying,
    wizard,
    returning,
    resuming,
    stick,
    remarks,
    correcting,
    pin,
    staff
};

/// A screen that lies over another: what is below, and whether the voice was reading there.
struct Below {
    Screen screen{};
    bool was_reading = false;
};

/// How far the reading of an article is.
enum class Reading {
    opening,  ///< the file is being fetched
    playing,
    paused,
    ended,  ///< the last sentence has been heard
};

/// How much of an article is read in one go.
enum class Extent { onward, sentence };

/// What may come when an article has been heard to its end.
enum class EndOffer { again, next, copy, back };

/// What may come for whoever acts first after a visit has broken off.
enum class ReturnOffer { go_on, begin_anew };
inline constexpr std::array return_offers = {ReturnOffer::go_on, ReturnOffer::begin_anew};

/// Which actions the bar of an open article offers.
enum class Bar { reading, adjusting };

/// Where a hand has put the page: the line with `offset` in it stands at `line_y_px`. While the voice reads, the page
/// comes back to it at `until_ms`.
struct Scroll {
    std::size_t offset{};
    int line_y_px{};
    std::int64_t until_ms{};
    friend bool operator==(const Scroll&, const Scroll&) = default;
};

/// A sentence that is asked for again and again, each time more slowly.
struct Ladder {
    text::Place place;
    std::size_t rung{};  ///< how often beyond the first
};

/// The article that is open, and the place in it that the ear has reached.
struct OpenArticle {
    std::string path;
    std::shared_ptr<const text::Article> article;  ///< none while it is being fetched
    Reading reading = Reading::opening;
    Bar bar = Bar::reading;
    int offer = 0;                           ///< at the end: the one of its offers with the focus
    text::Place place;                       ///< the sentence being read
    Extent extent = Extent::onward;          ///< how much the voice has been asked to read from there
    TextRange sentence;                      ///< its characters
    std::optional<TextRange> word;           ///< the word being heard
    std::shared_ptr<const Spelled> spelled;  ///< the sentence; none before any of it has been heard
    std::int64_t paused_at_ms = 0;
    bool held = true;             ///< in a pause: the voice still holds the sample that it stopped at
    bool sentence_heard = false;  ///< in a pause: it came by itself after the sentence, and reading goes on after it
    bool is_under_way = false;    ///< more of it has been heard than its title
    std::optional<Bookmark> bookmark;  ///< from which it is to be read on, or has been
    Found found = Found::there;        ///< how well that has been found again
    std::optional<Scroll> scroll;
    std::optional<Ladder> ladder;     ///< as long as nothing else is asked for
    std::int64_t went_on_at_ms = -1;  ///< when the voice came to `place` by itself; negative where a hand has chosen it
    bool is_withdrawn = false;        ///< it stood in a list, and is no longer there
    std::shared_ptr<const std::vector<prepare::ToCopy>> to_copy;    ///< none until it has been looked for
    std::map<std::size_t, std::shared_ptr<const Bitmap>> pictures;  ///< made so far; null for those that are damaged
};

/// What is being written down: the group of it that has been given last.
struct Copying {
    std::size_t item{};
    std::size_t group{};
    friend bool operator==(const Copying&, const Copying&) = default;
};

/// A quiet line for the eyes; gone by itself at `until_ms`.
struct Notice {
    std::u32string text;
    std::int64_t until_ms{};
    bool announced = true;  ///< false where an Answer says it to the ears
    bool is_large = false;  ///< to be written down
    friend bool operator==(const Notice&, const Notice&) = default;
};

enum class Sound { there, lost };

/// What the operator has settled for the hall.
struct HouseRules {
    enum class Unplugged { silent, goes_on };
    enum class Admission { pin, anyone };
    std::vector<Ceiling> ceilings;
    Unplugged unplugged = Unplugged::silent;  ///< what the loudspeaker does when headphones are pulled
    Admission admission = Admission::pin;     ///< who may take in what nobody has signed
    std::optional<int> examined_at_min{};     ///< when, before it opens, the kiosk looks at itself; never where none
    int idle_s = 180;  ///< without a hand or a voice, before a visitor is asked whether they are there
};

/// What the visitor has used last: hints are worded for it, and actions bear its keys. A keyboard is one that has
/// letters.
enum class Hand { pad, keyboard, touch, switches };

enum class Gesture {
    pressing,   ///< leaving the target would do what it is for
    explained,  ///< the same, and that has been said
    wandering,  ///< it means nothing yet, and may still drag the page
    dragging,
    exploring,  ///< what it is on has been said; it does nothing
    cancelled,  ///< it means nothing any more
};

/// The finger that is on the screen, and what it is about.
struct Finger {
    Gesture gesture{};
    std::u32string label;  ///< of what it came down on; empty beside everything
    int y_px{};            ///< where it came down, or has dragged the page to
    std::int64_t since_ms{};
};

/// What two switches have brought the focus to, beside the entries of a list.
struct SwitchFocus {
    Press press;
    std::u32string label;
    friend bool operator==(const SwitchFocus&, const SwitchFocus&) = default;
};

/// What is known of single keys beside what they mean anyway, and what is being learned of them.
struct Keypad {
    std::shared_ptr<const Bindings> configured;  ///< by the operator; none where there are none
    std::shared_ptr<const Bindings> learned;     ///< another pointer when there is something new
    std::optional<Wizard> wizard;                ///< there while its screen is
    StrangeKeys strange;
};

/// Nobody has stirred for long, and soon the visit is over.
struct Leaving {
    std::optional<std::int64_t> until_ms;  ///< none as long as the question is being said: there is time to answer it
    int seconds{};                         ///< left, as shown
    int seconds_said{};                    ///< as said last
    friend bool operator==(const Leaving&, const Leaving&) = default;
};

/// What headphones say, for whoever stands beside and cannot hear it.
struct Saying {
    std::u32string text;    ///< a sentence, of the article or the kiosk's own
    std::size_t reached{};  ///< how many of its characters have been heard
    friend bool operator==(const Saying&, const Saying&) = default;
};

/// The number that was given for the article that has been left unfinished last.
struct GivenNumber {
    int number{};
    std::string path;  ///< of the article
    std::int64_t shown_until_ms{};
    int told{};            ///< counts how often it has been said
    bool is_over = false;  ///< the visit in which it was given is
    friend bool operator==(const GivenNumber&, const GivenNumber&) = default;
};

/// The tiles on which a number is entered, as telephones have them: 1 to 9 in three rows, below them 0, and one that
/// takes the last digit back.
inline constexpr int tile_count = 11;
inline constexpr int tile_of_0 = 9;
inline constexpr int tile_back = 10;
inline constexpr int tile_columns = 3;
/// Where a tile stands, by its row and column. The lower left corner is empty.
[[nodiscard]] constexpr int cell_of(int tile) {
    return tile < tile_of_0 ? tile : tile + 1;
}
/// The one above or below it, round the ends of its column.
[[nodiscard]] int tile_beside(int tile, Key key);
inline constexpr std::size_t number_length = 4;

/// A number being entered.
struct Entering {
    std::u32string typed;
    int tile{};  ///< the one with the focus
    friend bool operator==(const Entering&, const Entering&) = default;
};

/// Numbers that nobody has been given, one after another. The kiosk knows nobody, so all have to wait, and not long.
struct Guesses {
    int wrong{};
    std::int64_t wrong_at_ms{};
    std::optional<Date> wrong_on;  ///< by the wall's clock
    int wrong_at_minute{};
    std::int64_t closed_until_ms{};
    int closed_s{};  ///< how much of that is left, as shown
    friend bool operator==(const Guesses&, const Guesses&) = default;
};

struct State;

/// A visit that has ended, kept for a moment in case somebody comes back.
struct Left {
    /// Nobody was there any more, and whoever acts first is asked whether it was they; or a hand has ended it, and is
    /// told how to take that back, whoever else may have come.
    enum class How { alone, by_hand };
    std::shared_ptr<const State> visit;
    std::int64_t until_ms{};
    How how{};
    bool is_offered = false;  ///< where a hand has ended it: that has been told
};

/// Characters of an article that may be misread, each with several ways to read it.
struct Doubts {
    std::string path;  ///< of the article
    std::vector<prepare::InSentence> all;
};

/// Those who see to the kiosk.
struct Staff {
    Pin pin;
    std::optional<PinPad> pad;             ///< there while its screen is
    bool is_in = false;                    ///< somebody has entered the PIN, and has not left since
    std::vector<StaffPlace> way;           ///< from the first page of their room to the one that is open; empty outside
    std::optional<StickOffer> offer;       ///< what waits for the PIN
    std::optional<StaffPlace> sure;        ///< where choosing once more does what cannot be taken back
    int turns = 0;                         ///< of pages, so that a page is told when one comes to it
    std::shared_ptr<const Health> health;  ///< none before anybody has looked
    bool is_looking = false;               ///< somebody is at it
    std::shared_ptr<const mandarin::OwnWords> readings;   ///< the place's own; none before they have been read
    std::shared_ptr<const Doubts> doubts;                 ///< of the article that was looked at last
    std::shared_ptr<const std::vector<TrustedKey>> keys;  ///< the same of whose packs are believed
    std::shared_ptr<const BroughtHouse> brought;          ///< settings that somebody is looking at
    std::shared_ptr<const BroughtHouse> waiting;          ///< settings of the last pack; none where it had none
    std::shared_ptr<const library::Catalogue> read;       ///< as it has been read
    std::shared_ptr<const library::Catalogue> all;  ///< articles in the order that staff want, hidden ones included
};

struct State {
    Screen screen = Screen::welcome;
    Settings settings;
    std::shared_ptr<const wording::Languages> languages;  ///< never none
    std::shared_ptr<const library::Catalogue> catalogue;  ///< none until it has been read
    std::optional<Error> catalogue_error;
    std::int64_t looked_at_ms = 0;  ///< when articles were looked for last
    int subject = 0;                ///< the subject with the focus, and the one whose articles are shown
    int entry = 0;                  ///< the article with the focus
    int setting = 0;                ///< the row of the settings with the focus
    int return_offer = 0;           ///< the one with the focus
    std::vector<Below> below;       ///< what settings and help lie over, the lowest first
    std::optional<Key> learned;     ///< in help: the key that was pressed last
    std::optional<OpenArticle> open;
    Copying copying;  ///< within what the open article has to be copied
    std::optional<Notice> notice;
    Sound sound = Sound::there;
    Outlet outlet = Outlet::loudspeaker;
    HouseRules rules;
    std::shared_ptr<const House> house =
        std::make_shared<const House>();  ///< another pointer when there is something new; never none
    Staff staff;
    std::optional<Finger> finger;  ///< none while nothing touches the screen
    std::optional<Press> held;     ///< what would be done if the finger left now
    Hand hand = Hand::pad;
    std::optional<Press> explored;            ///< what a touch has told of last, and would do the next time
    std::optional<SwitchFocus> switch_focus;  ///< none where the focus is the screen's own
    Keypad keypad;
    Sticks sticks;
    std::optional<Correcting> correcting;  ///< there while its screen is, or lies below another
    std::optional<Leaving> leaving;
    std::optional<Left> left;
    std::shared_ptr<const State> before_home;  ///< where the key for home was pressed that may yet be held; none after
    std::shared_ptr<const Bookmarks> bookmarks = std::make_shared<const Bookmarks>();  ///< never none
    std::uint64_t luck = 0;                                                            ///< from which numbers are drawn
    std::optional<GivenNumber> number;
    bool is_closing = false;          ///< the program is about to end
    std::optional<Standing> awaited;  ///< to be gone on with as soon as there is a catalogue
    Entering entering;
    std::optional<Saying> saying;  ///< none on the loudspeaker, and a while after the last word
    Guesses guesses;
    int asked = 0;                    ///< counts requests to say again what the screen says
    int repeats = 0;                  ///< of them, one after another, those for once more
    int asked_all = 0;                ///< the same for all that can be said of where one is
    int asked_how = 0;                ///< the same for where one is and what can be done there
    std::int64_t asked_until_ms = 0;  ///< asked again before, the question is what can be done
    std::int64_t now_ms = 0;
    std::optional<Date> today;
    std::optional<Date> latest_day;  ///< that has been told: clocks are put back, too
    std::optional<int> minute_of_day;
};

/// What is said and shown, in the language that the visitor wants.
[[nodiscard]] const wording::Wording& words(const State& state);
/// The one that comes after it.
[[nodiscard]] const wording::Wording& next_words(const State& state);
/// What reads it aloud.
[[nodiscard]] Language voice_of(const State& state);
[[nodiscard]] int step_count(Setting setting, const State& state);
/// The step that counts now: louder ones may be wished than are allowed.
[[nodiscard]] int step_of(Setting setting, const State& state);
/// The loudest that the hall allows now where the sound comes out.
[[nodiscard]] int loudest_step(const State& state);
/// Over the normal loudness.
[[nodiscard]] double gain_db(const State& state);
[[nodiscard]] std::u32string_view name_of(Setting setting, const State& state);
/// A word or two for a step, as it is shown, and said when the step is reached.
[[nodiscard]] std::u32string_view step_name(Setting setting, int step, const State& state);
/// The sentence being said fills the lower screen: as wished, and where Pinyin is, which stands nowhere else.
[[nodiscard]] bool shows_lens(const Settings& settings);
/// As visitors see and hear it: what lies in no folder is called so in their language.
[[nodiscard]] std::u32string_view subject_name(const library::Subject& subject, const State& state);
/// The subject whose articles are shown; none while there is no catalogue or it is empty.
[[nodiscard]] const library::Subject* subject_of(const State& state);
/// The open article is the entry with the focus, not a file that stands in no list.
[[nodiscard]] bool is_listed(const State& state);
/// The article after the open one in its subject; none after the last, and after a file that stands in no list.
[[nodiscard]] std::optional<library::Entry> next_entry(const State& state);
/// What the end of the open article offers, in order; none before it is reached, and while something is adjusted.
[[nodiscard]] std::vector<EndOffer> end_offers(const State& state);
/// Somebody is in the staff's room, or before its door.
[[nodiscard]] bool is_about_staff(const State& state);
/// Nobody has chosen a PIN yet, and without one staff can do nothing here.
[[nodiscard]] bool wants_pin(const State& state);
/// How many entries the list on the screen has; 0 on screens without a list.
[[nodiscard]] int entry_count(const State& state);
/// There is nothing at all to read; the welcome screen says so in place of inviting anybody.
[[nodiscard]] bool is_out_of_order(const State& state);
/// The screen is that of the stick, or lies over it.
[[nodiscard]] bool is_about_stick(const State& state);
/// The entry with the focus.
[[nodiscard]] int focused_entry(const State& state);
/// `entry` gets it.
void focus_entry(State& state, int entry);
/// What the screen itself gives the focus to: an entry, or the main action.
[[nodiscard]] Press own_focus(const State& state);
/// What stands on the welcome screen's main action.
[[nodiscard]] std::u32string_view begin_label(const State& state);
/// What has the focus, and its label: an entry's title, or what stands on an action.
[[nodiscard]] Press focus(const State& state);
[[nodiscard]] std::u32string focus_label(const State& state);
/// There is something to copy from the open article.
[[nodiscard]] bool has_to_copy(const State& state);
/// What is being copied; none on other screens.
[[nodiscard]] const prepare::ToCopy* copied_item(const State& state);
/// Somebody may have come to go on with an article.
[[nodiscard]] bool has_bookmarks(const State& state);
/// The number given last is to be seen.
[[nodiscard]] bool shows_number(const State& state);
/// How many characters of the article the ear is past.
[[nodiscard]] std::size_t heard_of(const OpenArticle& open);
/// At the speed that the visitor has chosen: all of an article, at least 1; the rest of the open one, 0 in the last
/// half of a minute.
[[nodiscard]] int minutes_of(const library::Entry& entry, const State& state);
[[nodiscard]] int minutes_to_go(const State& state);

}  // namespace tingdu::app
