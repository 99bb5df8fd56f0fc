// Texts that are English as a whole: the words between their spaces, as they stand but for what the voice would get
// wrong.
#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

using View = std::u32string_view;

struct Written {
    View written;
    View said;
};
constexpr auto english_titles = std::to_array<Written>(
    {{U"Dr", U"Doctor"}, {U"Mr", U"Mister"}, {U"Mrs", U"Missis"}, {U"Ms", U"Miz"}, {U"Prof", U"Professor"}});
constexpr auto english_currencies =
    std::to_array<Written>({{U"$", U"dollars"}, {U"€", U"euros"}, {U"£", U"pounds"}, {U"¥", U"yuan"}});
// Their points end no sentence.
constexpr auto abbreviations = std::to_array<View>({U"a.m", U"p.m", U"e.g", U"i.e", U"tel", U"ext", U"vs", U"st", U"rd",
                                                    U"ave", U"approx", U"no", U"nos", U"rm", U"max", U"min"});
// After these a number is a name and said digit by digit.
constexpr auto numbered =
    std::to_array<View>({U"call", U"dial", U"phone", U"telephone", U"tel", U"hotline", U"fax", U"mobile", U"room",
                         U"rm", U"flight", U"ext", U"extension", U"suite", U"code", U"postcode"});
constexpr auto months = std::to_array<View>({U"January", U"February", U"March", U"April", U"May", U"June", U"July",
                                             U"August", U"September", U"October", U"November", U"December"});

std::u32string in_lower_case(View word) {
    std::u32string lower(word);
    for (char32_t& c : lower)
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    return lower;
}

bool is_in(View word, std::span<const View> words) {
    return std::ranges::find(words, in_lower_case(word)) != words.end();
}

bool is_said(char32_t c) {
    return is_latin(c) || is_digit(c) || is_one_of(c, U"$€£¥%#&@+°") || (c > 0x24F && !(c >= 0x2000 && c <= 0x303F));
}

Boundary english_boundary_of(char32_t c) {
    switch (c) {
        case U',':
        case U'，':
        case U'、':
            return Boundary::comma;
        case U';':
        case U':':
            return Boundary::colon;
        case U'.':
        case U'。':
        case U'\n':
        case U'…':
            return Boundary::full_stop;
        case U'?':
            return Boundary::question;
        case U'!':
            return Boundary::exclamation;
        default:
            return Boundary::none;
    }
}

/// 12345 → 1 2 3 4 5
std::u32string one_by_one(View digits) {
    std::u32string said;
    for (const char32_t c : digits) {
        if (!is_digit(c)) continue;
        if (!said.empty()) said += U' ';
        said += c;
    }
    return said;
}

/// $3.50 → 3 dollars 50; empty for what is no money.
std::u32string money(View word) {
    const View currency = currency_word(word[0]);
    const auto amount = currency.empty() ? std::nullopt : numeral_at(word, 1);
    if (!amount || amount->end != word.size()) return {};
    std::u32string said(word.substr(1, word.size() - 1 - (amount->fraction.empty() ? 0 : amount->fraction.size() + 1)));
    said += U' ';
    said += currency;
    if (amount->fraction.find_first_not_of(U'0') == View::npos) return said;
    if (amount->fraction.size() == 2) return said + U' ' + amount->fraction;
    return std::u32string(word.substr(1)) + U' ' + std::u32string(currency);
}

/// 2024-03-12 → March 12 2024; empty for what is no date.
std::u32string date(View word) {
    constexpr std::size_t length = 10;
    if (word.size() != length || word[4] != word[7] || !is_one_of(word[4], U"-/.")) return {};
    if (digits_at(word, 0) != 4 || digits_at(word, 5) != 2 || digits_at(word, 8) != 2) return {};
    const auto month = static_cast<std::size_t>(value_of(word.substr(5, 2)));
    const int day = value_of(word.substr(8));
    if (month < 1 || month > months.size() || day < 1 || day > 31) return {};
    return std::u32string(months[month - 1]) + U' ' + std::u32string(word.substr(word[8] == U'0' ? 9 : 8)) + U' ' +
           std::u32string(word.substr(0, 4));
}

class EnglishScanner {
  public:
    explicit EnglishScanner(View text) : text_(text) {}

