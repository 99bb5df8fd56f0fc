// Punctuation, and signs that are said or not by where they stand.
#include <array>

#include "kiosk/base/characters.h"
#include "kiosk/mandarin/scanner.h"

namespace tingdu::mandarin {
namespace {

// ① and its kin, Ⅳ and ⅳ, ㈠ and ⑴: runs of code points that count upwards.
struct NumberSigns {
    char32_t first{};
    char32_t last{};
    int value{};  // of the first
};
constexpr auto number_signs = std::to_array<NumberSigns>({
    {0x2460, 0x2473, 1},
    {0x2474, 0x2487, 1},
    {0x2488, 0x249B, 1},
    {0x2776, 0x277F, 1},
    {0x2780, 0x2789, 1},
    {0x278A, 0x2793, 1},
    {0x2160, 0x216B, 1},
    {0x2170, 0x217B, 1},
    {0x3220, 0x3229, 1},
    {0x3280, 0x3289, 1},
    {0x24EB, 0x24F4, 11},
    {0x3251, 0x325F, 21},
    {0x32B1, 0x32BF, 36},
    {0x2080, 0x2089, 0},  // of H₂O
});

struct SignName {
    char32_t sign{};
    std::u32string_view said;
};
constexpr auto named_signs = std::to_array<SignName>({
    {U'½', U"二分之一"}, {U'⅓', U"三分之一"}, {U'⅔', U"三分之二"}, {U'¼', U"四分之一"}, {U'¾', U"四分之三"},
    {U'⅕', U"五分之一"}, {U'⅖', U"五分之二"}, {U'⅗', U"五分之三"}, {U'⅘', U"五分之四"}, {U'⅙', U"六分之一"},
    {U'⅚', U"六分之五"}, {U'⅛', U"八分之一"}, {U'⅜', U"八分之三"}, {U'⅝', U"八分之五"}, {U'⅞', U"八分之七"},
    {U'☎', U"电话"},     {U'℡', U"电话"},     {U'✆', U"电话"},     {U'📞', U"电话"},     {U'№', U"编号"},
    {U'%', U"百分号"},   {U'‰', U"千分号"},   {U'℃', U"摄氏度"},   {U'√', U"对勾"},     {U'α', U"阿尔法"},
    {U'β', U"贝塔"},     {U'γ', U"伽马"},     {U'δ', U"德尔塔"},   {U'ω', U"欧米伽"},   {U'π', U"派"},
    {U'Ω', U"欧姆"},     {U'μ', U"缪"},       {U'²', U"平方"},     {U'³', U"立方"},     {U'∞', U"无穷大"},
    {U'∠', U"角"},       {U'∵', U"因为"},     {U'∴', U"所以"},
});

constexpr Boundary boundary_of(char32_t c) {
    switch (c) {
        case U'、':
            return Boundary::enumeration;
        case U'，':
        case U',':
            return Boundary::comma;
        case U'：':
        case U':':
        case U'；':
        case U';':
            return Boundary::colon;
        case U'。':
        case U'｡':
        case U'\n':
            return Boundary::full_stop;
        case U'？':
        case U'?':
            return Boundary::question;
        case U'！':
        case U'!':
            return Boundary::exclamation;
        default:
            return Boundary::none;
    }
}

}  // namespace

// "1." or "1、" where something begins: a number, then a pause.
bool Scanner::list_number() {
    const bool begins = at_ == 0 || one_of(before(), U"\n 。；;！？");
    const std::size_t count = digits_at(text_, at_);
    const std::size_t sign = at_ + count;
    if (!begins || count == 0 || count > 3 || !one_of(at(sign), U".)、") || is_digit(at(sign + 1))) return false;
    if (at(sign) == U'、' && before() != U'\n' && at_ != 0) return false;
    if (at(sign + 1) == U'\0') return false;
    speak(sign, cardinal(text_.substr(at_, count)), Counting::ordinal);
    pause(sign + 1, at(sign) == U'、' ? Boundary::enumeration : Boundary::comma);
    return true;
}

// (1)-(3)
bool Scanner::joins_brackets() {
    const std::size_t end = after_range_sign(at_);
    const bool is_day = is_digit(at(end)) && one_of(at(end + digits_at(text_, end)), U"月日") && !is_digit(before(2));
    if (before() == U')' && end != 0 && is_day) {  // 9月1日(周日)-9月3日
        speak(end, U"到");
        return true;
    }
    if (before() != U')' || end == 0 || at(end) != U'(' || !(is_digit(before(2)) || is_hanzi(before(2)))) return false;
    if (!is_digit(at(end + 1)) && !one_of(at(end + 1), U"一二三四五六七八九十")) return false;
    speak(end + 1, U"到");
    return true;
}

// 第(三)项, 第(一)至(三)项
bool Scanner::bracketed_ordinal() {
    std::size_t end = at_ + 1;
    while (is_digit(at(end)) || one_of(at(end), U"一二三四五六七八九十")) ++end;
    if (end == at_ + 1 || end > at_ + 4 || at(end) != U')') return false;
    constexpr std::size_t farthest = 30;
    const std::u32string_view behind = text_.substr(at_ - std::min(at_, farthest), std::min(at_, farthest));
    const std::size_t first = behind.rfind(U"第(");
    const bool goes_on = one_of(before(), U"至到和、或与及") && before(2) == U')' &&
                         first != std::u32string_view::npos &&
                         behind.find_first_of(U"。；;\n", first) == std::u32string_view::npos;
    if (before() != U'第' && !goes_on) return false;
    const std::u32string_view number = text_.substr(at_ + 1, end - at_ - 1);
    speak(end + 1, is_digit(number[0]) ? cardinal(number) : std::u32string(number), Counting::ordinal);
    return true;
}

bool Scanner::mark() {
    const char32_t c = at(at_);
    if (const Boundary boundary = boundary_of(c); boundary != Boundary::none) {
        pause(at_ + 1, boundary);
        return true;
    }
    const char32_t next = at(at_ + 1);
    const char32_t key = one_of(next, U"”\"’'」』") ? at(at_ + 2) : next;  // “#”号键
    for (const NumberSigns& signs : number_signs) {
        if (c < signs.first || c > signs.last) continue;
        const auto value = static_cast<unsigned>(signs.value) + (c - signs.first);
        const auto tens = static_cast<char32_t>(U'0' + value / 10);
        const auto ones = static_cast<char32_t>(U'0' + value % 10);
        // ②, where ① was.
        const bool is_next = value > 1 && c > signs.first && text_.substr(0, at_).find(c - 1) < at_ &&
                             is_hanzi(before()) && is_hanzi(next);
        if (is_next) pause(at_, Boundary::enumeration);
        const bool begins = pieces_.empty() || pieces_.back().kind == PieceKind::pause;
        const bool is_roman = c >= 0x2160 && c <= 0x217F;
        speak(at_ + 1, cardinal(std::u32string{tens, ones}), Counting::ordinal);
        // At the head of a point it numbers it; ①号 and ①② are names.
        const bool is_head = begins && !is_roman && (is_hanzi(at(at_)) || is_latin(at(at_)) || at(at_) == U' ');
        if (is_head && !one_of(at(at_), U"号至到和")) pause(at_, Boundary::comma);
        return true;
    }
    for (const SignName& name : named_signs) {
        if (c != name.sign) continue;
        const bool is_rest = is_digit(before()) && name.said.find(U"分之") != std::u32string_view::npos;  // 1½
        speak(at_ + 1, (is_rest ? U"又" : U"") + std::u32string(name.said), Counting::ordinal);
        return true;
    }
    if (one_of(c, U"φΦ⌀") && is_digit(next)) {
        speak(at_ + 1, U"直径");
        return true;
    }
    switch (c) {
        case U'.':
            if (is_digit(next) && before() >= U'A' && before() <= U'Z' && !is_latin(before(2))) {  // H.264
                speak(at_ + 1, U"点");
                return true;
            }
            // In Chinese text a full stop only where a sentence may end.
            if (is_hanzi(before()) || next == U' ' || next == U'\0' || is_hanzi(next)) {
                pause(at_ + 1, is_digit(before()) && is_hanzi(next) ? Boundary::comma : Boundary::full_stop);
                return true;
            }
            return false;
        case U'~':
            if (joins_brackets()) return true;
            return false;
        case U'…':
        case U'—':
        case U'―': {
            if (joins_brackets()) return true;
            std::size_t end = at_ + 1;
            while (at(end) == c) ++end;
            pause(end, Boundary::comma);
            return true;
        }
        case U'-':
            if (joins_brackets()) return true;
            if (next == U'-') {
                std::size_t end = at_ + 1;
                while (at(end) == U'-') ++end;
                pause(end, Boundary::comma);
                return true;
            }
            if (before() == U' ' && next == U' ') {
                pause(at_ + 1, Boundary::comma);
                return true;
            }
            return false;
        case U'(':
            if (bracketed_ordinal()) return true;
            if (const std::size_t end = at_ + 1 + digits_at(text_, at_ + 1);
                end > at_ + 1 && at(end) == U')' && at(end + 1) == U'班') {  // 三年级(5)班
                ++at_;
                return true;
            }
            [[fallthrough]];
        case U'【':
            // What stands in brackets is said apart; the first of a text has nothing to be apart from: (一)
            if (!pieces_.empty()) {
                pause(at_ + 1, Boundary::comma);
                return true;
            }
            return false;
        case U')':
            if (next == U'班' && is_digit(before())) {
                ++at_;
                return true;
            }
            [[fallthrough]];
        case U'】':
            pause(at_ + 1, Boundary::comma);
            return true;
        case U'〕':
        case U']':
            pause(at_ + 1, Boundary::enumeration);
            return true;
        case U'→':
        case U'⇒':
        case U'➡':
        case U'➔':
        case U'▶':
        case U'►':
        case U'>':
        case U'»':
            if (pieces_.empty()) return false;
            [[fallthrough]];  // from one step to the next
        case U'/':
        case U'|':
            pause(at_ + 1, Boundary::enumeration);
            return true;
        case U'&':
            if (english_and()) return true;
            speak(at_ + 1, U"和");
            return true;
        case U'@':
            speak(at_ + 1, U"艾特");
            return true;
        case U'_': {
            const auto in_name = [](char32_t sign) { return is_latin(sign) || is_digit(sign); };
            if (!in_name(before()) || !in_name(next)) return false;
            speak(at_ + 1, U"下划线");
            return true;
        }
        case U'#':
            if (const std::size_t count = digits_at(text_, at_ + 1); count > 0) {  // #2电梯
                const std::size_t end = at_ + 1 + count;
                if (count > 2 || !is_hanzi(at(end)) || one_of(at(end), U"号键")) return false;
                speak(end, cardinal(text_.substr(at_ + 1, count)) + U'号', Counting::ordinal);
                return true;
            }
            if (key == U'键' || key == U'号') {
                speak(at_ + 1, key == U'键' ? U"井号" : U"井");
                return true;
            }
            if (is_digit(before())) {  // 3#楼
                speak(at_ + 1, U"号");
                return true;
            }
            return false;
        case U'*':
            if (key != U'键' && key != U'号') return false;
            speak(at_ + 1, key == U'键' ? U"星号" : U"星");
            return true;
        case U' ': {
            // A space sets words apart in a heading or a caption, but not the two characters of a name: 张　伟
            std::size_t end = at_;
            while (at(end) == U' ') ++end;
            const bool between = is_hanzi(before()) && (is_hanzi(at(end)) || is_digit(at(end)));
            const bool lonely = (!is_hanzi(before(2)) && is_hanzi(at(end)) && !is_hanzi(at(end + 1))) ||
                                (is_digit(at(end)) && end == at_ + 1);
            const bool after_number = is_digit(before()) && is_hanzi(at(end)) && end > at_ + 1;
            const bool after_date =
                !pieces_.empty() && pieces_.back().shown.size() > 4 && is_digit(before()) &&
                one_of(pieces_.back().said.empty() ? U'\0' : pieces_.back().said.back(), U"日点分秒");
            if ((between && !lonely) || after_number || after_date) {
                pause(end, Boundary::enumeration);
            } else {
                at_ = end;
            }
            return true;
        }
        default:
            return false;
    }
}

}  // namespace tingdu::mandarin
