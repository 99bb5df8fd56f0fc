// An offline synthesizer whose sound tells what it says: each word is a block of one level, the next word of another,
// so that a recording shows to the sample which word was heard when. It can be told to fail at its n-th call.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/platform/synthesizer/synthesizer.h"

namespace tingdu::support {

class BlockSynthesizer final : public platform::Synthesizer {
  public:
    static constexpr std::size_t word_samples = 4000;  ///< at rate 1

    explicit BlockSynthesizer(int fails_at = 0) : fails_at_(fails_at) {}

    [[nodiscard]] Result<speech::Take> say(const speech::Piece& piece, const Diction& diction,
                                           const std::atomic<bool>& /*give_up*/) override {
        if (++calls_ == fails_at_) return fail(Fault::no_voice, "block");
        speech::Take take;
        const auto length = static_cast<std::size_t>(word_samples / diction.rate);
        for (std::size_t word = 0; word < piece.words.size(); ++word) {
            if (word > 0) take.pcm.resize(take.pcm.size() + static_cast<std::size_t>(diction.gap_s * sample_rate_hz));
            take.starts.push_back(take.pcm.size());
            take.pcm.insert(take.pcm.end(), length, level_of(lengths_.size()));
            lengths_.push_back(length);
        }
        take.syllables = piece.syllables;
        take.words = piece.words.size();
        return take;
    }

    /// Levels repeat after a thousand words and are never near silence.
    [[nodiscard]] static std::int16_t level_of(std::size_t word) {
        return static_cast<std::int16_t>(2000 + 10 * (word % 1000));
    }
    /// Samples of each word said so far.
    [[nodiscard]] const std::vector<std::size_t>& lengths() const { return lengths_; }
    [[nodiscard]] int calls() const { return calls_; }

  private:
    int fails_at_;
    int calls_ = 0;
    std::vector<std::size_t> lengths_;
};

}  // namespace tingdu::support
