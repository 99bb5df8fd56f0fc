// One line of speech made ready: composed, performed, delivered clip by clip, so that the first clause sounds while
// the second is still being made. This is the work of the synthesis worker.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/base/diction.h"
#include "kiosk/base/result.h"
#include "kiosk/mandarin/front_end.h"
#include "kiosk/platform/synthesizer/synthesizer.h"
#include "kiosk/runtime/worker.h"
#include "kiosk/speech/clip.h"
#include "kiosk/speech/timeline.h"
#include "kiosk/speech/utterance.h"
#include "kiosk/text/sentences.h"

namespace tingdu::runtime {

/// What is said in one go: a sentence of an article, or a sentence of the kiosk's own.
struct Line {
    std::shared_ptr<const text::Article> article;  ///< none for the kiosk's own
    text::Place place;
    std::u32string prompt;
    Language language{};  ///< of the prompt
    Telling telling{};
    std::shared_ptr<const mandarin::LocalReadings> own;  ///< in place of those that count now; as a rule none
    std::size_t from_word = 0;
    std::shared_ptr<const speech::Utterance> composed;  ///< if it has been composed before
    friend bool operator==(const Line&, const Line&) = default;
};

/// Characters that a line shows, and what of them it says.
[[nodiscard]] std::u32string_view text_of(const Line& line);
[[nodiscard]] TextRange shown_of(const Line& line);

struct SayOrder {
    std::uint64_t plan{};             ///< products come back under it
    speech::UtteranceId utterance{};  ///< none: the line is only to be ready, and nothing but Finished is delivered
    Line line;
    Diction diction;
    std::shared_ptr<std::atomic<bool>> given_up;
};

struct Composed {
    std::shared_ptr<const speech::Utterance> utterance;
};
/// The order is done, and where it fell short of what was asked.
struct Finished {
    std::vector<speech::Shortfall> shortfalls;
    std::optional<Error> error;
};

struct SayProduct {
    std::uint64_t plan{};
    speech::UtteranceId utterance{};
    std::variant<Composed, speech::Clip, Finished> what;
};

using Workshop = Worker<SayOrder, SayProduct>;

/// Asked before each line is composed, on the thread that composes; what it returns is good until the next call.
using Knowing = std::function<mandarin::Knowledge()>;

/// The work itself, with a Repertoire of its own; `synthesizer` and what `knowing` looks at must outlive it, and only
/// one thread may run it.
[[nodiscard]] Workshop::Work saying(Knowing knowing, platform::Synthesizer& synthesizer);

}  // namespace tingdu::runtime
