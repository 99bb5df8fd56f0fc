// The shipped languages as tests use them, and a state of the mind that speaks them.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/wording/languages.h"

namespace tingdu::support {

inline const std::filesystem::path languages_folder = TINGDU_SOURCE_DIR "/voices/languages";

/// A file of that folder; nothing if it is not there.
inline std::string language_file(const std::string& code) {
    std::ifstream file(languages_folder / (code + ".toml"), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Whatever lies there: a new language is tried on every screen as the others are.
inline std::shared_ptr<const wording::Languages> languages() {
    static const auto all = [] {
        std::vector<wording::Wording> each;
        for (const auto& file : std::filesystem::directory_iterator(languages_folder)) {
            const std::string code = file.path().stem().string();
            each.push_back(wording::Wording::read(language_file(code), code).value());
        }
        return std::make_shared<const wording::Languages>(std::move(each));
    }();
    return all;
}

inline const wording::Wording& chinese() {
    return (*languages())[0];
}
inline const wording::Wording& english() {
    return (*languages())[1];
}

}  // namespace tingdu::support
