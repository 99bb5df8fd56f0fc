#include "kiosk/text/sentence_ends.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include "kiosk/base/characters.h"
#include "kiosk/text/cleaning.h"

namespace tingdu::text {
namespace {

// A title in 《》 is one thing however it is punctuated; a bracket left open must not swallow the rest.
constexpr std::size_t longest_book_title = 60;

constexpr std::u32string_view always_ending = U"。！？；｡．";
constexpr std::u32string_view latin_ending = U"!?;";
constexpr std::u32string_view closing = U"”’」』）】》〉］｝〕〗)]}";
constexpr std::u32string_view carrying_on = U"，、；：。！？,;:…";

/// Words that are followed by more of the same sentence although a full stop closes them.
constexpr std::array<std::u32string_view, 28> abbreviations = {
    U"mr",  U"mrs", U"ms",  U"dr",   U"prof",   U"st", U"vs",  U"e.g",  U"i.e", U"a.m",
    U"p.m", U"u.s", U"u.k", U"u.n",  U"ph.d",   U"cf", U"fig", U"figs", U"vol", U"ch",
    U"sec", U"tel", U"ext", U"dept", U"approx", U"co", U"jr",  U"sr"};
/// Those that are abbreviations only before a number.
constexpr std::array<std::u32string_view, 18> before_numbers = {U"no",  U"nos", U"p",    U"pp",  U"art", U"para",
                                                                U"jan", U"feb", U"mar",  U"apr", U"jun", U"jul",
                                                                U"aug", U"sep", U"sept", U"oct", U"nov", U"dec"};

class Scanner {
  public:
    explicit Scanner(std::u32string_view text) : text_(text) {}

    std::vector<std::size_t> ends() {
        while (at_ < text_.size()) {
            const char32_t c = text_[at_];
            if (never_ends(c)) {
                ++at_;
                continue;
            }
            if (c == U'《') {
                skip_book_title();
                continue;
            }
            if (c == U'"') straight_quote_open_ = !straight_quote_open_;
            const std::size_t mark = at_++;
            if (may_end(mark)) finish(mark);
        }
        if (!text_.empty() && (ends_.empty() || ends_.back() < text_.size())) ends_.push_back(text_.size());
        return std::move(ends_);
    }

  private:
    [[nodiscard]] char32_t peek(std::size_t at) const { return at < text_.size() ? text_[at] : U'\0'; }

    /// Nearly all characters.
    [[nodiscard]] static bool never_ends(char32_t c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= U'a' && c <= U'z') || c == U' ';
    }

    void skip_book_title() {
        const std::size_t close = text_.substr(at_, longest_book_title).find(U'》');
        at_ += close == std::u32string_view::npos ? 1 : close + 1;
    }

    [[nodiscard]] bool may_end(std::size_t mark) {
        const char32_t c = text_[mark];
        if (is_one_of(c, always_ending)) return c != U'．' || (mark > 0 && is_hanzi(text_[mark - 1]));
        if (c == U'…') return ellipsis_ends(mark);
        if (is_one_of(c, latin_ending)) return stands_apart(mark + 1);
        return c == U'.' && full_stop_ends(mark);
    }

    /// What follows cannot belong to the same word, number or address.
    [[nodiscard]] bool stands_apart(std::size_t after) const {
        const char32_t next = peek(after);
        if (next == U'\0' || is_blank(next) || is_hanzi(next)) return true;
        if (next == U'"' || next == U'\'' || is_one_of(next, closing) || is_one_of(next, latin_ending)) return true;
        return !is_latin(next) && !is_digit(next) && next < 0x20000 && next > 0x2000;
    }

    /// "……" is a pause inside a sentence unless a new one visibly begins: there is something before it and what
    /// follows neither carries on nor trails off.
    bool ellipsis_ends(std::size_t mark) {
        while (peek(at_) == U'…' || peek(at_) == U'.') ++at_;
        const std::size_t begin = ends_.empty() ? 0 : ends_.back();
        constexpr std::size_t a_few = 4;
        const char32_t next = peek(at_);
        return mark - begin >= a_few && !is_one_of(next, carrying_on) && !is_one_of(next, U"的等之地得了吗呢吧啊");
    }

    [[nodiscard]] bool full_stop_ends(std::size_t mark) {
        const char32_t before = mark > 0 ? text_[mark - 1] : U'\0';
        if (peek(mark + 1) == U'.') {
            while (peek(at_) == U'.') ++at_;
            return ellipsis_ends(mark);
        }
        if (is_hanzi(before)) return stands_apart(mark + 1);
        std::size_t after = mark + 1;
        while (is_one_of(peek(after), closing) || peek(after) == U'"' || peek(after) == U'\'') ++after;
        if (after == text_.size()) return true;
        if (!is_blank(peek(after))) return false;
        const char32_t next = peek(after + 1);
        return !(next >= U'a' && next <= U'z') && !is_abbreviation(mark, next);
    }

