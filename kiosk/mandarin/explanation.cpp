#include "kiosk/mandarin/explanation.h"

#include <limits>
#include <optional>
#include <string_view>

#include "kiosk/base/utf8.h"
#include "kiosk/mandarin/explanation_table.h"

namespace tingdu::mandarin {
namespace {

/// The characters of words that nobody wants to hear their name explained by.
constexpr std::u32string_view unwelcome =
    U"死尸屎屁尿奸嫖娼妓淫骚贱杀奴鬼贼屠粪癌痔娘妾毙骂蠢傻疯匪寇敌俘贪赌棺坟葬丧逼肏";
/// The small words: with one of them a word is rather a piece of a sentence (一碗, 扪住).
constexpr std::u32string_view small =
    U"一二两三四五六七八九十不了着的地得上下住做到出起去来个这那是在有没也就吧吗呢很我你他里儿几万被句";

/// What is written for the character read so.
std::optional<std::u32string> written(char32_t hanzi, Syllable lexical) {
    const std::string key = '\n' + to_utf8(std::u32string(1, hanzi)) + '\t' + lexical.pinyin() + '\t';
    const std::size_t found = explanation_table.find(key);
    if (found == std::string_view::npos) return std::nullopt;
    const std::size_t begin = found + key.size();
    return from_utf8(explanation_table.substr(begin, explanation_table.find('\n', begin) - begin));
}

/// How ill a word suits an explanation: its cost, and more for what is known to fewer people.
Cost unfitness(const Entry& entry, const std::u32string& word, char32_t hanzi) {
    Cost cost = entry.cost;
    if (entry.word_class == WordClass::person || entry.word_class == WordClass::place) cost += 40;
    if (word.front() != hanzi) cost += 4;  // "东西的东" is caught sooner than "房东的东"
    for (const char32_t c : word) {
        if (c == hanzi) continue;
        if (unwelcome.find(c) != std::u32string_view::npos) cost += 60;
        if (small.find(c) != std::u32string_view::npos) cost += 12;
    }
    return cost;
}

/// Whether a word says the reading: a light tone in it stands for the full one, 葡萄.
bool says(Syllable in_word, Syllable lexical) {
    return in_word == lexical || (in_word.tone() == 5 && in_word == lexical.with_tone(5));
}

/// The word by which the character is known when it is read so: mostly of two characters, of more where those are rare.
std::optional<std::u32string> known_by(char32_t hanzi, Syllable lexical, const Lexicon& lexicon) {
    constexpr std::size_t longest = 4;
    constexpr Cost well_known = 130;
    constexpr Cost for_length = 16;     // what each character more weighs
    constexpr Cost for_light_tone = 4;  // 投诉的诉 before 告诉的诉
    std::optional<std::u32string> best;
    Cost least = std::numeric_limits<Cost>::max();
    for (std::size_t length = 2; length <= longest && least > well_known; ++length) {
        for (const Entry& entry : lexicon.words_with(hanzi, length)) {
            std::u32string word = lexicon.spelling(entry);
            const Syllable here = lexicon.reading(entry, word.find(hanzi), hanzi);
            if (!says(here, lexical)) continue;
            const Cost cost = unfitness(entry, word, hanzi) + static_cast<Cost>(length - 2) * for_length +
                              (here == lexical ? 0 : for_light_tone);
            if (cost >= least) continue;
            least = cost;
            best = std::move(word);
        }
    }
    return best;
}

}  // namespace

std::u32string explain(char32_t hanzi, Syllable lexical, const Lexicon& lexicon) {
    const Syllable usual = lexicon.default_reading(hanzi);
    const Syllable asked = lexical == Syllable{} ? usual : lexical;
    if (auto text = written(hanzi, asked)) return *text;
    const auto known = lexicon.character(hanzi);
    if (known && known->simplified != hanzi) return explain(known->simplified, lexical, lexicon) + U"，繁体字";
    lexical = asked;
    if (const auto word = known_by(hanzi, lexical, lexicon)) return *word + U"的" + hanzi;
    if (lexical != usual) return explain(hanzi, usual, lexicon);
    return std::u32string(1, hanzi);
}

}  // namespace tingdu::mandarin
