#include "kiosk/mandarin/syllable.h"

#include <algorithm>

#include "kiosk/mandarin/syllable_bases.h"

namespace tingdu::mandarin {
namespace {

static_assert(std::ranges::is_sorted(syllable_bases), "from_pinyin searches by halves");

}  // namespace

std::optional<Syllable> Syllable::from_pinyin(std::string_view pinyin) {
    if (pinyin.size() < 2) return std::nullopt;
    const int tone = pinyin.back() - '0';
    if (tone < 1 || tone > tones) return std::nullopt;
    const std::string_view base = pinyin.substr(0, pinyin.size() - 1);
    const auto found = std::ranges::lower_bound(syllable_bases, base);
    if (found == syllable_bases.end() || *found != base) return std::nullopt;
    return from_number(static_cast<std::uint16_t>((found - syllable_bases.begin()) * tones + tone));
}

Syllable Syllable::from_number(std::uint16_t number) {
    Syllable syllable;
    if (number < count()) syllable.number_ = number;
    return syllable;
}

std::uint16_t Syllable::count() {
    return syllable_bases.size() * tones + 1;
}

int Syllable::tone() const {
    return number_ == 0 ? 0 : (number_ - 1) % tones + 1;
}

Syllable Syllable::with_tone(int tone) const {
    if (number_ == 0 || tone < 1 || tone > tones) return *this;
    return from_number(static_cast<std::uint16_t>(number_ - this->tone() + tone));
}

std::string Syllable::pinyin() const {
    if (number_ == 0) return {};
    std::string name(syllable_bases[static_cast<std::size_t>((number_ - 1) / tones)]);
    name += static_cast<char>('0' + tone());
    return name;
}

}  // namespace tingdu::mandarin
