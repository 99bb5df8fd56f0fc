#include "said.h"

#include <cstring>
#include <fstream>
#include <iterator>

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

std::vector<std::byte> bytes_of(const std::string& name) {
    std::ifstream file(TINGDU_SOURCE_DIR "/voices/mandarin/" + name, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    std::vector<std::byte> read(text.size());
    std::memcpy(read.data(), text.data(), text.size());
    return read;
}

}  // namespace

const std::vector<std::byte>& lexicon_bytes() {
    static const std::vector<std::byte> bytes = bytes_of("lexicon.bin");
    return bytes;
}

const std::vector<std::byte>& model_bytes() {
    static const std::vector<std::byte> bytes = bytes_of("readings.bin");
    return bytes;
}

const Lexicon& shipped_lexicon() {
    static const Lexicon lexicon = [] {
        Lexicon words = Lexicon::over(lexicon_bytes()).value();
        words.learn(ReadingModel::over(model_bytes()).value());
        return words;
    }();
    return lexicon;
}

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
