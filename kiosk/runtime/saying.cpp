#include "kiosk/runtime/saying.h"

#include <utility>

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

}  // namespace

std::u32string_view text_of(const Line& line) {
    return line.article ? std::u32string_view(line.article->text) : std::u32string_view(line.prompt);
}

TextRange shown_of(const Line& line) {
    return line.article ? text::range_of(*line.article, line.place) : TextRange{0, line.prompt.size()};
}

Workshop::Work saying(Knowing knowing, platform::Synthesizer& synthesizer) {
    return [knowing = std::move(knowing), &synthesizer](const SayOrder& order, const Workshop::Deliver& deliver) {
        const auto send = [&](auto what) { deliver(SayProduct{order.plan, order.utterance, std::move(what)}); };
        if (*order.given_up) return;
        auto utterance = order.line.composed;
        if (!utterance)
            utterance = std::make_shared<const speech::Utterance>(
                speech::compose(text_of(order.line), shown_of(order.line), standing_of(order.line), knowing()));
        send(Composed{utterance});
        const speech::Rate rate{order.rate.factor * utterance->pace};
        const speech::Say say = [&](const speech::Piece& piece) {
            return synthesizer.say(piece, rate, *order.given_up);
        };
        Finished finished;
        for (const speech::Breath& breath : utterance->breaths) {
            if (breath.first_word + breath.piece.words.size() <= order.line.from_word) continue;
            auto performance = speech::perform(breath, order.line.from_word, rate, say);
            if (*order.given_up) return;
            if (!performance) {
                finished.error = performance.error();
                break;
            }
            auto& shortfalls = performance->shortfalls;
            finished.shortfalls.insert(finished.shortfalls.end(), shortfalls.begin(), shortfalls.end());
            send(std::move(performance->clip));
        }
        send(std::move(finished));
    };
}

}  // namespace tingdu::runtime
