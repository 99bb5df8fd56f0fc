#include <algorithm>
#include <utility>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"
#include "kiosk/mandarin/telephones.h"

namespace tingdu::mandarin {
namespace {

constexpr std::u32string_view clause_ends = U"。！？；，、：,;!?:…\n";

}  // namespace

bool Scanner::follows(std::size_t place, std::u32string_view what) const {
    return place <= text_.size() && text_.substr(place).starts_with(what);
}

bool Scanner::near(std::initializer_list<std::u32string_view> words, std::size_t reach) const {
    std::size_t begin = at_;
    while (begin > 0 && at_ - begin < reach && (text_[begin - 1] == U':' || !one_of(text_[begin - 1], clause_ends))) {
        --begin;
    }
    std::u32string window(text_.substr(begin, at_ - begin));
    std::erase(window, U' ');  // 电 话
    return std::ranges::any_of(words, [&](auto word) { return window.find(word) != std::u32string_view::npos; });
}

void Scanner::add(PieceKind kind, std::size_t end, std::u32string said, Counting counting) {
    pieces_.push_back({.kind = kind,
                       .shown = {at_, end},
                       .said = std::move(said),
                       .boundary = {},
                       .counting = counting,
                       .attached = std::exchange(attach_next_, false)});
    at_ = end;
}

void Scanner::pause(std::size_t end, Boundary boundary) {
    attach_next_ = false;
    announced_.clear();
    pieces_.push_back({.kind = PieceKind::pause,
                       .shown = {at_, end},
                       .said = {},
                       .boundary = boundary,
                       .counting = {},
                       .attached = {}});
    at_ = end;
}

void Scanner::go_through() {
    while (at_ < text_.size()) {
        const char32_t c = text_[at_];
        if (japanese()) continue;
        if (is_hanzi(c)) {
            std::size_t end = at_ + 1;
            while (is_hanzi(at(end))) ++end;
            add(PieceKind::hanzi, end, {});
        } else if (is_latin(c)) {
            (void)(money() || unit() || between_digits() || plate() || address() || standard() || roman() || latin());
        } else if (is_digit(c) || (c == U'.' && is_digit(at(at_ + 1)) && !is_digit(before()) && !is_latin(before()))) {
            (void)(address() || list_number() || english_number() || score() || date() || serial() || telephone() ||
                   ratio() || clock() || stopwatch() || anniversary() || dotted_code() || fraction() || year() ||
                   code() || quantity());
        } else if (!(range() || telephone() || english_number() || money() || per() || arithmetic_sign() || unit() ||
                     other_script() || mark())) {
            ++at_;  // nothing to say, nothing to wait for
        }
    }
}

std::vector<Piece> Scanner::scan() && {
    go_through();
    return std::move(pieces_);
}

std::vector<TextRange> Scanner::telephones() && {
    go_through();
    return std::move(telephones_);
}

std::vector<Piece> scan(std::u32string_view folded) {
    return Scanner(folded).scan();
}

std::vector<TextRange> telephones(std::u32string_view folded) {
    return Scanner(folded).telephones();
}

}  // namespace tingdu::mandarin