    [[nodiscard]] bool is_abbreviation(std::size_t mark, char32_t next) const {
        const std::size_t begin = ends_.empty() ? 0 : ends_.back();
        std::u32string word;
        std::size_t from = mark;
        while (from > begin && word.size() <= 8 &&
               (is_latin(text_[from - 1]) || is_digit(text_[from - 1]) || text_[from - 1] == U'.')) {
            const char32_t c = text_[--from];
            word.push_back(c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
        }
        std::reverse(word.begin(), word.end());
        if (word.empty()) return false;
        const bool is_number =
            std::all_of(word.begin(), word.end(), [](char32_t c) { return is_digit(c) || c == U'.'; });
        // "1. Bring your card": the number of an item opens its sentence.
        if (is_number) return !has_sayable(text_.substr(begin, from - begin));
        if (word.size() == 1 && is_latin(word[0])) return text_[from] != U'I' && text_[from] < U'a';
        if (is_digit(next) && std::ranges::find(before_numbers, word) != before_numbers.end()) return true;
        return std::ranges::find(abbreviations, word) != abbreviations.end();
    }

    /// Takes further marks and everything that closes; a comma after them shows that the sentence goes on.
    void finish(std::size_t mark) {
        for (;;) {
            const char32_t c = peek(at_);
            if (is_one_of(c, always_ending) || is_one_of(c, latin_ending) || is_one_of(c, closing) || c == U'…') {
                ++at_;
            } else if (c == U'"' && straight_quote_open_) {
                straight_quote_open_ = false;
                ++at_;
            } else if (c == U'\'' && text_[mark] < 0x80 && stands_apart(at_ + 1)) {
                ++at_;
            } else {
                break;
            }
        }
        if (at_ > mark + 1 && is_one_of(peek(at_), U"，、：,:")) return;
        ends_.push_back(at_);
        straight_quote_open_ = false;
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }

    std::u32string_view text_;
    std::vector<std::size_t> ends_;
    std::size_t at_ = 0;
    bool straight_quote_open_ = false;
};

/// How well a cut before `at` reads: 3 after a comma, 2 at a space, 1 between characters, 0 inside a word or number.
int fitness(std::u32string_view text, std::size_t at) {
    const char32_t before = text[at - 1];
    const char32_t after = text[at];
    if (is_hanzi(before) && is_hanzi(after)) return 1;
    if (is_one_of(before, U"，、：；。！？") && !is_one_of(after, closing)) return 3;
    if (is_one_of(before, U",:;.!?") && (is_blank(after) || is_hanzi(after))) return 3;
    if (is_blank(before) || is_blank(after)) return 2;
    const auto in_word = [](char32_t c) { return is_latin(c) || is_digit(c) || (c < 0x80 && !is_blank(c)); };
    if (in_word(before) && in_word(after)) return 0;
    return is_hanzi(after) || is_sayable(after) ? 1 : 0;
}

/// The last end of a word within a few characters before `at`, which stands between Hanzi; `at` itself where a word
/// ends there, or none does. Where words end in Chinese ICU's dictionary knows.
std::size_t word_end(std::u32string_view text, std::size_t at) {
    constexpr std::size_t longest_word = 8;
    constexpr std::size_t around = 4 * longest_word;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words{
        icu::BreakIterator::createWordInstance(icu::Locale::getChina(), status)};
    if (U_FAILURE(status)) return at;
    const std::size_t begin = at - std::min(at, around);
    const std::u32string_view near = text.substr(begin, 2 * around);
    const auto utf16 = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(near.data()),
                                                     static_cast<std::int32_t>(near.size()));
    words->setText(utf16);
    const auto here = utf16.moveIndex32(0, static_cast<std::int32_t>(at - begin));
    const auto end = words->isBoundary(here) ? here : words->preceding(here);
    if (end == icu::BreakIterator::DONE || end <= 0) return at;
    const std::size_t found = begin + static_cast<std::size_t>(utf16.countChar32(0, end));
    return at - found <= longest_word ? found : at;
}

}  // namespace

std::vector<std::size_t> sentence_ends(std::u32string_view text) {
    return Scanner(text).ends();
}

std::size_t cut_near(std::u32string_view text, std::size_t wanted, std::size_t most) {
    std::size_t best = most;
    int best_fitness = -1;
    std::size_t best_distance = 0;
    for (std::size_t at = std::max<std::size_t>(1, wanted / 2); at <= most && at < text.size(); ++at) {
        const int fits = fitness(text, at);
        const std::size_t distance = at > wanted ? at - wanted : wanted - at;
        if (fits > best_fitness || (fits == best_fitness && distance < best_distance)) {
            best = at;
            best_fitness = fits;
            best_distance = distance;
        }
    }
    if (best_fitness == 1 && best < text.size() && is_hanzi(text[best - 1])) best = word_end(text, best);
    return best;
}

}  // namespace tingdu::text
