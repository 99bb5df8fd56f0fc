#include "kiosk/speech/clip.h"

#include <algorithm>
#include <utility>

#include "kiosk/speech/shaping.h"

namespace tingdu::speech {
namespace {

std::size_t asked_of(const Piece& piece) {
    return piece.language == Language::mandarin ? piece.syllables : piece.words.size();
}

std::size_t sounded_in(const Take& take, const Piece& piece) {
    return piece.language == Language::mandarin ? take.syllables : take.words;
}

/// Syllables of a stretch of phoneme input: each bears one run of tone digits.
std::size_t count_syllables(std::u32string_view input) {
    std::size_t syllables = 0;
    bool in_tone = false;
    for (const char32_t c : input) {
        const bool digit = c >= U'0' && c <= U'9';
        if (digit && !in_tone) ++syllables;
        in_tone = digit;
    }
    return syllables;
}

/// Words [begin, end) of a piece, as a piece of its own.
Piece part_of(const Piece& piece, std::size_t begin, std::size_t end) {
    const std::size_t from = piece.words[begin];
    const std::size_t to = end < piece.words.size() ? piece.words[end] - 1 : piece.input.size();
    Piece part;
    part.language = piece.language;
    part.input = piece.input.substr(from, to - from);
    for (std::size_t word = begin; word < end; ++word) part.words.push_back(piece.words[word] - from);
    if (piece.language == Language::mandarin)
        part.syllables = begin == 0 && end == piece.words.size() ? piece.syllables : count_syllables(part.input);
    part.ending = end == piece.words.size() ? piece.ending : Ending::going_on;
    return part;
}

void append(Clip& clip, const Take& take, std::size_t first_word) {
    const std::size_t offset = clip.pcm.size();
    clip.pcm.insert(clip.pcm.end(), take.pcm.begin(), take.pcm.end());
    for (std::size_t word = 0; word < take.starts.size(); ++word) {
        const std::size_t end = word + 1 < take.starts.size() ? take.starts[word + 1] : take.pcm.size();
        clip.marks.push_back({first_word + word, offset + take.starts[word], offset + end});
    }
}

Result<void> perform_piece(const Piece& piece, std::size_t first_word, const Say& say, Performance& into) {
    auto take = say(piece);
    if (!take) return tl::unexpected(take.error());
    const std::size_t asked = asked_of(piece);
    const std::size_t sounded = sounded_in(*take, piece);
    const std::size_t words = piece.words.size();
    if (sounded >= asked || words < 2) {
        if (sounded < asked) into.shortfalls.push_back({asked, sounded});
        append(into.clip, *take, first_word);
        return {};
    }
    const std::size_t half = words / 2;
    if (auto first = perform_piece(part_of(piece, 0, half), first_word, say, into); !first) return first;
    return perform_piece(part_of(piece, half, words), first_word + half, say, into);
}

}  // namespace

Result<Performance> perform(const Breath& breath, std::size_t from_word, const Diction& diction, const Say& say) {
    Performance performance;
    const std::size_t skipped = from_word > breath.first_word ? from_word - breath.first_word : 0;
    const std::size_t words = breath.piece.words.size();
    if (skipped >= words) return performance;
    performance.clip.clause_begins = breath.clause_begins && skipped == 0;
    const Piece piece = skipped == 0 ? breath.piece : part_of(breath.piece, skipped, words);
    if (auto done = perform_piece(piece, breath.first_word + skipped, say, performance); !done)
        return tl::unexpected(done.error());
    lift(performance.clip.pcm, diction.lift_db);
    amplify(performance.clip.pcm, diction.gain_db);
    const double pause_s = breath.pause_s / diction.rate + diction.gap_s;
    const auto silence = static_cast<std::size_t>(pause_s * sample_rate_hz);
    performance.clip.pcm.insert(performance.clip.pcm.end(), silence, 0);
    return performance;
}

}  // namespace tingdu::speech
