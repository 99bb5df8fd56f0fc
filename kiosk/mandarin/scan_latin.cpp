// Words in Latin letters: acronyms, names, web and mail addresses, standards; which texts are English as a whole.
#include <algorithm>
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

// Written in capitals and said as words all the same. Everything else in capitals is spelled, up to five letters.
constexpr auto said_as_words = std::to_array<std::u32string_view>({
    U"APP",  U"WIFI", U"APEC",  U"ASEAN", U"NATO",  U"NASA", U"OPEC",    U"UNESCO", U"UNICEF", U"FIFA",  U"COVID",
    U"SARS", U"AIDS", U"MERS",  U"SIM",   U"PIN",   U"LOGO", U"EMAIL",   U"MAIL",   U"TEL",    U"FAX",   U"MOOC",
    U"SAAS", U"PASS", U"MAX",   U"PRO",   U"MINI",  U"PLUS", U"AIR",     U"HOME",   U"CITY",   U"NEW",   U"THE",
    U"AND",  U"FOR",  U"JAVA",  U"WORD",  U"EXCEL", U"EXIT", U"OPEN",    U"PUSH",   U"PULL",   U"STOP",  U"HELP",
    U"CASH", U"TAXI", U"HOTEL", U"METRO", U"START", U"END",  U"WINDOWS", U"LINUX",  U"OFFICE", U"CHINA", U"CHATGPT",
    U"POS",  U"SPA",  U"VISA",  U"IKEA",  U"NIKE",  U"SONY", U"OPPO",    U"VIVO",   U"TOEFL",  U"IELTS", U"BRICS",
    U"ZOOM", U"BOSS", U"MALL",  U"LOFT",  U"RAP",   U"SALE", U"TIPS",    U"NEWS",   U"GATE",   U"ROOM",  U"HALL",
    U"BUS",  U"INFO", U"LIFT",  U"OFFER",
});
constexpr std::size_t longest_spelled = 5;

constexpr char32_t upper(char32_t c) {
    return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
}
constexpr char32_t lower(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}
constexpr bool is_upper(char32_t c) {
    return c >= U'A' && c <= U'Z';
}
bool is_vowel(char32_t c) {
    return std::u32string_view(U"AEIOUY").find(upper(c)) != std::u32string_view::npos;
}

std::u32string spelled(std::u32string_view letters) {
    std::u32string said;
    for (const char32_t c : letters) {
        if (!is_latin(c)) continue;
        if (!said.empty()) said += U' ';
        said += upper(c);
    }
    return said;
}

bool is_spelled(std::u32string_view word) {
    if (word.size() == 1) return true;
    if (std::ranges::none_of(word, is_vowel)) return true;
    std::u32string capitals(word);
    std::ranges::transform(capitals, capitals.begin(), upper);
    if (std::ranges::find(said_as_words, capitals) != said_as_words.end()) return false;
    return std::ranges::all_of(word, is_upper) && word.size() <= longest_spelled;
}

/// Whether a word in capitals could be an English one: NEVER, not AIGC or OECD.
bool is_pronounceable(std::u32string_view word) {
    constexpr auto last_sounds = std::to_array<std::u32string_view>(
        {U"ST", U"NT", U"ND", U"LL", U"SS", U"CK", U"NG", U"RT", U"RD", U"RN", U"RM", U"RK", U"RS", U"LT", U"LD",
         U"LP", U"LF", U"MP", U"NK", U"SK", U"FT", U"CT", U"CH", U"SH", U"TH", U"TS", U"NS", U"LS", U"PS", U"KS"});
    constexpr std::size_t shortest = 4;
    if (word.size() < shortest || !std::ranges::all_of(word, is_upper)) return false;
    std::size_t consonants = 0;
    for (const char32_t c : word) {
        consonants = is_vowel(c) ? 0 : consonants + 1;
        if (consonants > 2) return false;
    }
    return std::ranges::any_of(word, is_vowel) &&
           (consonants < 2 || std::ranges::find(last_sounds, word.substr(word.size() - 2)) != last_sounds.end());
}

