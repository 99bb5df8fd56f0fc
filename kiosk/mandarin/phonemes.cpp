#include "kiosk/mandarin/phonemes.h"

#include <array>
#include <string_view>

#include "kiosk/mandarin/light_tones.h"
#include "kiosk/mandarin/syllable_bases.h"

namespace tingdu::mandarin {
namespace {

struct Mnemonics {
    std::string_view base;
    std::string_view before_tone;
    std::string_view after_tone;
};

constexpr auto table = std::to_array<Mnemonics>({
#include "kiosk/mandarin/phonemes_table.inc"
});

constexpr bool is_in_order() {
    if (table.size() != syllable_bases.size()) return false;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].base != syllable_bases[i]) return false;
    }
    return true;
}
static_assert(is_in_order(), "run voices/mandarin/make_phonemes.py");

// A neutral tone takes its height from the tone before it; eSpeak NG does this too, but not after a 21.
std::string_view neutral_after(int tone) {
    switch (tone) {
        case 1:
            return "22";
        case 2:
            return "33";
        case 3:
            return "44";
        default:
            return "11";
    }
}

std::string_view tone_of(std::span<const Syllable> word, std::size_t place, Position position) {
    const bool is_last = place + 1 == word.size();
    const int next = is_last ? 0 : word[place + 1].tone();
    const Position here = is_last ? position : Position::inside;
    switch (word[place].tone()) {
        case 1:
            return here == Position::closing ? "44" : "55";
        case 2:
            return "35";
        case 3:
            return here == Position::inside ? "21" : "214";
        case 4:
            return next == 4 || here == Position::going_on ? "53" : "51";
        default:
            return neutral_after(place == 0 ? 0 : word[place - 1].tone());
    }
}

}  // namespace

std::string phonemes(std::span<const Syllable> word, Position position) {
    std::string mnemonics;
    for (std::size_t place = 0; place < word.size(); ++place) {
        const Syllable syllable = word[place];
        if (syllable.number() == 0) continue;
        const Mnemonics& entry = table[(syllable.number() - 1U) / tones];
        std::string before(entry.before_tone);
        // A neutral tone is never stressed.
        if (syllable.tone() == neutral_tone) std::erase(before, '\'');
        mnemonics.append(before).append(tone_of(word, place, position)).append(entry.after_tone);
    }
    return mnemonics;
}

}  // namespace tingdu::mandarin
