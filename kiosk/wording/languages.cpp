#include "kiosk/wording/languages.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tingdu::wording {
namespace {

constexpr int first_further = 2;

}  // namespace

Languages::Languages(std::vector<Wording> all) : all_(std::move(all)) {
    std::ranges::stable_sort(all_, {}, [](const Wording& one) { return std::tuple(one.order(), one.code()); });
    for (const Wording& one : all_)
        if (one.voice() != "mandarin" && one.voice() != "english" &&
            std::ranges::find(further_voices_, one.voice()) == further_voices_.end())
            further_voices_.push_back(one.voice());
}

const Wording& Languages::of_locale(std::string_view locale) const {
    for (const std::string_view wanted : {locale, std::string_view("en")})
        for (const Wording& one : all_)
            if (wanted.starts_with(one.code())) return one;
    return all_.front();
}

Language Languages::spoken(int language) const {
    const std::string& voice = (*this)[language].voice();
    if (voice == "mandarin") return Language::mandarin;
    if (voice == "english") return Language::english;
    const auto further = std::ranges::find(further_voices_, voice) - further_voices_.begin();
    return static_cast<Language>(first_further + further);
}

std::string Languages::code_of(Language spoken) const {
    for (int i = 0; i < count(); ++i)
        if (this->spoken(i) == spoken) return (*this)[i].code();
    return spoken == Language::mandarin ? "zh" : "en";
}

}  // namespace tingdu::wording