bool is_address_character(char32_t c) {
    return (c < 0x80 && (is_latin(c) || is_digit(c))) ||
           std::u32string_view(U".-_/@:?=&%#+~").find(c) != std::u32string_view::npos;
}

std::u32string_view name_of_sign(char32_t c) {
    switch (c) {
        case U'.':
            return U"点";
        case U'@':
            return U"艾特";
        case U'/':
            return U"斜杠";
        case U':':
            return U"冒号";
        case U'-':
            return U"杠";
        case U'_':
            return U"下划线";
        case U'?':
            return U"问号";
        case U'=':
            return U"等号";
        case U'&':
            return U"和";
        case U'%':
            return U"百分号";
        case U'#':
            return U"井号";
        case U'+':
            return U"加号";
        default:
            return U"波浪号";
    }
}

}  // namespace

// www.gov.cn, https://…, name@host: every sign is named, so that one can note it down.
bool Scanner::address() {
    if (is_latin(before()) || is_digit(before()) || at_ < no_address_) return false;
    std::size_t end = at_;
    // Of colons only those of a scheme and before a port belong to it: E-mail:office@…
    const auto belongs = [this](std::size_t place) {
        return is_address_character(text_[place]) &&
               (text_[place] != U':' || follows(place, U"://") || is_digit(at(place + 1)));
    };
    while (end < text_.size() && belongs(end)) ++end;
    const std::size_t run_end = end;
    while (end > at_ && one_of(text_[end - 1], U".:?-,")) --end;
    const std::u32string_view all = text_.substr(at_, end - at_);
    const std::size_t scheme = all.find(U"://");
    const std::size_t mail = all.find(U'@');
    const bool is_mail =
        mail != std::u32string_view::npos && all.find(U'.', mail) != std::u32string_view::npos && mail > 0;
    bool is_web = scheme != std::u32string_view::npos || all.starts_with(U"www.") || all.starts_with(U"WWW.");
    for (const std::u32string_view ending : {U".cn", U".com", U".net", U".org", U".gov", U".edu"}) {
        is_web =
            is_web || all.ends_with(ending) || all.find(std::u32string(ending) + U'/') != std::u32string_view::npos;
    }
    if (!is_mail && !is_web) {
        if (all.find(U"www.") == std::u32string_view::npos) no_address_ = run_end;
        return false;
    }
    if (scheme != std::u32string_view::npos) at_ += scheme + 3;  // nobody types it
    while (at_ < end) {
        const std::size_t begin = at_;
        std::size_t next = begin;
        while (next < end && is_latin(text_[next])) ++next;
        if (next > begin) {
            const std::u32string_view word = text_.substr(begin, next - begin);
            constexpr std::size_t shortest_word = 4;
            if (word.size() < shortest_word && word != U"com" && word != U"org" && word != U"net") {
                add(PieceKind::letters, next, spelled(word));
            } else {
                add(is_spelled(word) ? PieceKind::letters : PieceKind::latin, next,
                    is_spelled(word) ? spelled(word) : std::u32string(word));
            }
        } else if (const std::size_t digits = digits_at(text_, begin); digits > 0) {
            speak(std::min(end, begin + digits), digit_by_digit(text_.substr(begin, digits)), Counting::ordinal);
        } else {
            speak(begin + 1, std::u32string(name_of_sign(text_[begin])));
        }
    }
    return true;
}

