// The shipped voice as tests read by it: the lexicon, and what was learned beyond it.
#pragma once

#include <cstddef>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "kiosk/mandarin/lexicon.h"

namespace tingdu::support {

/// The bytes of a file below voices/mandarin; none if it is not there.
inline std::vector<std::byte> voice(const std::string& name) {
    std::ifstream file(TINGDU_SOURCE_DIR "/voices/mandarin/" + name, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(file), {});
    std::vector<std::byte> bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

inline const std::vector<std::byte>& lexicon_bytes() {
    static const std::vector<std::byte> bytes = voice("lexicon.bin");
    return bytes;
}

inline const std::vector<std::byte>& model_bytes() {
    static const std::vector<std::byte> bytes = voice("readings.bin");
    return bytes;
}

inline const mandarin::Lexicon& shipped_lexicon() {
    static const mandarin::Lexicon lexicon = [] {
        auto words = mandarin::Lexicon::over(lexicon_bytes()).value();
        words.learn(mandarin::ReadingModel::over(model_bytes()).value());
        return words;
    }();
    return lexicon;
}

}  // namespace tingdu::support
