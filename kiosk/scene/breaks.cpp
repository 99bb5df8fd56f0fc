#include "kiosk/scene/breaks.h"

#include <algorithm>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/unistr.h>

#include "kiosk/base/characters.h"
#include "kiosk/scene/atoms.h"
#include "kiosk/scene/wholes.h"

namespace tingdu::scene {
namespace {

/// GB/T 15834-2011, 5.1: none of these begins a line, and none of the others ends one.
constexpr std::u32string_view never_first = U"，。、；：？！）》」』”’…—·%℃】〕〉〗］｝｠〞〟‰°′″％～－／．﹞,.;:?!)]}";
constexpr std::u32string_view never_last = U"（《「『“‘￥$【〔〈〖［｛｟〝﹝＄£€¥￡([{";

/// ICU counts in UTF-16; `place[i]` is where code point i begins there, and the last one the end.
struct Utf16 {
    explicit Utf16(std::u32string_view text) {
        place.reserve(text.size() + 1);
        for (const char32_t c : text) {
            place.push_back(string.length());
            string.append(c > 0x10FFFF || U_IS_SURROGATE(c) ? UChar32{0xFFFD} : static_cast<UChar32>(c));
        }
        place.push_back(string.length());
    }
    icu::UnicodeString string;
    std::vector<std::int32_t> place;
};

/// Calls `at(i, status)` for each boundary before code point i, past the beginning.
void each_boundary(icu::BreakIterator& iterator, const Utf16& text, auto at) {
    iterator.setText(text.string);
    std::size_t i = 0;
    iterator.first();
    for (auto place = iterator.next(); place != icu::BreakIterator::DONE; place = iterator.next()) {
        while (text.place[i] < place) ++i;
        at(i, iterator.getRuleStatus());
    }
}

/// ICU's rules for Chinese. An iterator is costly to make and may be given one text after another, but by one thread.
struct Rules {
    const icu::Locale chinese{"zh@lb=strict"};
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> characters{icu::BreakIterator::createCharacterInstance(chinese, status)};
    std::unique_ptr<icu::BreakIterator> lines{icu::BreakIterator::createLineInstance(chinese, status)};
};

/// ICU's line rules, with inside_word where they allow no break.
std::vector<Break> by_icu(std::u32string_view text) {
    std::vector<Break> result(text.size() + 1, Break::never);
    thread_local const Rules rules;
    if (U_FAILURE(rules.status) != 0) {  // without ICU's tables every character still finds its place
        std::fill(result.begin(), result.end(), Break::free);
        return result;
    }
    const Utf16 utf16{text};
    each_boundary(*rules.characters, utf16, [&](std::size_t i, int) { result[i] = Break::inside_word; });
    each_boundary(*rules.lines, utf16, [&](std::size_t i, int rule) {
        result[i] = rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT ? Break::must : Break::free;
    });
    return result;
}

/// ICU lets nothing part at a curly quote, because elsewhere it cannot know which side is the inner one.
bool is_outside_of_quote(char32_t before, char32_t c) {
    return (is_one_of(c, U"“‘") && (is_hanzi(before) || is_one_of(before, U"，。、；：？！）》」』”’"))) ||
           (is_one_of(before, U"”’") && is_hanzi(c));
}

}  // namespace

std::vector<Break> breaks(std::u32string_view text) {
    auto result = by_icu(text);
    for (std::size_t i = 1; i < text.size(); ++i)
        if (result[i] == Break::inside_word && is_outside_of_quote(text[i - 1], text[i])) result[i] = Break::free;

    for (const auto& [range, grip] : find_wholes(text))
        for (std::size_t i = range.begin + 1; i < range.end; ++i) {
            const auto at_best = grip == Whole::Grip::tight ? Break::inside_word : Break::inside_date;
            if (result[i] != Break::must) result[i] = std::max(result[i], at_best);
        }

    char32_t visible = U' ';  // the last character before i that is not white space
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (!is_space(text[i - 1])) visible = text[i - 1];
        if (is_space(text[i]) && result[i] != Break::must) result[i] = Break::never;  // white space hangs at the end
        if (result[i] == Break::must || result[i] == Break::never) continue;
        if (is_one_of(text[i], never_first) || is_one_of(visible, never_last)) result[i] = Break::against_custom;
    }
    result.back() = Break::must;
    return result;
}

}  // namespace tingdu::scene
