// One language of the kiosk: its voice, and what it says for each phrase, as read from a file that a translator can
// edit. It knows no screen and no state, and never why something is said.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/language.h"
#include "kiosk/base/result.h"
#include "kiosk/wording/phrases.h"

namespace tingdu::wording {

/// What fills a slot of a phrase.
struct Slot {
    Slot(std::string_view slot, std::integral auto count) : name(slot), value(static_cast<std::int64_t>(count)) {}
    Slot(std::string_view slot, std::u32string_view text) : name(slot), value(text) {}
    std::string_view name;
    std::variant<std::int64_t, std::u32string_view> value;
};

class Wording {
  public:
    /// `toml` is a whole language file, in the words of voices/languages/en.toml; `code` the language's own ("en"), by
    /// whose rules numbers are written and plurals chosen. Fault bad_language: a phrase that is missing, unknown or
    /// broken, or whose slots are not those that the kiosk fills.
    [[nodiscard]] static Result<Wording> read(std::string_view toml, std::string code);

    /// ISO 639.
    [[nodiscard]] const std::string& code() const { return code_; }
    /// As its speakers write it.
    [[nodiscard]] const std::u32string& name() const { return name_; }
    /// "mandarin", "english", or a voice of eSpeak NG.
    [[nodiscard]] const std::string& voice() const { return voice_; }
    /// Its place among the languages, the lowest first.
    [[nodiscard]] int order() const { return order_; }

    /// A phrase without slots. Good as long as this lives.
    [[nodiscard]] std::u32string_view operator[](Phrase phrase) const {
        return phrases_[static_cast<std::size_t>(phrase)];
    }
    /// A phrase with each of its slots filled.
    [[nodiscard]] std::u32string say(Phrase phrase, std::initializer_list<Slot> slots) const;

  private:
    std::string code_;
    std::u32string name_;
    std::string voice_;
    int order_ = 0;
    std::vector<std::u32string> phrases_;  // slots and all
};

}  // namespace tingdu::wording
