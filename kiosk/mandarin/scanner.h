// How scan() goes about it. Each matcher looks at the place where the scanner stands; if it knows what stands there it
// adds the pieces, moves on and says true. Kept by kind: dates and times, quantities, scores,
// telephone numbers and other codes that are said digit by digit, sums, Latin words. Only the scanner's own files
// include this.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/mandarin/numerals.h"
#include "kiosk/mandarin/pieces.h"

namespace tingdu::mandarin {

class Scanner {
  public:
    explicit Scanner(std::u32string_view text) : text_(text) {}
    [[nodiscard]] std::vector<Piece> scan() &&;
    [[nodiscard]] std::vector<TextRange> telephones() &&;

  private:
    // scan_dates.cpp
    bool date();
    bool date_without_signs();
    bool date_from_its_day();
    bool day_of_year();
    bool span_of_days();
    bool ends_days();
    [[nodiscard]] bool begins_months(std::size_t month_end) const;
    [[nodiscard]] bool ends_months() const;
    [[nodiscard]] bool stands_alone(std::size_t end) const;
    bool ratio();
    bool clock();
    bool on_the_hour();
    bool stopwatch();
    bool season();
    bool year();
    // scan_scores.cpp
    bool score();
    // scan_money.cpp
    bool money();
    // scan_quantities.cpp
    bool fraction();
    bool range();
    bool quantity();
    // scan_units.cpp
    bool unit();
    bool per();
    // scan_sums.cpp
    bool arithmetic_sign();
    bool minus();
    bool power();
    /// What a rate is changed by.
    [[nodiscard]] bool is_basis_points(std::size_t place) const {
        return follows_one_of(place, {U"BP", U"bp", U"个基点", U"基点"});
    }
    void go_through();
    // scan_phones.cpp
    bool phone();
    bool telephone();  ///< the same, remembered
    // scan_codes.cpp
    bool serial();
    bool plate();
    bool dotted_code();
    bool anniversary();
    bool code();
    // scan_latin.cpp
    bool address();
    bool standard();
    bool roman();
    bool between_digits();
    bool latin();
    bool english_number();
    bool english_and();
    // scan_scripts.cpp
    bool japanese();
    bool other_script();
    void announce(std::size_t end, std::u32string_view script);
    // scan_marks.cpp
    bool list_number();
    bool joins_brackets();
    bool bracketed_ordinal();
    bool mark();

    [[nodiscard]] char32_t at(std::size_t place) const { return place < text_.size() ? text_[place] : U'\0'; }
    /// The character `back` places before the one where the scanner stands.
    [[nodiscard]] char32_t before(std::size_t back = 1) const { return at_ >= back ? text_[at_ - back] : U'\0'; }
    [[nodiscard]] bool follows(std::size_t place, std::u32string_view what) const;
    [[nodiscard]] bool one_of(char32_t c, std::u32string_view set) const {
        return c != U'\0' && set.find(c) != std::u32string_view::npos;
    }
    /// Whether one of the words stands in the same clause within `reach` characters before the scanner.
    [[nodiscard]] bool near(std::initializer_list<std::u32string_view> words, std::size_t reach) const;
    [[nodiscard]] bool follows_one_of(std::size_t place, std::initializer_list<std::u32string_view> words) const;
    /// The place after a sign that makes a range between two numbers ("-", "~", "—"); 0 if there is none at `place`.
    [[nodiscard]] std::size_t after_range_sign(std::size_t place) const;
    /// The place after one measure word or unit at `place`, or `place` itself.
    [[nodiscard]] std::size_t after_measure(std::size_t place) const;
    [[nodiscard]] bool is_counted(std::size_t place) const;   ///< what stands at `place` makes the number a count
    [[nodiscard]] bool takes_liang(std::size_t place) const;  ///< … and a 2 before it 两
    [[nodiscard]] bool is_ordinal() const;
    /// Latin words that are neither spelled nor units, between the last Hanzi and the scanner.
    [[nodiscard]] std::size_t english_words_before() const;
    [[nodiscard]] bool is_number_before() const;
    [[nodiscard]] bool is_formula() const;
    bool is_cross();
    [[nodiscard]] bool is_in_address(std::size_t after_sign) const;
    void join_thousands(Numeral& number) const;
    [[nodiscard]] bool is_room(std::size_t place, std::size_t count) const;
    [[nodiscard]] bool is_room_like_the_last(std::size_t count) const;
    [[nodiscard]] bool is_labelled() const;  ///< 档案号: stands before
    [[nodiscard]] bool is_serial() const;    ///< the digits here are part of a code of letters and digits
    [[nodiscard]] bool is_sum() const;       ///< there is a sign like = on either side of the numbers here

    void add(PieceKind kind, std::size_t end, std::u32string said, Counting counting = Counting::count);
    void speak(std::size_t end, std::u32string said, Counting counting = Counting::count) {
        add(PieceKind::spoken, end, std::move(said), counting);
    }
    /// The next piece lights up together with the last one.
    void attach_next() { attach_next_ = true; }
    void pause(std::size_t end, Boundary boundary);

    std::u32string_view text_;
    std::size_t at_ = 0;
    std::vector<Piece> pieces_;
    std::vector<TextRange> telephones_;
    bool attach_next_ = false;
    std::u32string announced_;           // the script that was named in this clause
    std::size_t sentence_examined_ = 0;  // up to here it was asked whether it is Japanese
    std::size_t clause_examined_ = 0;
    std::size_t phone_end_ = 0;   // where the last telephone number ended
    std::size_t no_address_ = 0;  // up to here nothing is an address
};

/// A unit written in Latin letters or signs at `place`: how it is said, and where it ends.
struct Unit {
    std::u32string said;
    std::size_t end{};
};
[[nodiscard]] std::optional<Unit> unit_at(std::u32string_view text, std::size_t place);

/// Mr → Mister, $ → dollars; empty for what is no title, no currency.
[[nodiscard]] std::u32string_view english_title(std::u32string_view written);
[[nodiscard]] std::u32string_view currency_word(char32_t sign);

}  // namespace tingdu::mandarin
