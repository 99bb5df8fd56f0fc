// What is being said, from the line that is heard to the lines that are made ahead. It keeps the speaker's ring fed,
// knows which word the ear has reached, and changes speed, interjects, pauses and goes on without losing a sample.
// It knows lines and samples; why something is said is the mind's matter.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/message.h"
#include "kiosk/app/update.h"
#include "kiosk/platform/sound/speaker.h"
#include "kiosk/runtime/saying.h"
#include "kiosk/speech/timeline.h"

namespace tingdu::runtime {

/// Where reading an article begins.
struct ReadFrom {
    std::shared_ptr<const text::Article> article;
    text::Place place;
    app::Extent extent = app::Extent::onward;
    Telling telling{};  ///< of the first sentence
    app::Asides asides{};
    bool asides_are_said = false;  ///< those before the sentence at `place`
};

// What the ear meets, in order.

/// The first sound of a line is heard.
struct LineBegan {
    Language language{};
    std::u32string shown;
    std::u32string said;
};
/// A word of a line is heard; `shown` up to its end has been heard of the line.
struct WordBegan {
    Line line;  ///< as it was then: what happens meanwhile may end it
    TextRange sentence;
    TextRange word;
    std::u32string explained;  ///< what is said of it where it is spelled out; else empty
};
/// The last line has been heard to its end.
struct AllHeard {
    bool was_article{};  ///< an article, or as much of it as was asked for, has been read to its end by that
};
/// The synthesizer said less than it was asked to, or nothing.
struct FellShort {
    std::u32string shown;
    std::vector<speech::Shortfall> shortfalls;
    std::optional<Error> error;
};

using Heard = std::variant<LineBegan, WordBegan, AllHeard, FellShort>;

class Voice {
  public:
    Voice(platform::Speaker& speaker, Workshop& workshop);

    /// Stops what is being said; sounds `first`, says the prompts, then reads on from `then`.
    void say(const std::vector<app::Prompt>& prompts, std::optional<ReadFrom> then,
             std::optional<app::Earcon> first = std::nullopt);
    void silence();
    void hold();
    void go_on();
    void go_on_from_clause();
    void say_word_again();
    /// From the next word on.
    void set_diction(const Diction& diction);
    void set_volume(double db);
    /// What is said from now on comes out there alone; what was on its way is dropped.
    void route(Outlet outlet);
    /// An earcon and one word at the next clause; at once where nothing is being said.
    void answer(app::Earcon earcon, app::Prompt word);
    /// What may be said next, the likeliest first: made ready whenever there is nothing else to make.
    void have_ready(std::vector<Line> lines);

    /// Feeds the speaker and says what the ear has met since the last call. To be called at every turn of the loop.
    [[nodiscard]] std::vector<Heard> tick();
    /// Something is being said or waits to be said.
    [[nodiscard]] bool is_busy() const;
    /// How soon the ear meets something else, by what is on its way: the time in which nothing need be done for it.
    /// None where nothing is on its way, or it is held.
    [[nodiscard]] std::optional<int> meets_next_in_ms() const;
    [[nodiscard]] bool is_held() const { return held_; }
    [[nodiscard]] platform::Device device() const { return device_; }
    [[nodiscard]] bool headphones_are_in() const { return headphones_are_in_; }

  private:
    struct Told {
        Line line;
        bool is_answer = false;
    };

    void begin_plan();
    void stop();
    void chime(app::Earcon earcon);
    void collect();
    void collect(SayProduct product);
    void order_more();
    void order_ready();
    void order(speech::UtteranceId id);
    void feed();
    void hear(std::vector<Heard>& heard);
    [[nodiscard]] speech::Clip over_chime(speech::Clip clip);
    [[nodiscard]] std::optional<Line> next_line();
    [[nodiscard]] std::optional<Line> next_aside();
    [[nodiscard]] std::optional<speech::Timeline::WordBegin> cut_at_next_word();
    [[nodiscard]] std::optional<speech::Timeline::WordBegin> next_word(StreamPosition from) const;
    /// Lines from `first` on are to be made anew, `first` from its word `from_word`.
    void retell(speech::UtteranceId first, std::size_t from_word);
    void restart(bool from_clause);
    void place_answer();
    [[nodiscard]] std::optional<speech::Timeline::Sounding> sounding() const;

    platform::Speaker& speaker_;
    Workshop& workshop_;
    speech::Timeline timeline_;
    Diction diction_;
    platform::Device device_ = platform::Device::live;
    bool headphones_are_in_ = false;

    std::uint64_t plan_ = 0;  // orders of an older plan come back unheeded
    std::shared_ptr<std::atomic<bool>> given_up_;
    int outstanding_ = 0;
    std::deque<Line> waiting_;           // lines that have not been ordered yet
    std::optional<ReadFrom> read_next_;  // the sentence after them
    bool is_reading_ = false;            // an article, which has not been heard to its end
    speech::UtteranceId last_id_ = 0;
    std::map<speech::UtteranceId, Told> told_;

    std::vector<Line> foreseen_;  // told as words are now
    std::size_t made_ready_ = 0;  // of them, those that have been ordered
    bool is_making_ready_ = false;

    std::optional<StreamPosition> chime_end_;  // as long as no words have come behind it
    StreamPosition heard_ = 0;                 // at the last turn
    bool held_ = false;
    std::deque<speech::Placed> parked_;  // what was held when an answer had to be heard

    struct Answering {
        std::uint64_t plan{};
        app::Earcon earcon{};
        speech::Clip clip;
    };
    std::optional<Answering> answering_;
    speech::UtteranceId answer_id_ = 0;

    std::optional<speech::Timeline::Sounding> last_sounding_;
    speech::UtteranceId last_line_ = 0;  // of what was heard, answers left out
    std::vector<Heard> fell_short_;
    bool all_heard_ = true;
};

}  // namespace tingdu::runtime
