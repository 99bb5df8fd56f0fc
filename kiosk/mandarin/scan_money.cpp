// Sums of money that a sign or a code names.
#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

struct Currency {
    std::u32string_view written;
    std::u32string_view said;
};
// The longer before those that they begin or end with.
constexpr auto currencies = std::to_array<Currency>({
    {U"HK$", U"港元"},   {U"US$", U"美元"}, {U"NT$", U"新台币"}, {U"MOP$", U"澳门元"}, {U"CA$", U"加元"},
    {U"AU$", U"澳元"},   {U"C$", U"加元"},  {U"A$", U"澳元"},    {U"S$", U"新加坡元"}, {U"RMB¥", U"元"},
    {U"CNY¥", U"元"},    {U"JP¥", U"日元"}, {U"RMB", U"元"},     {U"CNY", U"元"},      {U"USD", U"美元"},
    {U"EUR", U"欧元"},   {U"GBP", U"英镑"}, {U"HKD", U"港元"},   {U"JPY", U"日元"},    {U"¥", U"元"},
    {U"$", U"美元"},     {U"€", U"欧元"},   {U"£", U"英镑"},     {U"₩", U"韩元"},      {U"₽", U"卢布"},
    {U"₹", U"印度卢比"}, {U"฿", U"泰铢"},   {U"₫", U"越南盾"},
});

/// US$3.2m, $15bn: a letter for how many noughts; 0 where there is none.
std::size_t noughts_of(std::u32string_view letters) {
    struct Scale {
        std::u32string_view written;
        std::size_t noughts{};
    };
    constexpr auto scales = std::to_array<Scale>(
        {{U"k", 3}, {U"K", 3}, {U"m", 6}, {U"M", 6}, {U"mn", 6}, {U"b", 9}, {U"bn", 9}, {U"B", 9}, {U"tn", 12}});
    const auto* scale = std::ranges::find(scales, letters, &Scale::written);
    return scale == scales.end() ? 0 : scale->noughts;
}

}  // namespace

// ¥1,234.50, $20, US$1.5亿, ¥5-10
bool Scanner::money() {
    const auto* currency =
        std::ranges::find_if(currencies, [this](const Currency& one) { return follows(at_, one.written); });
    if (currency == currencies.end()) return false;
    std::size_t number = at_ + currency->written.size();
    while (at(number) == U' ') ++number;
    const auto amount_at = [this](std::size_t place) {
        auto amount = numeral_at(text_, place);
        while (amount && amount->fraction.ends_with(U'0')) amount->fraction.pop_back();
        return amount;
    };
    auto amount = amount_at(number);
    if (!amount) {
        const bool after_number = !pieces_.empty() && pieces_.back().kind == PieceKind::spoken && is_digit(before()) &&
                                  pieces_.back().shown.end == at_ && currency->written.size() == 1;
        if (!after_number) return false;
        attach_next();
        speak(at_ + 1, std::u32string(currency->said));  // 20€
        return true;
    }
    std::size_t lower_end = amount->end;
    while (one_of(at(lower_end), U"百千万亿")) ++lower_end;
    if (const std::size_t other = after_range_sign(lower_end); other != 0) {
        if (const auto upper = amount_at(other)) {  // the currency is said once, at the end
            speak(lower_end, amount->said().append(text_.substr(amount->end, lower_end - amount->end)));
            speak(other, U"到");
            amount = upper;
        }
    }
    std::u32string said = amount->said();
    if (said == U"二") said = U"两";
    std::size_t end = amount->end;
    std::size_t letters_end = end;
    while (is_latin(at(letters_end))) ++letters_end;
    const std::size_t noughts = noughts_of(text_.substr(end, letters_end - end));
    if (noughts > 0 && amount->fraction.size() <= noughts) {
        said = cardinal(amount->whole + amount->fraction + std::u32string(noughts - amount->fraction.size(), U'0'));
        end = letters_end;
    }
    const std::size_t scaled = end;
    while (one_of(at(end), U"百千万亿")) ++end;
    if (at(end) == U'元') {
        end = scaled;  // the Hanzi say it all
    } else {
        said += text_.substr(scaled, end - scaled);
        said += currency->said;
    }
    speak(end, std::move(said));
    return true;
}

}  // namespace tingdu::mandarin