// GB/T 37668-2019, DB33/T 1000-2019, JGJ 50-2001, ISO 9001
bool Scanner::standard() {
    constexpr std::size_t longest = 4;  // letters of an issuer
    std::size_t letters = at_;
    while (letters < at_ + longest && is_upper(at(letters))) ++letters;
    if (letters == at_ || is_latin(at(letters)) || is_latin(before()) || is_digit(before())) return false;
    const std::size_t region = at(letters) == U' ' ? letters + 1 : letters;  // DB 11/T
    const std::size_t stroke = region + digits_at(text_, region);
    std::size_t end = letters;
    if (at(stroke) == U'/' && stroke <= region + 2 && is_upper(at(stroke + 1))) {
        end = stroke + 1;
        while (end <= stroke + longest && is_upper(at(end))) ++end;
    }
    std::size_t number = end;
    while (at(number) == U' ') ++number;
    const std::size_t count = digits_at(text_, number);
    std::size_t after = number + count;
    while (at(after) == U'.' && is_digit(at(after + 1))) after += 1 + digits_at(text_, after + 1);
    const bool has_year = one_of(at(after), U"-—") && digits_at(text_, after + 1) == 4 &&
                          (follows(after + 1, U"19") || follows(after + 1, U"20"));
    const bool is_known = end != letters || follows(at_, U"GB") || follows(at_, U"ISO") || follows(at_, U"IEC");
    const bool is_year = count == 4 && one_of(at(number), U"12") && end == letters;  // AB2026-10-08
    if (is_latin(at(end)) || count == 0 || !(has_year ? !is_year || is_known : is_known && count >= 3)) return false;
    while (at_ < end) {
        const std::size_t digits = digits_at(text_, at_);
        if (digits > 0) {
            speak(at_ + digits, digit_by_digit(text_.substr(at_, digits)), Counting::ordinal);
        } else if (one_of(at(at_), U"/ ")) {
            ++at_;
        } else {
            std::size_t last = at_;
            while (last < end && is_upper(at(last))) ++last;
            add(PieceKind::letters, last, spelled(text_.substr(at_, last - at_)));
        }
    }
    at_ = number;
    after = number + count;
    std::u32string said = digit_by_digit(text_.substr(number, count));
    while (at(after) == U'.' && is_digit(at(after + 1))) {
        const std::size_t part = digits_at(text_, after + 1);
        said += U'点' + digit_by_digit(text_.substr(after + 1, part));
        after += 1 + part;
    }
    speak(after, std::move(said), Counting::ordinal);
    if (one_of(at(after), U"-—") && is_digit(at(after + 1))) {
        speak(after + 1, U"杠");
        const std::size_t year = digits_at(text_, at_);
        speak(at_ + year, digit_by_digit(text_.substr(at_, year)), Counting::ordinal);
    }
    return true;
}

// II期, 第IV章: Roman numerals in plain capitals, where what follows is numbered with them.
bool Scanner::roman() {
    constexpr auto numerals = std::to_array<std::u32string_view>(
        {U"I",   U"II",   U"III", U"IV", U"V",   U"VI",   U"VII",   U"VIII", U"IX", U"X",  U"XI",
         U"XII", U"XIII", U"XIV", U"XV", U"XVI", U"XVII", U"XVIII", U"XIX",  U"XX", U"XXI"});
    std::size_t end = at_;
    while (one_of(at(end), U"IVX")) ++end;
    const auto found = std::ranges::find(numerals, text_.substr(at_, end - at_));
    if (found == numerals.end() || is_latin(before()) || is_digit(before())) return false;
    // 附件III, XVI世纪, 十六世纪(XVI)
    const bool is_named = end - at_ > 1 && (near({U"附件", U"附录", U"卷", U"表", U"图", U"章", U"篇"}, 3) ||
                                            follows(end, U"世纪") || (before() == U'(' && near({U"世纪"}, 4)));
    const bool is_numbered = is_named || is_ordinal() || one_of(at(end), U"级期类度") ||
                             (end - at_ > 1 && one_of(at(end), U"型章卷册部段批区档标等代"));
    if (!is_numbered || (found->size() == 1 && *found != U"I" && at(end) != U'级' && !is_ordinal())) return false;
    const auto value = static_cast<char32_t>(found - numerals.begin() + 1);
    const std::u32string digits{static_cast<char32_t>(U'0' + value / 10), static_cast<char32_t>(U'0' + value % 10)};
    speak(end, cardinal(digits), Counting::ordinal);
    return true;
}

