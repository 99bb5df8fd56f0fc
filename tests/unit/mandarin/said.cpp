#include "said.h"

#include "kiosk/base/utf8.h"

namespace tingdu::mandarin {
namespace {

std::string readings(std::u32string_view shown, Syllable Reading::*which, const Knowledge& knowledge) {
    std::string pinyin;
    for (const Clause& clause : read(shown, knowledge)) {
        for (const Word& word : clause.words) {
            for (const Token& token : word.tokens) {
                for (const Reading& reading : token.readings) {
                    if (!pinyin.empty()) pinyin += ' ';
                    pinyin += (reading.*which).pinyin();
                }
            }
        }
    }
    return pinyin;
}

}  // namespace

std::string lexical(std::u32string_view shown, const Knowledge& knowledge) {
    return readings(shown, &Reading::lexical, knowledge);
}
std::string spoken(std::u32string_view shown, const Knowledge& knowledge) {
    return readings(shown, &Reading::spoken, knowledge);
}

std::string lit(std::u32string_view shown, const Knowledge& knowledge) {
    std::string words;
    for (const Clause& clause : read(shown, knowledge)) {
        for (const Word& word : clause.words) {
            if (!words.empty()) words += '|';
            words += to_utf8(shown.substr(word.shown.begin, word.shown.size()));
        }
    }
    return words;
}

std::string said(std::u32string_view shown, const Knowledge& knowledge) {
    return to_utf8(normalise(shown, knowledge));
}

}  // namespace tingdu::mandarin
