// All languages that the kiosk speaks, in their order. The first is the one that every visit begins in.
// Which of them a visitor wants is a matter of the state.
#pragma once

#include <string>
#include <vector>

#include "kiosk/base/language.h"
#include "kiosk/base/result.h"
#include "kiosk/wording/wording.h"

namespace tingdu::wording {

class Languages {
  public:
    /// At least one, in any order.
    explicit Languages(std::vector<Wording> all);

    [[nodiscard]] int count() const { return static_cast<int>(all_.size()); }
    /// From 0.
    [[nodiscard]] const Wording& operator[](int language) const { return all_[static_cast<std::size_t>(language)]; }
    /// The one with this code ("zh"), or the one whose code `locale` ("zh_CN.UTF-8") begins with; else English, else
    /// the first.
    [[nodiscard]] const Wording& of_locale(std::string_view locale) const;

    /// The voice that a language is said by.
    [[nodiscard]] Language spoken(int language) const;
    /// Voices of eSpeak NG that are neither of the two: `Language{2}` is the first of them.
    [[nodiscard]] const std::vector<std::string>& further_voices() const { return further_voices_; }
    /// The code of a language that speaks with this voice.
    [[nodiscard]] std::string code_of(Language spoken) const;

  private:
    std::vector<Wording> all_;
    std::vector<std::string> further_voices_;
};

}  // namespace tingdu::wording