// 60x90 cm, O2O and B2C
bool Scanner::between_digits() {
    constexpr std::u32string_view parties = U"BCDGMOP";
    if (one_of(at(at_), parties) && at(at_ + 1) == U'2' && one_of(at(at_ + 2), parties) && !is_latin(before()) &&
        !is_digit(before()) && !is_latin(at(at_ + 3)) && !is_digit(at(at_ + 3))) {
        add(PieceKind::letters, at_ + 1, std::u32string{at(at_)});
        add(PieceKind::latin, at_ + 1, U"to");
        add(PieceKind::letters, at_ + 1, std::u32string{at(at_)});
        return true;
    }
    if (!one_of(at(at_), U"xX") || !is_digit(before()) || !is_digit(at(at_ + 1)) || pieces_.empty()) return false;
    const std::size_t left = pieces_.back().shown.begin;
    const bool in_code = left > 0 && (is_latin(text_[left - 1]) || text_[left - 1] == U'-');
    const bool is_short = !is_digit(before(2)) || digits_at(text_, at_ + 1) == 1;
    if (in_code || (is_short && (at(at_) == U'X' || before() == U'0'))) return false;
    speak(at_ + 1, U"乘");
    return true;
}

bool Scanner::latin() {
    std::size_t end = at_;
    while (is_latin(at(end))) ++end;
    if (follows(at_, U"No.") || follows(at_, U"NO.")) {
        std::size_t number = at_ + 3;
        while (at(number) == U' ') ++number;
        if (is_digit(at(number))) {
            add(PieceKind::latin, at_ + 3, U"number");
            at_ = number;
            return true;
        }
    }
    // PM 3:00
    const std::u32string_view half = text_.substr(at_, end - at_);
    const std::size_t hour = at(end) == U' ' ? end + 1 : end;
    if ((half == U"AM" || half == U"PM") && at(hour + digits_at(text_, hour)) == U':' && is_digit(at(hour))) {
        speak(end, half == U"AM" ? U"上午" : U"下午");
        return true;
    }
    const std::u32string_view title = english_title(text_.substr(at_, end - at_));
    if (!title.empty() && at(end) == U'.' && is_upper(at(at(end + 1) == U' ' ? end + 2 : end + 1))) {
        add(PieceKind::latin, end + 1, std::u32string(title));  // its point ends no sentence
        return true;
    }
    // One word as far as its hyphens and apostrophes tie it: Wi-Fi, e-mail, don't; not COVID-19.
    const bool is_capitals = is_spelled(text_.substr(at_, end - at_)) && end - at_ > 1;
    // A-D座 is a range of letters.
    const bool is_range = end - at_ == 1 && is_upper(at(at_)) && at(end) == U'-' && is_upper(at(end + 1)) &&
                          is_hanzi(at(end + 2)) && at(at_) < at(end + 1);
    while (!is_capitals && !is_range && one_of(at(end), U"-'") && is_latin(at(end + 1))) {
        ++end;
        while (is_latin(at(end))) ++end;
    }
    const std::u32string_view word = text_.substr(at_, end - at_);
    const bool is_quoted = one_of(before(), U"“\"「『‘'") && one_of(at(end), U"”\"」』’'");
    if (is_spelled(word) && !(is_quoted && is_pronounceable(word))) {
        add(PieceKind::letters, end, spelled(word));
    } else {
        std::u32string said(word);
        // A word in capitals is said as a word only if it is not shouted at the synthesizer.
        if (std::ranges::all_of(word, is_upper)) std::ranges::transform(said, said.begin(), lower);
        add(PieceKind::latin, end, std::move(said));
    }
    const bool is_unit = pieces_.back().shown.begin > 0 && is_digit(text_[pieces_.back().shown.begin - 1]);
    const bool is_less = is_basis_points(at_ + 1 + digits_at(text_, at_ + 1));
    if (at(at_) == U'-' && is_digit(at(at_ + 1)) && !is_unit && !is_less) ++at_;  // the hyphen of COVID-19 is silent
    if (at(at_) == U'&' && is_latin(at(at_ + 1))) add(PieceKind::latin, at_ + 1, U"and");
    return true;
}

