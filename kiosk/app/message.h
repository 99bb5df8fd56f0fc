// Everything that can happen to the kiosk, and everything that it can want done: the values that go into update and
// come out of it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/settings.h"
#include "kiosk/app/standing.h"
#include "kiosk/app/state.h"
#include "kiosk/base/bindings.h"
#include "kiosk/base/bitmap.h"
#include "kiosk/base/diction.h"
#include "kiosk/base/input_event.h"
#include "kiosk/base/outlet.h"
#include "kiosk/base/result.h"
#include "kiosk/base/spelled.h"
#include "kiosk/base/text_range.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/library/intake.h"
#include "kiosk/text/sentences.h"

namespace tingdu::app {

// What can happen.

/// A key, or a touch target that stands for it.
struct Pressed {
    Press press;
};
/// The visitor uses something else than before.
struct HandChanged {
    Hand hand{};
};
/// Where a touch first tells: the finger has come to this.
struct Explored {
    Press press;
    std::u32string label;
    int y_px{};
};
/// A finger is on a target, or (nothing) on none.
struct Touched {
    std::optional<Press> press;
    std::u32string label;
    int y_px{};
};
/// The finger is no longer where it came down.
struct SlidOff {};
/// The finger, now at `y_px`, moves the page, whose line with `offset` in it comes to stand at `line_y_px`.
struct PageDragged {
    std::size_t offset{};
    int line_y_px{};
    int y_px{};
};
/// The finger turns a page of the list, to the one with this entry.
struct ListDragged {
    int entry{};
};
/// The finger has left without meaning anything.
struct LetGo {};
/// The screen has another shape, and may no longer bear what a hand was on.
struct ScreenTurned {};
/// The focus goes to this entry of the list on the screen.
struct Focused {
    int entry{};
    bool came_round{};  ///< from the last thing that can be chosen to the first
};
/// A switch takes the focus to something that is no entry of a list.
struct SwitchMoved {
    SwitchFocus to;
    bool came_round{};
};
/// A keyboard or a touch screen is there that the kiosk may not listen to.
struct HandShut {
    std::string name;  ///< as it names itself
};
/// Time, in milliseconds from the start of the kiosk.
struct Tick {
    std::int64_t now_ms{};
};
/// What day it is where the kiosk stands.
struct DayIs {
    Date today;
};
/// And what time, in minutes since midnight.
struct MinuteIs {
    int minute_of_day{};
};
/// Somebody has set the machine's clock.
struct ClockWasSet {};
/// What the operator has settled.
struct RulesAre {
    HouseRules rules;
};
/// This file is to be read, whatever the catalogue holds.
struct FileGiven {
    std::string path;
};
struct CatalogueRead {
    std::shared_ptr<const library::Catalogue> catalogue;
};
struct CatalogueFailed {
    Error error;
};
struct ArticleOpened {
    std::string path;
    std::shared_ptr<const text::Article> article;
};
struct ArticleFailed {
    std::string path;
    Error error;
};
/// What of an article is to be copied.
struct ToCopyFound {
    std::shared_ptr<const text::Article> article;
    std::shared_ptr<const std::vector<prepare::ToCopy>> items;
};
/// A picture of the open article, at the size that was asked for; none where it is damaged.
struct PictureMade {
    std::shared_ptr<const text::Article> article;
    std::size_t picture{};
    std::shared_ptr<const Bitmap> bitmap;
};
/// The ear is at this word of the open article.
struct WordHeard {
    text::Place place;
    TextRange sentence;
    TextRange word;
    std::shared_ptr<const Spelled> spelled;  ///< the sentence
    std::u32string explained;                ///< what is said of the word where it is spelled out; else empty
};
/// The ear is at this character of what the kiosk says of itself, which is being spelled out.
struct CharacterTold {
    std::u32string shown;
    std::u32string explained;
};
/// Headphones have come so far in a sentence; no text where they have fallen silent.
struct SaidAside {
    std::u32string text;
    std::size_t reached{};
};
/// All that was to be read of the open article has been heard: the rest of it, or one sentence.
struct ArticleHeard {};
/// Neither a hand nor the voice has stirred for a while.
struct LongSilence {};
/// Where articles have been left unfinished, as it was kept.
struct BookmarksKnown {
    std::shared_ptr<const Bookmarks> bookmarks;
    Mistakes mistakes{};
};
/// The program has broken off in the midst of a visit, which stood there, and runs again.
struct BrokeOff {
    Standing standing;
};
/// The program is about to end.
struct Closing {};
/// They are good, and gone when the kiosk is switched off.
struct BookmarksNotKept {
    Error error;
};
/// What chance has in store for this kiosk.
struct LuckIs {
    std::uint64_t luck{};
};
/// Nobody seems to be there any more.
struct NobodyStirs {};
/// What was asked then has been said to its end.
struct QuestionHeard {};
/// A hand, while nobody seemed to be there: it has done nothing else.
struct Stirred {};
/// The key for home has been held: the visit is over.
struct HomeHeld {};
struct SoundLost {};
struct SoundBack {};
struct HeadphonesIn {};
struct HeadphonesOut {};
/// What keys have been bound to: by the operator, and by wizards of earlier days.
struct KeysKnown {
    Bindings configured;
    Bindings learned;
};
/// The wizard is wanted that learns a keypad.
struct LearnKeys {};
/// A key for what it is and not for what it means: for the wizard, or because it means nothing.
struct RawDown {
    PhysicalKey key;
};
struct RawUp {
    PhysicalKey key;
};
/// These sticks are there now.
struct SticksThere {
    std::vector<Stick> sticks;
};
/// So far the stick has been gone through; `of` is 0 while its files are being found.
struct StickProgress {
    Stick stick;
    std::size_t count{};
    std::size_t of{};
};
/// What the stick would bring; nothing has changed.
struct StickLookedAt {
    Stick stick;
    std::shared_ptr<const Delivered> brings;
};
/// The library has taken in what the stick had for it.
struct StickTaken {
    Stick stick;
    std::shared_ptr<const Delivered> brought;
    Delivery::Receipt receipt{};
};
/// It has not, and is as before; what there is to know of single files all the same.
struct StickFailed {
    Stick stick;
    Error error;
    std::shared_ptr<const Delivered> remarks;
};
/// The library is again what it was before the stick.
struct WentBack {
    Stick stick;
};
/// What is kept of the PIN.
struct PinIs {
    bool is_set{};
    int wrong{};  ///< guesses since it was right last
};
/// Whether what was entered is the PIN.
struct PinTried {
    bool is_right{};
    int wrong{};
};
/// The PIN is the one that was chosen; or it could not be kept, and is none.
struct PinKept {};
struct PinNotKept {
    Error error;
};
/// What staff have settled in earlier days.
struct HouseIs {
    House house;
};
/// It counts, and is gone when the kiosk is switched off.
struct HouseNotKept {
    Error error;
};
/// How the kiosk is; none where nobody could look.
struct HealthSeen {
    std::shared_ptr<const Health> health;
};
/// The place's own readings; what of an article may be misread; whose packs are believed; files that now lie on a
/// stick, by their names; settings that a stick has brought.
struct ReadingsSeen {
    std::shared_ptr<const mandarin::OwnWords> words;
};
struct DoubtsSeen {
    std::shared_ptr<const Doubts> doubts;
};
struct TrustSeen {
    std::shared_ptr<const std::vector<TrustedKey>> keys;
};
struct RecordsSaved {
    std::vector<std::string> names;
};
struct SettingsBrought {
    std::shared_ptr<const BroughtHouse> brought;
};
/// Those of the last pack wait for somebody to agree; none where it had none.
struct SettingsWait {
    std::shared_ptr<const BroughtHouse> waiting;
};
/// What staff wanted came to nothing, and all is as it was.
struct StaffFailed {
    enum class What { readings, doubts, trust, records, settings } what{};
    Error error;
};
/// The library is again what it was before its last change; or it is not, and as it was.
struct LibraryWentBack {};
struct LibraryStayed {
    Error error;
};
/// What has been learned counts, and is gone when the kiosk is switched off.
struct KeysNotKept {
    Error error;
};

using Message =
    std::variant<Pressed, HandChanged, Explored, Touched, SlidOff, PageDragged, ListDragged, LetGo, ScreenTurned,
                 Focused, SwitchMoved, Tick, DayIs, FileGiven, CatalogueRead, CatalogueFailed, ArticleOpened,
                 ArticleFailed, ToCopyFound, PictureMade, WordHeard, ArticleHeard, LongSilence, SoundLost, SoundBack,
                 HeadphonesIn, HeadphonesOut, MinuteIs, ClockWasSet, RulesAre, KeysKnown, LearnKeys, NobodyStirs,
                 Stirred, HomeHeld, RawDown, RawUp, SticksThere, StickProgress, StickLookedAt, StickTaken, StickFailed,
                 WentBack, KeysNotKept, BookmarksKnown, BookmarksNotKept, LuckIs, SaidAside, QuestionHeard,
                 CharacterTold, BrokeOff, Closing, HandShut, PinIs, PinTried, PinKept, PinNotKept, HouseIs,
                 HouseNotKept, HealthSeen, LibraryWentBack, LibraryStayed, ReadingsSeen, DoubtsSeen, TrustSeen,
                 RecordsSaved, SettingsBrought, SettingsWait, StaffFailed>;

// What the kiosk can want.

/// Fetch and open an article.
struct Open {
    std::string path;
};
/// See again what there is to read.
struct LookForArticles {};
/// Write down where articles have been left.
struct KeepBookmarks {
    std::shared_ptr<const Bookmarks> bookmarks;
    Mistakes mistakes{};
};
/// Stop whatever is being said.
struct Silence {};
/// What is said beside the article's own words, in the visitor's language.
struct Asides {
    std::u32string after_title;     ///< before the first sentence that is not the title's; may be empty
    std::u32string before_picture;  ///< before what describes it
    Language voice{};
};
/// Stop, and read the open article from a place on.
struct Read {
    std::shared_ptr<const text::Article> article;
    text::Place place;
    Extent extent = Extent::onward;
    Telling telling{};  ///< of the first sentence
    Asides asides;
};
/// Hold the voice at the sample that is heard; go on from it; go on from the start of its clause.
struct Hold {};
struct GoOn {};
struct GoOnFromClause {};
/// Say the word that is being heard once more from its start, with all that follows.
struct SayWordAgain {};
struct SetDiction {
    Diction diction;
};
struct SetVolume {
    double db{};
};
/// What is said from now on comes out there and nowhere else.
struct Route {
    Outlet outlet{};
};

enum class Earcon {
    up,  ///< a setting
    down,
    limit,  ///< a setting that goes no further
    moved,
    opened,
    edge,  ///< of a list
    refused,
    done,  ///< heard to the end, or left
};
/// A short sound and one word, at the next clause if something is being said.
struct Answer {
    Earcon earcon{};
    std::u32string word;
};

/// A short sound at once, before whatever is said next.
struct Chime {
    Earcon earcon{};
};

/// See what a stick would bring.
struct LookAtStick {
    Stick stick;
    bool takes_older{};  ///< a content pack that is not newer than the one of its name that is there, too
};
/// Have the library take in what a stick has for it.
struct TakeStick {
    Stick stick;
    library::Way way{};
    std::optional<Date> today;                       ///< for the receipt
    std::vector<mandarin::LocalWord> corrections{};  ///< for the place's own list of readings
};
/// Have the library be again what it was before the stick.
struct GoBack {
    Stick stick;
};

/// See whether there is a PIN; whether this is it; have it be this from now on.
struct LookForPin {};
struct TryPin {
    std::string pin;
};
struct KeepPin {
    std::string pin;
};
/// See how the kiosk is.
struct LookAtHealth {};
/// See the place's own readings; have one of them go, or come. All are answered by ReadingsSeen, or by StaffFailed.
struct LookForReadings {};
struct ForgetReading {
    std::u32string word;
};
struct KeepReading {
    mandarin::LocalWord word;
};
/// See what of an article may be misread. Answered by DoubtsSeen, or by StaffFailed.
struct LookForDoubts {
    std::string path;
};
/// See whose packs are believed, and which keys lie on the stick; have one be believed, or no longer. Both are answered
/// by TrustSeen, or by StaffFailed.
struct LookForTrust {
    std::optional<Stick> stick;
};
struct SetTrust {
    TrustedKey key;
    std::optional<Stick> stick;
};
/// Leave these on the stick. Answered by RecordsSaved, or by StaffFailed.
struct SaveUsage {
    Stick stick;
};
struct SaveSettings {
    Stick stick;
    std::shared_ptr<const House> house;
};
/// Answered by SettingsBrought, or by StaffFailed.
struct LookForSettingsOn {
    Stick stick;
};
/// Those that the last pack has brought. Answered by SettingsWait.
struct LookForWaitingSettings {};
/// Have the library be again what it was before its last change.
struct GoBackInLibrary {};

using Effect =
    std::variant<LookForReadings, ForgetReading, KeepReading, LookForDoubts, LookForTrust, SetTrust, SaveUsage,
                 SaveSettings, LookForSettingsOn, LookForWaitingSettings, LookForPin, TryPin, KeepPin, LookAtHealth,
                 GoBackInLibrary, LookAtStick, TakeStick, GoBack, Open, LookForArticles, KeepBookmarks, Silence, Chime,
                 Read, Hold, GoOn, GoOnFromClause, SayWordAgain, SetDiction, SetVolume, Route, Answer>;
using Effects = std::vector<Effect>;

}  // namespace tingdu::app
