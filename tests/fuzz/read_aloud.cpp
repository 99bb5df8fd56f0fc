// Any text read aloud, on paper: every Hanzi comes back once and in order, no clause is too long, ranges rise.
#include <cstddef>
#include <cstdint>
#include <string>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/front_end.h"
#include "tests/support/voices.h"

using namespace tingdu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::u32string shown = from_utf8({reinterpret_cast<const char*>(bytes), size});
    std::u32string wanted;
    for (const char32_t c : shown)
        if (is_hanzi(c)) wanted += c;
    std::u32string came;
    std::size_t last = 0;
    for (const mandarin::Clause& clause : mandarin::read(shown, support::shipped_lexicon())) {
        std::size_t syllables = 0;
        for (const mandarin::Word& word : clause.words) {
            if (word.shown.begin < last || word.shown.end > shown.size()) __builtin_trap();
            last = word.shown.end;
            for (const mandarin::Token& token : word.tokens) {
                syllables += token.readings.size();
                for (std::size_t at = token.shown.begin; at < token.shown.end; ++at)
                    if (is_hanzi(shown[at])) came += shown[at];
            }
        }
        if (syllables > mandarin::longest_clause) __builtin_trap();
    }
    if (came != wanted) __builtin_trap();
    return 0;
}