std::size_t Scanner::english_words_before() const {
    constexpr std::size_t farthest = 200;
    std::size_t begin = at_;
    while (begin > 0 && at_ - begin < farthest && !is_hanzi(text_[begin - 1]) && text_[begin - 1] != U'\n') --begin;
    std::size_t words = 0;
    while (begin < at_) {
        std::size_t end = begin;
        while (end < at_ && (is_latin(text_[end]) || (end > begin && one_of(text_[end], U"'-")))) ++end;
        if (end > begin && !is_spelled(text_.substr(begin, end - begin)) && !unit_at(text_, begin)) ++words;
        begin = std::max(end, begin + 1);
    }
    return words;
}

// The numbers of an English stretch: "costs $3.50", "open 24 hours", ", 3 articles"
bool Scanner::english_number() {
    const std::u32string_view currency = currency_word(at(at_));
    const bool is_money = !currency.empty();
    const auto number = numeral_at(text_, is_money ? at_ + 1 : at_);
    if (!number || before() != U' ') return false;
    const std::size_t end = number->end;
    if (is_hanzi(at(end)) || is_latin(at(end)) || one_of(at(end), U":/-~%‰℃°余多+")) return false;
    std::size_t next = end;
    while (at(next) == U' ') ++next;
    std::size_t word_end = next;
    while (is_latin(at(word_end))) ++word_end;
    const bool word_after =
        word_end > next && !is_spelled(text_.substr(next, word_end - next)) && !unit_at(text_, next);
    const char32_t left = before(2);
    const std::size_t words = english_words_before();
    const bool goes_on = is_latin(left) && words > (is_money ? 0U : 1U) && (word_after || !is_latin(at(next)));
    if (!goes_on && !(left == U',' && word_after && next > end)) return false;
    const std::u32string amount(text_.substr(number->begin, end - number->begin));
    add(PieceKind::latin, end, is_money ? amount + U' ' + std::u32string(currency) : amount);
    return true;
}

bool Scanner::english_and() {
    std::size_t next = at_ + 1;
    while (at(next) == U' ') ++next;
    const bool after_word = is_latin(before() == U' ' ? before(2) : before());
    if (!after_word || !(is_latin(at(next)) || english_words_before() > 1)) return false;
    add(PieceKind::latin, at_ + 1, U"and");
    return true;
}

bool is_english(std::u32string_view folded) {
    if (std::ranges::any_of(folded, is_hanzi)) return false;
    // A code or an address that stands alone is no sentence: COVID-19, www.gov.cn
    const bool is_code = std::ranges::any_of(folded, is_digit) || folded.find(U'@') != std::u32string_view::npos ||
                         folded.find(U"www.") != std::u32string_view::npos ||
                         folded.find(U"://") != std::u32string_view::npos;
    // So is a host: gov.cn
    const std::size_t point = folded.find(U'.');
    const bool is_host = point != std::u32string_view::npos && point + 1 < folded.size() && is_latin(folded[point + 1]);
    if ((is_code || is_host) && folded.find(U' ') == std::u32string_view::npos) return false;
    std::size_t words = 0;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (!is_latin(folded[at])) continue;
        std::size_t end = at;
        while (end < folded.size() && is_latin(folded[end])) ++end;
        const auto unit = unit_at(folded, at);
        const bool measures = unit && at > 0 && (is_digit(folded[at - 1]) || folded[at - 1] == U' ');
        if (!measures && !is_spelled(folded.substr(at, end - at))) return true;
        words += measures ? 0 : 1;
        at = measures ? std::max(end, unit->end) - 1 : end - 1;
    }
    return words > 1 && std::ranges::none_of(folded, is_digit) && folded.find(U' ') != std::u32string_view::npos;
}

}  // namespace tingdu::mandarin
