#include "kiosk/platform/synthesizer/mute_synthesizer.h"

#include <algorithm>

namespace tingdu::platform {
namespace {

/// About as long as the voices take (pace.h), their pauses left out.
constexpr double syllable_s = 0.3;
constexpr double word_s = 0.36;

class MuteSynthesizer final : public Synthesizer {
  public:
    Result<speech::Take> say(const speech::Piece& piece, const Diction& diction, const std::atomic<bool>&) override {
        const std::size_t words = piece.words.size();
        const double at_rate_1_s = piece.language == Language::mandarin
                                       ? syllable_s * static_cast<double>(piece.syllables)
                                       : word_s * static_cast<double>(words);
        const auto wished = static_cast<std::size_t>(at_rate_1_s / diction.rate * sample_rate_hz);
        speech::Take take{Pcm(std::max(wished, words + 1), 0), {}, piece.syllables, words};
        for (std::size_t word = 0; word < words; ++word) take.starts.push_back(word * take.pcm.size() / words);
        return take;
    }
};

}  // namespace

std::unique_ptr<Synthesizer> mute_synthesizer() {
    return std::make_unique<MuteSynthesizer>();
}

}  // namespace tingdu::platform
