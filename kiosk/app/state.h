// The kiosk's whole mind at one moment, as a value. The eyes get view(state), the ears announce(before, after).
// It knows no clock: `now_ms` is told to it by messages.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/settings.h"
#include "kiosk/base/date.h"
#include "kiosk/base/input_event.h"
#include "kiosk/base/language.h"
#include "kiosk/base/result.h"
#include "kiosk/base/spelled.h"
#include "kiosk/base/text_range.h"
#include "kiosk/library/catalogue.h"
#include "kiosk/text/sentences.h"

namespace tingdu::app {

enum class Screen { welcome, subjects, articles, article };

/// How far the reading of an article is.
enum class Reading {
    opening,  ///< the file is being fetched
    playing,
    paused,
    ended,  ///< the last sentence has been heard
};

/// How much of an article is read in one go.
enum class Extent { onward, sentence };

/// Which actions the bar of an open article offers.
enum class Bar { reading, adjusting };

/// The article that is open, and the place in it that the ear has reached.
struct OpenArticle {
    std::string path;
    std::shared_ptr<const text::Article> article;  ///< none while it is being fetched
    Reading reading = Reading::opening;
    Bar bar = Bar::reading;
    text::Place place;                       ///< the sentence being read
    Extent extent = Extent::onward;          ///< how much the voice has been asked to read from there
    TextRange sentence;                      ///< its characters
    std::optional<TextRange> word;           ///< the word being heard
    std::shared_ptr<const Spelled> spelled;  ///< the sentence; none before any of it has been heard
    std::int64_t paused_at_ms = 0;
    bool held = true;             ///< in a pause: the voice still holds the sample that it stopped at
    bool sentence_heard = false;  ///< in a pause: it came by itself after the sentence, and reading goes on after it
};

/// A quiet line for the eyes; gone by itself at `until_ms`.
struct Notice {
    std::u32string text;
    std::int64_t until_ms{};
    bool announced = true;  ///< false where an Answer says it to the ears
    friend bool operator==(const Notice&, const Notice&) = default;
};

enum class Sound { there, lost };

struct State {
    Screen screen = Screen::welcome;
    Language language = Language::mandarin;
    Settings settings;
    std::shared_ptr<const library::Catalogue> catalogue;  ///< none until it has been read
    std::optional<Error> catalogue_error;
    int subject = 0;  ///< the subject with the focus, and the one whose articles are shown
    int entry = 0;    ///< the article with the focus
    std::optional<OpenArticle> open;
    std::optional<Notice> notice;
    Sound sound = Sound::there;
    std::optional<Press> held;  ///< what a finger is on
    int asked = 0;              ///< counts requests to say again what the screen says
    std::int64_t now_ms = 0;
    std::optional<Date> today;
};

/// The sentence being said fills the lower screen: as wished, and where Pinyin is, which stands nowhere else.
[[nodiscard]] bool shows_lens(const Settings& settings);
/// The subject whose articles are shown; none while there is no catalogue or it is empty.
[[nodiscard]] const library::Subject* subject_of(const State& state);
/// The article after the open one in its subject; none after the last, and after a file that stands in no list.
[[nodiscard]] const library::Entry* next_entry(const State& state);
/// How many entries the list on the screen has; 0 on screens without a list.
[[nodiscard]] int entry_count(const State& state);
/// The entry with the focus.
[[nodiscard]] int focused_entry(const State& state);
/// What has the focus, by its label: an entry's title, or the main action.
[[nodiscard]] std::u32string focus_label(const State& state);

}  // namespace tingdu::app
