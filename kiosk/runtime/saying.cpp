#include "kiosk/runtime/saying.h"

#include <utility>

#include "kiosk/runtime/repertoire.h"

namespace tingdu::runtime {
namespace {

speech::Part part_of(text::BlockKind kind) {
    switch (kind) {
        case text::BlockKind::title:
            return speech::Part::title;
        case text::BlockKind::heading:
            return speech::Part::heading;
        case text::BlockKind::list_item:
            return speech::Part::item;
        case text::BlockKind::caption:
        case text::BlockKind::note:
        case text::BlockKind::picture:
            return speech::Part::aside;
        case text::BlockKind::paragraph:
        case text::BlockKind::table_row:
            break;
    }
    return speech::Part::prose;
}

speech::Standing standing_of(const Line& line) {
    if (!line.article) return {};
    const auto& blocks = line.article->blocks;
    const speech::Part part = part_of(blocks[line.place.block].kind);
    const auto next = text::next_sentence(*line.article, line.place);
    if (!next) return {part, speech::Follows::nothing, {}};
    if (next->block == line.place.block || blocks[next->block].continues) return {part, speech::Follows::sentence, {}};
    return {part, speech::Follows::block, part_of(blocks[next->block].kind)};
}

// Told apart, a sentence takes about twice as long: words a third slower, and between two as much silence as a short
// word takes. What is told softly is a quarter as loud by the ear's own measure.
constexpr double apart_rate = 0.75;
constexpr double apart_gap_s = 0.25;
constexpr double softly_db = -12;

/// As the visitor wants the voice, and as this line is told.
Diction diction_of(const SayOrder& order) {
    Diction diction = order.diction;
    if (order.line.telling == Telling::apart) {
        diction.rate *= apart_rate;
        diction.gap_s += apart_gap_s;
    }
    if (order.line.telling == Telling::softly) diction.gain_db += softly_db;
    return diction;
}

class Reciter {
  public:
    Reciter(Knowing knowing, platform::Synthesizer& synthesizer)
        : knowing_(std::move(knowing)), synthesizer_(synthesizer) {}

    void say(const SayOrder& order, const Workshop::Deliver& deliver) {
        if (*order.given_up) return;
        const bool is_heard = order.utterance != 0;
        const auto send = [&](auto what) { deliver(SayProduct{order.plan, order.utterance, std::move(what)}); };

        const mandarin::Knowledge known = know();
        const mandarin::Knowledge knowledge{known.lexicon, order.line.own ? order.line.own.get() : known.local};
        // What the repertoire has goes by the readings that count.
        const bool is_told_again = order.line.composed || order.line.from_word > 0 || order.line.own;
        const Passage passage = passage_of(order);
        const Opening* ready = is_told_again ? nullptr : repertoire_.find(passage);
        auto utterance = ready ? ready->utterance : order.line.composed;
        if (!utterance)
            utterance = std::make_shared<const speech::Utterance>(composed(order.line, passage.standing, knowledge));
        if (is_heard) send(Composed{utterance});

        Diction diction = passage.diction;
        diction.rate *= utterance->pace;
        const speech::Say ask = [&](const speech::Piece& piece) {
            return synthesizer_.say(piece, diction, *order.given_up);
        };
        Finished finished;
        for (const speech::Breath& breath : utterance->breaths) {
            if (breath.first_word + breath.piece.words.size() <= order.line.from_word) continue;
            auto performance = ready ? Result<speech::Performance>(ready->first_breath)
                                     : speech::perform(breath, order.line.from_word, diction, ask);
            if (*order.given_up) return;
            if (!performance) {
                finished.error = performance.error();
                break;
            }
            const bool opens = &breath == &utterance->breaths.front();
            if (opens && !ready && !is_told_again) repertoire_.keep(passage, {utterance, *performance});
            if (!is_heard) break;
            ready = nullptr;
            auto& shortfalls = performance->shortfalls;
            finished.shortfalls.insert(finished.shortfalls.end(), shortfalls.begin(), shortfalls.end());
            send(std::move(performance->clip));
        }
        send(std::move(finished));
    }

  private:
    static speech::Utterance composed(const Line& line, speech::Standing standing,
                                      const mandarin::Knowledge& knowledge) {
        if (line.telling == Telling::spelled)
            return speech::spell_out(text_of(line), shown_of(line), knowledge, line.language);
        return speech::compose(text_of(line), shown_of(line), standing, knowledge, line.language);
    }

    static Passage passage_of(const SayOrder& order) {
        const TextRange shown = shown_of(order.line);
        return {std::u32string(text_of(order.line).substr(shown.begin, shown.size())),
                shown.begin,
                standing_of(order.line),
                order.line.language,
                diction_of(order),
                order.line.telling};
    }

    mandarin::Knowledge know() {
        const mandarin::Knowledge knowledge = knowing_();
        if (knowledge.local && *knowledge.local != settled_) {
            settled_ = *knowledge.local;
            repertoire_.forget();
        }
        return knowledge;
    }

    Knowing knowing_;
    platform::Synthesizer& synthesizer_;
    Repertoire repertoire_;
    mandarin::LocalReadings settled_;  // what the repertoire goes by
};

}  // namespace

std::u32string_view text_of(const Line& line) {
    return line.article ? std::u32string_view(line.article->text) : std::u32string_view(line.prompt);
}

TextRange shown_of(const Line& line) {
    return line.article ? text::range_of(*line.article, line.place) : TextRange{0, line.prompt.size()};
}

Workshop::Work saying(Knowing knowing, platform::Synthesizer& synthesizer) {
    // Shared, because a std::function must be able to be copied.
    return [reciter = std::make_shared<Reciter>(std::move(knowing), synthesizer)](
               const SayOrder& order, const Workshop::Deliver& deliver) { reciter->say(order, deliver); };
}

}  // namespace tingdu::runtime