    std::vector<Piece> scan() && {
        for (std::size_t at = 0; at < text_.size();) {
            if (text_[at] == U'\n') pause(at);
            if (text_[at] == U' ' || text_[at] == U'\n') {
                ++at;
                continue;
            }
            const std::size_t end = std::min(text_.find_first_of(U" \n", at), text_.size());
            add(at, end);
            at = end;
        }
        return std::move(pieces_);
    }

  private:
    void pause(std::size_t place) {
        const Boundary boundary = english_boundary_of(text_[place]);
        if (boundary != Boundary::none) pieces_.push_back({PieceKind::pause, {place, place + 1}, {}, boundary, {}, {}});
    }

    void add(std::size_t begin, std::size_t end) {
        std::size_t first = begin;
        while (first < end && !is_said(text_[first])) ++first;
        std::size_t last = end;
        while (last > first && !is_said(text_[last - 1])) --last;
        const View word = text_.substr(first, last - first);
        if (!word.empty()) {
            pieces_.push_back({PieceKind::latin, {first, last}, said(word, end), {}, {}, {}});
            before_ = word;
        }
        // What ends a clause stands at the end of a word: 3.5, 10:30 and U.S. hold no pause.
        for (std::size_t mark = last; mark < end; ++mark)
            if (!(text_[mark] == U'.' && mark == last && abbreviates(word, end))) pause(mark);
    }

    [[nodiscard]] char32_t next_after(std::size_t end) const {
        const std::size_t next = text_.find_first_not_of(U" (\"“", end);
        return next < text_.size() ? text_[next] : U'\n';
    }

    /// Whether the point after a word is its own: No. 12, Dr. He, 9 a.m. to 5
    [[nodiscard]] bool abbreviates(View word, std::size_t end) const {
        const char32_t next = next_after(end);
        const bool goes_on = (next >= U'a' && next <= U'z') || is_digit(next);
        if (!english_title(word).empty()) return next != U'\n';
        return goes_on && is_in(word, abbreviations);
    }

    [[nodiscard]] std::u32string said(View word, std::size_t end) {
        const bool after_number = std::exchange(is_dictating_, false);
        const bool has_point = end < text_.size() && text_.substr(0, end).ends_with(U'.');
        if (const View title = english_title(word); has_point && !title.empty()) return std::u32string(title);
        if (has_point && in_lower_case(word) == U"no" && is_digit(next_after(end))) return U"number";
        if (std::u32string sum = money(word); !sum.empty()) return sum;
        if (std::u32string day = date(word); !day.empty()) return day;
        if (is_dictated(word, end, after_number)) {
            is_dictating_ = true;
            return one_by_one(word);
        }
        return std::u32string(word);
    }

    [[nodiscard]] bool is_dictated(View word, std::size_t end, bool after_number) const {
        constexpr std::size_t shortest_phone = 7;
        constexpr std::size_t shortest_name = 3;
        if (word.find_first_not_of(U"0123456789+-()") != View::npos) return false;
        const auto digits = static_cast<std::size_t>(std::ranges::count_if(word, is_digit));
        const bool is_hotline = digits == 5 && word.size() == 5 &&
                                (word.starts_with(U"12") || word.starts_with(U"95") || word.starts_with(U"96")) &&
                                !word.ends_with(U"00");
        const bool is_mobile = word.size() == 3 && word[0] == U'1' && digits_at(text_, end + 1) == 4 &&
                               digits_at(text_, end + 6) == 4;  // 138 0013 8000
        return digits >= shortest_phone || is_hotline || is_mobile || (after_number && digits > 0) ||
               (digits >= shortest_name && is_in(before_, numbered));
    }

    View text_;
    View before_;  // the last word
    bool is_dictating_ = false;
    std::vector<Piece> pieces_;
};

}  // namespace

View english_title(View written) {
    const auto* title = std::ranges::find(english_titles, written, &Written::written);
    return title == english_titles.end() ? View() : title->said;
}

View currency_word(char32_t sign) {
    const auto* currency =
        std::ranges::find_if(english_currencies, [sign](const Written& one) { return one.written[0] == sign; });
    return currency == english_currencies.end() ? View() : currency->said;
}

std::vector<Piece> scan_english(View folded) {
    return EnglishScanner(folded).scan();
}

}  // namespace tingdu::mandarin
