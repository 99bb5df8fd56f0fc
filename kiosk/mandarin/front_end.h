// Shown text → what is said: words, each with its Hanzi and their readings, and the pauses between them.
// This is the door of the room: numbers, segmentation, readings and sandhi stand behind it. It knows Mandarin; it knows
// nothing of the synthesizer, of sound or of screens. Words in other scripts are marked and handed on as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/text_range.h"
#include "kiosk/mandarin/lexicon.h"
#include "kiosk/mandarin/local_readings.h"
#include "kiosk/mandarin/syllable.h"

namespace tingdu::mandarin {

/// One syllable as it is said, and the Hanzi it stands for.
struct Reading {
    char32_t hanzi{};
    Syllable lexical;  ///< as the dictionary has it
    Syllable spoken;   ///< after tone sandhi
    friend bool operator==(const Reading&, const Reading&) = default;
};

/// A shown Hanzi with its one reading, or a number or symbol with all its readings.
/// `shown` counts from the start of the text given.
struct Token {
    TextRange shown;
    std::vector<Reading> readings;
    friend bool operator==(const Token&, const Token&) = default;
};

enum class WordKind : std::uint8_t {
    hanzi,    ///< said in Mandarin, by `tokens`
    latin,    ///< a word of another language, said by its letters' rules: "WiFi"
    letters,  ///< an acronym, letter by letter: `said` has the letters spaced, "G D P"
};

/// What lights up together. `shown` of successive words rise and do not overlap.
struct Word {
    TextRange shown;
    WordKind kind{};
    std::u32string said;        ///< Hanzi, one for each reading; or Latin text
    std::vector<Token> tokens;  ///< empty unless kind is hanzi
};

/// What ends a clause, shortest pause first.
enum class Boundary : std::uint8_t { none, enumeration, comma, colon, full_stop, question, exclamation };

/// Words that are said in one breath. No clause is longer than `longest_clause` syllables: eSpeak NG drops what
/// goes beyond about 120 without a word.
struct Clause {
    std::vector<Word> words;
    Boundary end{};
};

inline constexpr std::size_t longest_clause = 60;

/// How a Hanzi that no dictionary knows is read: mou3, "a certain".
[[nodiscard]] Syllable unknown_syllable();

/// What reading goes by: the lexicon, and above it what the place has settled for itself.
struct Knowledge {
    // A lexicon alone is knowledge enough.
    Knowledge(const Lexicon& all, const LocalReadings* own = nullptr) : lexicon(all), local(own) {}
    Knowledge(const Lexicon&&, const LocalReadings* = nullptr) = delete;
    const Lexicon& lexicon;
    const LocalReadings* local;  ///< may be null
};

/// Reads one sentence or any other stretch of text aloud, on paper. Total: every Hanzi of `shown` comes back in order,
/// once, in some word; one that no dictionary knows is named in `Word::said` as itself and read by `unknown_syllable`.
/// Text that is English as a whole (no Hanzi in it) comes back as Latin words, its numbers as they stand.
[[nodiscard]] std::vector<Clause> read(std::u32string_view shown, const Knowledge& knowledge);

/// The same as a line of text, the words as they will be said: Hanzi run together, Latin words spaced, the
/// punctuation of the clauses kept, a bracket as a comma. What `tingdu normalize` prints.
[[nodiscard]] std::u32string normalise(std::u32string_view shown, const Knowledge& knowledge);

/// A character whose reading is a guess.
struct Doubt {
    enum class Kind : std::uint8_t {
        polyphone,  ///< alone among its neighbours, and nothing but habit chose
        surname,    ///< read otherwise as a surname, in what may be a name
    };
    Kind kind{};
    TextRange shown;
    Syllable chosen;
    std::vector<Syllable> alternatives;  ///< the likeliest first
};

/// What `read` was not sure of, in order.
[[nodiscard]] std::vector<Doubt> doubts(std::u32string_view shown, const Knowledge& knowledge);

}  // namespace tingdu::mandarin
